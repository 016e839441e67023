"""A model server: its life signs, and what it says of a request without data."""

import json

from ..exchange import Exchange
from ..json_values import JsonValue
from ..specification import operations
from .probe import RememberingProbe

SCORE = "scoreModel"


class ModelServer(RememberingProbe):
    """A server that speaks MLflow's scoring protocol. Every method sends one request, once."""

    async def get(self, operation_id: str) -> Exchange:
        """Ask an operation that takes nothing."""
        operation = operations.by_id()[operation_id]
        return await self.once(operation.method, operation.path)

    async def score(self, media_type: str = "application/json", *, cut: bool = False) -> Exchange:
        """Send the documented table under some content type, whole or without its last byte."""
        example = operations.by_id()[SCORE].signature("dataframe_split").example
        return await self._score(example, media_type, cut=cut)

    async def text_as_table(self, length: int, *, cut: bool = False) -> Exchange:
        """Send a text of some length in place of a table, whole or without the last byte."""
        return await self._score({"dataframe_split": "a" * length}, "application/json", cut=cut)

    async def without_data(self) -> Exchange:
        """Send an empty object."""
        return await self._score({}, "application/json")

    async def _score(self, body: JsonValue, media_type: str, *, cut: bool = False) -> Exchange:
        operation = operations.by_id()[SCORE]
        headers = {"content-type": media_type}
        content = json.dumps(body).encode()[: -1 if cut else None]
        return await self.once(operation.method, operation.path, content=content, headers=headers)

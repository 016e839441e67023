"""A model server: its life signs, and what it says of a request without data."""

from ..exchange import Exchange
from ..specification import operations
from .probe import RememberingProbe

SCORE = "scoreModel"


class ModelServer(RememberingProbe):
    """A server that speaks MLflow's scoring protocol. Every method sends one request, once."""

    async def get(self, operation_id: str) -> Exchange:
        """Ask an operation that takes nothing."""
        operation = operations.by_id()[operation_id]
        return await self.once(operation.method, operation.path)

    async def without_data(self) -> Exchange:
        """Send an empty object."""
        operation = operations.by_id()[SCORE]
        return await self.once(operation.method, operation.path, json={})

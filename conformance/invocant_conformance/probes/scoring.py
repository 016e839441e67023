"""Scoring: the rows of the documented example, in every form and with what may stand beside."""

import json

from ..exchange import Exchange
from ..json_values import JsonValue, as_list, as_object, as_text
from .probe import Object
from .query import DROP, Query


class Scoring(Query):
    """A surface of dataframe_split. Every method sends one request, once."""

    def sample(self) -> Object:
        """Return the documented table, without what may stand beside it."""
        frame = as_object(super().sample().get("dataframe_split"))
        return {"dataframe_split": {"columns": frame["columns"], "data": frame["data"]}}

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return [as_text(name) for name in as_list(self._frame["columns"])]

    @property
    def data(self) -> list[list[JsonValue]]:
        """The rows."""
        return [list(as_list(row)) for row in as_list(self._frame["data"])]

    async def records(self) -> Exchange:
        """Send the same rows as objects."""
        return await self.ask(dataframe_split=DROP, dataframe_records=self._records())

    async def reversed(self) -> Exchange:
        """Send the rows in reverse order."""
        return await self._with_rows(self.data[::-1])

    async def indexed(self) -> Exchange:
        """Send the rows with labels."""
        labels: list[JsonValue] = [7 + place for place in range(len(self.data))]
        return await self.ask(dataframe_split={**self._frame, "index": labels})

    async def two_kinds(self) -> Exchange:
        """Send the rows in two forms at once."""
        return await self.ask(dataframe_records=self._records())

    async def no_kind(self) -> Exchange:
        """Send no rows."""
        return await self.ask(dataframe_split=DROP)

    async def wrapped(self) -> Exchange:
        """Send the table within a list."""
        return await self.ask(dataframe_split=[self._frame])

    async def ragged(self) -> Exchange:
        """Send a row with a value too many."""
        first, *others = self.data
        return await self._with_rows([[*first, 1.0], *others])

    async def incomplete(self) -> Exchange:
        """Send a row whose first value is missing."""
        first, *others = self.data
        return await self._with_rows([[None, *first[1:]], *others])

    async def with_params(self) -> Exchange:
        """Send parameters beside the rows."""
        return await self.ask(params={"threshold": 0.5})

    async def with_extras(self) -> Exchange:
        """Send members of the platform beside the rows."""
        return await self.ask(
            client_request_id="conformance",
            usage_context={"suite": "invocant"},
            databricks_options={"return_trace": False},
        )

    async def as_text(self) -> Exchange:
        """Send the rows and call them plain text."""
        content = json.dumps(self.request()).encode()
        headers = {"content-type": "text/plain"}
        return await self.once("POST", self.surface.path, content=content, headers=headers)

    @property
    def _frame(self) -> Object:
        return dict(as_object(self.sample()["dataframe_split"]))

    def _records(self) -> list[JsonValue]:
        return [dict(zip(self.columns, row, strict=True)) for row in self.data]

    async def _with_rows(self, rows: list[list[JsonValue]]) -> Exchange:
        data: list[JsonValue] = [*rows]
        return await self.ask(dataframe_split={**self._frame, "data": data})

"""Raw answers as they are written in files of cases and scripts."""

import base64
import gzip
import json
from collections.abc import Iterator
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from .answer import Answer, End, Framing

__all__ = ["AnswerRow", "Row", "Split"]

Split: TypeAlias = Literal["whole", "pieces", "bytes", "everywhere"]
"""Where a body is cut: nowhere, between its items, at every byte, or once, at each byte in turn."""

JSON_TYPE = "application/json"
STREAM_TYPE = "text/event-stream"


class Row(BaseModel):
    """A mapping of such a file; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class AnswerRow(Row):
    """One answer. The body is given once: as text (or pieces of it), base64, JSON or events.

    ``events`` are the data of server-sent events; ``named``: their types are also their names.
    JSON and events bring their content type along; a header that is null is not sent. ``status``
    null sends nothing.
    """

    status: int | None = 200
    headers: dict[str, str | None] = {}
    body: str | list[str] | None = None
    base64: str | None = None
    json_value: JsonValue = Field(default=None, alias="json")
    events: list[str] | None = None
    named: bool = False
    gzip: bool = False
    split: Split = "pieces"
    framing: Framing = "length"
    end: End = "keep"
    truncated: bool = False
    wait: float = 0.0
    pause: float = 0.0

    @property
    def pieces(self) -> list[bytes]:
        """The items of the body, before any compression."""
        if self.base64 is not None:
            return [base64.b64decode(self.base64)]
        if self.events is not None:
            return [f"{self._name(data)}data: {data}\n\n".encode() for data in self.events]
        if "json_value" in self.model_fields_set:
            return [json.dumps(self.json_value, ensure_ascii=False).encode()]
        pieces = self.body if isinstance(self.body, list) else [self.body or ""]
        return [piece.encode() for piece in pieces]

    def _name(self, data: str) -> str:
        """The line that names an event, if there has to be one."""
        try:
            value = json.loads(data) if self.named else None
        except ValueError:
            return ""
        return f"event: {value['type']}\n" if isinstance(value, dict) and "type" in value else ""

    @property
    def all_headers(self) -> dict[str, str]:
        """Every header but those of the framing."""
        implied = (
            {"content-type": STREAM_TYPE}
            if self.events is not None
            else {"content-type": JSON_TYPE}
            if "json_value" in self.model_fields_set
            else {}
        )
        encoding = {"content-encoding": "gzip"} if self.gzip else {}
        merged = {**implied, **encoding, **self.headers}
        return {name: value for name, value in merged.items() if value is not None}

    def variants(self) -> Iterator[Answer]:
        """The answers that the row stands for: one, or one for each place of a cut."""
        body = b"".join(self.pieces)
        data = gzip.compress(body, mtime=0) if self.gzip else body
        if self.split == "everywhere":
            for position in range(1, len(data)):
                yield self._answer(data[:position], data[position:])
        elif self.split == "bytes":
            yield self._answer(*(data[at : at + 1] for at in range(len(data))))
        elif self.split == "pieces" and not self.gzip:
            yield self._answer(*self.pieces)
        else:
            yield self._answer(data)

    def _answer(self, *pieces: bytes) -> Answer:
        return Answer(
            status=self.status,
            headers=tuple(self.all_headers.items()),
            pieces=pieces,
            framing=self.framing,
            end=self.end,
            truncated=self.truncated,
            wait=self.wait,
            pause=self.pause,
        )

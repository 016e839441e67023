"""Scripted cases as they are written in ``cases/*.yaml``."""

import base64
import functools
import gzip
import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Literal, Self, TypeAlias

import yaml
from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from .driver import Leave
from .script import Answer, End, Framing

__all__ = ["AnswerRow", "Case", "Expectation", "load"]

Sent: TypeAlias = Literal["sent"]
Split: TypeAlias = Literal["whole", "pieces", "bytes", "everywhere"]
"""Where a body is cut: nowhere, between its items, at every byte, or once, at each byte in turn."""

JSON_TYPE = "application/json"
STREAM_TYPE = "text/event-stream"


class Row(BaseModel):
    """A mapping of a case file; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class AnswerRow(Row):
    """One answer. The body is given once: as text (or pieces of it), base64, JSON or events.

    ``events`` are the data of server-sent events. JSON and events bring their content type along;
    a header that is null is not sent. ``status`` null sends nothing.
    """

    status: int | None = 200
    headers: dict[str, str | None] = {}
    body: str | list[str] | None = None
    base64: str | None = None
    json_value: JsonValue = Field(default=None, alias="json")
    events: list[str] | None = None
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
            return [f"data: {data}\n\n".encode() for data in self.events]
        if "json_value" in self.model_fields_set:
            return [json.dumps(self.json_value, ensure_ascii=False).encode()]
        pieces = self.body if isinstance(self.body, list) else [self.body or ""]
        return [piece.encode() for piece in pieces]

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


class Expectation(Row):
    """What the call has to come to.

    ``value``: the answer as JSON, ``sent`` for the one that was sent. ``events``: those of a
    stream, each as JSON text, or the entries of a list.
    ``error``: allowed kinds. With ``status`` the error also has the headers and the body of the
    answer and, exactly, ``request_id``, ``error_code`` and ``retry_after`` (null: ``None``).
    ``says``: text within the message. ``received``: events that the error holds. ``final``: the
    answer that the events make up, ``partial``: the one that the error holds, ``notes``: what came
    that is no event; each as JSON text.
    ``requests``: how many the server got; ``gaps``: least seconds between them, or ``date``: not
    before the date that the answer named. ``released``: the client ended the connection.
    """

    value: JsonValue | Sent = None
    events: list[str] | None = None
    error: str | list[str] | None = None
    status: int | None = None
    request_id: str | None = None
    error_code: str | None = None
    retry_after: float | Literal["date"] | None = None
    says: str | None = None
    received: int | None = None
    final: str | None = None
    partial: str | None = None
    notes: list[str] = []
    requests: int = 1
    gaps: list[float | Literal["date"]] = []
    released: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The allowed kinds of errors; empty where the call has to succeed."""
        if self.error is None:
            return ()
        return (self.error,) if isinstance(self.error, str) else tuple(self.error)


class Case(Row):
    """One scripted case.

    ``calls``: methods such as ``Client.chat.completions.create``, with documented arguments.
    In headers and bodies ``{token}``, ``{elsewhere}`` (another origin) and ``{date}`` (one to two
    seconds from now) are filled in.
    """

    id: str
    title: str
    requirement: str
    calls: list[str]
    stream: bool = False
    answers: list[AnswerRow]
    max_retries: int = 2
    retry_unsafe: bool = False
    timeout: float = 5.0
    take: int | None = None
    leave: Leave = "exhaust"
    expect: Expectation

    @model_validator(mode="after")
    def _leaves_early(self) -> Self:
        if (self.take is None) != (self.leave == "exhaust"):
            raise ValueError("take and leave belong together")
        return self


class CaseFile(Row):
    """A file: values that its cases share, and the cases. ``defaults`` are keys of every case."""

    about: str
    texts: dict[str, JsonValue] = {}
    defaults: dict[str, JsonValue] = {}
    cases: list[dict[str, JsonValue]]


@functools.cache
def load() -> tuple[Case, ...]:
    """Every scripted case, in the order of the files and within them."""
    folder = files("invocant_conformance.client").joinpath("cases")
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return tuple(case for entry in entries for case in _read(entry.read_text(encoding="utf-8")))


def _read(text: str) -> Iterator[Case]:
    content = CaseFile.model_validate(yaml.safe_load(text))
    for row in content.cases:
        yield Case.model_validate({**content.defaults, **row})

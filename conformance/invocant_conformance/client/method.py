"""One method of a client, as the specification promises it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from ..json_values import JsonObject, JsonValue
from ..specification.records import Operation
from .json_schema import Schema
from .parameters import Parameter
from .stream_end import StreamEnd

__all__ = ["EVENT_STREAM", "JSON", "PLACEHOLDER", "Method"]

PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")

JSON: Final = "application/json"
EVENT_STREAM: Final = "text/event-stream"


@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """One method of a client class, and the schemas of what it sends and gets.

    ``name`` is the attribute path, ``parameters`` are the names in the operation's path.
    ``aliases`` are further paths; what only they have places for are names of arguments.
    ``bases`` are the base paths at which the operation may be served. ``given`` are the parameters
    of query and header.

    ``status`` and ``media``: of the answer that is no stream, and the types that it may come as.
    ``answer`` is ``None`` where that is text, and where it says nothing beyond success. ``event``
    and ``end``: of a streamed answer; ``event_line``: its events are named by their type.
    ``items``: the member that holds a list's entries. ``example``: a documented body, empty where
    there is none. Schemas refer to the document's components.
    """

    operation: Operation
    client: str
    name: str
    bases: tuple[str, ...]
    parameters: tuple[str, ...]
    aliases: tuple[str, ...]
    given: tuple[Parameter, ...]
    request: Schema | None
    status: int
    media: tuple[str, ...]
    answer: Schema | None
    event: Schema | None
    end: StreamEnd | None
    event_line: bool
    items: str | None
    example: JsonObject

    @property
    def full_name(self) -> str:
        """Class and attribute path, such as ``Client.chat.completions.create``."""
        return f"{self.client}.{self.name}"

    @property
    def is_text(self) -> bool:
        """Whether the answer is plain text."""
        return bool(self.media) and JSON not in self.media

    @property
    def always_streams(self) -> bool:
        """Whether there is no other answer than a stream."""
        return self.event is not None and not self.media

    def streams(self, body: Mapping[str, JsonValue]) -> bool:
        """Whether the answer to a body is a stream."""
        asked = self.event is not None and body.get("stream") is True
        return self.always_streams or asked

    def fill(self, values: Mapping[str, str]) -> str:
        """The path that has places for all values, each sent as one percent-encoded piece."""
        for path in (self.operation.path, *self.aliases):
            if {match[1] for match in PLACEHOLDER.finditer(path)} == {*values}:
                return PLACEHOLDER.sub(lambda match: quote(values[match[1]], safe=""), path)
        raise KeyError(f"{self.full_name}: no path has places for {', '.join(values)}")

    def documented(self, place: str) -> dict[str, JsonValue]:
        """The required parameters of a place, with documented values."""
        return {each.name: each.example for each in self.given if each.required_in(place)}

    def example_body(self, *, stream: bool) -> JsonObject:
        """The documented body, asking for a stream or not."""
        asks = stream and not self.always_streams
        return {**self.example, "stream": True} if asks else self.example

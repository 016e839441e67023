"""What the suite asks of a client under test, whatever it is written in.

A driver makes one call with one client and tells what came of it, in terms of JSON. Kinds of
errors are the class names that ``invocant`` documents.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol

from ..json_values import JsonValue

__all__ = ["ABSENT", "Absent", "Call", "Driver", "ErrorSeen", "Leave", "Outcome", "Shown"]

Leave = Literal["exhaust", "break", "close"]
"""How a stream is left: read to its end, a jump out of the loop, or an explicit close."""


class Absent:
    """The type of :data:`ABSENT`: no value at all, as opposed to JSON ``null``."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent()


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One call of the client method ``method``, such as ``chat.completions.create``.

    ``client``: class of the client, ``Client`` or ``Gateway``. ``path``, ``query``, ``headers``:
    parameters by their names on the wire, in the path also arguments that select an alias;
    ``body``: members of the request body. ``extra_…``: what goes with them that no argument of the
    method is for. ``timeout`` in seconds, ``None`` for the default.
    ``take``: events to read before the stream is left (``None``: all). ``final``: ask the stream,
    once it was read, for the answer that its events make up.
    """

    client: str
    base_url: str
    token: str = field(repr=False)
    method: str
    path: Mapping[str, str] = field(default_factory=dict[str, str])
    query: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    headers: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    body: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    extra_query: Mapping[str, str] = field(default_factory=dict[str, str])
    extra_headers: Mapping[str, str] = field(default_factory=dict[str, str])
    extra_body: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    max_retries: int = 2
    retry_unsafe: bool = False
    timeout: float | None = None
    take: int | None = None
    leave: Leave = "exhaust"
    final: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ErrorSeen:
    """An error that a call raised; ``None`` where the error does not tell.

    ``kind``: name of its class. ``field``: path of the refused argument. ``received``: events that
    the error of a broken stream holds, ``partial``: the answer that they make up.
    """

    kind: str
    message: str
    status: int | None = None
    headers: Mapping[str, str] | None = None
    request_id: str | None = None
    error_code: str | None = None
    body: bytes | None = None
    retry_after: float | None = None
    field: str | None = None
    received: tuple[JsonValue, ...] | None = None
    partial: JsonValue = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """Text that a person, a log or a file gets to see; ``where`` says which."""

    where: str
    text: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What a call came to: a value, or events and perhaps an error after them.

    ``value``: the answer dumped back to JSON. ``events``: of a stream, or the entries of a list
    answer. ``notes``: what came in a stream that is no event. ``final``: the answer that events
    make up. ``shown``: everything that the call made visible.
    """

    value: JsonValue | Absent = ABSENT
    events: tuple[JsonValue, ...] = ()
    notes: tuple[JsonValue, ...] = ()
    final: JsonValue | Absent = ABSENT
    error: ErrorSeen | None = None
    shown: tuple[Shown, ...] = ()


class Driver(Protocol):
    """One client under test."""

    @property
    def name(self) -> str:
        """Short name, part of the case ids."""
        ...

    @property
    def target(self) -> str:
        """What reports call it."""
        ...

    def call(self, call: Call) -> Outcome:
        """Make the call. Raises nothing that the client raises.

        Raises Skipped for what the client cannot be asked, Untestable where it did not answer.
        """
        ...

    def lacks(self, method: str) -> str | None:
        """Why the client has no method such as ``Gateway.models.list``; ``None`` where it has."""
        ...

    def reset(self) -> None:
        """Drop clients and connections; the next call starts with a client of its own."""
        ...

    def close(self) -> None:
        """End for good."""
        ...

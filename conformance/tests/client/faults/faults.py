"""What a row of the tables says: what the server does, and what the caller has to see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from invocant import InvocantError, RequestOptions
from invocant_conformance.json_values import JsonValue

from .conversation import Script

__all__ = [
    "DONE",
    "END",
    "EVENT",
    "EVENTS",
    "FINE",
    "FINE_STREAM",
    "JSON",
    "VALUE",
    "Call",
    "Fault",
    "answer",
    "chunk",
    "event",
    "stream",
]

JSON: Final = b'{"name":"a","choices":[]}'
"""An answer to each of the calls that are answered with JSON."""

Call = Literal["chat", "stream", "get", "text", "put", "delete"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """One fault. ``scripts``: what the server does with the first requests; ``greetings``: with
    connections before it reads from them.

    ``result``: what the call returns, as JSON; or ``error``: the class that it raises, or ``also``
    where libraries differ, with ``attributes``, ``received`` events and ``says`` in its message.
    ``requests``: how many reach the server. ``waits``: seconds between attempts, of which jitter
    may take up to a quarter.
    """

    id: str
    call: Call = "chat"
    scripts: Sequence[Script] = ()
    greetings: Sequence[Script] = ()
    options: RequestOptions = field(default_factory=lambda: RequestOptions())
    result: JsonValue = None
    error: type[InvocantError] | None = None
    also: type[InvocantError] | None = None
    attributes: Mapping[str, object] = field(default_factory=dict[str, object])
    received: Sequence[JsonValue] | None = None
    says: str = ""
    requests: int = 1
    waits: Sequence[float] = ()


def answer(
    body: bytes = JSON,
    *headers: bytes,
    status: bytes = b"200 OK",
    kind: bytes = b"application/json",
) -> bytes:
    """A whole answer with a length."""
    length = b"content-length: %d" % len(body)
    lines = (b"HTTP/1.1 " + status, b"content-type: " + kind, length, *headers)
    return b"\r\n".join((*lines, b"", body))


def stream(*headers: bytes, kind: bytes = b"text/event-stream") -> bytes:
    """The head of a chunked answer."""
    lines = (b"HTTP/1.1 200 OK", b"content-type: " + kind, *headers)
    return b"\r\n".join((*lines, b"transfer-encoding: chunked", b"", b""))


def chunk(data: bytes) -> bytes:
    """One chunk of a chunked body; an empty one is the last."""
    return b"%x\r\n%s\r\n" % (len(data), data)


def event(data: bytes) -> bytes:
    """One event of a stream."""
    return b"data: %s\n\n" % data


VALUE: Final[JsonValue] = {"name": "a", "choices": []}
EVENTS: Final[Sequence[JsonValue]] = [{"choices": [{"index": 0, "delta": {"content": "a"}}]}]
EVENT: Final = event(b'{"choices":[{"index":0,"delta":{"content":"a"}}]}')
DONE: Final = event(b"[DONE]")
END: Final = chunk(b"")
FINE: Final[Script] = (answer(),)
FINE_STREAM: Final[Script] = (stream(), chunk(EVENT), chunk(DONE) + END)

"""The bytes of one scripted answer, and when they are written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, Literal

__all__ = ["Answer", "End", "Framing", "head"]

Framing = Literal["length", "chunked", "close", "none"]
"""How the end of the body is marked: Content-Length, chunks, or the end of the connection.

With `none` the pieces are all that is written: they bring status line and headers along.
"""

End = Literal["keep", "close", "reset", "hang"]
"""What happens after the last byte: nothing, an orderly close, a reset, or silence."""

MISSING_BYTES: Final = 100
BODILESS: Final = frozenset({204, 304})


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """``status`` ``None`` sends nothing at all. ``pieces`` are written one by one.

    ``wait``: seconds before the first byte. ``pause``: seconds before each further piece.
    ``truncated``: the framing promises more than is sent.
    """

    status: int | None = 200
    headers: tuple[tuple[str, str], ...] = ()
    pieces: tuple[bytes, ...] = ()
    framing: Framing = "length"
    end: End = "keep"
    truncated: bool = False
    wait: float = 0.0
    pause: float = 0.0

    @property
    def body(self) -> bytes:
        """The body without its framing."""
        return b"".join(self.pieces)

    def writes(self) -> Iterator[tuple[float, bytes]]:
        """Every write of this answer, and the seconds to wait before it."""
        if self.status is None:
            yield self.wait, b""
            return
        yield self.wait, self._head(self.status)
        for position, piece in enumerate(self.pieces):
            data = _chunk(piece) if self.framing == "chunked" else piece
            yield (self.pause if position else 0.0), data
        if self.framing == "chunked" and not self.truncated and self.end != "hang":
            yield 0.0, b"0\r\n\r\n"

    def _head(self, status: int) -> bytes:
        if self.framing == "none":
            return b""
        return head(status, (*self.headers, *self._framing_headers()))

    def _framing_headers(self) -> Iterator[tuple[str, str]]:
        if self.framing == "chunked":
            yield "transfer-encoding", "chunked"
        elif self.framing == "close":
            yield "connection", "close"
        elif self.status not in BODILESS:
            yield "content-length", str(len(self.body) + MISSING_BYTES * self.truncated)


def head(status: int, headers: Iterable[tuple[str, str]]) -> bytes:
    """Status line and headers as they are written."""
    lines = [f"HTTP/1.1 {status} {_reason(status)}"]
    lines += [f"{name}: {value}" for name, value in headers]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def _chunk(piece: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(piece), piece) if piece else b""


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""

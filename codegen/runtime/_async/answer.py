"""An answer that has begun, over connections of our own or those of a caller's client."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from typing import Protocol

from ..content_coding import ContentDecoder, codings
from ..engines import Engine
from ..headers import Headers
from ..leftovers import connection_of
from ..waking import no_wake

__all__ = ["AsyncAnswer", "AsyncBody"]


class AsyncBody(Protocol):
    """The bytes of a body as they come."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Give out the pieces."""
        ...

    async def aclose(self) -> None:
        """Give the connection back, or close it when the body was not read. May be repeated."""
        ...


class AsyncAnswer:
    """Status, headers, and the body that is to come. Whoever has it reads or closes it.

    Args:
        engine: Whose errors reading raises.
        status: The HTTP status.
        reason: The reason phrase.
        raw_headers: Names and values as they came.
        body: What is to come.
        encoded: Whether it has the content encoding that the headers tell.
        response: The library's answer, where it is of use for draining its connection.

    ``release`` is called when the answer is closed, once.
    """

    __slots__: tuple[str, ...] = (
        "_body",
        "_encoding",
        "engine",
        "headers",
        "raw_headers",
        "reason",
        "received",
        "release",
        "response",
        "status",
    )

    def __init__(
        self,
        *,
        engine: Engine,
        status: int,
        reason: str,
        raw_headers: Sequence[tuple[bytes, bytes]],
        body: AsyncBody,
        encoded: bool = True,
        response: object = None,
    ) -> None:
        self.engine: Engine = engine
        self.status: int = status
        self.reason: str = reason
        self.raw_headers: Sequence[tuple[bytes, bytes]] = raw_headers
        self.headers: Headers = Headers.from_raw(raw_headers)
        self.response: object = response
        self.received: bytes = b""
        self._body: AsyncBody = body
        self._encoding: str | None = self.headers.get("content-encoding") if encoded else None
        self.release: Callable[[], None] | None = None

    async def read(self) -> bytes:
        """The whole body. Raises the engine's errors where it breaks off, and BrokenCoding.

        What came before that, as it came, is in ``received``.
        """
        pieces: list[bytes] = []
        try:
            async for piece in self._body:
                pieces.append(piece)
        finally:
            self.received = b"".join(pieces)
            await self.close()
        return self.received if self._encoding is None else self._whole(self._encoding)

    def pieces(self) -> AsyncIterator[bytes]:
        """The body, decoded; the answer is to be closed after the last piece, or before."""
        if self._encoding is None:
            return self._body.__aiter__()
        return self._decoded(codings(self._encoding))

    async def close(self) -> None:
        """Give the connection back, or close it when the body was not read. May be repeated."""
        release, self.release = self.release, None
        try:
            await self._body.aclose()
        finally:
            if release is not None:
                release()

    async def abort(self) -> None:
        """Close the answer although somebody else is reading it, who then gets an error."""
        no_wake(connection_of(self.response))
        await self.close()

    def _whole(self, encoding: str) -> bytes:
        decoder = ContentDecoder(codings(encoding))
        body = decoder.feed(self.received)
        decoder.finish()
        return body

    async def _decoded(self, names: tuple[str, ...]) -> AsyncGenerator[bytes, None]:
        decoder = ContentDecoder(names)
        async for piece in self._body:
            decoded = decoder.feed(piece)
            if decoded:
                yield decoded
        decoder.finish()

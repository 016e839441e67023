# Copied from codegen/runtime/; do not edit.
"""An answer that has begun, over connections of our own or those of a caller's client."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from typing import TYPE_CHECKING, Protocol

from .._http import HTTPLibrary
from ..content_coding import BrokenCoding, ContentDecoder, codings
from ..headers import Headers
from ..waking import no_wake

if TYPE_CHECKING:
    import httpx

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
        library: Whose errors reading raises.
        status: The HTTP status.
        reason: The reason phrase.
        headers: Of the answer.
        body: What is to come.
        encoded: Whether it has the content encoding that the headers tell.
        response: The library's answer, where it is of use for draining its connection.
        release: Called when the answer is closed, once.
    """

    __slots__: tuple[str, ...] = (
        "_body",
        "_encoding",
        "_release",
        "headers",
        "library",
        "reason",
        "received",
        "response",
        "status",
    )

    def __init__(
        self,
        *,
        library: HTTPLibrary,
        status: int,
        reason: str,
        headers: Headers,
        body: AsyncBody,
        encoded: bool = True,
        response: "httpx.Response | None" = None,
        release: Callable[[], None] | None = None,
    ) -> None:
        self.library: HTTPLibrary = library
        self.status: int = status
        self.reason: str = reason
        self.headers: Headers = headers
        self.response: httpx.Response | None = response
        self.received: bytes = b""
        self._body: AsyncBody = body
        self._encoding: str | None = headers.get("content-encoding") if encoded else None
        self._release: Callable[[], None] | None = release

    async def read(self) -> bytes:
        """The whole body. Raises the library's HTTPError where it breaks off, or an OSError.

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
        release, self._release = self._release, None
        try:
            await self._body.aclose()
        finally:
            if release is not None:
                release()

    async def abort(self) -> None:
        """Close the answer although somebody else is reading it, who then gets an error."""
        no_wake(self.response)
        await self.close()

    def _whole(self, encoding: str) -> bytes:
        try:
            decoder = ContentDecoder(codings(encoding))
            body = decoder.feed(self.received)
            decoder.finish()
        except BrokenCoding as error:
            raise self.library.DecodingError(str(error)) from error
        return body

    async def _decoded(self, names: tuple[str, ...]) -> AsyncGenerator[bytes, None]:
        try:
            decoder = ContentDecoder(names)
            async for piece in self._body:
                decoded = decoder.feed(piece)
                if decoded:
                    yield decoded
            decoder.finish()
        except BrokenCoding as error:
            raise self.library.DecodingError(str(error)) from error

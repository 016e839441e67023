# Copied from codegen/runtime/; do not edit.
"""An answer that has begun, over connections of our own or those of a caller's client."""

from collections.abc import AsyncGenerator, Callable
from typing import TYPE_CHECKING, cast

from .._http import HTTPLibrary

if TYPE_CHECKING:
    import httpx

__all__ = ["AsyncAnswer"]


class AsyncAnswer:
    """Status, headers, and the body that is to come. Whoever has it reads or closes it.

    Args:
        response: The library's answer.
        library: Whose answer it is.
        decoded: Whether the library has to decode the body, or its bytes are taken as they come.
        release: Called when the answer is closed, once.
    """

    __slots__: tuple[str, ...] = (
        "_decoded",
        "_release",
        "_response",
        "_stream",
        "library",
        "status",
    )

    def __init__(
        self,
        response: "httpx.Response",
        library: HTTPLibrary,
        *,
        decoded: bool,
        release: Callable[[], None] | None = None,
    ) -> None:
        self.library: HTTPLibrary = library
        self.status: int = response.status_code
        self._response: httpx.Response = response
        self._stream: httpx.AsyncByteStream = cast("httpx.AsyncByteStream", response.stream)
        self._decoded: bool = decoded
        self._release: Callable[[], None] | None = release

    @property
    def reason(self) -> str:
        """The reason phrase, in English where the server sent none."""
        return self._response.reason_phrase

    @property
    def headers(self) -> list[tuple[bytes, bytes]]:
        """Names and values as they came, in their order."""
        return self._response.headers.raw

    async def read(self) -> bytes:
        """The whole body. Raises the library's HTTPError where it breaks off."""
        try:
            if self._decoded:
                return await self._response.aread()
            pieces: list[bytes] = []
            async for chunk in self._stream:
                pieces.append(chunk)
            return b"".join(pieces)
        finally:
            await self.close()

    async def chunks(self) -> AsyncGenerator[bytes, None]:
        """The body in pieces, first an empty one; closes the answer at its end."""
        try:
            # Entered at once: only a generator that runs releases the connection when dropped.
            yield b""
            async for chunk in self._response.aiter_bytes() if self._decoded else self._stream:
                yield chunk
        finally:
            await self.close()

    async def close(self) -> None:
        """Give the connection back, or close it when the body was not read. May be repeated."""
        release, self._release = self._release, None
        try:
            await (self._response.aclose() if self._decoded else self._stream.aclose())
        finally:
            if release is not None:
                release()

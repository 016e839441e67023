"""An answer that has begun, over connections of our own or those of a caller's client."""

from collections.abc import AsyncIterable, Callable
from typing import TYPE_CHECKING, cast

from .._http import HTTPLibrary
from ..headers import Headers

if TYPE_CHECKING:
    import httpx

__all__ = ["AsyncAnswer"]


class AsyncAnswer:
    """Status, headers, and the body that is to come. Whoever has it reads or closes it.

    Args:
        response: The library's answer.
        library: Whose answer it is.
        whole: Whether it came through a whole client of the library, which has to know of its end.
        release: Called when the answer is closed, once.
    """

    __slots__: tuple[str, ...] = (
        "_decoded",
        "_release",
        "_response",
        "_stream",
        "_whole",
        "headers",
        "library",
        "status",
    )

    def __init__(
        self,
        response: "httpx.Response",
        library: HTTPLibrary,
        *,
        whole: bool = False,
        release: Callable[[], None] | None = None,
    ) -> None:
        self.library: HTTPLibrary = library
        self.status: int = response.status_code
        self._response: httpx.Response = response
        self._stream: httpx.AsyncByteStream = cast("httpx.AsyncByteStream", response.stream)
        self.headers: Headers = Headers.from_raw(response.headers.raw)
        self._whole: bool = whole
        # Bytes without an encoding are taken as they come, past the library's decoders.
        self._decoded: bool = whole or "content-encoding" in self.headers
        self._release: Callable[[], None] | None = release

    @property
    def reason(self) -> str:
        """The reason phrase, in English where the server sent none."""
        return self._response.reason_phrase

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

    def chunks(self) -> AsyncIterable[bytes]:
        """The body in pieces; the answer is to be closed after the last, or before."""
        return self._response.aiter_bytes() if self._decoded else self._stream

    async def close(self) -> None:
        """Give the connection back, or close it when the body was not read. May be repeated."""
        release, self._release = self._release, None
        try:
            await (self._response.aclose() if self._whole else self._stream.aclose())
        finally:
            if release is not None:
                release()

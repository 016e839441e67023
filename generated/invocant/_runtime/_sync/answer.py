# Copied from codegen/runtime/; do not edit.
"""An answer that has begun, over connections of our own or those of a caller's client."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, cast

from .._http import HTTPLibrary
from ..headers import Headers

if TYPE_CHECKING:
    import httpx

__all__ = ["Answer"]


class Answer:
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
        self._stream: httpx.SyncByteStream = cast("httpx.SyncByteStream", response.stream)
        self.headers: Headers = Headers.from_raw(response.headers.raw)
        self._whole: bool = whole
        # Bytes without an encoding are taken as they come, past the library's decoders.
        self._decoded: bool = whole or "content-encoding" in self.headers
        self._release: Callable[[], None] | None = release

    @property
    def reason(self) -> str:
        """The reason phrase, in English where the server sent none."""
        return self._response.reason_phrase

    def read(self) -> bytes:
        """The whole body. Raises the library's HTTPError where it breaks off."""
        try:
            if self._decoded:
                return self._response.read()
            pieces: list[bytes] = []
            for chunk in self._stream:
                pieces.append(chunk)
            return b"".join(pieces)
        finally:
            self.close()

    def chunks(self) -> Iterable[bytes]:
        """The body in pieces; the answer is to be closed after the last, or before."""
        return self._response.iter_bytes() if self._decoded else self._stream

    def close(self) -> None:
        """Give the connection back, or close it when the body was not read. May be repeated."""
        release, self._release = self._release, None
        try:
            (self._response.close() if self._whole else self._stream.close())
        finally:
            if release is not None:
                release()

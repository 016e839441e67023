# Copied from codegen/runtime/; do not edit.
"""An answer that has begun, over connections of our own or those of a caller's client."""

from collections.abc import Callable, Generator, Iterator
from typing import TYPE_CHECKING, Protocol

from .._http import HTTPLibrary
from ..content_coding import BrokenCoding, ContentDecoder, codings
from ..headers import Headers
from ..waking import wake

if TYPE_CHECKING:
    import httpx

__all__ = ["Answer", "Body"]


class Body(Protocol):
    """The bytes of a body as they come."""

    def __iter__(self) -> Iterator[bytes]:
        """Give out the pieces."""
        ...

    def close(self) -> None:
        """Give the connection back, or close it when the body was not read. May be repeated."""
        ...


class Answer:
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
        body: Body,
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
        self._body: Body = body
        self._encoding: str | None = headers.get("content-encoding") if encoded else None
        self._release: Callable[[], None] | None = release

    def read(self) -> bytes:
        """The whole body. Raises the library's HTTPError where it breaks off, or an OSError.

        What came before that, as it came, is in ``received``.
        """
        pieces: list[bytes] = []
        try:
            for piece in self._body:
                pieces.append(piece)
        finally:
            self.received = b"".join(pieces)
            self.close()
        return self.received if self._encoding is None else self._whole(self._encoding)

    def pieces(self) -> Iterator[bytes]:
        """The body, decoded; the answer is to be closed after the last piece, or before."""
        if self._encoding is None:
            return self._body.__iter__()
        return self._decoded(codings(self._encoding))

    def close(self) -> None:
        """Give the connection back, or close it when the body was not read. May be repeated."""
        release, self._release = self._release, None
        try:
            self._body.close()
        finally:
            if release is not None:
                release()

    def abort(self) -> None:
        """Close the answer although somebody else is reading it, who then gets an error."""
        wake(self.response)
        self.close()

    def _whole(self, encoding: str) -> bytes:
        try:
            decoder = ContentDecoder(codings(encoding))
            body = decoder.feed(self.received)
            decoder.finish()
        except BrokenCoding as error:
            raise self.library.DecodingError(str(error)) from error
        return body

    def _decoded(self, names: tuple[str, ...]) -> Generator[bytes, None, None]:
        try:
            decoder = ContentDecoder(names)
            for piece in self._body:
                decoded = decoder.feed(piece)
                if decoded:
                    yield decoded
            decoder.finish()
        except BrokenCoding as error:
            raise self.library.DecodingError(str(error)) from error

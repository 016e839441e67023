# Copied from codegen/runtime/; do not edit.
"""A stream of events that releases its connection however it is left."""

from collections.abc import Generator
from contextlib import closing
from types import TracebackType
from typing import Generic, Self, TypeVar

from .._http import HTTPError, Response
from ..events import EventReader
from ..reply import Reply, ResponseInfo

__all__ = ["Stream", "open_stream", "released"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Stream(Generic[T_co]):
    """The events of one answer, decoded.

    Use it in ``with``, read it to the end, or call ``close()``: each releases the connection.
    Iterating raises StreamError for an error that the server reports within the stream,
    StreamInterrupted when the stream ends before it is complete, and APIResponseError for an event
    that violates its type.
    """

    def __init__(
        self,
        http_response: Response,
        chunks: Generator[bytes, None, None],
        response: ResponseInfo,
        reader: EventReader[T_co],
    ) -> None:
        self.response: ResponseInfo = response
        self._http_response: Response = http_response
        self._reading: bool = False
        self._reader: EventReader[T_co] = reader
        self._chunks: Generator[bytes, None, None] = chunks
        self._events: Generator[T_co, None, None] = _read(chunks, reader)

    @property
    def received(self) -> list[bytes]:
        """The raw data of the events read so far."""
        return self._reader.received

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T_co:
        self._reading = True
        try:
            return next(self._events)
        finally:
            self._reading = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the connection; the rest of the stream is not read. May be called again.

        Whoever is reading it meanwhile gets StreamInterrupted.
        """
        if self._reading:
            # A generator cannot be closed while it runs, what it reads from can.
            self._http_response.close()
            return
        self._events.close()
        self._chunks.close()


def open_stream(response: Response, reply: Reply, reader: EventReader[T]) -> Stream[T]:
    """A stream over an answer whose body was not read yet."""
    chunks = released(response)
    # Entered at once: only a generator that runs releases the connection when it is dropped.
    next(chunks)
    return Stream(response, chunks, reply.info, reader)


def released(response: Response) -> Generator[bytes, None, None]:
    """The body in chunks, first an empty one; releases the connection at its end."""
    try:
        yield b""
        yield from response.iter_bytes()
    finally:
        response.close()


def _read(chunks: Generator[bytes, None, None], reader: EventReader[T]) -> Generator[T, None, None]:
    reason, cause = "the server closed it", None
    with closing(chunks):
        try:
            for chunk in chunks:
                yield from reader.feed(chunk)
                if reader.ended:
                    return
        except HTTPError as error:
            reason, cause = type(error).__name__, error
    interrupted = reader.interruption(reason)
    if interrupted is not None:
        raise interrupted from cause

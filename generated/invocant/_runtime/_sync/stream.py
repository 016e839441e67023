# Copied from codegen/runtime/; do not edit.
"""A stream of events that releases its connection however it is left."""

from collections.abc import Generator, Iterator
from types import TracebackType
from typing import Generic, TypeVar

from ..events import EventReader
from ..reply import Reply
from ..response import Response, described
from .answer import Answer

__all__ = ["Stream", "open_stream"]

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
        answer: Answer,
        chunks: Generator[bytes, None, None],
        reply: Reply,
        reader: EventReader[T_co],
    ) -> None:
        self._reply: Reply = reply
        self._answer: Answer = answer
        self._chunks: Generator[bytes, None, None] = chunks
        self._reader: EventReader[T_co] = reader
        self._ready: Iterator[T_co] = iter(())
        self._reading: bool = False
        self._closed: bool = False

    @property
    def response(self) -> Response:
        """Status and headers of the answer."""
        return described(self._reply)

    @property
    def received(self) -> list[bytes]:
        """The raw data of the events read so far."""
        return self._reader.received

    def __iter__(self) -> "Stream[T_co]":
        return self

    def __next__(self) -> T_co:
        try:
            for event in self._ready:
                return event
            return self._read()
        except BaseException:
            # Whatever it is, nothing can come after it.
            self.close()
            raise

    def __enter__(self) -> "Stream[T_co]":
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
        self._closed = True
        self._ready = iter(())
        if self._reading:
            # A generator cannot be closed while it runs, what it reads from can.
            self._answer.close()
            return
        self._chunks.close()

    def _read(self) -> T_co:
        """The first event of the next pieces; the others wait in ``_ready``."""
        while not self._reader.ended:
            chunk = self._piece()
            if chunk is None:
                break
            self._ready = self._reader.feed(chunk)
            for event in self._ready:
                return event
        raise StopIteration

    def _piece(self) -> bytes | None:
        """A piece of the body, ``None`` after the last. Raises StreamInterrupted if one is due."""
        if self._closed:
            return None
        self._reading = True
        reason, cause = "the server closed it", None
        try:
            return next(self._chunks)
        except StopIteration:
            pass
        except self._answer.library.HTTPError as error:
            reason, cause = type(error).__name__, error
        finally:
            self._reading = False
        interrupted = self._reader.interruption(reason)
        if interrupted is not None:
            raise interrupted from cause
        return None


def open_stream(answer: Answer, reply: Reply, reader: EventReader[T_co]) -> Stream[T_co]:
    """A stream over an answer whose body was not read yet."""
    chunks = answer.chunks()
    next(chunks)
    return Stream(answer, chunks, reply, reader)

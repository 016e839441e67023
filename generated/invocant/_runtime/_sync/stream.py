# Copied from codegen/runtime/; do not edit.
"""A stream of events that releases its connection however it is left."""

from collections.abc import Generator, Iterator
from contextlib import suppress
from types import GeneratorType, TracebackType
from typing import Generic, Self, TypeVar, cast

from ..events import EventReader
from ..leftovers import drain
from ..observation import UNOBSERVED, Observation
from ..reply import Reply
from ..response import Response, described
from .answer import Answer

__all__ = ["Stream", "begin", "open_stream"]

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
        reply: Reply,
        reader: EventReader[T_co],
        events: Generator[T_co, None, None],
    ) -> None:
        self._answer: Answer = answer
        self._reply: Reply = reply
        self._reader: EventReader[T_co] = reader
        self._events: Generator[T_co, None, None] = events

    @property
    def response(self) -> Response:
        """Status and headers of the answer."""
        return described(self._reply)

    @property
    def received(self) -> list[bytes]:
        """The raw data of the events read so far."""
        return self._reader.received

    def __iter__(self) -> Iterator[T_co]:
        # Not itself: a loop then asks the generator, without a layer between.
        return self._events

    def __next__(self) -> T_co:
        return next(self._events)

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
        events = self._events
        if isinstance(events, GeneratorType) and events.gi_running:
            # A generator cannot be closed while it runs, what it reads from can.
            self._answer.abort()
            return
        events.close()


def open_stream(
    answer: Answer, reply: Reply, reader: EventReader[T], call: Observation = UNOBSERVED
) -> Stream[T]:
    """A stream over an answer whose body was not read yet; ``call`` is told of its end."""
    return Stream(answer, reply, reader, begin(answer, reader, call))


def begin(answer: Answer, reader: EventReader[T], call: Observation) -> Generator[T, None, None]:
    """The events of an answer, which is closed at their end and when nobody wants them any more."""
    events = _read(answer, reader, call)
    # Entered at once: only a generator that runs releases the connection when it is dropped.
    next(events)
    return events


def _read(answer: Answer, reader: EventReader[T], call: Observation) -> Generator[T, None, None]:
    """The events, after a first one that is none; closes the answer at its end."""
    reason: str = "the server closed it"
    cause: Exception | None = None
    with call.streaming(reader):
        try:
            yield cast("T", None)
            pieces = answer.pieces()
            for piece in pieces:
                yield from reader.feed(piece)
                if reader.ended:
                    # The stream is complete, whatever happens to its connection.
                    with suppress(answer.library.HTTPError, OSError):
                        drain(pieces, answer.response)
                    return
        except (answer.library.HTTPError, OSError) as error:
            reason, cause = type(error).__name__, error
        finally:
            answer.close()
        interrupted = reader.interruption(reason)
        if interrupted is not None:
            raise interrupted from cause

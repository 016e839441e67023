# Copied from codegen/runtime/; do not edit.
"""A stream of events that releases its connection however it is left."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import suppress
from types import AsyncGeneratorType, TracebackType
from typing import Generic, Self, TypeVar, cast

from ..events import EventReader
from ..leftovers import async_drain
from ..observation import UNOBSERVED, Observation
from ..reply import Reply
from ..response import Response, described
from .answer import AsyncAnswer

__all__ = ["AsyncStream", "begin", "open_stream"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class AsyncStream(Generic[T_co]):
    """The events of one answer, decoded.

    Use it in ``async with``, read it to the end, or call ``close()``: each releases the connection.
    Iterating raises StreamError for an error that the server reports within the stream,
    StreamInterrupted when the stream ends before it is complete, and APIResponseError for an event
    that violates its type.
    """

    def __init__(
        self,
        answer: AsyncAnswer,
        reply: Reply,
        reader: EventReader[T_co],
        events: AsyncGenerator[T_co, None],
    ) -> None:
        self._answer: AsyncAnswer = answer
        self._reply: Reply = reply
        self._reader: EventReader[T_co] = reader
        self._events: AsyncGenerator[T_co, None] = events

    @property
    def response(self) -> Response:
        """Status and headers of the answer."""
        return described(self._reply)

    @property
    def received(self) -> list[bytes]:
        """The raw data of the events read so far."""
        return self._reader.received

    def __aiter__(self) -> AsyncIterator[T_co]:
        # Not itself: a loop then asks the generator, without a layer between.
        return self._events

    async def __anext__(self) -> T_co:
        return await anext(self._events)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Release the connection; the rest of the stream is not read. May be called again.

        Whoever is reading it meanwhile gets StreamInterrupted.
        """
        events = self._events
        if isinstance(events, AsyncGeneratorType) and events.ag_running:
            # A generator cannot be closed while it runs, what it reads from can.
            await self._answer.abort()
            return
        await events.aclose()


async def open_stream(
    answer: AsyncAnswer, reply: Reply, reader: EventReader[T], call: Observation = UNOBSERVED
) -> AsyncStream[T]:
    """A stream over an answer whose body was not read yet; ``call`` is told of its end."""
    return AsyncStream(answer, reply, reader, await begin(answer, reader, call))


async def begin(
    answer: AsyncAnswer, reader: EventReader[T], call: Observation
) -> AsyncGenerator[T, None]:
    """The events of an answer, which is closed at their end and when nobody wants them any more."""
    events = _read(answer, reader, call)
    # Entered at once: only a generator that runs releases the connection when it is dropped.
    await anext(events)
    return events


async def _read(
    answer: AsyncAnswer, reader: EventReader[T], call: Observation
) -> AsyncGenerator[T, None]:
    """The events, after a first one that is none; closes the answer at its end."""
    reason: str = "the server closed it"
    cause: Exception | None = None
    with call.streaming(reader):
        try:
            yield cast("T", None)
            pieces = answer.pieces()
            async for piece in pieces:
                for event in reader.feed(piece):
                    yield event
                if reader.ended:
                    # The stream is complete, whatever happens to its connection.
                    with suppress(answer.library.HTTPError, OSError):
                        await async_drain(pieces, answer.response)
                    return
        except (answer.library.HTTPError, OSError) as error:
            reason, cause = type(error).__name__, error
        finally:
            await answer.close()
        interrupted = reader.interruption(reason)
        if interrupted is not None:
            raise interrupted from cause

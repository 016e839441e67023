"""A stream of events that releases its connection however it is left."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from types import TracebackType
from typing import Generic, Self, TypeVar

from .._http import HTTPError, Response
from ..events import EventReader
from ..reply import Reply, ResponseInfo

__all__ = ["AsyncStream", "open_stream", "released"]

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
        http_response: Response,
        chunks: AsyncGenerator[bytes, None],
        response: ResponseInfo,
        reader: EventReader[T_co],
    ) -> None:
        self.response: ResponseInfo = response
        self._http_response: Response = http_response
        self._reading: bool = False
        self._reader: EventReader[T_co] = reader
        self._chunks: AsyncGenerator[bytes, None] = chunks
        self._events: AsyncGenerator[T_co, None] = _read(chunks, reader)

    @property
    def received(self) -> list[bytes]:
        """The raw data of the events read so far."""
        return self._reader.received

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T_co:
        self._reading = True
        try:
            return await anext(self._events)
        finally:
            self._reading = False

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
        if self._reading:
            # A generator cannot be closed while it runs, what it reads from can.
            await self._http_response.aclose()
            return
        await self._events.aclose()
        await self._chunks.aclose()


async def open_stream(response: Response, reply: Reply, reader: EventReader[T]) -> AsyncStream[T]:
    """A stream over an answer whose body was not read yet."""
    chunks = released(response)
    # Entered at once: only a generator that runs releases the connection when it is dropped.
    await anext(chunks)
    return AsyncStream(response, chunks, reply.info, reader)


async def released(response: Response) -> AsyncGenerator[bytes, None]:
    """The body in chunks, first an empty one; releases the connection at its end."""
    try:
        yield b""
        async for chunk in response.aiter_bytes():
            yield chunk
    finally:
        await response.aclose()


async def _read(
    chunks: AsyncGenerator[bytes, None], reader: EventReader[T]
) -> AsyncGenerator[T, None]:
    reason, cause = "the server closed it", None
    async with aclosing(chunks):
        try:
            async for chunk in chunks:
                for event in reader.feed(chunk):
                    yield event
                if reader.ended:
                    return
        except HTTPError as error:
            reason, cause = type(error).__name__, error
    interrupted = reader.interruption(reason)
    if interrupted is not None:
        raise interrupted from cause

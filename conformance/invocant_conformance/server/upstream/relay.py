"""Streams of providers, passed on event by event as they come."""

from collections.abc import AsyncIterator, Callable
from typing import Final

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from ...json_values import JsonObject, as_list, as_object, dump_bytes
from ...specification.records import EVENT_STREAM, Finished, Stream
from .. import sse
from ..sse import Named
from .answers import parsed
from .connections import Reply
from .errors import Trouble, UpstreamError
from .events import Event, EventReader
from .failures import reports_error

_MARKER: Final = b"[DONE]"
_HEADERS: Final = {"cache-control": "no-cache", "x-accel-buffering": "no"}

Piece = JsonObject | Named
"""The data of an event, with its name where it has one."""


class ReportedError(UpstreamError):
    """An error that a provider reports within a stream. `body` may hold a secret."""

    def __init__(self, body: JsonObject) -> None:
        super().__init__(Trouble.BAD_ANSWER, "reported an error in its stream")
        self.body = body


async def pieces(reply: Reply, end: Stream) -> AsyncIterator[Piece]:
    """Yield the events of a stream until it is complete, without its end marker.

    Raises UpstreamError where the answer is no stream, breaks off, or reports an error.
    """
    if reply.headers.get("content-type", "").partition(";")[0].strip() != EVENT_STREAM:
        raise UpstreamError(Trouble.BAD_ANSWER, "answered with something other than a stream")
    reader, ending = EventReader(), _Ending(end)
    try:
        async for raw in reply.pieces():
            for event in reader.feed(raw):
                if event.data == _MARKER:
                    return
                yield ending.note(event)
    except ReportedError:
        raise
    except UpstreamError:
        if not ending.reached:
            raise
    if not ending.reached:
        raise UpstreamError(Trouble.BAD_ANSWER, "broke its stream off")


class _Ending:
    """Sees when a stream is complete, which it also is without its marker."""

    def __init__(self, end: Stream) -> None:
        self._end = end
        self._last = False
        self._finished: dict[object, bool] = {}

    @property
    def reached(self) -> bool:
        return self._last or (bool(self._finished) and all(self._finished.values()))

    def note(self, event: Event) -> Piece:
        data = parsed(event.data)
        if data.get("type") in self._end.types:
            self._last = True
        elif reports_error(data):
            raise ReportedError(data)
        if self._end.finished:
            self._note_entries(data, self._end.finished)
        return Named(event=event.name, data=data) if event.name else data

    def _note_entries(self, data: JsonObject, finished: Finished) -> None:
        for place, entry in enumerate(as_list(data.get(finished.list))):
            said = as_object(entry)
            key = str(said.get(finished.key, place))
            self._finished[key] = self._finished.get(key, False) or bool(said.get(finished.field))


class RelayedResponse(StreamingResponse):
    """A stream whose provider is let go of when the caller leaves, too.

    pieces: what is sent. failed: gives the last event where they break off. ended: is called at
    the end, however the stream ends. reply: is closed then.
    """

    def __init__(
        self,
        pieces: AsyncIterator[Piece],
        *,
        end_marker: str,
        failed: Callable[[UpstreamError], Piece],
        ended: Callable[[], None],
        reply: Reply,
    ) -> None:
        self._pieces = pieces
        self._end_marker = end_marker
        self._failed = failed
        self._ended = ended
        self._reply = reply
        super().__init__(self._events(), headers=_HEADERS, media_type=EVENT_STREAM)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the stream."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self.aclose()

    async def aclose(self) -> None:
        """Let go of the provider."""
        self._ended()
        await self._reply.aclose()

    async def _events(self) -> AsyncIterator[bytes]:
        try:
            async for piece in self._pieces:
                yield written(piece)
        except UpstreamError as error:
            yield written(self._failed(error))
            return
        if self._end_marker:
            yield sse.event(self._end_marker.encode())


def written(piece: Piece) -> bytes:
    """Write an event."""
    if isinstance(piece, Named):
        return sse.event(dump_bytes(piece.data), piece.event)
    return sse.event(dump_bytes(piece))

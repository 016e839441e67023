# Copied from codegen/runtime/; do not edit.
"""From the bytes of a stream to its events, its errors and its end; knows nothing of reading."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from .completion import is_complete
from .decoding import decode_event
from .error_bodies import error_in_event, parse_error_body
from .errors import StreamError, StreamInterrupted
from .models import Model
from .operation import StreamEnd
from .reply import Reply, make_error
from .sse import ServerSentEvent, SSEDecoder

__all__ = ["EventReader"]

M = TypeVar("M", bound=Model)


class EventReader(Generic[M]):
    """Reads one stream. ``received``: the data of its events; ``ended``: the marker has come.

    ``asked``: how many entries the request asked for, see :class:`StreamEnd`.
    """

    def __init__(self, event: type[M], reply: Reply, end: StreamEnd | None, asked: int = 1) -> None:
        self.received: list[bytes] = []
        self.ended: bool = False
        self._model: type[M] = event
        self._reply: Reply = reply
        self._end: StreamEnd | None = end
        self._asked: int = asked
        self._marker: bytes | None = None if end is None else end.marker.encode()
        self._decoder: SSEDecoder = SSEDecoder()

    def feed(self, chunk: bytes) -> Iterator[M]:
        """The events that ``chunk`` completes, up to the end marker.

        Raises StreamError for an event that reports an error, APIResponseError for one that is
        no JSON or violates the model.
        """
        for event in self._decoder.feed(chunk):
            data = event.data.strip()
            if data == self._marker:
                self.ended = True
                return
            if data:
                yield self._read(event)

    def interruption(self, reason: str) -> StreamInterrupted | None:
        """The error for a body that ends here without marker; ``None`` when it may."""
        # Read a second time, which only streams without a marker pay for.
        received = [self._model.model_validate_json(data, strict=True) for data in self.received]
        if is_complete(received, self._end, self._asked):
            return None
        message = f"the stream ended after {len(received)} events, incomplete: {reason}"
        error = make_error(StreamInterrupted, message, self._reply)
        error.received = received
        return error

    def _read(self, event: ServerSentEvent) -> M:
        found = error_in_event(event.data)
        if found is None and event.event == "error":
            found = parse_error_body(event.data, "error event")
        if found is not None:
            reply = self._reply.with_body(event.data)
            code = f"{found.code}: " if found.code else ""
            raise make_error(
                StreamError, f"error in the stream: {code}{found.message}", reply, found
            )
        model = decode_event(self._model, event.data, self._reply)
        self.received.append(event.data)
        return model

"""From the bytes of a stream to its events, its errors and its end; knows nothing of reading."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from .completion import Completion
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
    """Reads one stream. ``received``: the data of its events; ``ended``: the marker has come."""

    def __init__(self, event: type[M], reply: Reply, end: StreamEnd | None) -> None:
        self.received: list[bytes] = []
        self.ended: bool = False
        self._model: type[M] = event
        self._reply: Reply = reply
        self._completion: Completion = Completion(end)
        self._decoder: SSEDecoder = SSEDecoder()

    def feed(self, chunk: bytes) -> Iterator[M]:
        """The events that ``chunk`` completes, up to the end marker.

        Raises StreamError for an event that reports an error, APIResponseError for one that is
        no JSON or violates the model.
        """
        for event in self._decoder.feed(chunk):
            if self._completion.is_marker(event.data):
                self.ended = True
                return
            if event.data.strip():
                yield self._read(event)

    def interruption(self, reason: str) -> StreamInterrupted | None:
        """The error for a body that ends here; ``None`` when the stream is complete."""
        if self.ended or self._completion.complete:
            return None
        message = f"the stream ended after {len(self.received)} events, incomplete: {reason}"
        error = make_error(StreamInterrupted, message, self._reply)
        error.received = [self._model.model_validate_json(data) for data in self.received]
        return error

    def _read(self, event: ServerSentEvent) -> M:
        found = error_in_event(event.data)
        if found is None and event.event == "error":
            found = parse_error_body(event.data, "error event")
        reply = self._reply.with_body(event.data)
        if found is not None:
            code = f"{found.code}: " if found.code else ""
            raise make_error(
                StreamError, f"error in the stream: {code}{found.message}", reply, found
            )
        model = decode_event(self._model, reply)
        self.received.append(event.data)
        self._completion.see(model)
        return model

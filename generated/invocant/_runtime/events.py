# Copied from codegen/runtime/; do not edit.
"""From the bytes of a stream to its events, its errors and its end; knows nothing of reading."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Generic, TypeVar

from .completion import completes, is_complete
from .decoding import Decoder, decode_event
from .error_bodies import ErrorBody, error_in_event, parse_error_body
from .errors import APIResponseError, InvocantError, StreamError, StreamInterrupted
from .models import Model
from .operation import StreamEnd
from .reply import Reply, make_error
from .sse import SSEDecoder

__all__ = ["EventReader"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

# What every known shape of an error has, see `error_in_event`.
ERROR: Final = b'"error'

# Numbers are looked for in bytes ten times as fast as bytes are.
LF: Final = ord(b"\n")
CR: Final = ord(b"\r")


class EventReader(Generic[T_co]):
    """Reads one stream. ``received``: the data of its events, notes included; ``ended``: nothing
    more is due, because the marker has come or an event whose type is the last; ``failure``: the
    error that ended it.

    ``asked``: how many entries the request asked for, see :class:`StreamEnd`. ``note`` decodes what
    may come in place of an event and is none; such are not given out but put into ``notes``.
    """

    def __init__(
        self,
        event: Decoder[T_co],
        reply: Reply,
        end: StreamEnd | None,
        asked: int = 1,
        note: Decoder[Model] | None = None,
    ) -> None:
        self.received: list[bytes] = []
        self.notes: list[Model] = []
        self.ended: bool = False
        self.failure: InvocantError | None = None
        self._note: Decoder[Model] | None = note
        self._decode: Decoder[T_co] = event
        self._reply: Reply = reply
        self._end: StreamEnd | None = end
        self._asked: int = asked
        self._marker: bytes | None = end.marker.encode() if end and end.marker else None
        self._typed_end: StreamEnd | None = end if end and end.types else None
        self._from_json: Callable[[bytes], T_co] = event.from_json
        self._decoder: SSEDecoder = SSEDecoder()

    def alone(self, chunk: bytes) -> T_co | None:
        """The event that ``chunk`` is, if it is one, unnamed, valid and of one line.

        That is what servers send as a rule, and takes no further calls: they would cost as much as
        the event's validation. A chunk that was answered here is not to be fed.
        """
        if not self._decoder.between or chunk[:6] != b"data: " or chunk[-2:] != b"\n\n":
            return None
        data = chunk[6:-2]
        # From the right, since quotes are rarer than the letters of a word: half the time.
        if LF in data or CR in data or data.rfind(ERROR) >= 0 or data == self._marker:
            return None
        try:
            value = self._from_json(data)
        except ValueError:
            return None
        self.received.append(data)
        if self._typed_end is not None and completes(value, self._typed_end):
            self.ended = True
        return value

    def feed(self, chunk: bytes) -> Iterable[T_co]:
        """The events that ``chunk`` completes, up to the end of the stream.

        Raises StreamError for an event that reports an error, APIResponseError for one that is
        no JSON or violates its type; when it comes to it, for those before are given out.
        """
        several = self._decoder.plain(chunk)
        if several is None:
            return self._feed(chunk)
        # The first one may have begun before.
        suspect = chunk.rfind(ERROR) >= 0 or ERROR in several[0]
        return self._each(several, suspect)

    def _each(self, several: list[bytes], suspect: bool) -> Iterator[T_co]:
        from_json, received = self._from_json, self.received
        marker, typed_end = self._marker, self._typed_end
        for data in several:
            if data == marker:
                self.ended = True
                return
            try:
                value = None if suspect and ERROR in data else from_json(data)
            except ValueError:
                value = None
            if value is None:
                yield from self._odd(data)
            else:
                received.append(data)
                if typed_end is not None and completes(value, typed_end):
                    self.ended = True
                yield value
            if self.ended:
                return

    def _odd(self, data: bytes) -> Iterable[T_co]:
        """What may be in ``data`` that is no event at first sight."""
        text = data.strip()
        if text == self._marker:
            self.ended = True
            return ()
        return self._read(data, "") if text else ()

    def _feed(self, chunk: bytes) -> Iterator[T_co]:
        for data, name, _ in self._decoder.feed(chunk):
            text = data.strip()
            if text == self._marker:
                self.ended = True
                return
            # An error may have a name and nothing else.
            if text or name == "error":
                yield from self._read(data, name)
                if self.ended:
                    return

    def _read(self, data: bytes, name: str) -> Iterable[T_co]:
        """The event in ``data``, and none where that is a note."""
        try:
            return (self._event(data, name),)
        except InvocantError as error:
            if self._is_note(data, error):
                return ()
            self._fail(error)
            raise

    def _event(self, data: bytes, name: str) -> T_co:
        found = error_in_event(data)
        if found is None and name == "error":
            found = parse_error_body(data, "error event")
        if found is not None:
            raise self._reported(data, found)
        return self._received(data, decode_event(self._decode, data, self._reply))

    def _received(self, data: bytes, value: T) -> T:
        self.received.append(data)
        if self._typed_end is not None and completes(value, self._typed_end):
            self.ended = True
        return value

    def _reported(self, data: bytes, found: ErrorBody) -> StreamError:
        reply = self._reply.with_body(data)
        code = f"{found.code}: " if found.code else ""
        return make_error(StreamError, f"error in the stream: {code}{found.message}", reply, found)

    def merged(self) -> object:
        """What the events make up so far; ``None`` where that is not known."""
        return None

    def interruption(self, reason: str) -> StreamInterrupted | None:
        """The error for a body that ends here unannounced; ``None`` when it may."""
        # Read a second time, which only streams without an announced end pay for.
        if is_complete(map(json.loads, self.received), self._end, self._asked):
            return None
        count = len(self.received)
        message = f"the stream ended after {count} events, incomplete: {reason}"
        error = make_error(StreamInterrupted, message, self._reply)
        self._fail(error)
        return error

    def snapshot(self) -> object:
        """What the events make up so far; ``None`` where that is not known."""
        return None

    def _is_note(self, data: bytes, error: InvocantError) -> bool:
        """Whether what is no event, as ``error`` says, is a note; then it is kept as one."""
        if self._note is None or not isinstance(error, APIResponseError):
            return False
        try:
            self.notes.append(decode_event(self._note, data, self._reply))
        except APIResponseError:
            return False
        self.received.append(data)
        return True

    def _fail(self, error: InvocantError) -> None:
        self.failure = error
        if isinstance(error, StreamError | StreamInterrupted):
            error.received = [self._again(data) for data in self.received]
            error.partial = self.snapshot()

    def _again(self, data: bytes) -> T_co | Model:
        try:
            return decode_event(self._decode, data, self._reply)
        except APIResponseError:
            if self._note is None:
                raise
            return decode_event(self._note, data, self._reply)

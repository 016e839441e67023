"""Changing the body of an answer while it is sent, without sending: pure but for what was seen.

An editor takes the body piece by piece and says what to do in its place: write bytes, wait, or
end. After an end there is nothing more to do.
"""

from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import Final, Protocol, TypeAlias

from .record import Fault, Form, Kind

DEFAULT_SIZE: Final = 16
DEFAULT_PAUSE: Final = 0.1
_EVENT_END: Final = b"\n\n"
_DATA: Final = b"data: "


class End(Enum):
    """How an answer ends."""

    PROPER = auto()
    """As if it were complete."""

    CUT = auto()
    """The connection is closed in order, the body is not complete."""

    RESET = auto()
    """The connection is reset."""


Step: TypeAlias = bytes | float | End
"""Bytes to write, seconds to wait, or an end."""


class Editor(Protocol):
    """Takes a body piece by piece."""

    def feed(self, data: bytes, *, last: bool) -> Iterator[Step]:
        """Return what to do for a piece of the body; last: nothing follows."""
        ...


class Unchanged:
    """Leaves the body as it is."""

    def feed(self, data: bytes, *, last: bool) -> Iterator[Step]:
        """Pass everything on."""
        yield data


class Dropped:
    """Leaves the body out."""

    def feed(self, data: bytes, *, last: bool) -> Iterator[Step]:
        """Pass nothing on."""
        yield from ()


class InPieces:
    """Writes the body slowly."""

    def __init__(self, size: int, seconds: float) -> None:
        self._size = size
        self._seconds = seconds
        self._begun = False

    def feed(self, data: bytes, *, last: bool) -> Iterator[Step]:
        """Wait before every piece but the first."""
        for start in range(0, len(data), self._size):
            if self._begun:
                yield self._seconds
            self._begun = True
            yield data[start : start + self._size]


class FirstBytes:
    """Ends the body after so many bytes, where it has as many, else at its end."""

    def __init__(self, count: int, end: End) -> None:
        self._left = count
        self._end = end

    def feed(self, data: bytes, *, last: bool) -> Iterator[Step]:
        """Pass on what comes first."""
        kept = data[: self._left]
        self._left -= len(kept)
        if kept:
            yield kept
        if last or not self._left:
            yield self._end


class _Events:
    """Cuts a stream into its events; what follows the last blank line is one as well."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes, *, last: bool) -> Iterator[Step]:
        """Edit event by event."""
        *events, self._rest = (self._rest + data).split(_EVENT_END)
        for event in events:
            yield from self.event(event + _EVENT_END)
        if last and self._rest:
            yield from self.event(self._rest)
        if last:
            yield from self.end()

    def event(self, event: bytes) -> Iterator[Step]:
        """Return what to do for an event."""
        raise NotImplementedError

    def end(self) -> Iterator[Step]:
        """Return what to do after the last event."""
        yield from ()


class FirstEvents(_Events):
    """Ends a stream after so many events, where it has as many, with some bytes behind them."""

    def __init__(self, count: int, end: End, say: Callable[[int], bytes] = lambda _: b"") -> None:
        super().__init__()
        self._count = count
        self._end = end
        self._say = say
        self._seen = 0
        self._over = False

    def event(self, event: bytes) -> Iterator[Step]:
        """Pass on what comes first."""
        if self._over:
            return
        if self._seen < self._count:
            self._seen += 1
            yield event
        if self._seen == self._count:
            yield from self.end()

    def end(self) -> Iterator[Step]:
        """Say the last words, once."""
        if not self._over:
            self._over = True
            if words := self._say(self._seen):
                yield words
            yield self._end


class WithoutLast(_Events):
    """Leaves out the last event of a stream, which says that it is complete."""

    def __init__(self) -> None:
        super().__init__()
        self._held = b""

    def event(self, event: bytes) -> Iterator[Step]:
        """Pass on the event before."""
        if self._held:
            yield self._held
        self._held = event


class BrokenEvent(_Events):
    """Makes one event of a stream malformed, the one that follows so many."""

    def __init__(self, count: int, form: Form) -> None:
        super().__init__()
        self._left = count
        self._form: Form = form

    def event(self, event: bytes) -> Iterator[Step]:
        """Pass on all others as they are."""
        self._left -= 1
        if self._left != -1:
            yield event
            return
        start = event.find(_DATA) + len(_DATA)
        yield event[:start] + malformed(event[start:].rstrip(b"\n"), self._form) + _EVENT_END


class Broken:
    """Makes a whole body malformed."""

    def __init__(self, form: Form, kept: int | None) -> None:
        self._form: Form = form
        self._kept = kept
        self._body = b""

    def feed(self, data: bytes, *, last: bool) -> Iterator[Step]:
        """Wait for all of it."""
        self._body += data
        if last:
            yield malformed(self._body, self._form, self._kept)


def malformed(json: bytes, form: Form, kept: int | None = None) -> bytes:
    """Return what is wrong in a way; of JSON that is cut so many bytes are kept, else half."""
    match form:
        case "cut":
            return json[: min(len(json) - 1, len(json) // 2 if kept is None else kept)]
        case "broken":
            opened = 1 if json[:1] in (b"{", b"[") else 0
            return json[:opened] + b"=" + json[opened:]
        case "text":
            return b'"This is no object."'
        case "utf-8":
            return json[:-1] + b',"bad":"\xe4"' + json[-1:]


def editor(fault: Fault, *, stream: bool, length: int, say: Callable[[int], bytes]) -> Editor:
    """Return what a fault does to a body.

    length: of a whole body. say: what a stream's server says that fails after so many events.
    """
    count = fault.after.count if fault.after else None
    match fault.kind:
        case Kind.CUT | Kind.RESET:
            return _ending(fault, count, stream=stream, length=length)
        case Kind.NO_END:
            return WithoutLast()
        case Kind.ERROR:
            return FirstEvents(_or(count, 1), End.PROPER, say)
        case Kind.MALFORMED if stream:
            return BrokenEvent(_or(count, 1), fault.form or "cut")
        case Kind.MALFORMED:
            return Broken(fault.form or "cut", count)
        case Kind.SLOW:
            pause = DEFAULT_PAUSE if fault.seconds is None else fault.seconds
            return InPieces(fault.size or DEFAULT_SIZE, pause)
        case Kind.EMPTY:
            return Dropped()
        case _:
            return Unchanged()


def _ending(fault: Fault, count: int | None, *, stream: bool, length: int) -> Editor:
    end = End.PROPER if fault.framing == "proper" else End.CUT
    if fault.kind is Kind.RESET:
        end = End.RESET
    if stream and not (fault.after and fault.after.in_bytes):
        return FirstEvents(_or(count, 1), end)
    return FirstBytes(_or(count, length // 2), end)


def _or(count: int | None, other: int) -> int:
    return other if count is None else count

"""Server-sent events, read from the bytes of a whole answer as the HTML standard reads them.

Beside the events it keeps every fact of the framing that a lenient reader would hide: what was
never ended by a blank line, which lines belong to no field, which line ends occur.
Source: WHATWG HTML, §9.2.5 Parsing an event stream and §9.2.6 Interpreting an event stream.
"""

import functools
import re
from dataclasses import dataclass, field

_LINE_END = re.compile("\r\n|\n|\r")
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """A dispatched event: its data lines joined by newlines, and its type."""

    data: str
    type: str = "message"


@dataclass(frozen=True, kw_only=True, slots=True)
class EventStream:
    """What a standard parser makes of a stream, and what it passes over.

    `unfinished` is the data that no blank line ended, so that a standard parser drops it, None
    where there is none. `ignored` are the lines with an unknown field name.
    """

    events: tuple[Event, ...]
    unfinished: str | None = None
    comments: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    line_ends: frozenset[str] = frozenset()
    byte_order_mark: bool = False
    is_utf8: bool = True


@functools.lru_cache(maxsize=64)
def read(body: bytes) -> EventStream:
    """Read a whole stream. Bytes that are not UTF-8 become U+FFFD, as the standard says."""
    text = body.decode(errors="replace")
    parser = _Parser()
    *lines, rest = _LINE_END.split(text.removeprefix(_BYTE_ORDER_MARK))
    for line in lines:
        parser.line(line)
    if rest:
        parser.line(rest)
    return EventStream(
        events=tuple(parser.events),
        unfinished="\n".join(parser.data) if parser.data else None,
        comments=tuple(parser.comments),
        ignored=tuple(parser.ignored),
        line_ends=frozenset(_LINE_END.findall(text)),
        byte_order_mark=text.startswith(_BYTE_ORDER_MARK),
        is_utf8=_is_utf8(body),
    )


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True


@dataclass(kw_only=True, slots=True)
class _Parser:
    """The event that is being read, and everything before it."""

    events: list[Event] = field(default_factory=list[Event])
    comments: list[str] = field(default_factory=list[str])
    ignored: list[str] = field(default_factory=list[str])
    data: list[str] = field(default_factory=list[str])
    type: str = ""

    def line(self, line: str) -> None:
        """Take one line, without its end."""
        if not line:
            self._dispatch()
        elif line.startswith(":"):
            self.comments.append(line[1:])
        else:
            name, _, value = line.partition(":")
            self._field(name, value.removeprefix(" "), line)

    def _dispatch(self) -> None:
        if self.data:
            self.events.append(Event(data="\n".join(self.data), type=self.type or "message"))
        self.data, self.type = [], ""

    def _field(self, name: str, value: str, line: str) -> None:
        if name == "data":
            self.data.append(value)
        elif name == "event":
            self.type = value
        elif name not in ("id", "retry"):
            self.ignored.append(line)

"""Server-sent events as they arrive, in pieces cut anywhere; pure.

Source: WHATWG HTML, §9.2.6 Interpreting an event stream. Comments, ids and retry times are dropped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
# A CR at the end may be the first half of a line end, so that it waits for what follows.
_LINE_END: Final = re.compile(rb"\r\n|\n|\r(?!\Z)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """A complete event: its data lines joined by newlines, and its name, "" for none."""

    data: bytes
    name: str = ""


class EventReader:
    """Puts events together. What no blank line ends is no event."""

    def __init__(self) -> None:
        self._fragments: list[bytes] = []
        self._data: list[bytes] = []
        self._name = ""
        self._begun = False

    def feed(self, piece: bytes) -> Iterator[Event]:
        """Yield the events that a piece completes."""
        if b"\n" not in piece and b"\r" not in piece:
            self._fragments.append(piece)
            return
        text = b"".join((*self._fragments, piece))
        if not self._begun:
            self._begun, text = True, text.removeprefix(_BYTE_ORDER_MARK)
        *lines, rest = _LINE_END.split(text)
        self._fragments = [rest]
        for line in lines:
            if line:
                self._take(line)
                continue
            if self._data:
                yield Event(data=b"\n".join(self._data), name=self._name)
            self._data, self._name = [], ""

    def _take(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
        elif name == b"event":
            self._name = value.decode(errors="replace")

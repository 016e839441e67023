# Copied from codegen/runtime/; do not edit.
"""Server-sent events from bytes, after the WHATWG rules for interpreting an event stream.

https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
One deliberate difference: ``data`` stays bytes. A browser replaces invalid UTF-8; here the JSON
parser refuses it, so that damaged text is an error and not a silent change.
"""

from typing import Final, NamedTuple

__all__ = ["SSEDecoder", "ServerSentEvent"]

BOM: Final = b"\xef\xbb\xbf"

# From the data of one event to that of the next one, as servers write it.
BETWEEN: Final = b"\n\ndata: "

# Numbers are looked for in bytes ten times as fast as bytes are.
LF: Final = ord(b"\n")
CR: Final = ord(b"\r")

# Python refuses to read integers of thousands of digits; nine are eleven days in milliseconds.
LONGEST_RETRY: Final = 9


class ServerSentEvent(NamedTuple):
    """One dispatched event; ``event`` is empty when the stream named none."""

    data: bytes
    event: str = ""
    id: str = ""


class SSEDecoder:
    """Turns chunks, cut anywhere, into events. A last event without its blank line is dropped."""

    def __init__(self) -> None:
        self.retry: int | None = None
        self._fragments: list[bytes] = []
        self._data: list[bytes] = []
        self._event: str = ""
        self._last_id: str = ""
        self._at_start: bool = True
        self._after_cr: bool = False
        # Whether a line begins, and all before it was dispatched.
        self.between: bool = False

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """The events that ``chunk`` completes."""
        self.between = False
        if self._after_cr and chunk:
            self._after_cr = False
            chunk = chunk.removeprefix(b"\n")
        if b"\n" not in chunk and b"\r" not in chunk:
            self._fragments.append(chunk)
            return []
        self._after_cr = chunk.endswith(b"\r")
        finished = self._after_cr or chunk.endswith(b"\n")
        if self._fragments:
            chunk = b"".join((*self._fragments, chunk))
            self._fragments = []
        lines = chunk.splitlines()
        if not finished:
            self._fragments.append(lines.pop())
        return self._read(lines)

    def plain(self, chunk: bytes) -> list[bytes] | None:
        """The data of the events that ``chunk`` completes, if all are unnamed and of one line.

        That is what servers send as a rule. A chunk that was answered here is not to be fed.
        """
        end = chunk.rfind(BETWEEN[:2])
        if end < 0 or self._data or self._event or self._after_cr or CR in chunk:
            return None
        text = b"".join((*self._fragments, chunk)) if self._fragments else chunk
        if text[:6] != BETWEEN[2:]:
            return None
        end += len(text) - len(chunk)
        # From the right, where what is rare stands first: a tenth of the time.
        found = text[6:end].rsplit(BETWEEN)
        if LF in b"".join(found):
            return None
        self._fragments = []
        self._at_start = False
        self.between = True
        if len(text) > end + 2:
            self.feed(text[end + 2 :])
        return found

    def _read(self, lines: list[bytes]) -> list[ServerSentEvent]:
        if self._at_start:
            self._at_start = False
            lines[0] = lines[0].removeprefix(BOM)
        events: list[ServerSentEvent] = []
        for line in lines:
            if line.startswith(b"data: "):
                self._data.append(line[6:])
            elif line:
                self._field(line)
            else:
                self._dispatch(events)
        self.between = not (self._fragments or self._data or self._event or self._after_cr)
        return events

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
        elif name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"id" and b"\0" not in value:
            self._last_id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit() and len(value) <= LONGEST_RETRY:
            self.retry = int(value)

    def _dispatch(self, events: list[ServerSentEvent]) -> None:
        if self._data:
            data = b"\n".join(self._data)
            events.append(ServerSentEvent(data, self._event, self._last_id))
            self._data = []
        self._event = ""

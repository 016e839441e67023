"""Joining the chunks of a body that were read together (RFC 9112, section 7.1).

Servers make every event of a stream a chunk of its own, and what HTTP libraries do for a chunk
costs more than the event in it. What came in one read may as well have come in one chunk.
"""

import re
from functools import lru_cache
from typing import Final

__all__ = ["ChunkJoiner"]

# A whole head; what deviates from it, even where libraries are tolerant, is left to them.
_HEAD: Final = re.compile(rb"HTTP/1\.1 200 [^\r\n]*\r\n(?:\S[^\r\n]*\r\n)*\r\n")
_CHUNKED: Final = b"\ntransfer-encoding: chunked\r\n"

# What stands between the contents of two chunks, and before the first one: the end of a line, and
# a line with a size. A last chunk, an extension, a leading zero are something else. Seven digits
# keep the sum of the sizes that come in one read within the eight that every library takes.
_BETWEEN: Final = re.compile(rb"\r\n([1-9A-Fa-f][0-9A-Fa-f]{0,6})\r\n")
_LONGEST_BETWEEN: Final = 11
_BEGINNING: Final = re.compile(rb"(?:\r(?:\n(?:[1-9A-Fa-f][0-9A-Fa-f]{0,6}\r?)?)?)?")
_NEWLINE: Final = b"\r\n"


class ChunkJoiner:
    """Rewrites what is read from one connection, read by read.

    Nothing is held back: the part of a body that a read brought is given out with that read.
    Answers that are not chunked or not 200 are left as they are, and so are those whose head comes
    in several reads. Where a body is anything but chunks with a plain size, it is left as it is
    from there on, for the library to find its end or what is wrong with it.
    """

    __slots__: tuple[str, ...] = ("_begun", "_due", "_expected")

    def __init__(self) -> None:
        # Whether the next read is the first one of an answer.
        self._expected: bool = False
        # How many bytes of the present chunk's content are to come; None: nothing is looked at.
        self._due: int | None = None
        # What was given out of the lines between that chunk and the next one.
        self._begun: bytes = b""

    def expect(self) -> None:
        """An answer comes next: a request is being sent."""
        self._expected = True

    def feed(self, data: bytes) -> bytes:
        """What to take for what was read; never longer, and empty at the end alone."""
        if self._expected:
            self._expected = False
            return self._joined(data, _head(data))
        if self._due is None:
            return data
        if self._due > 0:
            return self._joined(data, self._due)
        begun = self._begun
        whole = begun + data
        if begun == _NEWLINE and _is_one(whole):
            return data
        return self._joined(whole, _first(begun, whole))[len(begun) :]

    def _joined(self, data: bytes, begin: int | None) -> bytes:
        """``data`` with all chunks joined that begin from ``begin`` on, where a content ends."""
        self._due, self._begun = None, b""
        if begin is None:
            return data
        end, size = begin, 0
        contents: list[bytes] = []
        while found := _between(data[end : end + _LONGEST_BETWEEN]):
            start = end + found[0]
            end = start + found[1]
            contents.append(data[start:end])
            size += found[1]
        if end > len(data):
            self._due = end - len(data)
        elif _BEGINNING.fullmatch(data, end):
            self._due, self._begun = 0, data[end:]
        if len(contents) < 2:
            return data
        return b"".join((data[:begin], b"\r\n%x\r\n" % size, *contents, data[end:]))


def _head(data: bytes) -> int | None:
    """Where the lines before the first chunk begin; ``None`` where there is none to be joined."""
    found = _HEAD.match(data)
    if found is None:
        return None
    head = found[0].lower()
    if head.count(b"\ntransfer-encoding") != 1 or b"\ncontent-length" in head:
        return None
    return found.end() - len(_NEWLINE) if _CHUNKED in head else None


def _is_one(data: bytes) -> bool:
    """Whether it is one chunk after the end of another's: what an event that comes alone is."""
    found = _between(data[:_LONGEST_BETWEEN])
    return found is not None and sum(found) + 2 == len(data) and data[-2:] == _NEWLINE


def _first(begun: bytes, data: bytes) -> int | None:
    """Where joining begins in ``data`` of which ``begun`` was given out.

    A size that has begun cannot be changed; then it is at the end of the chunk that has it.
    """
    if _NEWLINE.startswith(begun):
        return 0
    found = _between(data[:_LONGEST_BETWEEN])
    return found and sum(found)


# Events of one stream are of few sizes, and begin alike.
@lru_cache(maxsize=1024)
def _between(text: bytes) -> tuple[int, int] | None:
    """How long the lines are with which ``text`` begins, and the content after them."""
    found = _BETWEEN.match(text)
    return found and (found.end(), int(found[1], 16))

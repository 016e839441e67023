"""Undoing the content encodings that requests allow: gzip and deflate (RFC 9110, section 8.4).

Bodies that are cut or damaged are errors here; HTTP libraries return what they could decode.
"""

import zlib
from collections.abc import Iterable
from typing import Final

__all__ = ["ACCEPTED", "BrokenCoding", "ContentDecoder", "codings"]

ACCEPTED: Final = "gzip, deflate"

GZIP: Final = 16 + zlib.MAX_WBITS
RAW_DEFLATE: Final = -zlib.MAX_WBITS


class BrokenCoding(Exception):
    """A body is not what its content encoding says."""


def codings(header: str) -> tuple[str, ...]:
    """The codings that a ``Content-Encoding`` header names, in the order of their application."""
    names = (name.strip().lower() for name in header.split(","))
    return tuple(name for name in names if name not in {"", "identity"})


class ContentDecoder:
    """Decodes one body, piece by piece. Raises BrokenCoding for a coding not asked for."""

    def __init__(self, names: Iterable[str]) -> None:
        self._stages: list[_Inflater] = [_Inflater(name) for name in reversed([*names])]

    def feed(self, data: bytes) -> bytes:
        """What another piece of the body decodes to. Raises BrokenCoding."""
        for stage in self._stages:
            data = stage.feed(data)
        return data

    def finish(self) -> None:
        """Raise BrokenCoding unless the body is complete; an empty one is."""
        if not all(stage.complete for stage in self._stages):
            raise BrokenCoding("it is cut")


class _Inflater:
    """One coding. A gzip body may have several members, a deflate one may lack its header."""

    def __init__(self, name: str) -> None:
        if name not in {"gzip", "x-gzip", "deflate"}:
            raise BrokenCoding(f"{name[:20]!r} was not asked for")
        self._window: int = zlib.MAX_WBITS if name == "deflate" else GZIP
        self._inflate = zlib.decompressobj(self._window)
        self._started: bool = False

    @property
    def complete(self) -> bool:
        return self._inflate.eof or not self._started

    def feed(self, data: bytes) -> bytes:
        decoded: list[bytes] = []
        while data:
            if self._inflate.eof:
                # What follows the last member can only be padding.
                if self._window != GZIP or not data.strip(b"\0"):
                    break
                self._inflate = zlib.decompressobj(GZIP)
            decoded.append(self._some(data))
            data = self._inflate.unused_data
        return b"".join(decoded)

    def _some(self, data: bytes) -> bytes:
        first, self._started = not self._started, True
        try:
            return self._inflate.decompress(data)
        except zlib.error as error:
            if first and self._window == zlib.MAX_WBITS:
                self._window = RAW_DEFLATE
                self._inflate = zlib.decompressobj(RAW_DEFLATE)
                return self._some(data)
            raise BrokenCoding(str(error)) from error

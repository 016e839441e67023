"""Pieces of HTML from the files of this package; everything that is filled in is escaped."""

from typing import Final

from ...markup.rendering import SHARED, Markup, Templates, escaped, joined

__all__ = ["Markup", "escaped", "file", "fill", "joined", "served"]

_PAGE: Final = Templates(__name__.rpartition(".")[0])
_BASES: Final = {"page.css": "base.css", "page.js": "copy.js"}

fill: Final = _PAGE.fill
file: Final = _PAGE.file


def served(name: str) -> str:
    """Return what a browser gets for a file: style and script follow what all pages share."""
    base = SHARED.file(_BASES[name]) if name in _BASES else ""
    return base + file(name)

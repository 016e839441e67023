# Copied from codegen/runtime/; do not edit.
"""The words and marks that a type in DDL is made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

__all__ = ["Token", "TokenKind", "quoted_name", "quoted_text", "tokens"]

_PATTERN: Final = re.compile(
    r"""\s*(?:(?P<word>\w+)
    | (?P<name>`(?:[^`]|``)*`)
    | (?P<text>'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*")
    | (?P<mark>[<>(),:]))""",
    re.VERBOSE | re.DOTALL,
)
_PLAIN: Final = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "b": "\b"}


class TokenKind(Enum):
    """What a token is."""

    WORD = "word"
    NAME = "name"
    TEXT = "text"
    MARK = "mark"
    END = "end"


@dataclass(frozen=True, kw_only=True, slots=True)
class Token:
    """``text`` is without quotes; ``at`` counts characters from 1."""

    kind: TokenKind
    text: str
    at: int


def tokens(ddl: str) -> Iterator[Token]:
    """Yield what a text is made of, and its end. Raises ValueError with the place of the fault."""
    position = 0
    while ddl[position:].strip():
        match = _PATTERN.match(ddl, position)
        if match is None:
            raise ValueError(f"no type goes on so at character {position + 1}")
        kind = TokenKind(match.lastgroup)
        text, at = match[kind.value], match.start(kind.value) + 1
        yield Token(kind=kind, text=_unquoted(kind, text), at=at)
        position = match.end()
    yield Token(kind=TokenKind.END, text="", at=len(ddl) + 1)


def quoted_name(name: str) -> str:
    """A name as it is written, in backquotes where it needs them."""
    return name if _PLAIN.fullmatch(name) else f"`{name.replace('`', '``')}`"


def quoted_text(text: str) -> str:
    """A text as it is written."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _unquoted(kind: TokenKind, text: str) -> str:
    if kind is TokenKind.NAME:
        return text[1:-1].replace("``", "`")
    if kind is TokenKind.TEXT:
        body = text[1:-1].replace(text[0] * 2, f"\\{text[0]}")
        return _ESCAPED.sub(lambda found: _ESCAPES.get(found[1], found[1]), body)
    return text

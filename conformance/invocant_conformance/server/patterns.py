"""Texts that match a regular expression of the usual kind; pure.

Understood are characters and classes, escapes such as \\d and \\w, groups, alternatives,
repetitions, and anchors at the ends. Not understood are looking ahead and behind, references back,
properties of Unicode, and anchors inside.
"""

import string
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

_DIGITS, _LETTERS = string.digits, string.ascii_letters
_WORD = f"{_LETTERS}{_DIGITS}_"
_PRINTABLE = f"{_WORD} -.,:;!?+*/=()@#%&"
_CLASSES = {"d": _DIGITS, "w": _WORD, "s": " "}
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v", "0": "\0"}
_QUANTIFIERS = {"?": (0, 1), "*": (0, None), "+": (1, None)}
_LONGEST_PATTERN = 2000
_LONGEST_RANGE = 500
_MOST_DRAWS = 5000

_Draw = Callable[[Random, range], str]
"""Draws a text; an open repetition repeats beyond its least as often as one of the range says."""


class Unsupported(ValueError):
    """A pattern that is broken, or uses what is not understood."""


def matching(pattern: str, random: Random, *, more: range) -> str:
    """Return a text that matches a pattern as a whole. Raises Unsupported.

    more: how often an open repetition repeats beyond its least; not empty.
    """
    if len(pattern) > _LONGEST_PATTERN:
        raise Unsupported(pattern)
    parser = _Parser(text=pattern.removeprefix("^"))
    drawn = parser.alternatives()
    if parser.place < len(parser.text):
        raise Unsupported(pattern)
    return drawn(random, more)


@dataclass(kw_only=True, slots=True)
class _Parser:
    """Reads a pattern into what draws texts for it; `left` limits how much these draw."""

    text: str
    place: int = 0
    left: int = _MOST_DRAWS

    def alternatives(self) -> _Draw:
        options = [self._sequence()]
        while self._take("|"):
            self._take("^")
            options.append(self._sequence())
        return lambda random, more: random.choice(options)(random, more)

    def _sequence(self) -> _Draw:
        parts: list[_Draw] = []
        while self._peek() not in ("", "|", ")"):
            if self._take("$"):
                if self._peek() not in ("", "|", ")"):
                    raise Unsupported(self.text)
                break
            parts.append(self._repeated(self._atom()))
        return lambda random, more: "".join(part(random, more) for part in parts)

    def _atom(self) -> _Draw:
        match self._next():
            case "(":
                return self._group()
            case "[":
                return _one_of(self._class())
            case ".":
                return _one_of(_PRINTABLE)
            case "\\":
                return _one_of(self._escape())
            case char if char not in "*+?{^":
                return _one_of(char)
            case _:
                raise Unsupported(self.text)

    def _group(self) -> _Draw:
        if self._take("?") and not self._take(":"):
            self._take("P")
            name_begins = self._take("<") and self._peek() not in ("=", "!")
            if not name_begins or ">" not in self.text[self.place :]:
                raise Unsupported(self.text)
            self.place = self.text.index(">", self.place) + 1
        inside = self.alternatives()
        if not self._take(")"):
            raise Unsupported(self.text)
        return inside

    def _repeated(self, draw: _Draw) -> _Draw:
        least, most = self._bounds()
        self._take("?")
        if (least, most) == (1, 1):
            return draw

        def repeated(random: Random, more: range) -> str:
            number = least + random.choice(more)
            number = number if most is None else min(max(most, least), number)
            self._spend(number)
            return "".join(draw(random, more) for _ in range(number))

        return repeated

    def _spend(self, draws: int) -> None:
        self.left -= draws
        if self.left < 0:
            raise Unsupported(self.text)

    def _bounds(self) -> tuple[int, int | None]:
        char = self._peek()
        if char in _QUANTIFIERS and char:
            self.place += 1
            return _QUANTIFIERS[char]
        if not self._take("{"):
            return 1, 1
        inside, closed, _ = self.text[self.place :].partition("}")
        low, comma, high = inside.partition(",")
        if not closed or not low.isdecimal() or (high and not high.isdecimal()):
            raise Unsupported(self.text)
        self.place += len(inside) + 1
        return int(low), (int(high) if high else None) if comma else int(low)

    def _class(self) -> str:
        negated, members = self._take("^"), ""
        while not self._take("]"):
            first = self._member()
            if len(first) == 1 and self._peek() == "-" and self.text[self.place + 1 :][:1] != "]":
                self.place += 1
                members += _range(first, self._member())
            else:
                members += first
        kept = [char for char in _PRINTABLE if char not in members] if negated else members
        if not kept:
            raise Unsupported(self.text)
        return "".join(kept)

    def _member(self) -> str:
        char = self._next()
        return self._escape() if char == "\\" else char

    def _escape(self) -> str:
        char = self._next()
        if char in "xu":
            return self._code(2 if char == "x" else 4)
        if char in _CLASSES:
            return _CLASSES[char]
        if char.lower() in _CLASSES:
            return "".join(each for each in _PRINTABLE if each not in _CLASSES[char.lower()])
        if char in _CONTROLS:
            return _CONTROLS[char]
        if char.isalnum():
            raise Unsupported(self.text)
        return char

    def _code(self, length: int) -> str:
        digits = self.text[self.place : self.place + length]
        if len(digits) < length or not set(digits) <= set(string.hexdigits):
            raise Unsupported(self.text)
        self.place += length
        return chr(int(digits, 16))

    def _peek(self) -> str:
        return self.text[self.place : self.place + 1]

    def _next(self) -> str:
        char = self._peek()
        if not char:
            raise Unsupported(self.text)
        self.place += 1
        return char

    def _take(self, char: str) -> bool:
        found = self._peek() == char
        self.place += found
        return found


def _one_of(chars: str) -> _Draw:
    return lambda random, more: random.choice(chars)


def _range(first: str, last: str) -> str:
    if len(last) != 1 or last < first:
        raise Unsupported(f"{first}-{last}")
    return "".join(map(chr, range(ord(first), min(ord(last), ord(first) + _LONGEST_RANGE) + 1)))

"""Repeatable randomness: everything drawn is a function of a seed and of what it is for."""

import hashlib
from random import Random
from typing import TypeAlias

Key: TypeAlias = "str | int | tuple[Key, ...]"


def digest(*key: Key) -> str:
    """Return 64 hexadecimal digits that stand for a key."""
    return _hashed(key).hex()


def generator(*key: Key) -> Random:
    """Return a generator of random numbers for a key."""
    return Random(int.from_bytes(_hashed(key)))


def _hashed(key: tuple[Key, ...]) -> bytes:
    return hashlib.blake2b(repr(key).encode(), digest_size=32).digest()


class Draws:
    """What is drawn for a key: one large number, or as many numbers as are needed.

    Texts need no more than the number, and seeding a generator costs more than writing them.
    """

    __slots__ = ("_generator", "number")

    def __init__(self, *key: Key) -> None:
        self.number = int.from_bytes(_hashed(key))
        """256 bits."""
        self._generator: Random | None = None

    @property
    def generator(self) -> Random:
        """A generator of random numbers, the same one every time."""
        if self._generator is None:
            self._generator = Random(self.number)
        return self._generator

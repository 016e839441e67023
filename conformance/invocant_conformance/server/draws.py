"""Repeatable randomness: everything drawn is a function of a seed and of what it is for."""

import hashlib
from collections import Counter
from collections.abc import Callable
from random import Random

Key = str | int


def digest(*key: Key) -> str:
    """Return 64 hexadecimal digits that stand for a key."""
    return hashlib.blake2b(repr(key).encode(), digest_size=32).hexdigest()


def generator(*key: Key) -> Random:
    """Return a generator of random numbers for a key."""
    return Random(int(digest(*key), 16))


class Ids:
    """Gives ids of 32 hexadecimal digits, the same ones in the same order for the same key.

    key: such as a seed, and how often the state was taken up before.
    """

    def __init__(self, *key: Key) -> None:
        self._key = key
        self._given = Counter[str]()

    def of(self, kind: str) -> Callable[[], str]:
        """Return a function whose ids no other call, and no other kind, gives."""

        def next_id() -> str:
            number = self._given[kind]
            self._given[kind] = number + 1
            return digest(kind, *self._key, number)[:32]

        return next_id

    def restart(self) -> None:
        """Begin again with the first ids."""
        self._given.clear()

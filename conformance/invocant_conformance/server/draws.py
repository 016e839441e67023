"""Repeatable randomness: everything drawn is a function of a seed and of what it is for."""

import hashlib
from random import Random

Key = str | int


def digest(*key: Key) -> str:
    """Return 64 hexadecimal digits that stand for a key."""
    return hashlib.blake2b(repr(key).encode(), digest_size=32).hexdigest()


def generator(*key: Key) -> Random:
    """Return a generator of random numbers for a key."""
    return Random(int(digest(*key), 16))

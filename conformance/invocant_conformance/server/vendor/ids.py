"""Ids of the parts of an answer."""

from ..draws import digest


def item_id(prefix: str, *key: str | int) -> str:
    """Return the id of a part of an answer, such as msg_ and 32 digits."""
    return f"{prefix}_{digest(prefix, *key)[:32]}"

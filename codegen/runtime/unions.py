"""Tagged unions that stay open: a tag of tomorrow becomes :class:`Unknown`, nothing is lost."""

from collections.abc import Mapping

from pydantic import Discriminator, Tag

from .models import Model, Unknown

__all__ = ["Tag", "Unknown", "open_tag"]


def open_tag(key: str, *known: str) -> Discriminator:
    """Choose the union member by the value of ``key``; tags not in ``known`` choose ``Tag("")``."""
    tags = frozenset(known)

    def pick(value: Mapping[str, object] | Model) -> str:
        tag: object = value.get(key) if isinstance(value, Mapping) else getattr(value, key, None)
        return tag if isinstance(tag, str) and tag in tags else ""

    return Discriminator(pick)

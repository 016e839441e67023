# Copied from codegen/runtime/; do not edit.
"""Answers that are sent back as turns of a conversation, of which a part alone is the turn."""

from collections.abc import Collection

from .json_data import is_array
from .models import Model

__all__ = ["trimmed"]


def trimmed(value: object, members: Collection[str]) -> object:
    """Models among ``value`` with no other ``members``; everything else as it is."""
    if not is_array(value):
        return value
    return [_part(item, members) if isinstance(item, Model) else item for item in value]


def _part(model: Model, members: Collection[str]) -> dict[str, object]:
    dumped = model.model_dump(by_alias=True, exclude_unset=True)
    return {name: item for name, item in dumped.items() if name in members}

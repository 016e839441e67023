# Copied from codegen/runtime/; do not edit.
"""Keeping credentials out of everything that people and logs read."""

import json
from collections.abc import Collection, Iterator
from typing import Final

from .json_data import is_array, is_object

__all__ = ["MASK", "redact", "redact_bytes", "secret_values"]

MASK: Final = "[secret]"

# Masking a shorter value would garble ordinary words of a message, and thereby tell the value.
MIN_LENGTH: Final = 6


def redact(text: str, secrets: Collection[str]) -> str:
    """``text`` with every secret of at least six characters masked, as it is and as escaped."""
    for form in _forms(secrets):
        text = text.replace(form, MASK)
    return text


def redact_bytes(data: bytes, secrets: Collection[str]) -> bytes:
    """:func:`redact` for raw bytes; data without a secret comes back unchanged."""
    for form in _forms(secrets):
        data = data.replace(form.encode("utf-8", "surrogatepass"), MASK.encode())
    return data


def _forms(secrets: Collection[str]) -> list[str]:
    """The secrets as JSON and Python write them, longest first: one may be part of another."""
    forms: set[str] = set()
    for secret in secrets:
        if len(secret) >= MIN_LENGTH:
            escaped = (json.dumps(secret), json.dumps(secret, ensure_ascii=False), repr(secret))
            forms.update((secret, *(form[1:-1] for form in escaped)))
    return sorted(forms, key=len, reverse=True)


def secret_values(value: object, names: Collection[str]) -> Iterator[str]:
    """Every string found anywhere in JSON data under a field called one of ``names``."""
    if not names:
        return
    if is_object(value):
        for name, item in value.items():
            if name in names and isinstance(item, str):
                yield item
            yield from secret_values(item, names)
    elif is_array(value):
        for item in value:
            yield from secret_values(item, names)

"""Masks secrets by value, in whatever form they occur in an output."""

import base64
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from .json_values import JsonValue

MASK = "[secret]"
_SHORTEST_PART = 8
"""Length from which a part of something in Base64 gives a secret away."""

_URL_SAFE = str.maketrans("+/", "-_")


@dataclass(frozen=True, slots=True)
class Redactor:
    """Replaces every occurrence of a set of secrets by a mask."""

    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, secrets: Iterable[str]) -> "Redactor":
        """Return a redactor for the secrets as they are, in JSON, in URLs and in Base64."""
        forms = {form for secret in secrets if secret for form in _forms(secret)}
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        pattern = "|".join(map(re.escape, longest_first))
        return cls(re.compile(pattern) if pattern else None)

    def text(self, text: str) -> str:
        """Return the text with every secret masked."""
        return self.pattern.sub(MASK, text) if self.pattern else text

    def value(self, value: JsonValue) -> JsonValue:
        """Return a JSON value with every secret masked, in keys as well."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {self.text(key): self.value(item) for key, item in value.items()}
        return value


def _forms(secret: str) -> Iterable[str]:
    octets = secret.encode()
    yield secret
    yield json.dumps(secret)[1:-1]
    yield json.dumps(secret, ensure_ascii=False)[1:-1]
    yield quote(secret, safe="")
    yield base64.b64encode(f"token:{secret}".encode()).decode()
    for shift in range(3):
        yield from _in_base64(octets, shift)


def _in_base64(octets: bytes, shift: int) -> Iterable[str]:
    """Yield what octets look like in Base64 that begins `shift` octets before them.

    Behind others, the characters that the octets share with their neighbours are left out.
    """
    encoded = base64.b64encode(b"\0" * shift + octets).decode()
    inner = encoded if not shift else encoded[4:].rstrip("=")[: -1 or None]
    if not shift or len(inner) >= _SHORTEST_PART:
        for form in (encoded, encoded.rstrip("=")) if not shift else (inner,):
            yield form
            yield form.translate(_URL_SAFE)

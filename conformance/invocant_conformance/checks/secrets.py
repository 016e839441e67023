"""Finds a secret in an answer, as it is or in disguise."""

import base64
import re
from collections.abc import Iterator

from ..exchange import Exchange

_WINDOW = 12
"""So many characters in a row give a sentinel away; nothing else has them by chance."""


def shown_in(secret: str, exchange: Exchange) -> str | None:
    """Return where an answer shows a secret or a part of it, None where it does not."""
    headers = "\n".join(f"{name}: {value}" for name, value in exchange.headers.multi_items())
    body = exchange.body.decode(errors="replace")
    for place, text in (("body", body), ("body", _unescaped(body)), ("headers", headers)):
        if any(form in text or form.upper() in text for form in _forms(secret)):
            return place
    return None


def _unescaped(body: str) -> str:
    """Return a body with the characters that JSON may write as their numbers."""
    return re.sub(r"\\u00([0-7][0-9a-fA-F])", lambda found: chr(int(found[1], 16)), body)


def _forms(secret: str) -> Iterator[str]:
    """Yield what must not occur: every stretch of the secret, and the secret encoded."""
    for start in range(len(secret) - _WINDOW + 1):
        yield secret[start : start + _WINDOW]
    yield from encodings(secret)


def encodings(secret: str) -> Iterator[str]:
    """Yield what a secret looks like in hexadecimal and, wherever it begins there, in base64."""
    data = secret.encode()
    yield data.hex()
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + data).decode()
        inner = encoded[4 if shift else 0 :].rstrip("=")[:-2]
        yield inner
        yield inner.translate(str.maketrans("+/", "-_"))

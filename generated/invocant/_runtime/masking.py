# Copied from codegen/runtime/; do not edit.
"""Headers, bodies and addresses as logs and hooks get to see them: without anything secret.

What a request is known to hold is masked by value wherever it stands, and beside that whatever is
secret by its name or its form, such as a token that only the server's answer has.
"""

import json
import re
from collections.abc import Collection, Mapping
from typing import Final
from urllib.parse import parse_qsl, quote_plus, urlsplit, urlunsplit

from .headers import Headers
from .json_data import is_array, is_object
from .redact import MASK, redact, redact_bytes

__all__ = ["masked_body", "masked_headers", "masked_url"]

SECRET_HEADER: Final = re.compile(
    r"authorization|cookie|secret|password|credential|api-?key|(^|-)(token|key)$"
)
SECRET_FIELD: Final = re.compile(
    r"_plaintext$|(^|_)(token|secret|password|assertion|authorization)$|(api|access|private)_?key",
    re.IGNORECASE,
)
SECRET_FORM: Final = re.compile(
    r"\b(sk-|dapi)[\w-]{6,}|\beyJ[\w-]+\.[\w-]+\.[\w-]*|\b(?i:bearer|basic) [\w.~+/=-]{6,}"
)

FORM: Final = "application/x-www-form-urlencoded"


def masked_headers(headers: Mapping[str, str], secrets: Collection[str]) -> Headers:
    """The headers, those of secret names as a whole but for the scheme of an authorization."""
    return Headers((name, _header(name.lower(), value, secrets)) for name, value in headers.items())


def masked_url(url: str) -> str:
    """An address without user, query and fragment."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def masked_body(body: bytes, content_type: str, secrets: Collection[str]) -> bytes:
    """A body, JSON and forms with the values of secret fields masked."""
    if content_type == FORM:
        body = _form(body)
    elif body[:1] in (b"{", b"["):
        body = _json(body)
    text = redact_bytes(body, secrets).decode("utf-8", "surrogateescape")
    return SECRET_FORM.sub(MASK, text).encode("utf-8", "surrogateescape")


def _header(name: str, value: str, secrets: Collection[str]) -> str:
    if SECRET_HEADER.search(name):
        scheme, space, _ = value.partition(" ")
        return f"{scheme} {MASK}" if space and name.endswith("authorization") else MASK
    return SECRET_FORM.sub(MASK, redact(value, secrets))


def _form(body: bytes) -> bytes:
    fields = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    shown = [
        f"{quote_plus(name)}={MASK if SECRET_FIELD.search(name) else quote_plus(value)}"
        for name, value in fields
    ]
    return "&".join(shown).encode()


def _json(body: bytes) -> bytes:
    try:
        value: object = json.loads(body)
        return json.dumps(_without_secrets(value), ensure_ascii=False).encode(
            "utf-8", "surrogatepass"
        )
    except (ValueError, RecursionError):
        return body


def _without_secrets(value: object) -> object:
    if is_object(value):
        return {
            name: MASK
            if isinstance(item, str) and SECRET_FIELD.search(name)
            else _without_secrets(item)
            for name, item in value.items()
        }
    return [_without_secrets(item) for item in value] if is_array(value) else value

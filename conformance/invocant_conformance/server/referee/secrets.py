"""What must not be kept: how secrets are known, and requests without them."""

import json
import re
from typing import Final

import httpx

from ...credentials import TOKEN
from ...exchange import Exchange
from ...json_values import JsonValue
from ...redaction import MASK, Redactor
from ..body import parse_json
from ..errors import Refused
from ..findings import secret_names
from .sent import Sent

NAMES: Final = frozenset(
    {
        "access_token",
        "api-key",
        "api_key",
        "apikey",
        "auth",
        "authorization",
        "client_secret",
        "key",
        "password",
        "secret",
        "token",
    }
)
"""Names of parameters of a query that hold secrets, in lower case."""

_FORM: Final = re.compile(
    r"dapi[0-9a-f]{16,}|dose[0-9a-f]{16,}|\bsk-[A-Za-z0-9_-]{12,}"
    r"|\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*"
)
"""Tokens of Databricks, secrets of service principals, keys of OpenAI's form, and JWTs."""

_SHORTEST: Final = 8
_SECRET_HEADER: Final = re.compile("auth|api-?key|token|secret|cookie|password")
_MOST_BYTES: Final = 8192


def looks_secret(text: str, tokens: frozenset[str]) -> bool:
    """Whether a text holds one of some tokens, or what has the form of one."""
    known = any(len(token) >= _SHORTEST and token in text for token in tokens)
    return known or _FORM.search(text) is not None


def masked(text: str) -> str:
    """Return a text without what has the form of a secret."""
    return _FORM.sub(MASK, text)


def shown(sent: Sent, *, tokens: frozenset[str], status: int, said: httpx.Headers) -> Exchange:
    """Return a request, and the head of the answer to it, without any secret.

    Credentials become `$TOKEN`, secrets elsewhere a mask; a body that is no JSON is not kept.
    """
    redactor = Redactor.of(tokens)

    def clean(text: str) -> str:
        return masked(redactor.text(text))

    host = sent.value("host") or "server"
    query = "&".join(_parameter(part) for part in sent.query.split("&")) if sent.query else ""
    return Exchange(
        method=clean(sent.method),
        url=clean(f"http://{host}{sent.path}{'?' if query else ''}{query}"),
        request_headers={name: _header(name, clean(value)) for name, value in sent.headers},
        request_body=_body(sent.body, redactor),
        status=status,
        headers=said,
        body=b"",
    )


def _parameter(text: str) -> str:
    name, equals, _ = text.partition("=")
    return f"{name}{equals}{MASK}" if name.lower() in NAMES else text


def _header(name: str, value: str) -> str:
    if name == "authorization":
        scheme, _, rest = value.partition(" ")
        known = scheme if rest and scheme.isalpha() else ""
        return f"{known} {TOKEN}".strip()
    return TOKEN if _SECRET_HEADER.search(name) else value


def _body(body: bytes | None, redactor: Redactor) -> bytes | None:
    if not body:
        return None
    try:
        value = _without_secrets(parse_json(body))
    except Refused:
        return f"[{len(body)} bytes that are not JSON]".encode()
    text = masked(redactor.text(json.dumps(value, ensure_ascii=False)))
    return text.encode(errors="backslashreplace")[:_MOST_BYTES]


def _without_secrets(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        secret = secret_names() | NAMES
        return {
            name: MASK if name.lower() in secret and part else _without_secrets(part)
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [_without_secrets(part) for part in value]
    return value

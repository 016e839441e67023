"""Which credentials are let in."""

import base64
import binascii
import hmac
import re
from collections.abc import Container, Mapping

from .errors import Kind, Refused

_PREFIXES = ("dapi", "sk-")
_KEY_HEADERS = ("x-api-key", "api-key")
_LITELLM_HEADER = "x-litellm-api-key"
CREDENTIAL_HEADERS = ("authorization", *_KEY_HEADERS, _LITELLM_HEADER)
"""The headers in which a token may stand."""

_BASIC_USER = "token"


def authorise(
    headers: Mapping[str, str],
    expected: str | None,
    *issued: Container[str],
    never: str | None = None,
) -> str:
    """Let a request in that carries a token, and return the token.

    headers: with lower-case names. The token stands in x-litellm-api-key, with or without "Bearer";
    in Authorization, as bearer or as the Basic password of the user "token"; or in x-api-key or
    api-key. expected: the only token that is right; None takes every token that starts with dapi
    or sk-. issued: what contains further tokens
    that are right. never: one that is wrong all the same.

    Raises Refused, with a message that does not quote what was sent.
    """
    token = token_in(headers)
    if token is None:
        raise refusal("Credentials are missing: send Authorization: Bearer TOKEN.")
    if token and never is not None and is_right(token, never, ()):
        raise refusal("The admin token is good for the admin path only.")
    known = is_right(token, expected, _PREFIXES) or any(token in each for each in issued)
    if not (token and known):
        raise refusal("The token is not valid.")
    return token


def is_right(token: str, expected: str | None, prefixes: tuple[str, ...]) -> bool:
    """Whether a token, or a secret, is the expected one, or has a known form if any is."""
    if expected is None:
        return token.startswith(prefixes)
    return hmac.compare_digest(token.encode(), expected.encode())


def bearer(headers: Mapping[str, str]) -> str:
    """Return the bearer token in Authorization, empty where there is none."""
    scheme, _, credentials = headers.get("authorization", "").strip().partition(" ")
    return credentials.strip() if scheme.lower() == "bearer" else ""


def refusal(message: str) -> Refused:
    """Return the refusal of a request for its credentials."""
    return Refused(Kind.UNAUTHENTICATED, message, headers={"www-authenticate": "Bearer"})


def token_in(headers: Mapping[str, str]) -> str | None:
    """Return the token that headers hold: "" for one in another form, None where there is none."""
    if _LITELLM_HEADER in headers:
        return re.sub("^bearer ", "", headers[_LITELLM_HEADER].strip(), flags=re.IGNORECASE).strip()
    authorization = headers.get("authorization")
    if authorization is None:
        return next((headers[name] for name in _KEY_HEADERS if name in headers), None)
    scheme, _, credentials = authorization.strip().partition(" ")
    match scheme.lower():
        case "bearer":
            return credentials.strip()
        case "basic":
            return _password(credentials)
        case _:
            return ""


def _password(credentials: str) -> str:
    try:
        decoded = base64.b64decode(credentials.strip(), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""
    user, _, password = decoded.partition(":")
    return password if user == _BASIC_USER else ""

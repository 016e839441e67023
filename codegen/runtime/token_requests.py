"""Requests to token endpoints, and tokens from their answers (RFC 6749, §4.4 and §5)."""

import base64
import json
import math
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote_plus, urlencode, urlsplit

from .addresses import origin
from .content_coding import ACCEPTED
from .credentials import Grant
from .errors import APIStatusError, AuthenticationError
from .json_data import is_object, is_text
from .leases import Lease
from .reply import Reply, response_error, status_error
from .request import PreparedRequest
from .user_agent import user_agent

__all__ = ["prepare_grant", "token_lease"]

SECRET_FIELDS: Final = frozenset({"client_secret", "assertion", "subject_token", "refresh_token"})

# Token endpoints answer at once, or are down.
TIMEOUT: Final = 30.0

# OAuth refuses a client with 400 or 401, and proxies in front of it with 403.
REFUSALS: Final = frozenset({400, 401, 403})


def prepare_grant(grant: Grant) -> PreparedRequest:
    """The request for a token; what it authenticates with is masked in every error about it."""
    headers = {
        "user-agent": user_agent(),
        "accept": "application/json",
        "accept-encoding": ACCEPTED,
        "content-type": "application/x-www-form-urlencoded",
    }
    secrets = {value for name, value in grant.form.items() if name in SECRET_FIELDS}
    if grant.client is not None:
        basic = base64.b64encode(":".join(grant.client).encode()).decode()
        headers["authorization"] = f"Basic {basic}"
        secrets |= {grant.client[1], basic}
    secrets |= {quote_plus(secret) for secret in secrets}
    return PreparedRequest(
        method="POST",
        path=urlsplit(grant.url).path,
        url=grant.url,
        headers=headers,
        query={},
        content=urlencode(grant.form).encode(),
        secrets=frozenset(secrets),
        asked=0,
        origin=origin(grant.url),
        options={"timeout": TIMEOUT},
    )


def token_lease(reply: Reply, now: float) -> Lease[str]:
    """The token of an answer; ``now`` in seconds since the epoch.

    Raises AuthenticationError where the client is refused, else the class of the status, and
    APIResponseError for an answer without a token. None of them holds the body of a 2xx.
    """
    if not reply.is_success:
        raise _refusal(reply, now)
    found = _members(reply.body)
    token = found.get("access_token")
    seconds = _seconds(found.get("expires_in"))
    if not is_text(token) or not token.isascii() or not token.isprintable() or not token.strip():
        raise response_error(reply.with_body(b""), "it holds no access_token that can be sent")
    if seconds is None:
        raise response_error(reply.with_body(b""), "its expires_in is no number of seconds")
    return Lease(value=token, taken=now, ends=now + seconds)


def _refusal(reply: Reply, now: float) -> APIStatusError:
    error = status_error(reply, now)
    if reply.status not in REFUSALS:
        return error
    refusal = AuthenticationError(*error.args)
    refusal.__dict__.update(error.__dict__)
    return refusal


def _members(body: bytes) -> Mapping[str, object]:
    try:
        found: object = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if is_object(found) else {}


def _seconds(value: object) -> float | None:
    """How long a token is valid, without end where the server does not say; Entra writes text."""
    if value is None:
        return math.inf
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        seconds = float(value)
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None

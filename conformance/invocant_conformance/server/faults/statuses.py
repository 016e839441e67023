"""Refusals on demand: any status of 400 and above, in the words of whoever is asked."""

from collections.abc import Mapping
from email.utils import formatdate
from http import HTTPStatus
from math import ceil
from typing import Final

from starlette.responses import Response

from ...json_values import JsonObject
from .. import errors
from ..errors import Kind, Words
from . import grammar
from .record import Fault

_KINDS: Final = (
    Kind.MALFORMED,
    Kind.UNAUTHENTICATED,
    Kind.PERMISSION_DENIED,
    Kind.UNKNOWN_NAME,
    Kind.WRONG_METHOD,
    Kind.TIMED_OUT,
    Kind.UPDATING,
    Kind.TOO_LARGE,
    Kind.WRONG_MEDIA_TYPE,
    Kind.LIMIT_EXCEEDED,
    Kind.INTERNAL,
    Kind.UNREACHABLE,
)
_KNOWN: Final[Mapping[int, Words]] = {kind.value.status: kind.value for kind in _KINDS}

_CODES: Final[Mapping[int, str]] = {
    499: "CANCELLED",
    501: "NOT_IMPLEMENTED",
    504: "DEADLINE_EXCEEDED",
    529: "TEMPORARILY_UNAVAILABLE",
}
"""Codes of a workspace for further statuses (MLflow 3.17.2, exceptions.py)."""

_COMES_AGAIN: Final = (429, 503)
"""Statuses with Retry-After, of one second unless the fault says another."""


def refusal(fault: Fault, *, profile: str, of_messages: bool, now: float) -> Response:
    """Return the answer of a status fault. now: seconds since 1970."""
    status = fault.status or HTTPStatus.SERVICE_UNAVAILABLE
    words = words_of(status)
    message = f"{words.error_code}: asked for by the fault {grammar.write(fault)}"
    seconds = _seconds(fault, status)
    if fault.told == "body" and seconds is not None:
        return errors.json_response(_telling(words, message, seconds), status=status)
    content = (
        errors.messages_content(status, message)
        if of_messages
        else errors.content(profile, words, message)
    )
    headers = {} if seconds is None else _headers(fault, seconds, now)
    if status == HTTPStatus.UNAUTHORIZED:
        headers["www-authenticate"] = "Bearer"
    return errors.json_response(content, status=status, headers=headers)


def words_of(status: int) -> Words:
    """Return the symbolic codes of a status."""
    if status in _KNOWN:
        return _KNOWN[status]
    kind = "internal_server_error" if status >= 500 else "invalid_request_error"
    return Words(status=status, error_code=_CODES.get(status) or _name(status), type=kind)


def _name(status: int) -> str:
    try:
        return HTTPStatus(status).name
    except ValueError:
        return f"STATUS_{status}"


def _seconds(fault: Fault, status: int) -> float | None:
    if fault.told == "none":
        return None
    if fault.retry_after is None and (status in _COMES_AGAIN or fault.told is not None):
        return 1.0
    return fault.retry_after


def _headers(fault: Fault, seconds: float, now: float) -> dict[str, str]:
    match fault.told:
        case "milliseconds":
            return {"retry-after-ms": str(ceil(seconds * 1000))}
        case "date":
            return {"retry-after": formatdate(ceil(now + seconds), usegmt=True)}
        case _:
            return {"retry-after": f"{seconds:g}"}


def _telling(words: Words, message: str, seconds: float) -> JsonObject:
    """Return a body as the page on limits of foundation model APIs shows it."""
    detail: JsonObject = {
        "message": message,
        "type": words.code or words.error_code.lower(),
        "code": words.status,
        "retry_after": seconds,
    }
    return {"error": detail}

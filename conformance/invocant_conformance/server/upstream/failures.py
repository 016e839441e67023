"""How a provider's failure is told to the caller: its status, in the shape of the profile; pure.

Sources: databricks-sdk 0.162.0, errors/platform.py, and MLflow's table for the codes of a
workspace; LiteLLM proxy 1.109.1 for what a gateway answers.
"""

import re
from collections.abc import Mapping
from typing import Final

from ...json_values import JsonObject, JsonValue, as_list, as_object, as_text, dump
from ..errors import Kind, Refused, Words
from ..profiles import GATEWAY
from .credentials import Secret
from .errors import Trouble, UpstreamError

_CODE: Final = re.compile("[A-Z][A-Z0-9_]*")
_CODES: Final[Mapping[int, str]] = {
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "RESOURCE_DOES_NOT_EXIST",
    408: "DEADLINE_EXCEEDED",
    409: "RESOURCE_CONFLICT",
    429: "REQUEST_LIMIT_EXCEEDED",
    499: "CANCELLED",
    500: "INTERNAL_ERROR",
    501: "NOT_IMPLEMENTED",
    503: "TEMPORARILY_UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}
_TYPES: Final[Mapping[int, str]] = {
    401: "authentication_error",
    403: "permission_error",
    429: "rate_limit_error",
}
_LONGEST: Final = 2000
_BAD_GATEWAY: Final = 502
_TIMEOUT: Final = 504


def of_answer(entity: str, status: int, body: JsonObject, headers: Mapping[str, str]) -> Refused:
    """Return the refusal that a provider's own one is passed on as.

    body: its JSON, empty where it is none; it holds no secret. headers: of its answer.
    """
    if not 400 <= status < 600:
        what = "a redirect, which is not followed" if 300 <= status < 400 else f"status {status}"
        error = UpstreamError(Trouble.BAD_ANSWER, f"answered with {what}")
        return of_trouble(entity, "", error)
    inner = as_object(body.get("error"))
    said = as_text(body.get("error_code"))
    words = words_of(status)
    words = Words(
        status=status,
        error_code=said if _CODE.fullmatch(said) else words.error_code,
        type=as_text(inner.get("type")) or words.type,
        code=as_text(inner.get("code")) or words.code,
    )
    told = _message(body)[:_LONGEST]
    message = f"The model of the served entity '{entity}' answered with {status}"
    wait = headers.get("retry-after", "")
    return Refused(
        Kind.UNREACHABLE,
        f"{message}: {told}" if told else f"{message}.",
        as_text(inner.get("param")) or None,
        headers={"retry-after": wait} if re.fullmatch("[0-9]{1,9}", wait) else {},
        said=words,
    )


def of_event(entity: str, body: JsonObject) -> Refused:
    """Return the refusal for an error that a provider reports in its stream; no secret in it."""
    told = _message(body)[:_LONGEST]
    message = f"The model of the served entity '{entity}' reported an error: {told}"
    return Refused(Kind.INTERNAL, message, said=words_of(_BAD_GATEWAY))


def of_trouble(entity: str, profile: str, error: UpstreamError | ValueError) -> Refused:
    """Return the refusal for a provider that gave no usable answer, or whose address is none."""
    if not isinstance(error, UpstreamError):
        error = UpstreamError(Trouble.REFUSED, f"has an address that {error}")
    message = f"The model of the served entity '{entity}' {error.detail}."
    match error.trouble:
        case Trouble.UNREACHABLE:
            return Refused(Kind.UNREACHABLE, message)
        case Trouble.BUSY:
            return Refused(Kind.LIMIT_EXCEEDED, message)
        case Trouble.REFUSED | Trouble.NO_SECRET:
            return Refused(Kind.INVALID_FIELD, message)
        case Trouble.TIMED_OUT if profile == GATEWAY:
            return Refused(Kind.TIMED_OUT, message)
        case Trouble.TIMED_OUT:
            return Refused(Kind.TIMED_OUT, message, said=words_of(_TIMEOUT))
        case Trouble.BAD_ANSWER:
            return Refused(Kind.INTERNAL, message, said=words_of(_BAD_GATEWAY))


def words_of(status: int) -> Words:
    """Return what a status from 400 to 599 is called."""
    server = status >= 500
    return Words(
        status=status,
        error_code=_CODES.get(status, "INTERNAL_ERROR" if server else "BAD_REQUEST"),
        type="internal_server_error" if server else _TYPES.get(status, "invalid_request_error"),
        code="rate_limit_exceeded" if status == Kind.LIMIT_EXCEEDED.value.status else None,
    )


def may_pass(refusal: Refused) -> bool:
    """Whether another served entity may answer where one was refused so: 429 and 5xx."""
    return refusal.words.status == Kind.LIMIT_EXCEEDED.value.status or refusal.words.status >= 500


def reports_error(event: JsonObject) -> bool:
    """Whether an event of a stream is an error in one of the documented shapes."""
    return bool(event.get("error") or event.get("error_code") or event.get("type") == "error")


def hidden(secret: Secret, body: JsonObject) -> JsonObject:
    """Return a body in whose texts a secret is hidden, in case a provider repeats it."""
    return as_object(_hidden(secret, body))


def _hidden(secret: Secret, value: JsonValue) -> JsonValue:
    if isinstance(value, str):
        return secret.hidden_in(value)
    if isinstance(value, dict):
        return {secret.hidden_in(name): _hidden(secret, each) for name, each in value.items()}
    return [_hidden(secret, each) for each in value] if isinstance(value, list) else value


def _message(body: JsonObject) -> str:
    """Return what a body says, whichever of the documented shapes it has."""
    inner = body.get("error")
    found = as_text(as_object(inner).get("message")) or as_text(inner)
    found = found or as_text(body.get("message")) or as_text(body.get("detail"))
    if found or not body:
        return found
    return dump([*as_list(body.get("detail"))] or body)

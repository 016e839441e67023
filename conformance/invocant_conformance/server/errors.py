"""Refusals and how each profile words them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from starlette.responses import Response

from ..json_values import JsonObject, JsonValue, dump_bytes
from .profiles import GATEWAY, MANAGEMENT


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """Status and symbolic codes of one kind of refusal.

    error_code is the workspace's (databricks-sdk, errors/platform.py; MLflow, exceptions.py),
    managed_code takes its place in the management API; type and code are the gateway's, in
    OpenAI's vocabulary.
    """

    status: int
    error_code: str
    managed_code: str | None = None
    type: str = "invalid_request_error"
    code: str | None = None


NOT_READY: Final = "refused: not ready"
"""What logs say of a request to an endpoint that does not serve, which breaks no rule."""


class Kind(Enum):
    """Every reason for which a request is refused."""

    INVALID_FIELD = Words(
        status=400,
        error_code="BAD_REQUEST",
        managed_code="INVALID_PARAMETER_VALUE",
        code="invalid_value",
    )
    MALFORMED = Words(status=400, error_code="BAD_REQUEST", code="invalid_body")
    WRONG_MEDIA_TYPE = Words(status=415, error_code="BAD_REQUEST", code="unsupported_media_type")
    TOO_LARGE = Words(status=413, error_code="BAD_REQUEST", code="request_too_large")
    UNAUTHENTICATED = Words(
        status=401,
        error_code="UNAUTHENTICATED",
        type="authentication_error",
        code="invalid_api_key",
    )
    PERMISSION_DENIED = Words(
        status=403, error_code="PERMISSION_DENIED", type="permission_error", code="forbidden"
    )
    UNKNOWN_NAME = Words(status=404, error_code="RESOURCE_DOES_NOT_EXIST", code="model_not_found")
    UNKNOWN_PATH = Words(status=404, error_code="ENDPOINT_NOT_FOUND", code="unknown_url")
    WRONG_METHOD = Words(status=405, error_code="METHOD_NOT_ALLOWED", code="method_not_allowed")
    TIMED_OUT = Words(status=408, error_code="DEADLINE_EXCEEDED", code="timeout")
    LIMIT_EXCEEDED = Words(
        status=429,
        error_code="REQUEST_LIMIT_EXCEEDED",
        type="rate_limit_error",
        code="rate_limit_exceeded",
    )
    BLOCKED = Words(status=400, error_code="BAD_REQUEST", code="content_filter")
    UNREACHABLE = Words(
        status=503, error_code="TEMPORARILY_UNAVAILABLE", type="internal_server_error"
    )
    NAME_TAKEN = Words(status=409, error_code="RESOURCE_ALREADY_EXISTS", code="conflict")
    UPDATING = Words(status=409, error_code="RESOURCE_CONFLICT", code="conflict")
    INTERNAL = Words(status=500, error_code="INTERNAL_ERROR", type="internal_server_error")


_ANTHROPIC_TYPES: Mapping[int, str] = {
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    408: "timeout_error",
    413: "request_too_large",
    429: "rate_limit_error",
    504: "timeout_error",
    529: "overloaded_error",
}


@dataclass(eq=False)
class Refused(Exception):
    """A request that is not carried out.

    param names the request's field at fault, as a path such as messages[0].role. rule is the
    message without what was sent, for logs; "" where the message quotes no more than names. said:
    status and codes of a failure elsewhere that is passed on, in the place of the kind's.
    details: what a program may read of the reason, where Anthropic's shape has a place for it.
    """

    kind: Kind
    message: str
    param: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    rule: str = ""
    said: Words | None = None
    details: JsonObject | None = None

    def __str__(self) -> str:
        return self.message

    @property
    def words(self) -> Words:
        """Status and symbolic codes."""
        return self.said or self.kind.value


def body(profile: str, refusal: Refused) -> JsonObject:
    """Word a refusal in the profile's shape."""
    return content(profile, refusal.words, refusal.message, refusal.param)


def content(profile: str, words: Words, message: str, param: str | None = None) -> JsonObject:
    """Put codes and message into the profile's shape."""
    if profile == GATEWAY:
        detail = {"message": message, "type": words.type}
        return {"error": {**detail, "param": param, "code": words.code}}
    managed_code = words.managed_code if profile == MANAGEMENT else None
    return {"error_code": managed_code or words.error_code, "message": message}


def messages_body(refusal: Refused) -> JsonObject:
    """Word a refusal in Anthropic's shape, as a gateway does for the Messages API.

    One for the key or the JSON text has the gateway's own shape (LiteLLM proxy 1.109.1,
    recordings messages-wrong-key and messages-malformed).
    """
    if refusal.kind in (Kind.UNAUTHENTICATED, Kind.MALFORMED):
        return body(GATEWAY, refusal)
    return messages_content(refusal.words.status, refusal.message, refusal.details)


def messages_content(status: int, message: str, details: JsonObject | None = None) -> JsonObject:
    """Put a message into Anthropic's shape."""
    other = "api_error" if status >= 500 else "invalid_request_error"
    error: JsonObject = {"type": _ANTHROPIC_TYPES.get(status, other), "message": message}
    return {"type": "error", "error": error if details is None else {**error, "details": details}}


def response(profile: str, refusal: Refused, *, of_messages: bool = False) -> Response:
    """Answer with a refusal; `of_messages`: of a gateway's Messages API."""
    worded = messages_body(refusal) if of_messages else body(profile, refusal)
    return json_response(worded, status=refusal.words.status, headers=refusal.headers)


def text_response(content: str, *, media_type: str = "text/plain") -> Response:
    """Answer with a text in UTF-8."""
    return Response(content.encode(), media_type=media_type)


def json_response(
    content: JsonValue, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer with a JSON body in UTF-8."""
    return _JsonResponse(dump_bytes(content), status, headers or {})


class _JsonResponse(Response):
    """Starlette works out its headers anew for every response; these are always the same."""

    media_type = "application/json"

    def __init__(self, body: bytes, status: int, headers: Mapping[str, str]) -> None:
        self.status_code = status
        self.background = None
        self.body = body
        self.raw_headers = [
            (b"content-length", b"%d" % len(body)),
            (b"content-type", b"application/json"),
        ]
        for name, value in headers.items():
            self.raw_headers.append((name.lower().encode(), value.encode()))

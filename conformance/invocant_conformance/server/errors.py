"""Refusals and how each profile words them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from starlette.responses import Response

from ..json_values import JsonObject, JsonValue, dump
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


class Kind(Enum):
    """Every reason for which a request is refused."""

    INVALID_FIELD = Words(
        status=400,
        error_code="BAD_REQUEST",
        managed_code="INVALID_PARAMETER_VALUE",
        code="invalid_value",
    )
    MALFORMED = Words(status=400, error_code="BAD_REQUEST", code="invalid_body")
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
    NAME_TAKEN = Words(status=409, error_code="RESOURCE_ALREADY_EXISTS", code="conflict")
    UPDATING = Words(status=409, error_code="RESOURCE_CONFLICT", code="conflict")
    INTERNAL = Words(status=500, error_code="INTERNAL_ERROR", type="internal_server_error")


@dataclass(eq=False)
class Refused(Exception):
    """A request that is not carried out.

    param names the request's field at fault, as a path such as messages[0].role.
    """

    kind: Kind
    message: str
    param: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    def __str__(self) -> str:
        return self.message


def body(profile: str, refusal: Refused) -> JsonObject:
    """Word a refusal in the profile's shape."""
    words = refusal.kind.value
    if profile == GATEWAY:
        detail = {"message": refusal.message, "type": words.type}
        return {"error": {**detail, "param": refusal.param, "code": words.code}}
    managed_code = words.managed_code if profile == MANAGEMENT else None
    return {"error_code": managed_code or words.error_code, "message": refusal.message}


def response(profile: str, refusal: Refused) -> Response:
    """Answer with a refusal."""
    return json_response(
        body(profile, refusal), status=refusal.kind.value.status, headers=refusal.headers
    )


def text_response(content: str, *, media_type: str = "text/plain") -> Response:
    """Answer with a text in UTF-8."""
    return Response(content.encode(), media_type=media_type)


def json_response(
    content: JsonValue, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer with a JSON body in UTF-8."""
    return Response(
        dump(content).encode(), status_code=status, headers=headers, media_type="application/json"
    )

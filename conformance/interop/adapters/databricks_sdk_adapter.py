"""Lets the suite call the `databricks-sdk` package.

Its retries are counted in seconds, and all its durations are whole ones.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Mapping, Sequence
from enum import Enum
from importlib.metadata import version
from typing import Any, get_args, get_type_hints

import databricks.sdk.errors as errors
from databricks.sdk import WorkspaceClient
from databricks.sdk.config import Config
from databricks.sdk.errors.base import DatabricksError

from interop.adapters.protocol import Call, Unsupported, run
from interop.adapters.seen import Json, Seen

_SAME = (
    *("get", "list", "create", "delete", "update_config", "patch", "put", "put_ai_gateway"),
    *("update_notifications", "patch_telemetry_config", "build_logs", "logs"),
    *("get_permissions", "set_permissions", "update_permissions", "get_permission_levels"),
    "create_provisioned_throughput_endpoint",
    "update_provisioned_throughput_endpoint_config",
)
_QUERIES = (
    *("chat", "completions", "embeddings"),
    *("dataframe_split", "dataframe_records", "instances", "inputs"),
)
_METHODS = {
    **{f"Client.serving_endpoints.{name}": name for name in _SAME},
    **{f"Client.invocations.{name}": "query" for name in _QUERIES},
}
_KINDS = (
    (errors.BadRequest, "BadRequestError"),
    (errors.Unauthenticated, "AuthenticationError"),
    (errors.PermissionDenied, "PermissionDeniedError"),
    (errors.NotFound, "NotFoundError"),
    (errors.ResourceConflict, "ConflictError"),
    (errors.TooManyRequests, "RateLimitError"),
    (errors.InternalError, "InternalServerError"),
    (errors.NotImplemented, "InternalServerError"),
    (errors.TemporarilyUnavailable, "InternalServerError"),
    (errors.DeadlineExceeded, "InternalServerError"),
    (DatabricksError, "APIStatusError"),
)
# Enough for the second retry, whose pause is three seconds at most.
_SECONDS_OF_RETRIES = 4


class DatabricksAdapter:
    """A client that lives until the reset."""

    name = "databricks-sdk"
    version = version("databricks-sdk")
    operations: Sequence[str] = (*_METHODS,)
    abilities: Sequence[str] = ("stream", "retries")
    loggers: Sequence[str] = ("databricks.sdk",)

    def __init__(self) -> None:
        self._clients: dict[object, WorkspaceClient] = {}

    def call(self, call: Call, seen: Seen) -> None:
        """Make the call; what waits for an endpoint gives its first answer."""
        _check(call)
        client = self._client(call)
        seen.show(client)
        method = getattr(client.serving_endpoints, _METHODS[call.operation])
        answer = method(**_arguments(method, call))
        if call.method == "serving_endpoints.list":
            entries = [each.as_dict() for each in answer]
            seen.entries(entries)
            seen.answer({"endpoints": entries})
        elif answer is not None:
            # `as_dict()` is how the library writes its objects as JSON.
            seen.answer(getattr(answer, "response", answer).as_dict())

    def reset(self) -> None:
        """Drop the clients, which have no way to be closed."""
        self._clients.clear()

    def kind(self, error: Exception) -> str | None:
        """The documented family is `databricks.sdk.errors.DatabricksError`."""
        return next((kind for known, kind in _KINDS if isinstance(error, known)), None)

    def details(self, error: Exception) -> Mapping[str, Json | bytes]:
        """What an error tells."""
        if not isinstance(error, DatabricksError):
            return {}
        return {"error_code": error.error_code, "retry_after": error.retry_after_secs}

    def _client(self, call: Call) -> WorkspaceClient:
        key = (call.base_url, call.token, call.timeout, call.max_retries > 0)
        if key not in self._clients:
            config = Config(
                host=call.base_url,
                token=call.token,
                auth_type="pat",
                http_timeout_seconds=math.ceil(call.timeout or 60),
                retry_timeout_seconds=_SECONDS_OF_RETRIES if call.max_retries else 1,
            )
            self._clients[key] = WorkspaceClient(config=config)
        return self._clients[key]


def _check(call: Call) -> None:
    if call.query or call.headers:
        raise Unsupported("no argument for parameters of query or header")
    if call.extra_query or call.extra_headers or call.extra_body:
        raise Unsupported("nothing can be sent that no argument is for")


def _arguments(method: Any, call: Call) -> dict[str, object]:
    known = inspect.signature(method).parameters
    missing = next((name for name in (*call.path, *call.body) if name not in known), None)
    if missing is not None:
        raise Unsupported(f"no argument for {missing}")
    hints = get_type_hints(method)
    arguments: dict[str, object] = dict(call.path)
    for name, value in call.body.items():
        if value is None:
            raise Unsupported("None stands for what is left out, not for null")
        arguments[name] = _typed(hints[name], value, name)
    return arguments


def _typed(hint: Any, value: Any, name: str) -> object:
    """A value as the type that its argument has: a dataclass, an enumeration, a list of them."""
    for each in get_args(hint) or (hint,):
        if isinstance(value, list) and get_args(each):
            return [_typed(get_args(each)[0], entry, name) for entry in value]
        if isinstance(value, dict) and hasattr(each, "from_dict"):
            made = each.from_dict(value)
            _expect_all(value, made.as_dict(), name)
            return made
        if inspect.isclass(each) and issubclass(each, Enum):
            if value not in {member.value for member in each}:
                raise Unsupported(f"{each.__name__} has no {value}")
            return each(value)
    return value


def _expect_all(given: Any, kept: Any, name: str) -> None:
    """Empty lists are left out by what the library does itself, which is for the suite to see."""
    if isinstance(given, dict):
        for key, value in given.items():
            if value is None or (value and key not in kept):
                raise Unsupported(f"{name} cannot hold {key}")
            _expect_all(value, kept.get(key), f"{name}.{key}")
    elif isinstance(given, list) and isinstance(kept, list):
        for each, other in zip(given, kept, strict=False):
            _expect_all(each, other, name)


if __name__ == "__main__":
    run(DatabricksAdapter())

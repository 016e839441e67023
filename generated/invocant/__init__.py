# Generated from spec/; do not edit.
"""Typed clients of model-serving APIs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from . import models, params, spec
    from ._async_client import AsyncClient, AsyncGateway
    from ._client import Client, Gateway
    from ._runtime._async.stream import AsyncStream
    from ._runtime._sync.stream import Stream
    from ._runtime.errors import (
        APIConnectionError,
        APIResponseError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        ConfigurationError,
        ConflictError,
        EndpointFailed,
        InternalServerError,
        InvocantError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
        RequestError,
        StreamError,
        StreamInterrupted,
        UnprocessableEntityError,
        WaitTimeout,
    )
    from ._runtime.models import Model, Unknown
    from ._runtime.omit import OMIT, Omit
    from ._runtime.options import RequestOptions, Timeout
    from ._runtime.pages import Page
    from ._runtime.response import Response, response_of

__all__ = [
    "OMIT",
    "APIConnectionError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncClient",
    "AsyncGateway",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "Client",
    "ConfigurationError",
    "ConflictError",
    "EndpointFailed",
    "Gateway",
    "InternalServerError",
    "InvocantError",
    "Model",
    "NotFoundError",
    "Omit",
    "Page",
    "PermissionDeniedError",
    "RateLimitError",
    "RequestError",
    "RequestOptions",
    "Response",
    "Stream",
    "StreamError",
    "StreamInterrupted",
    "Timeout",
    "Unknown",
    "UnprocessableEntityError",
    "WaitTimeout",
    "__version__",
    "models",
    "params",
    "response_of",
    "spec",
]

__version__: Final = "0.1.0"

_SUBMODULES: Final = frozenset(
    {
        "models",
        "params",
        "spec",
    }
)
_HOMES: Final = {
    "Client": "._client",
    "Gateway": "._client",
    "AsyncClient": "._async_client",
    "AsyncGateway": "._async_client",
    "AsyncStream": "._runtime._async.stream",
    "Stream": "._runtime._sync.stream",
    "APIConnectionError": "._runtime.errors",
    "APIResponseError": "._runtime.errors",
    "APIStatusError": "._runtime.errors",
    "APITimeoutError": "._runtime.errors",
    "AuthenticationError": "._runtime.errors",
    "BadRequestError": "._runtime.errors",
    "ConfigurationError": "._runtime.errors",
    "ConflictError": "._runtime.errors",
    "EndpointFailed": "._runtime.errors",
    "InternalServerError": "._runtime.errors",
    "InvocantError": "._runtime.errors",
    "NotFoundError": "._runtime.errors",
    "PermissionDeniedError": "._runtime.errors",
    "RateLimitError": "._runtime.errors",
    "RequestError": "._runtime.errors",
    "StreamError": "._runtime.errors",
    "StreamInterrupted": "._runtime.errors",
    "UnprocessableEntityError": "._runtime.errors",
    "WaitTimeout": "._runtime.errors",
    "Model": "._runtime.models",
    "Unknown": "._runtime.models",
    "OMIT": "._runtime.omit",
    "Omit": "._runtime.omit",
    "RequestOptions": "._runtime.options",
    "Timeout": "._runtime.options",
    "Page": "._runtime.pages",
    "Response": "._runtime.response",
    "response_of": "._runtime.response",
}

# Type checkers read the imports above; at run time each name is imported when it is first used.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name in _SUBMODULES:
            return import_module(f".{name}", __name__)
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(_HOMES[name], __name__), name)
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})

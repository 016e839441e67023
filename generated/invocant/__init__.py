# Generated from spec/; do not edit.
"""Typed clients of model-serving APIs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from . import models as models
    from . import params as params
    from . import spec as spec
    from ._async_client import (
        AsyncClient as AsyncClient,
    )
    from ._async_client import (
        AsyncGateway as AsyncGateway,
    )
    from ._client import (
        Client as Client,
    )
    from ._client import (
        Gateway as Gateway,
    )
    from ._runtime._async.stream import (
        AsyncStream as AsyncStream,
    )
    from ._runtime._sync.stream import (
        Stream as Stream,
    )
    from ._runtime.errors import (
        APIConnectionError as APIConnectionError,
    )
    from ._runtime.errors import (
        APIResponseError as APIResponseError,
    )
    from ._runtime.errors import (
        APIStatusError as APIStatusError,
    )
    from ._runtime.errors import (
        APITimeoutError as APITimeoutError,
    )
    from ._runtime.errors import (
        AuthenticationError as AuthenticationError,
    )
    from ._runtime.errors import (
        BadRequestError as BadRequestError,
    )
    from ._runtime.errors import (
        ConfigurationError as ConfigurationError,
    )
    from ._runtime.errors import (
        ConflictError as ConflictError,
    )
    from ._runtime.errors import (
        EndpointFailed as EndpointFailed,
    )
    from ._runtime.errors import (
        InternalServerError as InternalServerError,
    )
    from ._runtime.errors import (
        InvocantError as InvocantError,
    )
    from ._runtime.errors import (
        NotFoundError as NotFoundError,
    )
    from ._runtime.errors import (
        PermissionDeniedError as PermissionDeniedError,
    )
    from ._runtime.errors import (
        RateLimitError as RateLimitError,
    )
    from ._runtime.errors import (
        RequestError as RequestError,
    )
    from ._runtime.errors import (
        StreamError as StreamError,
    )
    from ._runtime.errors import (
        StreamInterrupted as StreamInterrupted,
    )
    from ._runtime.errors import (
        UnprocessableEntityError as UnprocessableEntityError,
    )
    from ._runtime.errors import (
        WaitTimeout as WaitTimeout,
    )
    from ._runtime.models import (
        Model as Model,
    )
    from ._runtime.models import (
        Unknown as Unknown,
    )
    from ._runtime.omit import (
        OMIT as OMIT,
    )
    from ._runtime.omit import (
        Omit as Omit,
    )
    from ._runtime.options import (
        RequestOptions as RequestOptions,
    )
    from ._runtime.options import (
        Timeout as Timeout,
    )
    from ._runtime.pages import (
        Page as Page,
    )

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

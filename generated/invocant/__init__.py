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
    from ._runtime.answer_facts import AnswerFacts
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
    from ._runtime.hooks import (
        AnswerReceived,
        AttemptFailed,
        Call,
        CallEnded,
        CallStarted,
        Event,
        Hook,
        RequestSent,
    )
    from ._runtime.models import Model, Unknown
    from ._runtime.omit import OMIT, Omit
    from ._runtime.options import RequestOptions, Timeout
    from ._runtime.pages import AsyncPager, Page
    from ._runtime.polling import PollInterval
    from ._runtime.response import Response, response_of
    from ._runtime.token_usage import TokenUsage
    from ._runtime.wire_log import WireLog

__all__ = [
    "OMIT",
    "APIConnectionError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AnswerFacts",
    "AnswerReceived",
    "AsyncClient",
    "AsyncGateway",
    "AsyncPager",
    "AsyncStream",
    "AttemptFailed",
    "AuthenticationError",
    "BadRequestError",
    "Call",
    "CallEnded",
    "CallStarted",
    "Client",
    "ConfigurationError",
    "ConflictError",
    "EndpointFailed",
    "Event",
    "Gateway",
    "Hook",
    "InternalServerError",
    "InvocantError",
    "Model",
    "NotFoundError",
    "Omit",
    "Page",
    "PermissionDeniedError",
    "PollInterval",
    "RateLimitError",
    "RequestError",
    "RequestOptions",
    "RequestSent",
    "Response",
    "Stream",
    "StreamError",
    "StreamInterrupted",
    "Timeout",
    "TokenUsage",
    "Unknown",
    "UnprocessableEntityError",
    "WaitTimeout",
    "WireLog",
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
    "AnswerFacts": "._runtime.answer_facts",
    "AnswerReceived": "._runtime.hooks",
    "AttemptFailed": "._runtime.hooks",
    "Call": "._runtime.hooks",
    "CallEnded": "._runtime.hooks",
    "CallStarted": "._runtime.hooks",
    "Event": "._runtime.hooks",
    "Hook": "._runtime.hooks",
    "RequestSent": "._runtime.hooks",
    "Model": "._runtime.models",
    "Unknown": "._runtime.models",
    "OMIT": "._runtime.omit",
    "Omit": "._runtime.omit",
    "RequestOptions": "._runtime.options",
    "Timeout": "._runtime.options",
    "AsyncPager": "._runtime.pages",
    "Page": "._runtime.pages",
    "PollInterval": "._runtime.polling",
    "TokenUsage": "._runtime.token_usage",
    "WireLog": "._runtime.wire_log",
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

# Generated from spec/; do not edit.
"""Typed clients of model-serving APIs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from . import batch, duckdb, models, params, spark, spec
    from ._async_client import AsyncClient, AsyncGateway
    from ._client import Client, Gateway
    from ._runtime._async.accumulating import AsyncAccumulatingStream
    from ._runtime._async.stream import AsyncStream
    from ._runtime._sync.accumulating import AccumulatingStream
    from ._runtime._sync.stream import Stream
    from ._runtime.answer_facts import AnswerFacts
    from ._runtime.errors import (
        AnswerRefused,
        AnswerTruncated,
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
        ParseError,
        PermissionDeniedError,
        RateLimitError,
        RequestError,
        StreamError,
        StreamInterrupted,
        ToolError,
        UnprocessableEntityError,
        WaitTimeout,
    )
    from ._runtime.forms import json_schema
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
    from ._runtime.speech import ToolCall
    from ._runtime.structured import Parsed, parsed
    from ._runtime.token_usage import TokenUsage
    from ._runtime.toolbox import parsed_calls, tool_calls
    from ._runtime.tools import Tool
    from ._runtime.vectors import array, vectors
    from ._runtime.wire_log import WireLog
    from ._toolbox import AsyncToolbox, Toolbox
    from .spec import reasoning

__all__ = [
    "OMIT",
    "APIConnectionError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AccumulatingStream",
    "AnswerFacts",
    "AnswerReceived",
    "AnswerRefused",
    "AnswerTruncated",
    "AsyncAccumulatingStream",
    "AsyncClient",
    "AsyncGateway",
    "AsyncPager",
    "AsyncStream",
    "AsyncToolbox",
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
    "ParseError",
    "Parsed",
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
    "Tool",
    "ToolCall",
    "ToolError",
    "Toolbox",
    "Unknown",
    "UnprocessableEntityError",
    "WaitTimeout",
    "WireLog",
    "__version__",
    "array",
    "batch",
    "duckdb",
    "json_schema",
    "models",
    "params",
    "parsed",
    "parsed_calls",
    "reasoning",
    "response_of",
    "spark",
    "spec",
    "tool_calls",
    "vectors",
]

__version__: Final = "0.1.0"

_SUBMODULES: Final = frozenset(
    {
        "batch",
        "duckdb",
        "models",
        "params",
        "spark",
        "spec",
    }
)
_HOMES: Final = {
    "Client": "._client",
    "Gateway": "._client",
    "AsyncClient": "._async_client",
    "AsyncGateway": "._async_client",
    "AsyncAccumulatingStream": "._runtime._async.accumulating",
    "AsyncStream": "._runtime._async.stream",
    "AccumulatingStream": "._runtime._sync.accumulating",
    "Stream": "._runtime._sync.stream",
    "AsyncToolbox": "._toolbox",
    "Toolbox": "._toolbox",
    "APIConnectionError": "._runtime.errors",
    "APIResponseError": "._runtime.errors",
    "APIStatusError": "._runtime.errors",
    "APITimeoutError": "._runtime.errors",
    "AnswerRefused": "._runtime.errors",
    "AnswerTruncated": "._runtime.errors",
    "AuthenticationError": "._runtime.errors",
    "BadRequestError": "._runtime.errors",
    "ConfigurationError": "._runtime.errors",
    "ConflictError": "._runtime.errors",
    "EndpointFailed": "._runtime.errors",
    "InternalServerError": "._runtime.errors",
    "InvocantError": "._runtime.errors",
    "NotFoundError": "._runtime.errors",
    "ParseError": "._runtime.errors",
    "PermissionDeniedError": "._runtime.errors",
    "RateLimitError": "._runtime.errors",
    "RequestError": "._runtime.errors",
    "StreamError": "._runtime.errors",
    "StreamInterrupted": "._runtime.errors",
    "ToolError": "._runtime.errors",
    "UnprocessableEntityError": "._runtime.errors",
    "WaitTimeout": "._runtime.errors",
    "AnswerFacts": "._runtime.answer_facts",
    "json_schema": "._runtime.forms",
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
    "ToolCall": "._runtime.speech",
    "Parsed": "._runtime.structured",
    "parsed": "._runtime.structured",
    "parsed_calls": "._runtime.toolbox",
    "tool_calls": "._runtime.toolbox",
    "Tool": "._runtime.tools",
    "array": "._runtime.vectors",
    "vectors": "._runtime.vectors",
    "WireLog": "._runtime.wire_log",
    "reasoning": ".spec",
    "Response": "._runtime.response",
    "response_of": "._runtime.response",
    "TokenUsage": "._runtime.token_usage",
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

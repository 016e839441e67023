"""Lets the suite call the functions of `litellm` with a provider: `openai` or `databricks`.

With `openai` it calls a gateway, with `databricks` a workspace. `--async` calls the asynchronous
functions.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any

import litellm
import openai
from litellm.exceptions import (
    APIConnectionError,
    BadGatewayError,
    JSONSchemaValidationError,
    MidStreamFallbackError,
    ServiceUnavailableError,
    Timeout,
)
from litellm.types.utils import all_litellm_params

from interop.adapters.protocol import Call, Unsupported, run
from interop.adapters.seen import Json, Seen

_PLACES = {"openai": ("Gateway", ""), "databricks": ("Client", "/serving-endpoints")}
"""For each provider the client that it stands for, and what follows the host."""
_FUNCTIONS = {
    "chat.completions.create": ("completion", "acompletion"),
    "embeddings.create": ("embedding", "aembedding"),
}
# Arguments by which the library is set up; members of a body that are called so go beside them.
_SETTINGS = {*all_litellm_params, "timeout", "extra_headers", "extra_query", "extra_body"}
_KINDS: tuple[tuple[type[Exception], str], ...] = (
    (MidStreamFallbackError, "APIConnectionError"),
    (ServiceUnavailableError, "InternalServerError"),
    (BadGatewayError, "InternalServerError"),
    (JSONSchemaValidationError, "APIResponseError"),
    (Timeout, "APITimeoutError"),
    (APIConnectionError, "APIConnectionError"),
    (openai.APIResponseValidationError, "APIResponseError"),
    (openai.BadRequestError, "BadRequestError"),
    (openai.AuthenticationError, "AuthenticationError"),
    (openai.PermissionDeniedError, "PermissionDeniedError"),
    (openai.NotFoundError, "NotFoundError"),
    (openai.UnprocessableEntityError, "UnprocessableEntityError"),
    (openai.RateLimitError, "RateLimitError"),
    (openai.InternalServerError, "InternalServerError"),
    (openai.APIError, "APIStatusError"),
)


class LiteLLMAdapter:
    """The functions, which keep their connections to themselves."""

    version = version("litellm")
    loggers: Sequence[str] = ("LiteLLM",)

    def __init__(self, provider: str, *, asynchronous: bool) -> None:
        self._provider = provider
        self._asynchronous = asynchronous
        self._client, self._path = _PLACES[provider]
        self._runner = asyncio.Runner()
        # A stream that is left is not garbage before the reset.
        self._open: list[object] = []
        self.name = f"litellm-{provider}{'-async' if asynchronous else ''}"
        self.operations: Sequence[str] = [f"{self._client}.{name}" for name in _FUNCTIONS]
        abilities = ("stream", "final", "retries", "leave", "extra")
        self.abilities: Sequence[str] = (*abilities, "async") if asynchronous else abilities

    def call(self, call: Call, seen: Seen) -> None:
        """Make the call."""
        if call.all_query():
            raise Unsupported("no argument for parameters of the query")
        plain, asynchronous = _FUNCTIONS[call.method]
        if self._asynchronous:
            self._runner.run(self._call_async(getattr(litellm, asynchronous), call, seen))
            return
        answer = getattr(litellm, plain)(**self._arguments(call))
        if not call.streams:
            seen.answer(_dump(answer))
            return
        self._open.append(answer)
        _read(answer, call, seen)

    def reset(self) -> None:
        """Drop the connections that the library keeps for later calls."""
        self._open.clear()
        cache: Any = litellm.in_memory_llm_clients_cache
        cache.flush_cache()
        self._runner.close()
        self._runner = asyncio.Runner()

    def kind(self, error: Exception) -> str | None:
        """The documented errors are those of `openai` and some beside them."""
        return next((kind for known, kind in _KINDS if isinstance(error, known)), None)

    def details(self, error: Exception) -> Mapping[str, Json | bytes]:
        """What an error tells. The response that it holds is made up."""
        headers = getattr(error, "litellm_response_headers", None)
        status = getattr(error, "status_code", None)
        code = getattr(error, "code", None) or getattr(error, "type", None)
        return {
            "status": status if isinstance(status, int) else None,
            "headers": None if headers is None else dict(headers),
            "error_code": None if code is None else str(code),
        }

    async def _call_async(self, function: Callable[..., Any], call: Call, seen: Seen) -> None:
        answer = await function(**self._arguments(call))
        if not call.streams:
            seen.answer(_dump(answer))
            return
        self._open.append(answer)
        await _read_async(answer, call, seen)

    def _arguments(self, call: Call) -> dict[str, Any]:
        if "model" not in call.body:
            raise Unsupported("the argument model is required")
        arguments = {name: value for name, value in call.body.items() if name not in _SETTINGS}
        extra = {name: value for name, value in call.body.items() if name in _SETTINGS}
        arguments["model"] = f"{self._provider}/{call.body['model']}"
        arguments |= {"api_base": call.base_url + self._path, "api_key": call.token}
        arguments["num_retries"] = call.max_retries
        if call.timeout is not None:
            arguments["timeout"] = call.timeout
        if call.all_headers():
            arguments["extra_headers"] = call.all_headers()
        if extra or call.extra_body:
            arguments["extra_body"] = {**extra, **call.extra_body}
        return arguments


def _read(stream: Iterator[Any], call: Call, seen: Seen) -> None:
    """The wrapper has no way to be closed."""
    if call.leave == "close":
        raise Unsupported("streams have no close()")
    seen.begin()
    chunks: list[Any] = []
    for event in stream:
        chunks.append(event)
        if seen.event(_dump(event)) is not None:
            break
    if call.final:
        seen.make_up(_dump(litellm.stream_chunk_builder(chunks)))


async def _read_async(stream: AsyncIterator[Any], call: Call, seen: Seen) -> None:
    if call.leave == "close":
        raise Unsupported("streams have no close()")
    seen.begin()
    chunks: list[Any] = []
    async for event in stream:
        chunks.append(event)
        if seen.event(_dump(event)) is not None:
            break
    if call.final:
        seen.make_up(_dump(litellm.stream_chunk_builder(chunks)))


def _dump(answer: Any) -> Json:
    """What a caller gets; a member that is None may as well have been left out."""
    dumped: Json = answer.model_dump(exclude_none=True)
    return dumped


if __name__ == "__main__":
    run(LiteLLMAdapter(sys.argv[1], asynchronous="--async" in sys.argv))

"""The names that OpenTelemetry's conventions for generative AI (1.41) have for calls of models."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from .errors import APIStatusError
from .hooks import Call

__all__ = ["call_attributes", "error_type", "operation_name"]

# Tasks without a name of their own there keep theirs, as the conventions allow.
OPERATIONS: Final[Mapping[str, str]] = {
    "batch_chat": "chat",
    "completions": "text_completion",
    "gemini": "generate_content",
    "messages": "chat",
    "responses": "chat",
}

PORTS: Final = {"http": 80, "https": 443}


def operation_name(call: Call) -> str:
    """What is asked of the model."""
    return OPERATIONS.get(call.task, call.task)


def call_attributes(call: Call) -> dict[str, str | int]:
    """What is known of a call before it is made."""
    url = urlsplit(call.url)
    known: dict[str, str | int | None] = {
        "gen_ai.operation.name": operation_name(call),
        "gen_ai.provider.name": call.provider,
        "gen_ai.request.model": call.model,
        "server.address": url.hostname,
        "server.port": url.port or PORTS.get(url.scheme),
    }
    return {name: value for name, value in known.items() if value is not None}


def error_type(error: BaseException) -> str:
    """The status that the server refused with, else the class of the error."""
    if isinstance(error, APIStatusError) and error.status is not None:
        return str(error.status)
    return type(error).__name__

# Generated from spec/; do not edit.
"""Answers that were parsed into a type."""

from __future__ import annotations

from typing import Generic

from .._runtime.structured import Parsed, T_parsed
from .chat import ChatCompletion
from .responses import ResponsesResponse

__all__ = [
    "ParsedChatCompletion",
    "ParsedResponsesResponse",
]


class ParsedChatCompletion(ChatCompletion, Parsed[T_parsed], Generic[T_parsed]):
    """A `ChatCompletion` with `parsed`: what it says, as a value of the type asked for."""


class ParsedResponsesResponse(ResponsesResponse, Parsed[T_parsed], Generic[T_parsed]):
    """A `ResponsesResponse` with `parsed`: what it says, as a value of the type asked for."""

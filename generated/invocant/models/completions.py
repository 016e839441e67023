# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Literal

from invocant._runtime.models import Model

from . import chat
from . import usage as usage_1


class CompletionLogprobs(Model):
    """Log probabilities of the tokens of an answer; the lists run in step."""

    tokens: list[str] | None = None
    """The tokens."""
    token_logprobs: list[float | None] | None = None
    """The log probability of each token; null for the first one of an echoed prompt."""
    top_logprobs: list[dict[str, float] | None] | None = None
    """For each token the likeliest tokens in its place, with their log probabilities."""
    text_offset: list[int] | None = None
    """Where in the text each token begins, in characters."""


class CompletionChoice(Model):
    """One answer."""

    text: str
    """The text; with echo it begins with the prompt."""
    index: int
    """Number of the answer, from 0 over all prompts."""
    finish_reason: chat.FinishReason | None = None
    """Why the answer ended."""
    logprobs: CompletionLogprobs | None = None
    """Log probabilities of the tokens, where they were asked for."""


class CompletionChunkChoice(Model):
    """What a chunk adds to one answer."""

    text: str | None = None
    """What is added to the text. A chunk that only ends the answer may leave it out, as
    LiteLLM's proxy does."""
    index: int
    """Number of the answer, from 0 over all prompts."""
    finish_reason: chat.FinishReason | None = None
    """Why the answer ended, in its last chunk only."""
    logprobs: CompletionLogprobs | None = None
    """Log probabilities of the added tokens, where they were asked for."""


class Completion(Model):
    """The answer to a completion request."""

    id: str | None = None
    """Identifies the answer; hosted models may send null."""
    object: Literal["text_completion"] | str | None = None
    """Always "text_completion"."""
    created: int | None = None
    """Time of the answer, in seconds since 1970."""
    model: str | None = None
    """Name of the model that answered; may be an alias or an internal name."""
    choices: list[CompletionChoice]
    """The answers, n for each prompt, in the order of the prompts."""
    usage: usage_1.Usage | None = None
    """Tokens that the request cost."""
    system_fingerprint: str | None = None
    """Identifies the build that answered."""


class CompletionChunk(Model):
    """A piece of a streamed completion."""

    id: str | None = None
    """Identifies the answer; the same in every chunk."""
    object: Literal["text_completion"] | str | None = None
    """Always "text_completion", as in an answer that is not streamed."""
    created: int | None = None
    """Time of the answer, in seconds since 1970."""
    model: str | None = None
    """Name of the model that answers; may be an alias or an internal name."""
    choices: list[CompletionChunkChoice]
    """What is added to the answers; empty in a chunk that holds only the usage."""
    usage: usage_1.Usage | None = None
    """Tokens so far (workspace), or of the whole request (last chunk of a gateway, when asked
    for)."""
    system_fingerprint: str | None = None
    """Identifies the build that answers."""

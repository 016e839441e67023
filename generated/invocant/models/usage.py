# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from invocant._runtime.models import Model


class CompletionTokensDetails(Model):
    """Kinds of output tokens."""

    reasoning_tokens: int | None = None
    """Output tokens of reasoning."""
    audio_tokens: int | None = None
    """Output tokens of audio."""


class PromptTokensDetails(Model):
    """Kinds of input tokens."""

    cached_tokens: int | None = None
    """Input tokens read from a prompt cache."""
    audio_tokens: int | None = None
    """Input tokens of audio."""


class Usage(Model):
    """Tokens that a request cost. Counts that a provider does not know are left out."""

    prompt_tokens: int
    """Tokens of the input."""
    completion_tokens: int | None = None
    """Tokens that the model produced; embeddings answers may leave it out."""
    total_tokens: int
    """Sum of the tokens above and of whatever else the provider counts."""
    reasoning_tokens: int | None = None
    """Tokens of reasoning, as hosted models report them at the top level."""
    cache_read_input_tokens: int | None = None
    """Input tokens read from a prompt cache, in Anthropic's spelling."""
    cache_creation_input_tokens: int | None = None
    """Input tokens written to a prompt cache, in Anthropic's spelling."""
    prompt_tokens_details: PromptTokensDetails | None = None
    """Kinds of input tokens."""
    completion_tokens_details: CompletionTokensDetails | None = None
    """Kinds of output tokens."""

# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypeAlias

import typing_extensions

from . import chat, query

CompletionPrompt: TypeAlias = str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]]
"""One text or several, each of which gets answers of its own; or, for OpenAI's models and
gateways, one or several texts as token ids."""


class CompletionInvocation(typing_extensions.TypedDict):
    """A completion by the endpoint named in the path."""

    prompt: CompletionPrompt
    """
    One text or several, each of which gets answers of its own; or, for OpenAI's models and
    gateways, one or several texts as token ids.
    """
    max_tokens: NotRequired[int | None]
    """Most tokens to produce for each answer, 1 or more; null means the model's own limit."""
    temperature: NotRequired[float | None]
    """Sampling temperature, 0 to 2, default 1; 0 is the most repeatable."""
    top_p: NotRequired[float | None]
    """Probability mass that is sampled from, above 0 and up to 1, default 1."""
    top_k: NotRequired[int | None]
    """Number of likeliest tokens that are sampled from, 1 or more; null, the default, means all."""
    n: NotRequired[int | None]
    """
    Number of answers for each prompt, default 1. Hosted models of a workspace refuse any
    other than 1 when streaming.
    """
    stop: NotRequired[chat.StopSequences]
    """One or several texts that end the answer."""
    stream: NotRequired[bool]
    """Send the answer piece by piece, as server-sent events; default false."""
    stream_options: NotRequired[chat.StreamOptions | None]
    """What a stream holds beside the answer."""
    suffix: NotRequired[str | None]
    """Text that follows the answer, for models that fill a gap."""
    echo: NotRequired[bool | None]
    """Begin every answer with its prompt, default false."""
    logprobs: NotRequired[int | None]
    """Send the log probabilities of the tokens and of so many alternatives for each, 0 to 5."""
    error_behavior: NotRequired[Literal["error", "truncate"] | str | None]
    """
    What to do with a prompt that is longer than the model can read, refuse it or cut it;
    older hosted models know it.
    """
    use_raw_prompt: NotRequired[bool | None]
    """
    Give the prompt to the model as it is, without the model's own template, default false;
    older hosted models know it.
    """
    seed: NotRequired[int | None]
    """Asks for repeatable sampling; hosted models of a workspace may not know it."""
    presence_penalty: NotRequired[float | None]
    """
    Penalty for tokens that occur already, -2 to 2, default 0; OpenAI's and Cohere's models
    know it.
    """
    frequency_penalty: NotRequired[float | None]
    """
    Penalty for tokens by how often they occur already, -2 to 2, default 0; OpenAI's and
    Cohere's models know it.
    """
    logit_bias: NotRequired[Mapping[str, float] | None]
    """
    Bias, usually -100 to 100, for token ids, which are the keys; OpenAI's and Cohere's models
    know it.
    """
    user: NotRequired[str | None]
    """Identifies the end user."""
    extra_params: NotRequired[query.ExtraParams]
    """
    Further parameters for an external model, passed on to its provider. Values are strings,
    whatever the provider takes them for.
    """
    client_request_id: NotRequired[query.ClientRequestId]
    """The caller's own id of the request, kept in the inference table and the usage table."""
    usage_context: NotRequired[query.UsageContext]
    """
    The caller's own keys and values, kept in the usage table, such as a project or an end
    user.
    """
    model: NotRequired[str | None]
    """Ignored, since the path names the endpoint."""


class CompletionRequest(typing_extensions.TypedDict):
    """A completion by the model named in the body."""

    prompt: CompletionPrompt
    """
    One text or several, each of which gets answers of its own; or, for OpenAI's models and
    gateways, one or several texts as token ids.
    """
    max_tokens: NotRequired[int | None]
    """Most tokens to produce for each answer, 1 or more; null means the model's own limit."""
    temperature: NotRequired[float | None]
    """Sampling temperature, 0 to 2, default 1; 0 is the most repeatable."""
    top_p: NotRequired[float | None]
    """Probability mass that is sampled from, above 0 and up to 1, default 1."""
    top_k: NotRequired[int | None]
    """Number of likeliest tokens that are sampled from, 1 or more; null, the default, means all."""
    n: NotRequired[int | None]
    """
    Number of answers for each prompt, default 1. Hosted models of a workspace refuse any
    other than 1 when streaming.
    """
    stop: NotRequired[chat.StopSequences]
    """One or several texts that end the answer."""
    stream: NotRequired[bool]
    """Send the answer piece by piece, as server-sent events; default false."""
    stream_options: NotRequired[chat.StreamOptions | None]
    """What a stream holds beside the answer."""
    suffix: NotRequired[str | None]
    """Text that follows the answer, for models that fill a gap."""
    echo: NotRequired[bool | None]
    """Begin every answer with its prompt, default false."""
    logprobs: NotRequired[int | None]
    """Send the log probabilities of the tokens and of so many alternatives for each, 0 to 5."""
    error_behavior: NotRequired[Literal["error", "truncate"] | str | None]
    """
    What to do with a prompt that is longer than the model can read, refuse it or cut it;
    older hosted models know it.
    """
    use_raw_prompt: NotRequired[bool | None]
    """
    Give the prompt to the model as it is, without the model's own template, default false;
    older hosted models know it.
    """
    seed: NotRequired[int | None]
    """Asks for repeatable sampling; hosted models of a workspace may not know it."""
    presence_penalty: NotRequired[float | None]
    """
    Penalty for tokens that occur already, -2 to 2, default 0; OpenAI's and Cohere's models
    know it.
    """
    frequency_penalty: NotRequired[float | None]
    """
    Penalty for tokens by how often they occur already, -2 to 2, default 0; OpenAI's and
    Cohere's models know it.
    """
    logit_bias: NotRequired[Mapping[str, float] | None]
    """
    Bias, usually -100 to 100, for token ids, which are the keys; OpenAI's and Cohere's models
    know it.
    """
    user: NotRequired[str | None]
    """Identifies the end user."""
    extra_params: NotRequired[query.ExtraParams]
    """
    Further parameters for an external model, passed on to its provider. Values are strings,
    whatever the provider takes them for.
    """
    client_request_id: NotRequired[query.ClientRequestId]
    """The caller's own id of the request, kept in the inference table and the usage table."""
    usage_context: NotRequired[query.UsageContext]
    """
    The caller's own keys and values, kept in the usage table, such as a project or an end
    user.
    """
    model: str
    """Name of the serving endpoint or of the gateway's model."""

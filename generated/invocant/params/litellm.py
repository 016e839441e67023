# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypeAlias

import typing_extensions

from . import chat, completions, embeddings, query

GatewayKeyType: TypeAlias = Literal["default", "llm_api", "management", "read_only"] | str
"""Which operations a key may use by default, all of its user's, those that ask models, those
that manage, or those that read."""


class GenerateKeyRequest(typing_extensions.TypedDict):
    """Limits of a key that is to be made; an empty object makes one without any."""

    key: NotRequired[str | None]
    """The key itself, which starts with sk-; left out, the gateway makes one."""
    key_alias: NotRequired[str | None]
    """Name of the key, for people."""
    duration: NotRequired[str | None]
    """How long the key is valid, as a number with s, m, h, d, w or mo (months); null for ever."""
    models: NotRequired[Sequence[str] | None]
    """Models that the key may use; empty for all."""
    aliases: NotRequired[Mapping[str, str] | None]
    """For a name in requests the model that is meant."""
    user_id: NotRequired[str | None]
    """User to whom the key belongs."""
    team_id: NotRequired[str | None]
    """Team to which the key belongs."""
    max_budget: NotRequired[float | None]
    """What may be spent with the key, in US dollars; for every budget_duration anew."""
    budget_duration: NotRequired[str | None]
    """After which time the spent amount starts again at 0, in the form of duration."""
    max_parallel_requests: NotRequired[int | None]
    """Most requests at the same time."""
    rpm_limit: NotRequired[int | None]
    """Most requests a minute."""
    tpm_limit: NotRequired[int | None]
    """Most tokens a minute."""
    metadata: NotRequired[Mapping[str, object] | None]
    """Free keys and values, kept with the key."""
    tags: NotRequired[Sequence[str] | None]
    """Labels of every call with the key."""
    guardrails: NotRequired[Sequence[str] | None]
    """Guardrails that run for every call with the key."""
    permissions: NotRequired[Mapping[str, object] | None]
    """What else the key may do, such as allow_client_mock_response."""
    allowed_routes: NotRequired[Sequence[str] | None]
    """Paths that the key may call; empty for all."""
    key_type: NotRequired[GatewayKeyType]
    """
    Which operations a key may use by default, all of its user's, those that ask models, those
    that manage, or those that read.
    """
    blocked: NotRequired[bool | None]
    """Whether the key is refused until it is unblocked."""


class GatewayCompletionRequest(typing_extensions.TypedDict):
    """A completion by the model that the body names."""

    prompt: completions.CompletionPrompt
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
    metadata: NotRequired[Mapping[str, object] | None]
    """
    Free keys and values for the proxy's logs, such as generation_name, generation_id,
    trace_id, trace_user_id. Neither passed on to an OpenAI-compatible or Databricks provider
    nor answered. LiteLLM's own field here.
    """
    tags: NotRequired[Sequence[str] | None]
    """Labels of the call for routing and for reports of what was spent. LiteLLM's own field."""
    guardrails: NotRequired[Sequence[str] | None]
    """Names of the configured guardrails to run for this call. LiteLLM's own field."""
    caching: NotRequired[bool | None]
    """Whether the proxy's cache of answers may be used and filled. LiteLLM's own field."""
    num_retries: NotRequired[int | None]
    """How often the proxy repeats a call of the provider that failed. LiteLLM's own field."""
    fallbacks: NotRequired[Sequence[str] | None]
    """Models to ask, in this order, where the first one fails. LiteLLM's own field."""
    context_window_fallback_dict: NotRequired[Mapping[str, str] | None]
    """
    For a model's name the model to ask where the prompt is too long for it. LiteLLM's own
    field.
    """
    timeout: NotRequired[float | None]
    """
    Longest time that the model may take, in seconds; afterwards the proxy answers 408.
    LiteLLM's own field.
    """
    drop_params: NotRequired[bool | None]
    """
    Whether fields that the provider does not know are left out instead of refused with 400.
    LiteLLM's own field.
    """
    allowed_openai_params: NotRequired[Sequence[str] | None]
    """
    Fields to pass on although LiteLLM believes that the provider does not know them.
    LiteLLM's own field.
    """
    mock_response: NotRequired[str | None]
    """
    Answer to give without asking a model, for tests. Dropped unless the key allows it.
    LiteLLM's own field.
    """
    mock_tool_calls: NotRequired[Sequence[chat.ToolCall] | None]
    """
    Tool calls to answer without asking a model, for tests. Dropped unless the key allows it.
    LiteLLM's own field.
    """
    mock_timeout: NotRequired[bool | None]
    """
    Whether to answer as if the model had taken longer than timeout, for tests. LiteLLM's own
    field.
    """


class GatewayEmbeddingsRequest(typing_extensions.TypedDict):
    """Embeddings of the model that the body names."""

    input: embeddings.EmbeddingsInput
    """
    One text, several texts, or, for OpenAI's models and gateways, one or several texts as
    token ids.
    """
    encoding_format: NotRequired[embeddings.EncodingFormat]
    """
    Numbers, the default, or base64 of little-endian float32. Hosted models of a workspace
    ignore it and send numbers.
    """
    dimensions: NotRequired[int | None]
    """
    Width of the vectors, for models of OpenAI and of gateways that can shorten them. Hosted
    models of a workspace do not know it and refuse it with 400.
    """
    user: NotRequired[str | None]
    """Identifies the end user."""
    instruction: NotRequired[str | None]
    """
    Instruction put before every text, for models trained with one, such as
    databricks-bge-large-en.
    """
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
    metadata: NotRequired[Mapping[str, object] | None]
    """
    Free keys and values for the proxy's logs, such as generation_name, generation_id,
    trace_id, trace_user_id. Neither passed on to an OpenAI-compatible or Databricks provider
    nor answered. LiteLLM's own field here.
    """
    tags: NotRequired[Sequence[str] | None]
    """Labels of the call for routing and for reports of what was spent. LiteLLM's own field."""
    guardrails: NotRequired[Sequence[str] | None]
    """Names of the configured guardrails to run for this call. LiteLLM's own field."""
    caching: NotRequired[bool | None]
    """Whether the proxy's cache of answers may be used and filled. LiteLLM's own field."""
    num_retries: NotRequired[int | None]
    """How often the proxy repeats a call of the provider that failed. LiteLLM's own field."""
    fallbacks: NotRequired[Sequence[str] | None]
    """Models to ask, in this order, where the first one fails. LiteLLM's own field."""
    context_window_fallback_dict: NotRequired[Mapping[str, str] | None]
    """
    For a model's name the model to ask where the prompt is too long for it. LiteLLM's own
    field.
    """
    timeout: NotRequired[float | None]
    """
    Longest time that the model may take, in seconds; afterwards the proxy answers 408.
    LiteLLM's own field.
    """
    drop_params: NotRequired[bool | None]
    """
    Whether fields that the provider does not know are left out instead of refused with 400.
    LiteLLM's own field.
    """
    allowed_openai_params: NotRequired[Sequence[str] | None]
    """
    Fields to pass on although LiteLLM believes that the provider does not know them.
    LiteLLM's own field.
    """
    mock_response: NotRequired[str | None]
    """
    Answer to give without asking a model, for tests. Dropped unless the key allows it.
    LiteLLM's own field.
    """
    mock_tool_calls: NotRequired[Sequence[chat.ToolCall] | None]
    """
    Tool calls to answer without asking a model, for tests. Dropped unless the key allows it.
    LiteLLM's own field.
    """
    mock_timeout: NotRequired[bool | None]
    """
    Whether to answer as if the model had taken longer than timeout, for tests. LiteLLM's own
    field.
    """


class BatchChatRequest(typing_extensions.TypedDict):
    """
    The same chat with several models at once, which LiteLLM calls batch completions and
    documents as beta. It cannot be streamed.
    """

    messages: Sequence[chat.ChatMessage]
    """The conversation so far, oldest message first."""
    max_tokens: NotRequired[int | None]
    """
    Most tokens to produce for each answer, 1 or more; null, the default, means no limit of
    the request's own, though some models have one (Claude Sonnet 4: 1,000). A workspace
    reserves so many output tokens of its rate limit up front.
    """
    max_completion_tokens: NotRequired[int | None]
    """
    OpenAI's later name of max_tokens, which counts reasoning tokens too; where both are sent,
    the smaller one holds.
    """
    temperature: NotRequired[float | None]
    """Sampling temperature, 0 to 2, default 1; 0 is the most repeatable."""
    top_p: NotRequired[float | None]
    """Probability mass that is sampled from, above 0 and up to 1, default 1."""
    top_k: NotRequired[int | None]
    """Number of likeliest tokens that are sampled from, 1 or more; null, the default, means all."""
    n: NotRequired[int | None]
    """
    Number of answers, default 1. Hosted models of a workspace refuse any other than 1 when
    streaming.
    """
    stop: NotRequired[chat.StopSequences]
    """One or several texts that end the answer."""
    stream: NotRequired[Literal[False]]
    """Has to be false or left out; the answers come as one list."""
    stream_options: NotRequired[chat.StreamOptions | None]
    """What a stream holds beside the answer."""
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
    logprobs: NotRequired[bool | None]
    """Send the log probabilities of the tokens, default false."""
    top_logprobs: NotRequired[int | None]
    """Number of alternatives to send for each token, 0 to 20; needs logprobs true."""
    tools: NotRequired[Sequence[chat.Tool]]
    """Functions that the model may call; hosted models of a workspace take 32 at most."""
    tool_choice: NotRequired[chat.ToolChoice]
    """
    Whether the model may, must or must not call a tool, or the one that it must call. The
    default is auto where there are tools, none where there are not.
    """
    parallel_tool_calls: NotRequired[bool | None]
    """
    Whether one answer may call several tools; hosted models of a workspace call one at a
    time.
    """
    response_format: NotRequired[chat.ResponseFormat]
    """The form of the answer."""
    reasoning_effort: NotRequired[chat.ReasoningEffort | None]
    """How much a reasoning model thinks before it answers; the default depends on the model."""
    thinking: NotRequired[chat.Thinking | None]
    """
    Extended thinking of Claude's hybrid models; the answer's content is then a list that
    begins with a reasoning part.
    """
    output_config: NotRequired[chat.ThinkingEffort | None]
    """
    What goes with thinking of type "adaptive"; the LiteLLM proxy sends both in place of
    reasoning_effort.
    """
    google_search: NotRequired[chat.GoogleSearch | None]
    """Lets a Gemini model search the web before it answers."""
    service_tier: NotRequired[str | None]
    """Processing tier to use, such as auto, default, flex or priority; for OpenAI's models."""
    user: NotRequired[str | None]
    """Identifies the end user."""
    metadata: NotRequired[Mapping[str, object] | None]
    """
    Free keys and values for the proxy's logs, such as generation_name, generation_id,
    trace_id, trace_user_id. Neither passed on to an OpenAI-compatible or Databricks provider
    nor answered. LiteLLM's own field here.
    """
    custom_inputs: NotRequired[Mapping[str, object] | None]
    """
    Further inputs of an agent, as its author defines them. Only endpoints that serve an agent
    know it.
    """
    context: NotRequired[chat.ChatContext | None]
    """Whose conversation this is. Only endpoints that serve an agent know it."""
    databricks_options: NotRequired[chat.DatabricksOptions | None]
    """Wishes to the platform. Only endpoints that serve an agent know it."""
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
    """
    Names of two or more models, separated by commas; spaces round a name do not count. A list
    of names is refused.
    """
    tags: NotRequired[Sequence[str] | None]
    """Labels of the call for routing and for reports of what was spent. LiteLLM's own field."""
    guardrails: NotRequired[Sequence[str] | None]
    """Names of the configured guardrails to run for this call. LiteLLM's own field."""
    caching: NotRequired[bool | None]
    """Whether the proxy's cache of answers may be used and filled. LiteLLM's own field."""
    num_retries: NotRequired[int | None]
    """How often the proxy repeats a call of the provider that failed. LiteLLM's own field."""
    fallbacks: NotRequired[Sequence[str] | None]
    """Models to ask, in this order, where the first one fails. LiteLLM's own field."""
    context_window_fallback_dict: NotRequired[Mapping[str, str] | None]
    """
    For a model's name the model to ask where the prompt is too long for it. LiteLLM's own
    field.
    """
    timeout: NotRequired[float | None]
    """
    Longest time that the model may take, in seconds; afterwards the proxy answers 408.
    LiteLLM's own field.
    """
    drop_params: NotRequired[bool | None]
    """
    Whether fields that the provider does not know are left out instead of refused with 400.
    LiteLLM's own field.
    """
    allowed_openai_params: NotRequired[Sequence[str] | None]
    """
    Fields to pass on although LiteLLM believes that the provider does not know them.
    LiteLLM's own field.
    """
    mock_response: NotRequired[str | None]
    """
    Answer to give without asking a model, for tests. Dropped unless the key allows it.
    LiteLLM's own field.
    """
    mock_tool_calls: NotRequired[Sequence[chat.ToolCall] | None]
    """
    Tool calls to answer without asking a model, for tests. Dropped unless the key allows it.
    LiteLLM's own field.
    """
    mock_timeout: NotRequired[bool | None]
    """
    Whether to answer as if the model had taken longer than timeout, for tests. LiteLLM's own
    field.
    """


class GatewayChatRequest(typing_extensions.TypedDict):
    """
    A chat with the model that the body names, or, where model lists several names separated
    by commas, the same chat with each of them.
    """

    messages: Sequence[chat.ChatMessage]
    """The conversation so far, oldest message first."""
    max_tokens: NotRequired[int | None]
    """
    Most tokens to produce for each answer, 1 or more; null, the default, means no limit of
    the request's own, though some models have one (Claude Sonnet 4: 1,000). A workspace
    reserves so many output tokens of its rate limit up front.
    """
    max_completion_tokens: NotRequired[int | None]
    """
    OpenAI's later name of max_tokens, which counts reasoning tokens too; where both are sent,
    the smaller one holds.
    """
    temperature: NotRequired[float | None]
    """Sampling temperature, 0 to 2, default 1; 0 is the most repeatable."""
    top_p: NotRequired[float | None]
    """Probability mass that is sampled from, above 0 and up to 1, default 1."""
    top_k: NotRequired[int | None]
    """Number of likeliest tokens that are sampled from, 1 or more; null, the default, means all."""
    n: NotRequired[int | None]
    """
    Number of answers, default 1. Hosted models of a workspace refuse any other than 1 when
    streaming.
    """
    stop: NotRequired[chat.StopSequences]
    """One or several texts that end the answer."""
    stream: NotRequired[bool]
    """
    Send the answer piece by piece, as server-sent events. One page of the workspace gives the
    default as false, another as true, so it is best said.
    """
    stream_options: NotRequired[chat.StreamOptions | None]
    """What a stream holds beside the answer."""
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
    logprobs: NotRequired[bool | None]
    """Send the log probabilities of the tokens, default false."""
    top_logprobs: NotRequired[int | None]
    """Number of alternatives to send for each token, 0 to 20; needs logprobs true."""
    tools: NotRequired[Sequence[chat.Tool]]
    """Functions that the model may call; hosted models of a workspace take 32 at most."""
    tool_choice: NotRequired[chat.ToolChoice]
    """
    Whether the model may, must or must not call a tool, or the one that it must call. The
    default is auto where there are tools, none where there are not.
    """
    parallel_tool_calls: NotRequired[bool | None]
    """
    Whether one answer may call several tools; hosted models of a workspace call one at a
    time.
    """
    response_format: NotRequired[chat.ResponseFormat]
    """The form of the answer."""
    reasoning_effort: NotRequired[chat.ReasoningEffort | None]
    """How much a reasoning model thinks before it answers; the default depends on the model."""
    thinking: NotRequired[chat.Thinking | None]
    """
    Extended thinking of Claude's hybrid models; the answer's content is then a list that
    begins with a reasoning part.
    """
    output_config: NotRequired[chat.ThinkingEffort | None]
    """
    What goes with thinking of type "adaptive"; the LiteLLM proxy sends both in place of
    reasoning_effort.
    """
    google_search: NotRequired[chat.GoogleSearch | None]
    """Lets a Gemini model search the web before it answers."""
    service_tier: NotRequired[str | None]
    """Processing tier to use, such as auto, default, flex or priority; for OpenAI's models."""
    user: NotRequired[str | None]
    """Identifies the end user."""
    metadata: NotRequired[Mapping[str, object] | None]
    """
    Free keys and values for the proxy's logs, such as generation_name, generation_id,
    trace_id, trace_user_id. Neither passed on to an OpenAI-compatible or Databricks provider
    nor answered. LiteLLM's own field here.
    """
    custom_inputs: NotRequired[Mapping[str, object] | None]
    """
    Further inputs of an agent, as its author defines them. Only endpoints that serve an agent
    know it.
    """
    context: NotRequired[chat.ChatContext | None]
    """Whose conversation this is. Only endpoints that serve an agent know it."""
    databricks_options: NotRequired[chat.DatabricksOptions | None]
    """Wishes to the platform. Only endpoints that serve an agent know it."""
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
    tags: NotRequired[Sequence[str] | None]
    """Labels of the call for routing and for reports of what was spent. LiteLLM's own field."""
    guardrails: NotRequired[Sequence[str] | None]
    """Names of the configured guardrails to run for this call. LiteLLM's own field."""
    caching: NotRequired[bool | None]
    """Whether the proxy's cache of answers may be used and filled. LiteLLM's own field."""
    num_retries: NotRequired[int | None]
    """How often the proxy repeats a call of the provider that failed. LiteLLM's own field."""
    fallbacks: NotRequired[Sequence[str] | None]
    """Models to ask, in this order, where the first one fails. LiteLLM's own field."""
    context_window_fallback_dict: NotRequired[Mapping[str, str] | None]
    """
    For a model's name the model to ask where the prompt is too long for it. LiteLLM's own
    field.
    """
    timeout: NotRequired[float | None]
    """
    Longest time that the model may take, in seconds; afterwards the proxy answers 408.
    LiteLLM's own field.
    """
    drop_params: NotRequired[bool | None]
    """
    Whether fields that the provider does not know are left out instead of refused with 400.
    LiteLLM's own field.
    """
    allowed_openai_params: NotRequired[Sequence[str] | None]
    """
    Fields to pass on although LiteLLM believes that the provider does not know them.
    LiteLLM's own field.
    """
    mock_response: NotRequired[str | None]
    """
    Answer to give without asking a model, for tests. Dropped unless the key allows it.
    LiteLLM's own field.
    """
    mock_tool_calls: NotRequired[Sequence[chat.ToolCall] | None]
    """
    Tool calls to answer without asking a model, for tests. Dropped unless the key allows it.
    LiteLLM's own field.
    """
    mock_timeout: NotRequired[bool | None]
    """
    Whether to answer as if the model had taken longer than timeout, for tests. LiteLLM's own
    field.
    """


class TokenCountRequest(typing_extensions.TypedDict):
    """
    What is to be counted, as a prompt, as messages, or in Gemini's form; one of them is
    required.
    """

    model: str
    """
    Model whose tokenizer counts; a name that the gateway does not list is counted with a
    general one.
    """
    prompt: NotRequired[str]
    """A text."""
    messages: NotRequired[Sequence[chat.ChatMessage]]
    """Messages of a chat."""
    contents: NotRequired[Sequence[Mapping[str, object]]]
    """Contents in Gemini's form, each with parts."""
    tools: NotRequired[Sequence[Mapping[str, object]] | None]
    """Tools that the messages may use."""
    system: NotRequired[str | Sequence[Mapping[str, object]] | None]
    """A system prompt in Anthropic's form, a text or blocks."""

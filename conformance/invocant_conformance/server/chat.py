"""Chat completions as JSON objects."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..json_values import JsonObject
from . import logprobs
from .generation import Answer, Generation


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What all objects of one answer share; created is in seconds since 1970."""

    id: str
    created: int
    model: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """How answers are written.

    reasoning_parts: reasoning and text are parts of a list, as in a workspace; else reasoning is a
    text beside the content, as at a gateway. alternatives: number of likely tokens to state for
    each token; None for no log probabilities.
    """

    reasoning_parts: bool
    alternatives: int | None = None


def completion(head: Head, generation: Generation, form: Form) -> JsonObject:
    """Return a whole ChatCompletion."""
    spent = sum(answer.cost for answer in generation.answers)
    return {
        "id": head.id,
        "object": "chat.completion",
        "created": head.created,
        "model": head.model,
        "choices": [
            _choice(index, answer, form) for index, answer in enumerate(generation.answers)
        ],
        "usage": usage(generation.prompt_tokens, spent),
    }


def usage(prompt_tokens: int, completion_tokens: int) -> JsonObject:
    """Return a Usage that adds up."""
    return {
        "prompt_tokens": prompt_tokens,
        "completion_tokens": completion_tokens,
        "total_tokens": prompt_tokens + completion_tokens,
    }


def reasoning_part(text: str) -> JsonObject:
    """Return reasoning as a part of a content list."""
    return {"type": "reasoning", "summary": [{"type": "summary_text", "text": text}]}


def token_logprobs(answer: Answer, tokens: Sequence[str], form: Form) -> JsonObject | None:
    """Return the log probabilities of some tokens of an answer, where they were asked for."""
    if form.alternatives is None or answer.call is not None:
        return None
    entries = logprobs.of_chat(tokens, alternatives=form.alternatives, key=answer.text)
    return {"content": entries, "refusal": None}


def _choice(index: int, answer: Answer, form: Form) -> JsonObject:
    return {
        "index": index,
        "message": _message(answer, form),
        "finish_reason": answer.finish_reason,
        "logprobs": token_logprobs(answer, answer.tokens, form),
    }


def _message(answer: Answer, form: Form) -> JsonObject:
    if answer.call is None:
        return {"role": "assistant", **_said(answer, form)}
    function: JsonObject = {"name": answer.call.name, "arguments": answer.call.arguments}
    call: JsonObject = {"id": answer.call.id, "type": "function", "function": function}
    return {"role": "assistant", "content": None, "tool_calls": [call]}


def _said(answer: Answer, form: Form) -> JsonObject:
    if not answer.reasoning:
        return {"content": answer.text}
    thought = "".join(answer.reasoning)
    if form.reasoning_parts:
        return {"content": [reasoning_part(thought), {"type": "text", "text": answer.text}]}
    return {"content": answer.text, "reasoning_content": thought}

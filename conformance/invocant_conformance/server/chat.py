"""Chat completions as JSON objects."""

from collections.abc import Sequence
from typing import NamedTuple

from ..json_values import JsonObject
from . import logprobs
from .generation import Answer, Generation
from .thoughts import signature


class Head(NamedTuple):
    """What all objects of one answer share; created is in seconds since 1970."""

    id: str
    created: int
    model: str


class Form(NamedTuple):
    """How answers are written.

    reasoning_parts: reasoning and text are parts of a list, as in a workspace; else reasoning is a
    text beside the content, as at a gateway. alternatives: number of likely tokens to state for
    each token; None for no log probabilities.
    """

    reasoning_parts: bool
    alternatives: int | None = None


def completion(head: Head, generation: Generation, form: Form) -> JsonObject:
    """Return a whole ChatCompletion."""
    return {
        "id": head.id,
        "object": "chat.completion",
        "created": head.created,
        "model": head.model,
        "choices": [
            _choice(index, answer, form) for index, answer in enumerate(generation.answers)
        ],
        "usage": spent(
            generation.prompt_tokens, generation.cost, generation.reasoning_tokens, form
        ),
    }


def usage(prompt_tokens: int, completion_tokens: int) -> JsonObject:
    """Return a Usage that adds up."""
    return {
        "prompt_tokens": prompt_tokens,
        "completion_tokens": completion_tokens,
        "total_tokens": prompt_tokens + completion_tokens,
    }


def spent(
    prompt_tokens: int, completion_tokens: int, reasoning_tokens: int, form: Form
) -> JsonObject:
    """Return a Usage that says how many of its tokens are reasoning, where there are any.

    Hosted models say so at the top level, everybody in OpenAI's place.
    """
    whole = usage(prompt_tokens, completion_tokens)
    if not reasoning_tokens:
        return whole
    told: JsonObject = {"reasoning_tokens": reasoning_tokens}
    return {**whole, **(told if form.reasoning_parts else {}), "completion_tokens_details": told}


def reasoning_part(text: str, signature: str | None = None) -> JsonObject:
    """Return reasoning as a part of a content list."""
    signed = {} if signature is None else {"signature": signature}
    return {"type": "reasoning", "summary": [{"type": "summary_text", "text": text, **signed}]}


def thinking_block(text: str, signature: str) -> JsonObject:
    """Return reasoning as an entry of `thinking_blocks`."""
    return {"type": "thinking", "thinking": text, "signature": signature}


def token_logprobs(
    answer: Answer, tokens: Sequence[str], form: Form, *, place: int = 0
) -> JsonObject | None:
    """Return the log probabilities of some tokens of an answer, where they were asked for.

    place: the number of the first of these tokens in the answer.
    """
    if form.alternatives is None or answer.calls:
        return None
    entries = logprobs.of_chat(tokens, alternatives=form.alternatives, key=answer.text, place=place)
    return {"content": entries, "refusal": None}


def _choice(index: int, answer: Answer, form: Form) -> JsonObject:
    return {
        "index": index,
        "message": {"role": "assistant", **_said(answer, form), **_calls(answer)},
        "finish_reason": answer.finish_reason,
        "logprobs": token_logprobs(answer, answer.tokens, form),
    }


def _calls(answer: Answer) -> JsonObject:
    if not answer.calls:
        return {}
    return {
        "tool_calls": [
            {
                "id": call.id,
                "type": "function",
                "function": {"name": call.name, "arguments": call.arguments},
            }
            for call in answer.calls
        ]
    }


def _said(answer: Answer, form: Form) -> JsonObject:
    if not answer.reasoning:
        return {"content": None if answer.calls else answer.text}
    thought, proof = answer.thought, signature(answer.thought)
    if form.reasoning_parts:
        said = [] if answer.calls else [{"type": "text", "text": answer.text}]
        return {"content": [reasoning_part(thought, proof), *said]}
    return {
        "content": None if answer.calls else answer.text,
        "reasoning_content": thought,
        "thinking_blocks": [thinking_block(thought, proof)],
    }

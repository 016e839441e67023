"""Chat completions as JSON objects."""

from dataclasses import dataclass

from ..json_values import JsonObject
from .generation import Answer, Generation


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What all objects of one answer share; created is in seconds since 1970."""

    id: str
    created: int
    model: str


def completion(head: Head, generation: Generation) -> JsonObject:
    """Return a whole ChatCompletion."""
    spent = sum(answer.cost for answer in generation.answers)
    return {
        "id": head.id,
        "object": "chat.completion",
        "created": head.created,
        "model": head.model,
        "choices": [_choice(index, answer) for index, answer in enumerate(generation.answers)],
        "usage": usage(generation.prompt_tokens, spent),
    }


def usage(prompt_tokens: int, completion_tokens: int) -> JsonObject:
    """Return a Usage that adds up."""
    return {
        "prompt_tokens": prompt_tokens,
        "completion_tokens": completion_tokens,
        "total_tokens": prompt_tokens + completion_tokens,
    }


def _choice(index: int, answer: Answer) -> JsonObject:
    return {
        "index": index,
        "message": _message(answer),
        "finish_reason": answer.finish_reason,
        "logprobs": None,
    }


def _message(answer: Answer) -> JsonObject:
    if answer.call is None:
        return {"role": "assistant", "content": answer.text}
    function: JsonObject = {"name": answer.call.name, "arguments": answer.call.arguments}
    call: JsonObject = {"id": answer.call.id, "type": "function", "function": function}
    return {"role": "assistant", "content": None, "tool_calls": [call]}

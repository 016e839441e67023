"""Answers of the Responses API as JSON objects."""

import json
from collections.abc import Iterator, Mapping

from ...json_values import JsonObject, JsonValue, as_list, as_object, as_text
from ..chat import Head
from ..generation import Answer, Generation
from ..thoughts import signature
from ..tools import ToolCall
from .ids import item_id
from .responses_request import is_custom

# Members of a request that its answer repeats, and what they are where it leaves them out.
_REPEATED: Mapping[str, JsonValue] = {
    "instructions": None,
    "max_output_tokens": None,
    "metadata": {},
    "parallel_tool_calls": True,
    "previous_response_id": None,
    "reasoning": None,
    "temperature": 1.0,
    "text": {"format": {"type": "text"}},
    "tool_choice": "auto",
    "top_p": 1.0,
    "truncation": "disabled",
    "user": None,
}


def response(head: Head, request: JsonObject, generation: Generation) -> JsonObject:
    """Return a whole answer."""
    cut = generation.answers[0].finish_reason == "length"
    output = [*items(head, request, generation)]
    incomplete: JsonValue = {"reason": "max_output_tokens"} if cut else None
    return {
        **begun(head, request),
        "status": "incomplete" if cut else "completed",
        "incomplete_details": incomplete,
        "output": output,
        "usage": usage(generation),
        **({"custom_outputs": {}} if "custom_inputs" in request else {}),
    }


def begun(head: Head, request: JsonObject) -> JsonObject:
    """Return an answer that has no output yet."""
    repeated = {
        name: request[name] if request.get(name) is not None else default
        for name, default in _REPEATED.items()
    }
    tools = [dict(as_object(tool)) for tool in as_list(request.get("tools"))]
    for tool in tools:
        tool.pop("authorization", None)
    return {
        "id": f"resp_{head.id}",
        "object": "response",
        "created_at": head.created,
        "status": "in_progress",
        "model": head.model,
        "output": [],
        "error": None,
        "incomplete_details": None,
        **repeated,
        "tools": tools,
        "usage": None,
    }


def items(head: Head, request: JsonObject, generation: Generation) -> Iterator[JsonObject]:
    """Yield the items of the output: a thought where there is one, then calls or a message."""
    answer = generation.answers[0]
    if answer.reasoning:
        yield _reasoning(head, request, answer.thought)
    for place, call in enumerate(answer.calls):
        yield _call(head, request, call, place)
    if not answer.calls and (answer.tokens or answer.finish_reason != "length"):
        yield _message(head, answer)


def output_text(text: str) -> JsonObject:
    """Return a text as a part of a message."""
    return {"type": "output_text", "text": text, "annotations": [], "logprobs": []}


def usage(generation: Generation) -> JsonObject:
    """Return a usage that adds up."""
    return {
        "input_tokens": generation.prompt_tokens,
        "input_tokens_details": {"cached_tokens": 0},
        "output_tokens": generation.cost,
        "output_tokens_details": {"reasoning_tokens": generation.reasoning_tokens},
        "total_tokens": generation.prompt_tokens + generation.cost,
    }


def _reasoning(head: Head, request: JsonObject, thought: str) -> JsonObject:
    wanted = as_object(request.get("reasoning"))
    encrypted = "reasoning.encrypted_content" in as_list(request.get("include"))
    shown: JsonObject = {"type": "summary_text", "text": thought}
    return {
        "type": "reasoning",
        "id": item_id("rs", head.id),
        "summary": [shown] if wanted.get("summary") is not None else [],
        **({"encrypted_content": signature(thought)} if encrypted else {}),
    }


def _call(head: Head, request: JsonObject, call: ToolCall, place: int) -> JsonObject:
    shared: JsonObject = {"call_id": call.id, "name": call.name, "status": "completed"}
    if is_custom(request, call.name):
        kind, prefix, given = "custom_tool_call", "ctc", {"input": plain_input(call.arguments)}
    else:
        kind, prefix, given = "function_call", "fc", {"arguments": call.arguments}
    return {"type": kind, "id": item_id(prefix, head.id, place), **shared, **given}


def plain_input(arguments: str) -> str:
    """Return the text within the arguments of a custom tool."""
    given: JsonValue = json.loads(arguments)
    return as_text(as_object(given).get("input"))


def _message(head: Head, answer: Answer) -> JsonObject:
    return {
        "type": "message",
        "id": item_id("msg", head.id),
        "status": "incomplete" if answer.finish_reason == "length" else "completed",
        "role": "assistant",
        "content": [output_text(answer.text)],
    }

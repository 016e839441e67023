"""Chat completions in pieces."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ..json_values import JsonObject
from .chat import Form, Head, reasoning_part, token_logprobs, usage
from .generation import Answer, Generation


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """An addition to one choice, and what the choice cost up to it."""

    index: int
    delta: JsonObject
    cost: int
    finish_reason: str | None = None
    logprobs: JsonObject | None = None


def chunks(
    head: Head, generation: Generation, form: Form, *, running_usage: bool, final_usage: bool
) -> Iterator[JsonObject]:
    """Yield the ChatCompletionChunks of an answer; several choices take turns.

    running_usage: every chunk states the usage so far, as a workspace does.
    final_usage: a last chunk without choices states the usage, as a gateway does when asked.
    """
    shared: JsonObject = {
        "id": head.id,
        "object": "chat.completion.chunk",
        "created": head.created,
        "model": head.model,
    }
    costs = [0] * len(generation.answers)
    for piece in _in_turns(generation, form):
        costs[piece.index] = piece.cost
        chunk: JsonObject = {**shared, "choices": [_choice(piece)]}
        so_far: JsonObject = {"usage": usage(generation.prompt_tokens, sum(costs))}
        yield {**chunk, **so_far} if running_usage else chunk
    if final_usage:
        total = usage(generation.prompt_tokens, sum(costs))
        yield {**shared, "choices": [], "usage": total}


def _in_turns(generation: Generation, form: Form) -> Iterator[Piece]:
    choices = [_pieces(index, answer, form) for index, answer in enumerate(generation.answers)]
    for turn in zip_longest(*choices):
        yield from (piece for piece in turn if piece is not None)


def _pieces(index: int, answer: Answer, form: Form) -> Iterator[Piece]:
    yield Piece(index=index, delta=_first_delta(answer), cost=0)
    thought = len(answer.reasoning)
    for number, token in enumerate(answer.reasoning, start=1):
        yield Piece(index=index, delta=_thought(token, form), cost=number)
    for number, token in enumerate(answer.tokens, start=thought + 1):
        yield Piece(
            index=index,
            delta=_delta(answer, token),
            cost=min(number, answer.cost),
            logprobs=token_logprobs(answer, [token], form),
        )
    yield Piece(index=index, delta={}, cost=answer.cost, finish_reason=answer.finish_reason)


def _thought(token: str, form: Form) -> JsonObject:
    if form.reasoning_parts:
        return {"content": [reasoning_part(token)]}
    return {"reasoning_content": token}


def _first_delta(answer: Answer) -> JsonObject:
    if answer.call is None:
        return {"role": "assistant", "content": ""}
    function: JsonObject = {"name": answer.call.name, "arguments": ""}
    call: JsonObject = {"index": 0, "id": answer.call.id, "type": "function", "function": function}
    return {"role": "assistant", "content": None, "tool_calls": [call]}


def _delta(answer: Answer, token: str) -> JsonObject:
    if answer.call is None:
        return {"content": token}
    return {"tool_calls": [{"index": 0, "function": {"arguments": token}}]}


def _choice(piece: Piece) -> JsonObject:
    return {
        "index": piece.index,
        "delta": piece.delta,
        "finish_reason": piece.finish_reason,
        "logprobs": piece.logprobs,
    }

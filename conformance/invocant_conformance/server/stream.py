"""Chat completions in pieces."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ..json_values import JsonObject
from .chat import Form, Head, reasoning_part, spent, thinking_block, token_logprobs
from .generation import Answer, Generation
from .thoughts import signature
from .tools import ToolCall


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """An addition to one choice, and what the choice cost up to it; thought: of reasoning."""

    index: int
    delta: JsonObject
    cost: int
    thought: int = 0
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
    costs, thoughts = [0] * len(generation.answers), [0] * len(generation.answers)
    prompt = generation.prompt_tokens
    for piece in _in_turns(generation, form):
        costs[piece.index], thoughts[piece.index] = piece.cost, piece.thought
        chunk: JsonObject = {**shared, "choices": [_choice(piece)]}
        so_far: JsonObject = {"usage": spent(prompt, sum(costs), sum(thoughts), form)}
        yield {**chunk, **so_far} if running_usage else chunk
    if final_usage:
        total = spent(prompt, sum(costs), sum(thoughts), form)
        yield {**shared, "choices": [], "usage": total}


def _in_turns(generation: Generation, form: Form) -> Iterator[Piece]:
    choices = [_pieces(index, answer, form) for index, answer in enumerate(generation.answers)]
    for turn in zip_longest(*choices):
        yield from (piece for piece in turn if piece is not None)


def _pieces(index: int, answer: Answer, form: Form) -> Iterator[Piece]:
    opening: JsonObject = {"role": "assistant", "content": None if answer.calls else ""}
    yield Piece(index=index, delta=opening, cost=0)
    thought = len(answer.reasoning)
    for number, token in enumerate(answer.reasoning, start=1):
        yield Piece(index=index, delta=_thought(token, form), cost=number, thought=number)
    if thought:
        signed = _signature(answer, form)
        yield Piece(index=index, delta=signed, cost=thought, thought=thought)
    if answer.calls:
        yield from _calls(index, answer)
    for place, token in enumerate(answer.tokens):
        yield Piece(
            index=index,
            delta={"content": token},
            cost=min(thought + place + 1, answer.cost),
            thought=thought,
            logprobs=token_logprobs(answer, [token], form, place=place),
        )
    end = answer.finish_reason
    yield Piece(index=index, delta={}, cost=answer.cost, thought=thought, finish_reason=end)


def _thought(token: str, form: Form) -> JsonObject:
    if form.reasoning_parts:
        return {"content": [reasoning_part(token)]}
    block: JsonObject = {**thinking_block(token, ""), "index": 0}
    return {"reasoning_content": token, "thinking_blocks": [block]}


def _signature(answer: Answer, form: Form) -> JsonObject:
    """Return the end of a thought: no more text, and its signature."""
    proof = signature(answer.thought)
    if form.reasoning_parts:
        return {"content": [reasoning_part("", proof)]}
    block: JsonObject = {**thinking_block("", proof), "index": 0}
    return {"reasoning_content": "", "thinking_blocks": [block]}


def _calls(index: int, answer: Answer) -> Iterator[Piece]:
    """Yield calls one after the other: first id and name, then the arguments token by token."""
    cost = thought = len(answer.reasoning)
    for place, call in enumerate(answer.calls):
        cost += call.cost - len(call.tokens)
        for number, delta in enumerate(_fragments(place, call)):
            spent_by_now = min(cost + number, answer.cost)
            yield Piece(
                index=index, delta={"tool_calls": [delta]}, cost=spent_by_now, thought=thought
            )
        cost += len(call.tokens)


def _fragments(place: int, call: ToolCall) -> Iterator[JsonObject]:
    named: JsonObject = {"name": call.name, "arguments": ""}
    yield {"index": place, "id": call.id, "type": "function", "function": named}
    for token in call.tokens:
        yield {"index": place, "function": {"arguments": token}}


def _choice(piece: Piece) -> JsonObject:
    return {
        "index": piece.index,
        "delta": piece.delta,
        "finish_reason": piece.finish_reason,
        "logprobs": piece.logprobs,
    }

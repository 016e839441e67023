"""Text completions: what a model adds to prompts, and the JSON objects that say it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ..json_values import JsonObject, as_integer, as_list
from . import logprobs, text
from .chat import Head, usage
from .draws import Draws
from .errors import Kind, Refused
from .generation import Answer, Generation, limited, stops
from .tokenizer import tokenize


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """An addition to one choice, and what the choice cost up to it."""

    index: int
    text: str
    cost: int
    logprobs: JsonObject | None = None
    finish_reason: str | None = None


def check(request: JsonObject) -> None:
    """Refuse a best_of that is less than n or streamed, as OpenAI's API does.

    best_of is passed on to providers; no schema of the specification has it.
    """
    best = as_integer(request.get("best_of"))
    if best is None:
        return
    if best < (as_integer(request.get("n")) or 1):
        raise Refused(Kind.INVALID_FIELD, f"best_of: {best} is less than n.", "best_of")
    if best > 1 and request.get("stream") is True:
        raise Refused(Kind.INVALID_FIELD, "best_of: answers cannot be streamed.", "best_of")


def complete(request: JsonObject, *, model: str, seed: int) -> Generation:
    """Answer a valid completion request: n answers for each prompt, in the order of the prompts.

    The request's own seed, where it has one, takes the place of the server's.
    """
    own = as_integer(request.get("seed"))
    given = prompts(request)
    number = as_integer(request.get("n")) or 1
    answers = (
        _answer(request, prompt, key=(seed if own is None else own, model, "".join(prompt), index))
        for prompt in given
        for index in range(number)
    )
    return Generation(prompt_tokens=sum(len(prompt) for prompt in given), answers=tuple(answers))


def prompts(request: JsonObject) -> tuple[tuple[str, ...], ...]:
    """Return the prompts of a valid request as tokens; a token id is a token of its own."""
    given = request.get("prompt")
    if isinstance(given, str):
        return (tuple(tokenize(given)),)
    items = as_list(given)
    if items and all(isinstance(item, int) for item in items):
        return (_spelled(items),)
    return tuple(
        tuple(tokenize(item)) if isinstance(item, str) else _spelled(as_list(item))
        for item in items
    )


def _spelled(ids: Sequence[object]) -> tuple[str, ...]:
    return tuple(f" token{number}" for number in ids)


def _answer(
    request: JsonObject, prompt: tuple[str, ...], *, key: tuple[int, str, str, int]
) -> Answer:
    return limited(
        text.compose(Draws(*key).number, stops=stops(request.get("stop"))),
        as_integer(request.get("max_tokens")),
        echo=prompt if request.get("echo") is True else (),
    )


def completion(head: Head, generation: Generation, *, alternatives: int | None) -> JsonObject:
    """Return a whole Completion.

    alternatives: number of likely tokens to state for each token; None for no log probabilities.
    """
    choices = [
        {
            "text": "".join([*answer.echo, answer.text]),
            "index": index,
            "logprobs": _logprobs(answer, [*answer.echo, *answer.tokens], alternatives),
            "finish_reason": answer.finish_reason,
        }
        for index, answer in enumerate(generation.answers)
    ]
    spent = usage(generation.prompt_tokens, generation.cost)
    return {**_shared(head), "choices": choices, "usage": spent}


def chunks(
    head: Head,
    generation: Generation,
    *,
    alternatives: int | None,
    running_usage: bool,
    final_usage: bool,
) -> Iterator[JsonObject]:
    """Yield the CompletionChunks of an answer; several choices take turns.

    The arguments are those of `completion` and of `stream.chunks`.
    """
    costs = [0] * len(generation.answers)
    for piece in _in_turns(generation, alternatives):
        costs[piece.index] = piece.cost
        chunk: JsonObject = {**_shared(head), "choices": [_choice(piece)]}
        so_far: JsonObject = {"usage": usage(generation.prompt_tokens, sum(costs))}
        yield {**chunk, **so_far} if running_usage else chunk
    if final_usage:
        total = usage(generation.prompt_tokens, sum(costs))
        yield {**_shared(head), "choices": [], "usage": total}


def _shared(head: Head) -> JsonObject:
    return {
        "id": head.id,
        "object": "text_completion",
        "created": head.created,
        "model": head.model,
    }


def _in_turns(generation: Generation, alternatives: int | None) -> Iterator[Piece]:
    choices = [
        _pieces(index, answer, alternatives) for index, answer in enumerate(generation.answers)
    ]
    for turn in zip_longest(*choices):
        yield from (piece for piece in turn if piece is not None)


def _pieces(index: int, answer: Answer, alternatives: int | None) -> Iterator[Piece]:
    offset = 0
    for place, token in enumerate([*answer.echo, *answer.tokens]):
        yield Piece(
            index=index,
            text=token,
            cost=min(max(0, place + 1 - len(answer.echo)), answer.cost),
            logprobs=_logprobs(answer, [token], alternatives, place=place, offset=offset),
        )
        offset += len(token)
    yield Piece(index=index, text="", cost=answer.cost, finish_reason=answer.finish_reason)


def _logprobs(
    answer: Answer,
    tokens: Sequence[str],
    alternatives: int | None,
    *,
    place: int = 0,
    offset: int = 0,
) -> JsonObject | None:
    if alternatives is None:
        return None
    return logprobs.of_text(
        tokens, alternatives=alternatives, key=answer.text, place=place, offset=offset
    )


def _choice(piece: Piece) -> JsonObject:
    return {
        "text": piece.text,
        "index": piece.index,
        "logprobs": piece.logprobs,
        "finish_reason": piece.finish_reason,
    }

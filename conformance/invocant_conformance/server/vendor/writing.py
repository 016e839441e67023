"""What a model thinks and writes, before any format puts it into words of its own.

Every format's request becomes a chat request first, so that equal questions get equal answers.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from ...json_values import JsonObject, as_integer, canonical
from .. import text
from ..draws import digest, generator
from ..generation import Answer, generate
from ..tokenizer import count, tokenize
from ..tools import ToolCall


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """One answer: text as tokens, or a call whose arguments are the tokens.

    finish: "stop", "length" or "tool_calls", as in a chat, or "stop_sequence" with the sequence
    in stop. cost: tokens, without those of the thought.
    """

    tokens: tuple[str, ...]
    finish: str
    cost: int
    call: ToolCall | None = None
    stop: str | None = None

    @property
    def text(self) -> str:
        """Return the text, or the arguments of the call."""
        return "".join(self.tokens)


@dataclass(frozen=True, kw_only=True, slots=True)
class Writing:
    """All answers to a request, and the thought that came before them."""

    prompt_tokens: int
    thought: tuple[str, ...]
    answers: tuple[Written, ...]

    @property
    def cost(self) -> int:
        """Return the tokens that were produced."""
        return len(self.thought) + sum(answer.cost for answer in self.answers)

    @property
    def thought_text(self) -> str:
        """Return the thought, empty where there is none."""
        return "".join(self.thought)


def write(
    chat: JsonObject, *, model: str, seed: int, budget: int | None, stops: Sequence[str] = ()
) -> Writing:
    """Answer a chat request.

    budget: most tokens to think with, None for no thought; a thought takes half of the request's
    max_tokens at most. stops: texts before which an answer ends.
    """
    limit = as_integer(chat.get("max_tokens"))
    thought = () if budget is None else _thought(chat, model, seed, budget, limit)
    left: JsonObject = {} if limit is None else {"max_tokens": limit - len(thought)}
    generation = generate({**chat, **left}, model=model, seed=seed)
    return Writing(
        prompt_tokens=generation.prompt_tokens,
        thought=thought,
        answers=tuple(_ended(answer, stops) for answer in generation.answers),
    )


def signature(thought: str) -> str:
    """Return what proves that a thought is one of this server's."""
    return b64encode(bytes.fromhex(digest("thought", thought))).decode()


def item_id(prefix: str, *key: str | int) -> str:
    """Return the id of a part of an answer, such as msg_ and 32 digits."""
    return f"{prefix}_{digest(prefix, *key)[:32]}"


def _thought(
    chat: JsonObject, model: str, seed: int, budget: int, limit: int | None
) -> tuple[str, ...]:
    random = generator("thought", seed, model, canonical(chat.get("messages")))
    most = budget if limit is None else min(budget, limit // 2)
    return tuple(tokenize(text.compose(random))[:most])


def _ended(answer: Answer, stops: Sequence[str]) -> Written:
    """End an answer before the first of the stop sequences."""
    found = [(place, stop) for stop in stops if stop and (place := answer.text.find(stop)) >= 0]
    if answer.call is not None or not found:
        return Written(
            tokens=answer.tokens, finish=answer.finish_reason, cost=answer.cost, call=answer.call
        )
    place, stop = min(found)
    kept = answer.text[:place]
    return Written(
        tokens=tuple(tokenize(kept)), finish="stop_sequence", cost=count(kept), stop=stop
    )

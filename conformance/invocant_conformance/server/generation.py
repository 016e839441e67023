"""What a model answers to a chat request: a function of the seed, the model and the request."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from ..json_values import (
    JsonObject,
    JsonValue,
    as_integer,
    as_list,
    as_object,
    as_text,
    canonical,
    dump,
)
from . import named_keys, text, tools
from .draws import generator
from .samples import fitting
from .tokenizer import count, tokenize
from .tools import ToolCall

_MESSAGE_OVERHEAD = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """One choice: text as tokens, or a call whose arguments are the tokens.

    reasoning is what was thought before, echo what the text repeats in front; the former is part
    of the cost, the latter is not.
    """

    tokens: tuple[str, ...]
    finish_reason: str
    cost: int
    call: ToolCall | None = None
    reasoning: tuple[str, ...] = ()
    echo: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the text, or the arguments of the call."""
        return "".join(self.tokens)


@dataclass(frozen=True, kw_only=True, slots=True)
class Generation:
    """All choices of a request and its cost in tokens."""

    prompt_tokens: int
    answers: tuple[Answer, ...]


def generate(request: JsonObject, *, model: str, seed: int) -> Generation:
    """Answer a valid chat request.

    The request's own seed, where it has one, takes the place of the server's.
    """
    own = as_integer(request.get("seed"))
    key = canonical([request.get(name) for name in ("messages", "tools", "response_format")])
    answers = (
        _answer(request, generator(seed if own is None else own, model, key, index))
        for index in range(as_integer(request.get("n")) or 1)
    )
    return Generation(prompt_tokens=prompt_tokens(request), answers=tuple(answers))


def prompt_tokens(request: JsonObject) -> int:
    """Count the tokens of the messages and the tools of a request."""
    messages = [as_object(message) for message in as_list(request.get("messages"))]
    spoken = sum(_MESSAGE_OVERHEAD + _size(message) for message in messages)
    tools_given = request.get("tools")
    return spoken + (count(dump(tools_given)) if tools_given else 0)


def _size(message: JsonObject) -> int:
    content = message.get("content")
    parts = [content] if isinstance(content, str) else as_list(content)
    texts = [part if isinstance(part, str) else _part_text(as_object(part)) for part in parts]
    calls = message.get("tool_calls")
    return sum(count(part) for part in texts) + (count(dump(calls)) if calls else 0)


def _part_text(part: JsonObject) -> str:
    return as_text(part.get("text")) if "text" in part else dump(part)


def limited(
    tokens: Sequence[str],
    limit: int | None,
    *,
    reasoning: tuple[str, ...] = (),
    echo: tuple[str, ...] = (),
) -> Answer:
    """Return the answer that is left of a text within a limit of tokens, reasoning included."""
    left = None if limit is None else limit - len(reasoning)
    kept = tuple(tokens[:left])
    return Answer(
        tokens=kept,
        finish_reason="stop" if len(kept) == len(tokens) else "length",
        cost=len(kept) + len(reasoning),
        reasoning=reasoning,
        echo=echo,
    )


def _answer(request: JsonObject, random: Random) -> Answer:
    limit = _limit(request)
    function = tools.chosen(request)
    if function is not None:
        return _call(function, random, limit)
    tokens = tokenize(_said(request, random))
    return limited(tokens, limit, reasoning=_reasoning(request, random, limit))


def _reasoning(request: JsonObject, random: Random, limit: int | None) -> tuple[str, ...]:
    """Return what the model thinks, where the request asks for that: at most half its limit."""
    thinking = as_object(request.get("thinking"))
    asked = thinking.get("type") == "enabled"
    if not asked and request.get("reasoning_effort") in (None, "none"):
        return ()
    budget = as_integer(thinking.get("budget_tokens"))
    bounds = [
        bound for bound in (budget, None if limit is None else limit // 2) if bound is not None
    ]
    return tuple(tokenize(text.compose(random))[: min(bounds, default=None)])


def _call(function: JsonObject, random: Random, limit: int | None) -> Answer:
    """Call a tool. A call is never cut, since its arguments would be no JSON; it costs at most
    the request's limit.
    """
    made = tools.call(function, random)
    tokens = tokenize(made.arguments)
    cost = len(tokens) + count(made.name)
    return Answer(
        tokens=tuple(tokens),
        finish_reason="tool_calls",
        call=made,
        cost=cost if limit is None else min(cost, limit),
    )


def _said(request: JsonObject, random: Random) -> str:
    wanted = as_object(request.get("response_format"))
    match wanted.get("type"):
        case "json_schema":
            schema = as_object(as_object(wanted.get("json_schema")).get("schema"))
            return dump(fitting(schema, random))
        case "json_object":
            return dump({key: text.compose(random) for key in named_keys.named(request)})
        case _:
            return text.compose(random, stops=stops(request.get("stop")))


def stops(stop: JsonValue) -> Sequence[str]:
    """Return the stop sequences of a request."""
    return [stop] if isinstance(stop, str) else [as_text(item) for item in as_list(stop)]


def _limit(request: JsonObject) -> int | None:
    names = ("max_tokens", "max_completion_tokens")
    limits = [limit for name in names if (limit := as_integer(request.get(name))) is not None]
    return min(limits, default=None)

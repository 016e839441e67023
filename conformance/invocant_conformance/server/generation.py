"""What a model answers to a chat request: a function of the seed, the model and the request."""

from collections.abc import Sequence
from typing import NamedTuple

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
from . import named_keys, prompted, text, tools
from .draws import Draws, Key, digest
from .samples import fitting
from .tokenizer import count
from .tools import ToolCall

_MESSAGE_OVERHEAD = 3
_PLAIN = {"role", "content"}
_THINKING = ("enabled", "adaptive")
_SHAPING = frozenset({"tools", "tool_choice", "thinking", "reasoning_effort"})
"""The fields of a request by which an answer is more than text."""


class Answer(NamedTuple):
    """One choice: text as tokens, or calls.

    finish_reason: that of a chat. stop: the stop sequence that ended the text. reasoning is what
    was thought before, echo what the text repeats in front; the former is part of the cost, the
    latter is not.
    """

    tokens: tuple[str, ...]
    finish_reason: str
    cost: int
    calls: tuple[ToolCall, ...] = ()
    stop: str | None = None
    reasoning: tuple[str, ...] = ()
    echo: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the text, empty beside calls."""
        return "".join(self.tokens)

    @property
    def thought(self) -> str:
        """Return the reasoning as text, empty where there is none."""
        return "".join(self.reasoning)


class Generation(NamedTuple):
    """All choices of a request and its cost in tokens."""

    prompt_tokens: int
    answers: tuple[Answer, ...]

    @property
    def cost(self) -> int:
        """Return the tokens that were produced, reasoning included."""
        return sum([answer.cost for answer in self.answers])

    @property
    def reasoning_tokens(self) -> int:
        """Return the tokens of reasoning."""
        return sum([len(answer.reasoning) for answer in self.answers])


def generate(request: JsonObject, *, model: str, seed: int) -> Generation:
    """Answer a valid chat request.

    The request's own seed, where it has one, takes the place of the server's.
    """
    own = as_integer(request.get("seed"))
    said = _said_by(request)
    answers = [
        _answer(request, Draws(seed if own is None else own, model, said, index))
        for index in range(as_integer(request.get("n")) or 1)
    ]
    return Generation(prompt_tokens=prompt_tokens(request), answers=tuple(answers))


def _said_by(request: JsonObject) -> Key:
    """Return what is the same for requests that say the same, in whatever order of members."""
    messages = as_list(request.get("messages"))
    others = request.get("tools"), request.get("response_format")
    if others == (None, None):
        plain = [
            (as_text(message["role"]), text)
            for message in messages
            if isinstance(message, dict)
            and message.keys() == _PLAIN
            and isinstance(text := message["content"], str)
        ]
        if len(plain) == len(messages):
            return tuple(plain)
    return canonical([messages, *others])


def prompt_tokens(request: JsonObject) -> int:
    """Count the tokens of the messages and the tools of a request."""
    tools_given = request.get("tools")
    tokens = count(dump(tools_given)) if tools_given else 0
    for each in as_list(request.get("messages")):
        message = as_object(each)
        content, calls = message.get("content"), message.get("tool_calls")
        tokens += _MESSAGE_OVERHEAD
        tokens += count(content) if isinstance(content, str) else _parts_size(content)
        if calls:
            tokens += count(dump(calls))
    return tokens


def _parts_size(content: JsonValue) -> int:
    return sum(
        count(part if isinstance(part, str) else _part_text(as_object(part)))
        for part in as_list(content)
    )


def _part_text(part: JsonObject) -> str:
    return as_text(part.get("text")) if "text" in part else dump(part)


def limited(
    said: text.Said,
    limit: int | None,
    *,
    reasoning: tuple[str, ...] = (),
    echo: tuple[str, ...] = (),
) -> Answer:
    """Return the answer that is left of a text within a limit of tokens, reasoning included."""
    tokens = said.tokens
    left = None if limit is None else limit - len(reasoning)
    kept = tuple(tokens[:left])
    cut = len(kept) < len(tokens)
    return Answer(
        tokens=kept,
        finish_reason="length" if cut else "stop",
        cost=len(kept) + len(reasoning),
        stop=None if cut else said.stop,
        reasoning=reasoning,
        echo=echo,
    )


def _answer(request: JsonObject, draws: Draws) -> Answer:
    limit = _limit(request)
    if _SHAPING.isdisjoint(request):
        return limited(_said(request, draws), limit)
    functions = tools.chosen(request)
    if not functions:
        said = _said(request, draws)
        return limited(said, limit, reasoning=_reasoning(request, draws, limit))
    calls = tuple(tools.call(function, draws.generator) for function in functions)
    return _calling(calls, limit, _reasoning(request, draws, limit))


def _reasoning(request: JsonObject, draws: Draws, limit: int | None) -> tuple[str, ...]:
    """Return what the model thinks, where the request asks for that: at most half its limit."""
    thinking = as_object(request.get("thinking"))
    asked = thinking.get("type") in _THINKING
    if not asked and request.get("reasoning_effort") in (None, "none"):
        return ()
    budget = as_integer(thinking.get("budget_tokens"))
    bounds = [
        bound for bound in (budget, None if limit is None else limit // 2) if bound is not None
    ]
    thought = text.compose(int(digest("thought", draws.number), 16))
    return tuple(thought.tokens[: min(bounds, default=None)])


def _calling(calls: tuple[ToolCall, ...], limit: int | None, reasoning: tuple[str, ...]) -> Answer:
    """Return the answer with calls. These are never cut, since their arguments would be no JSON;
    an answer costs at most the request's limit.
    """
    cost = len(reasoning) + sum(call.cost for call in calls)
    return Answer(
        tokens=(),
        finish_reason="tool_calls",
        calls=calls,
        cost=cost if limit is None else min(cost, limit),
        reasoning=reasoning,
    )


def _said(request: JsonObject, draws: Draws) -> text.Said:
    wanted, ends = prompted.form(request), stops(request.get("stop"))
    match wanted.get("type"):
        case "json_schema":
            schema = as_object(as_object(wanted.get("json_schema")).get("schema"))
            return text.before(ends, dump(fitting(schema, draws.generator)))
        case "json_object":
            said = {key: _about(key, draws) for key in named_keys.named(request)}
            return text.before(ends, dump(said))
        case _:
            return text.compose(draws.number, stops=ends)


def _about(key: str, draws: Draws) -> str:
    return text.compose(int(digest(key, draws.number), 16)).text


def stops(stop: JsonValue) -> Sequence[str]:
    """Return the stop sequences of a request."""
    return [stop] if isinstance(stop, str) else [as_text(item) for item in as_list(stop)]


def _limit(request: JsonObject) -> int | None:
    first = as_integer(request.get("max_tokens"))
    other = as_integer(request.get("max_completion_tokens"))
    if first is None or other is None:
        return other if first is None else first
    return min(first, other)

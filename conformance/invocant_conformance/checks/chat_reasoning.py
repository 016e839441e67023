"""Checks of answers that begin with reasoning, as a workspace's models give them."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped, expect
from ..probes.chat import MAX_TOKENS, Chat
from ..probes.probe import Object
from ..registry import check
from .answers import choices, message, objects, skip_if_refused, text

_QUESTION: list[JsonValue] = [{"role": "user", "content": "How many primes are below 20?"}]
_FOLLOW_UP: Object = {"role": "user", "content": "And below 30?"}

_BUDGET = 1024
"""Tokens; the fewest that Claude takes as a budget."""


async def _thought(chat: Chat) -> tuple[Exchange, Object]:
    """Return an answer whose content is a list, and its first message."""
    asked = await chat.ask(messages=_QUESTION, reasoning_effort="low", max_tokens=4 * MAX_TOKENS)
    exchange = skip_if_refused(asked, "reasoning_effort")
    found = [message(choice) for choice in choices(exchange)]
    for said in found:
        if isinstance(said.get("content"), list):
            return exchange, said
    raise Skipped("no answer is a list", exchange)


@check("CHAT-REASON-001", task="chat")
async def reasoning_comes_first(chat: Chat) -> None:
    """Reasoning parts come before the text, each with a summary."""
    exchange, said = await _thought(chat)
    parts = objects(said, "content", exchange)
    kinds = [part.get("type") for part in parts]
    if "reasoning" not in kinds:
        raise Skipped("no part is reasoning", exchange)
    expect("text" in kinds, f"parts are {kinds}, none is text", exchange)
    ordered = kinds.index("text") > max(i for i, kind in enumerate(kinds) if kind == "reasoning")
    expect(ordered, f"reasoning does not come first: parts are {kinds}", exchange)
    for part in parts:
        if part.get("type") == "reasoning":
            expect(objects(part, "summary", exchange), "a summary is empty", exchange)
    expect(text(said.get("content")).strip(), "the text is empty", exchange)


@check("CHAT-REASON-002", task="chat")
async def reasoning_may_be_sent_back(chat: Chat) -> None:
    """A conversation with the answer as it came is answered."""
    _, said = await _thought(chat)
    echoed: Object = {"role": "assistant", "content": said.get("content")}
    exchange = await chat.ask(messages=[*_QUESTION, echoed, _FOLLOW_UP])
    status = exchange.status
    expect(status < 300, f"reasoning that is sent back is answered with {status}", exchange)


@check("CHAT-THINK-001", task="chat")
async def budgets_are_below_the_limit(chat: Chat) -> None:
    """A budget of max_tokens is answered with 400, and so is none; half of it is accepted."""
    await _need_budgets(chat)
    wrong: dict[str, Object] = {
        "a budget of max_tokens": {"type": "enabled", "budget_tokens": 2 * _BUDGET},
        "thinking without a budget": {"type": "enabled"},
    }
    for what, thinking in wrong.items():
        exchange = await _think(chat, thinking)
        expect(exchange.status == 400, f"{what} is answered with {exchange.status}", exchange)


async def _need_budgets(chat: Chat) -> None:
    """Raise Skipped where thinking is refused, or has no effect: only Claude knows budgets."""
    exchange = skip_if_refused(
        await _think(chat, {"type": "enabled", "budget_tokens": _BUDGET}), "thinking"
    )
    contents = [message(choice).get("content") for choice in choices(exchange)]
    if not any(isinstance(content, list) for content in contents):
        raise Skipped("thinking has no effect", exchange)


async def _think(chat: Chat, thinking: Object) -> Exchange:
    return await chat.ask(messages=_QUESTION, thinking=thinking, max_tokens=2 * _BUDGET)

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

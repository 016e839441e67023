"""Reads the parts of chat and embeddings answers that the checks compare.

An answer of another shape is the business of the schema checks, so for the others it is only a
prerequisite that failed: the functions raise Untestable.
"""

from collections.abc import Sequence
from typing import TypeGuard

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Failed, Skipped, Untestable
from ..probes.probe import Object

_REFUSALS = frozenset({400, 404, 405, 415, 422, 501})


def body(exchange: Exchange) -> Object:
    """Return the JSON object of an answer that was not refused."""
    if exchange.status >= 300:
        raise Untestable(f"answered with {exchange.status}", exchange)
    try:
        value = json_of(exchange)
    except Failed as failed:
        raise Untestable(failed.message, exchange) from None
    if not isinstance(value, dict):
        raise Untestable("the answer is not a JSON object", exchange)
    return value


def skip_if_refused(exchange: Exchange, option: str) -> Exchange:
    """Return an exchange whose request used an option that the target may refuse.

    Raises Skipped where it was refused.
    """
    if exchange.status in _REFUSALS:
        raise Skipped(f"{option} is refused with {exchange.status}", exchange)
    return exchange


def objects(owner: Object, member: str, exchange: Exchange) -> list[Object]:
    """Return a member that is a list of objects."""
    value = owner.get(member)
    if not isinstance(value, list):
        raise Untestable(f"{member} is not a list", exchange)
    found = [entry for entry in value if isinstance(entry, dict)]
    if len(found) != len(value):
        raise Untestable(f"{member} holds something else than objects", exchange)
    return found


def choices(exchange: Exchange) -> list[Object]:
    """Return the choices of a chat."""
    return objects(body(exchange), "choices", exchange)


def message(choice: Object) -> Object:
    """Return the message of a choice, empty where it has none."""
    value = choice.get("message")
    return value if isinstance(value, dict) else {}


def calls(message_or_delta: Object) -> list[Object]:
    """Return the tool calls of a message or delta; null counts as none."""
    value = message_or_delta.get("tool_calls")
    return [call for call in value if isinstance(call, dict)] if isinstance(value, list) else []


def says_something(message_or_delta: Object) -> bool:
    """Whether a message or a delta has text that can be seen, a refusal or a tool call."""
    said = is_visible(text(message_or_delta.get("content"))) or message_or_delta.get("refusal")
    return bool(said) or bool(calls(message_or_delta))


def is_visible(said: str) -> bool:
    """Whether a text has more than blanks, control characters and such without a width."""
    return any(each.isprintable() and not each.isspace() for each in said)


def text(content: JsonValue) -> str:
    """Return the text of content that is a string or a list of parts."""
    if isinstance(content, list):
        return "".join(text(part.get("text")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def is_count(value: JsonValue) -> TypeGuard[int]:
    """Whether a value is a whole number, 0 or more."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def counts_up(indexes: Sequence[JsonValue]) -> bool:
    """Whether the values are the counts 0 to n-1 in any order, each once; true is no count."""
    return sorted(each for each in indexes if is_count(each)) == [*range(len(indexes))]


def completion_tokens(answer: Object) -> int | None:
    """Return the number of tokens that were produced, None where the answer does not say."""
    usage = answer.get("usage")
    count = usage.get("completion_tokens") if isinstance(usage, dict) else None
    return count if is_count(count) else None

"""Signatures, which prove that a thought which is sent back is one of this server's; budgets."""

from base64 import b64encode
from collections.abc import Iterator

from ..json_values import JsonObject, as_integer, as_list, as_object, as_text
from .draws import digest
from .errors import Kind, Refused


def signature(thought: str) -> str:
    """Return what proves that a thought is one of this server's."""
    return b64encode(bytes.fromhex(digest("thought", thought))).decode()


def check_chat(request: JsonObject) -> None:
    """Refuse a chat that sends back a thought which its signature is not of.

    One that asks for thoughts without a budget below max_tokens is refused too (CHAT-THINK-001).
    Thoughts without signatures are taken. The pieces of a streamed thought may come back as they
    are, the signature at their end: it is then of all of them.
    """
    for place, message in enumerate(as_list(request.get("messages"))):
        if as_object(message).get("role") == "assistant":
            _check_summary([*_summary(as_object(message))], f"messages[{place}].content")
    thinking = as_object(request.get("thinking"))
    if thinking.get("type") == "enabled":
        _check_budget(as_integer(thinking.get("budget_tokens")), request)


def _check_budget(budget: int | None, request: JsonObject) -> None:
    field, limit = "thinking.budget_tokens", as_integer(request.get("max_tokens"))
    if budget is None:
        raise Refused(Kind.INVALID_FIELD, f"{field} is needed where thinking is enabled.", field)
    if limit is not None and budget >= limit:
        rule = f"{field} {budget} is not less than max_tokens {limit}."
        raise Refused(Kind.INVALID_FIELD, rule, field)


def _check_summary(parts: list[JsonObject], where: str) -> None:
    whole = "".join(as_text(part.get("text")) for part in parts)
    for part in parts:
        given = part.get("signature")
        if given and given not in (signature(as_text(part.get("text"))), signature(whole)):
            rule = "the signature of a thought is not that of its text"
            raise Refused(Kind.INVALID_FIELD, f"{where}: {rule}.", where)


def _summary(message: JsonObject) -> Iterator[JsonObject]:
    for part in map(as_object, as_list(message.get("content"))):
        if part.get("type") == "reasoning":
            yield from map(as_object, as_list(part.get("summary")))

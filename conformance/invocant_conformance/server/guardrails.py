"""What the guardrails of an AI Gateway find in requests and answers; pure.

Personal data are found by their form, keywords by comparing strings; safety and topics, which
need a model, are not examined.
"""

import re
from collections.abc import Iterator

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text, dump
from .errors import Kind, Refused

_PERSONAL = (
    (re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"), "<EMAIL_ADDRESS>"),
    (re.compile(r"\b\d{3}-\d{2}-\d{4}\b"), "<US_SSN>"),
    (re.compile(r"\b(?:\d{4}[ -]?){3}\d{4}\b"), "<CREDIT_CARD>"),
)
_SAID = ("messages", "prompt", "input")
_ANSWERED = ("choices", "output", "content")
_NO_TEXT = ("role", "type", "id")


def screened_request(guardrails: JsonObject, request: JsonObject) -> JsonObject:
    """Return a request as the model may see it. Raises Refused for one that is blocked."""
    return _screened(as_object(guardrails.get("input")), request, _SAID, "input")


def screened_answer(guardrails: JsonObject, answer: JsonObject) -> JsonObject:
    """Return an answer as the caller may see it. Raises Refused for one that is blocked."""
    return _screened(as_object(guardrails.get("output")), answer, _ANSWERED, "output")


def masked(value: JsonValue) -> JsonValue:
    """Return a value with placeholders in place of the personal data in its texts."""
    if isinstance(value, str):
        for pattern, placeholder in _PERSONAL:
            value = pattern.sub(placeholder, value)
        return value
    if isinstance(value, dict):
        return {name: masked(member) for name, member in value.items()}
    return [masked(item) for item in value] if isinstance(value, list) else value


def _screened(
    parameters: JsonObject, body: JsonObject, members: tuple[str, ...], side: str
) -> JsonObject:
    examined = {name: body[name] for name in members if name in body}
    hidden = as_object(masked(examined))
    behavior = as_object(parameters.get("pii")).get("behavior")
    keywords = [as_text(word) for word in as_list(parameters.get("invalid_keywords"))]
    if behavior == "BLOCK" and hidden != examined:
        raise _blocked(side, {"pii_detection": True, "anonymized_input": _messages(hidden)})
    if any(word and word in text for word in keywords for text in _texts(examined)):
        raise _blocked(side, {"flagged": True})
    return {**body, **hidden} if behavior == "MASK" else body


def _blocked(side: str, finding: JsonObject) -> Refused:
    """Word a block as the workspace does: the message is a JSON document (GuardrailFindings)."""
    nothing: JsonObject = {"flagged": False, "categories": None, "category_scores": None}
    block: JsonObject = {
        "usage": {"prompt_tokens": 0, "total_tokens": 0},
        f"{side}_guardrail": [{**nothing, **finding}],
        "finishReason": f"{side}_guardrail_triggered",
    }
    return Refused(Kind.BLOCKED, dump(block))


def _messages(hidden: JsonObject) -> JsonValue:
    """Return the messages of a request, one of role user for a prompt or an input."""
    if "messages" in hidden:
        return hidden["messages"]
    return [{"role": "user", "content": text} for text in _texts(hidden)]


def _texts(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    members = as_object(value).items()
    for child in [*(each for name, each in members if name not in _NO_TEXT), *as_list(value)]:
        yield from _texts(child)

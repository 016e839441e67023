"""What the guardrails of an AI Gateway find in requests and answers; pure.

Personal data are found by their form, keywords and topics by comparing strings, unsafe content by
the lexicon of the moderation models.
"""

import re
from collections.abc import Sequence

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text, dump, texts_within
from . import moderation
from .errors import Kind, Refused

_PERSONAL = (
    (re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"), "<EMAIL_ADDRESS>"),
    (re.compile(r"\b\d{3}-\d{2}-\d{4}\b"), "<US_SSN>"),
    (re.compile(r"\b(?:\d{4}[ -]?){3}\d{4}\b"), "<CREDIT_CARD>"),
    (re.compile(r"(?<!\w)(?:\+1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}\b"), "<PHONE>"),
)
_SAID = ("messages", "prompt", "input", "instructions", "system", "contents", "systemInstruction")
_ANSWERED = ("choices", "output", "content", "candidates")
_NO_TEXT = ("role", "type", "id")
_JUDGE = "omni-moderation-latest"


def screened_request(parameters: JsonObject, request: JsonObject) -> JsonObject:
    """Return a request, of any format, as the model may see it.

    parameters: AiGatewayGuardrailParameters. Raises Refused for a request that is blocked.
    """
    if not parameters:
        return request
    examined: JsonObject = {name: request[name] for name in _SAID if name in request}
    return {**request, **as_object(_screened(parameters, examined, "input"))}


def screened_answer(parameters: JsonObject, texts: Sequence[str]) -> Sequence[str]:
    """Return the texts of an answer as the caller may see them.

    Raises Refused for an answer that is blocked.
    """
    return [as_text(text) for text in as_list(_screened(parameters, texts, "output"))]


def screened_content(parameters: JsonObject, answer: JsonObject) -> JsonObject:
    """Return an answer, of any format, as the caller may see it.

    Raises Refused for an answer that is blocked.
    """
    if not parameters:
        return answer
    examined: JsonObject = {name: answer[name] for name in _ANSWERED if name in answer}
    return {**answer, **as_object(_screened(parameters, examined, "output"))}


def masked(value: JsonValue) -> JsonValue:
    """Return a value with placeholders in place of the personal data in its texts."""
    if isinstance(value, str):
        for pattern, placeholder in _PERSONAL:
            value = pattern.sub(placeholder, value)
        return value
    if isinstance(value, dict):
        return {name: masked(member) for name, member in value.items()}
    return [masked(item) for item in value] if isinstance(value, list) else value


def _screened(parameters: JsonObject, examined: JsonValue, side: str) -> JsonValue:
    texts = [*texts_within(examined, without=_NO_TEXT)]
    behavior = as_object(parameters.get("pii")).get("behavior")
    hidden = masked(examined) if behavior in ("BLOCK", "MASK") else examined
    if behavior == "BLOCK" and hidden != examined:
        finding: JsonObject = {"pii_detection": True, "anonymized_input": _messages(hidden)}
        raise _blocked(side, finding)
    if _has_keyword(parameters, texts) or (side == "input" and _off_topic(parameters, texts)):
        raise _blocked(side, {"flagged": True})
    if parameters.get("safety") is True:
        _check_safety(texts, side)
    return hidden


def _has_keyword(parameters: JsonObject, texts: Sequence[str]) -> bool:
    keywords = [as_text(word) for word in as_list(parameters.get("invalid_keywords"))]
    return any(word and word in text for word in keywords for text in texts)


def _off_topic(parameters: JsonObject, texts: Sequence[str]) -> bool:
    """Whether there are topics and a text mentions none, in capitals or small letters."""
    topics = [as_text(topic).lower() for topic in as_list(parameters.get("valid_topics"))]
    said = " ".join(texts).lower()
    return bool(topics and said) and not any(topic in said for topic in topics)


def _check_safety(texts: Sequence[str], side: str) -> None:
    judged = moderation.result(moderation.Item(texts=tuple(texts)), model=_JUDGE, seed=0)
    if judged["flagged"] is True:
        found = {name: judged[name] for name in ("flagged", "categories", "category_scores")}
        raise _blocked(side, found)


def _blocked(side: str, finding: JsonObject) -> Refused:
    """Word a block as the workspace does: the message is a JSON document (GuardrailFindings)."""
    nothing: JsonObject = {"flagged": False, "categories": None, "category_scores": None}
    block: JsonObject = {
        "usage": {"prompt_tokens": 0, "total_tokens": 0},
        f"{side}_guardrail": [{**nothing, **finding}],
        "finishReason": f"{side}_guardrail_triggered",
    }
    return Refused(Kind.BLOCKED, dump(block))


def _messages(hidden: JsonValue) -> JsonValue:
    """Return the messages of a request, one of role user for a prompt or an input."""
    if isinstance(hidden, dict) and "messages" in hidden:
        return as_object(hidden)["messages"]
    return [{"role": "user", "content": text} for text in texts_within(hidden, without=_NO_TEXT)]

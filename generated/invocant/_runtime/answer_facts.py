# Copied from codegen/runtime/; do not edit.
"""What answers say of themselves, whatever their format: no content, only what it was and cost."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .json_data import is_array, is_object
from .models import Model
from .token_usage import TokenUsage, token_usage

__all__ = ["NO_FACTS", "AnswerFacts", "answer_facts"]


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerFacts:
    """Which model answered, the id of the answer, why it ended, and how many tokens it took."""

    model: str | None = None
    id: str | None = None
    finish_reasons: tuple[str, ...] = ()
    usage: TokenUsage | None = None


NO_FACTS = AnswerFacts()


def answer_facts(answer: object) -> AnswerFacts:
    """The facts of an answer, which is a model or JSON data; none of anything else."""
    found = _members(answer)
    if not found:
        return NO_FACTS
    return AnswerFacts(
        model=_text(found, "model", "modelVersion"),
        id=_text(found, "id", "responseId"),
        finish_reasons=tuple(_reasons(found)),
        usage=token_usage(_plain(found.get("usage") or found.get("usageMetadata"))),
    )


def _reasons(found: Mapping[str, object]) -> Iterator[str]:
    for name in ("choices", "candidates"):
        for choice in _list(found.get(name)):
            reason = _text(_members(choice), "finish_reason", "finishReason")
            if reason:
                yield reason
    reason = _text(found, "stop_reason")
    if reason:
        yield reason


def _members(value: object) -> Mapping[str, object]:
    """The members of an object by their names on the wire; of a model, its own level alone."""
    if isinstance(value, Model):
        fields = type(value).model_fields
        named = {fields[name].alias or name: getattr(value, name) for name in fields}
        return {**named, **(value.model_extra or {})}
    return value if is_object(value) else {}


def _plain(value: object) -> object:
    return value.model_dump(by_alias=True) if isinstance(value, Model) else value


def _list(value: object) -> Sequence[object]:
    return value if is_array(value) else ()


def _text(found: Mapping[str, object], *names: str) -> str | None:
    texts = (found.get(name) for name in names)
    return next((each for each in texts if isinstance(each, str)), None)

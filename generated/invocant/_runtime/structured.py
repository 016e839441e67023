# Copied from codegen/runtime/; do not edit.
"""Structured output: a type is asked for, and what the model says becomes a value of it."""

from typing import Final, Generic, TypeVar

from pydantic import PrivateAttr, ValidationError
from typing_extensions import TypeVar as DefaultedTypeVar

from .errors import AnswerRefused, AnswerTruncated, ParseError
from .forms import adapter, is_form, name_of, strict_schema, wrong
from .models import Model
from .response import error_about
from .speech import Speech, speeches

__all__ = ["Parsed", "T", "chat_format", "is_form", "parsed", "responses_format"]

E = TypeVar("E", bound=ParseError)
T = TypeVar("T")
T_parsed = DefaultedTypeVar("T_parsed", default=object)

_CALLS: Final = "calls tools, and says nothing to parse"


def chat_format(value: object) -> object:
    """``response_format`` of a chat as it is sent; what is no type stays as it is."""
    if not is_form(value):
        return value
    schema, enforced = strict_schema(value, ("response_format",))
    named = {"name": name_of(value), "schema": schema, "strict": enforced}
    return {"type": "json_schema", "json_schema": named}


def responses_format(value: object) -> object:
    """``text`` of a request for responses as it is sent; what is no type stays as it is."""
    if not is_form(value):
        return value
    schema, enforced = strict_schema(value, ("text",))
    named = {"name": name_of(value), "schema": schema, "strict": enforced}
    return {"format": {"type": "json_schema", **named}}


class Parsed(Model, Generic[T_parsed]):
    """An answer that is also a value of the type that was asked for."""

    _values: dict[int, T_parsed] = PrivateAttr(default_factory=dict[int, T_parsed])

    @property
    def parsed(self) -> T_parsed:
        """What the first choice says. Raises ParseError where it calls tools instead."""
        if 0 not in self._values:
            raise _error(ParseError, _CALLS, self)
        return self._values[0]

    @property
    def parsed_choices(self) -> list[T_parsed]:
        """What each choice says, in their order, without those that call tools."""
        return [*self._values.values()]

    def read_as(self, form: type[T_parsed]) -> None:
        """Parse every choice that calls no tools. Raises as :func:`parsed` does."""
        for position, speech in enumerate(_spoken(self)):
            if not speech.calls:
                self._values[position] = _read(speech, form, self)


def parsed(answer: Model, form: type[T]) -> T:
    """What the first choice of an answer says, as a value of a type.

    For answers to requests that asked for JSON otherwise than by giving the type: those of streams,
    of the Messages API and of Gemini. Text in several parts is joined; thoughts are left out.
    Raises AnswerRefused and AnswerTruncated for what the model did not say, ParseError for what is
    no JSON or does not fit; all of them hold the ``answer``.
    """
    return _read(_spoken(answer)[0], form, answer)


def _spoken(answer: Model) -> list[Speech]:
    found = speeches(answer)
    if not found:
        raise _error(ParseError, "says nothing", answer)
    return found


def _read(speech: Speech, form: type[T], answer: Model) -> T:
    if speech.calls:
        raise _error(ParseError, _CALLS, answer)
    if speech.refused:
        error = _error(AnswerRefused, f"is a refusal: {speech.refusal or 'not explained'}", answer)
        error.refusal = speech.refusal
        raise error
    if speech.cut:
        raise _error(AnswerTruncated, "was cut at the limit of tokens", answer)
    if not speech.text:
        raise _error(ParseError, "says nothing", answer)
    try:
        return adapter(form).validate_json(speech.text)
    except ValidationError as error:
        fault = wrong(error, speech.text)
    raise _error(ParseError, f"is no {name_of(form)}: {fault}", answer)


def _error(kind: type[E], fault: str, answer: Model) -> E:
    error = error_about(kind, f"the answer {fault}", answer)
    error.answer = answer
    return error

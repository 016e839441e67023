# Copied from codegen/runtime/; do not edit.
"""Answers: the value of a row, or what became of it instead."""

from copy import copy
from typing import Final, TypeVar, cast

from ..errors import AnswerRefused, AnswerTruncated, APIResponseError, InvocantError, ParseError
from ..json_data import is_array, is_text, member, members
from ..response import error_about
from ..speech import speeches
from ..vectors import EmbeddingAnswer, vectors
from .datatypes import DataType
from .queries import ERROR_FIELD, RESULT_FIELD, Query
from .tasks import Task
from .values import from_json, from_text, from_vector

__all__ = ["failed", "message", "named", "succeeded", "value_of"]

E = TypeVar("E", bound=ParseError)

_CUT: Final = frozenset({"length", "max_tokens"})


def value_of(query: Query, answer: object) -> object:
    """The value, of the type that a query returns, that an answer says.

    Raises ParseError for what is no value of the type, AnswerRefused and AnswerTruncated where that
    is the reason, and APIResponseError for an answer that has none. Text that was cut is a value of
    STRING.
    """
    match query.task:
        case Task.CHAT:
            return _said(query.returns, answer)
        case Task.COMPLETIONS:
            return _completed(query.returns, answer)
        case Task.EMBEDDINGS:
            return _embedded(query.returns, answer)
        case Task.CUSTOM:
            return _scored(query.returns, answer)


def succeeded(query: Query, value: object) -> object:
    """The result of a row: its value, in a struct where errors do not fail the statement."""
    return value if query.fail_on_error else {RESULT_FIELD: value, ERROR_FIELD: None}


def failed(query: Query, error: InvocantError) -> object:
    """The result of a row that failed. Raises what :func:`named` makes where errors are to."""
    if query.fail_on_error:
        raise named(query.endpoint, error)
    return {RESULT_FIELD: None, ERROR_FIELD: message(query.endpoint, error)}


def message(endpoint: str, error: InvocantError) -> str:
    """An error in one line that names the endpoint.

    What the clients tell of an error begins with its status, and holds no secrets.
    """
    told = " ".join(str(error).split()).encode(errors="replace").decode()
    return f"ai_query: endpoint {endpoint!r}: {told}"


def named(endpoint: str, error: InvocantError) -> InvocantError:
    """The same error with :func:`message` as its text."""
    renamed = copy(error)
    renamed.args = (message(endpoint, error),)
    return renamed


def _said(kind: DataType, answer: object) -> object:
    found = speeches(answer)
    if not found:
        raise error_about(APIResponseError, "the answer says nothing", answer)
    speech = found[0]
    if speech.refused:
        said = f"the answer is a refusal: {speech.refusal or 'not explained'}"
        raise _about(AnswerRefused, said, answer)
    return _read(kind, speech.text, answer, cut=speech.cut)


def _completed(kind: DataType, answer: object) -> object:
    choices = members(answer, "choices")
    text = member(choices[0], "text") if choices else None
    if not is_text(text):
        raise error_about(APIResponseError, "the answer has no text", answer)
    return _read(kind, text, answer, cut=member(choices[0], "finish_reason") in _CUT)


def _embedded(kind: DataType, answer: object) -> object:
    found = vectors(cast("EmbeddingAnswer", answer))
    if len(found) != 1:
        raise error_about(APIResponseError, f"the answer has {len(found)} vectors, not 1", answer)
    try:
        return from_vector(kind, found[0])
    except ValueError as fault:
        told = str(fault)
    raise _about(ParseError, f"the answer does not fit returnType: {told}", answer)


def _prediction(answer: object) -> object:
    for name in ("predictions", "outputs"):
        found = member(answer, name)
        if is_array(found) and len(found) == 1:
            return found[0]
    raise error_about(APIResponseError, "the answer has no prediction for one row", answer)


def _read(kind: DataType, text: str, answer: object, *, cut: bool) -> object:
    try:
        return from_text(kind, text)
    except ValueError as fault:
        told = str(fault)
    if cut:
        raise _about(AnswerTruncated, "the answer was cut at the limit of tokens", answer)
    raise _about(ParseError, f"the answer does not fit returnType: {told}", answer)


def _scored(kind: DataType, answer: object) -> object:
    try:
        return from_json(kind, _prediction(answer))
    except ValueError as fault:
        told = str(fault)
    raise _about(ParseError, f"the answer does not fit returnType: {told}", answer)


def _about(kind: type[E], told: str, answer: object) -> E:
    error = error_about(kind, told, answer)
    error.answer = answer
    return error

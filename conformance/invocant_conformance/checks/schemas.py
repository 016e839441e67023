"""Judges JSON values against schemas of the specification.

Answers are judged with every write-only property forbidden, since none of them may come back, and
with enums open that servers extend.
"""

import functools
import json

import jsonschema_rs

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonObject, JsonValue, as_object
from ..outcomes import Failed, Untestable, expect
from ..specification import document, operations
from ..specification.answers import readable
from ..specification.records import JSON
from ..target import Task

_LONGEST_PROBLEM = 200


def request_problem(schema: JsonObject, value: JsonValue) -> str | None:
    """Return why the body of a request does not fit, None when it does."""
    return _problem(_validator(json.dumps(schema), answers=False), value)


def fits_request(schema: JsonObject, value: JsonValue) -> bool:
    """Whether the body of a request fits."""
    return _validator(json.dumps(schema), answers=False).is_valid(value)


def answer_problem(schema: JsonObject, value: JsonValue) -> str | None:
    """Return why the body of an answer does not fit, None when it does."""
    return _problem(_validator(json.dumps(schema), answers=True), value)


def expect_documented(exchange: Exchange, operation_id: str, task: Task | None = None) -> None:
    """Judge status, content type and body of an operation's answer that is no refusal.

    Raises Failed where one of them is not as the operation documents it, Untestable for an
    answer of 400 or more.
    """
    operation = operations.by_id()[operation_id]
    if exchange.status >= 400:
        raise Untestable(f"refused with {exchange.status}", exchange)
    documented = exchange.status in operation.answers
    expect(documented, f"status {exchange.status} is not documented", exchange)
    schema, media = operation.answer_schema(exchange.status, task), operation.media[exchange.status]
    found = exchange.content_type
    if JSON not in media and media:
        expect(found in media, f"content type is {found!r}, not {' or '.join(media)}", exchange)
    if schema is None:
        return
    expect(found == JSON, f"content type is {found!r}, not {JSON}", exchange)
    if problem := answer_problem(schema, json_of(exchange)):
        raise Failed(f"answer does not fit its schema: {problem}", exchange)


def _problem(validator: jsonschema_rs.Draft202012Validator, value: JsonValue) -> str | None:
    error = next(validator.iter_errors(value), None)
    if error is None:
        return None
    where = "/".join(map(str, error.instance_path)) or "body"
    if error.kind.name == "falseSchema":
        return f"{where}: write-only, must not be answered"
    return f"{where}: {error.message[:_LONGEST_PROBLEM]}"


@functools.cache
def _validator(schema: str, *, answers: bool) -> jsonschema_rs.Draft202012Validator:
    read = as_object(json.loads(schema))
    whole = document.standalone(read)
    if answers:
        named, found = _readable_components(), document.reached(read)
        kept = {name: named[name] for name in sorted(found) if name in named}
        whole = {**as_object(readable(read)), "components": {"schemas": kept}}
    return jsonschema_rs.Draft202012Validator(whole)


@functools.cache
def _readable_components() -> JsonObject:
    return as_object(readable(document.schemas()))

"""What an `ai_query` asks, and what it makes of the answer."""

import json
import pickle
import re
from collections.abc import Mapping
from types import SimpleNamespace

import pytest

from runtime.ai_query.answering import failed, message, named, succeeded, value_of
from runtime.ai_query.ddl import write_type
from runtime.ai_query.formats import parse_format
from runtime.ai_query.queries import Query, make_query
from runtime.ai_query.requesting import request_body
from runtime.ai_query.tasks import Task, task_from_answer, task_from_catalogue, task_named
from runtime.errors import (
    AnswerRefused,
    AnswerTruncated,
    APIResponseError,
    NotFoundError,
    ParseError,
    RequestError,
)

CITY = "STRUCT<city: STRUCT<name: STRING COMMENT 'in English', people: BIGINT>>"
SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "description": "in English"},
        "people": {"type": "integer"},
    },
    "required": ["name", "people"],
    "additionalProperties": False,
}
SENT = {"type": "json_schema", "json_schema": {"name": "city", "schema": SCHEMA, "strict": True}}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(4)


def query(task: Task = Task.CHAT, **arguments: str) -> Query:
    names = {"return_type": None, "response_format": None} | arguments
    return make_query(
        "m", task, return_type=names["return_type"], response_format=names["response_format"]
    )


def chat(text: str | None, reason: str = "stop") -> Mapping[str, object]:
    return {"choices": [{"message": {"content": text}, "finish_reason": reason}]}


def embedded(*numbers: float) -> object:
    """An answer with a vector of one dimension for each number."""
    data = [SimpleNamespace(embedding=[number], index=None) for number in numbers]
    return SimpleNamespace(data=data)


def test_a_text_is_one_turn_of_the_user() -> None:
    asked = make_query("m", Task.CHAT, parameters={"temperature": 0.5, "max_tokens": None})
    assert request_body(asked, "Hi") == {
        "messages": [{"role": "user", "content": "Hi"}],
        "temperature": 0.5,
    }


def test_a_file_is_an_image_beside_the_text() -> None:
    (turn,) = json.loads(json.dumps(request_body(query(), "What is it?", PNG)))["messages"]
    assert turn["content"] == [
        {"type": "text", "text": "What is it?"},
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgoAAAAA"}},
    ]


@pytest.mark.parametrize(
    ("task", "request_", "body"),
    [
        (Task.COMPLETIONS, "Hi", {"prompt": "Hi"}),
        (Task.EMBEDDINGS, "Hi", {"input": "Hi"}),
        (Task.CUSTOM, {"a": 1}, {"dataframe_records": [{"a": 1}]}),
        (Task.CUSTOM, 1.5, {"inputs": [1.5]}),
    ],
)
def test_each_task_has_its_form(task: Task, request_: object, body: object) -> None:
    assert request_body(query(task, return_type="STRING"), request_) == body


@pytest.mark.parametrize("response_format", [CITY, json.dumps(SENT)])
def test_ddl_and_schema_ask_for_the_same_form(response_format: str) -> None:
    found = parse_format(response_format)
    assert found.sent == SENT
    assert write_type(found.returns) == "STRUCT<name: STRING COMMENT 'in English', people: BIGINT>"
    assert request_body(query(response_format=response_format), "Hi")["response_format"] == SENT


@pytest.mark.parametrize(
    ("response_format", "rule"),
    [
        ("STRUCT<a: STRUCT<b: INT>, c: INT>", "DDL_STRING: a STRUCT with one field"),
        ("STRUCT<a: ARRAY<INT>>", "DDL_STRING: a STRUCT with one field"),
        ("STRUCT<a", "DDL_STRING: a type is expected at the end"),
        ("{", "JSON_STRING: it is no JSON"),
        ('{"type": "xml"}', "JSON_STRING: its type is text, json_object or json_schema"),
        ('{"type": "json_schema"}', "JSON_STRING: json_schema has a name and a schema"),
    ],
)
def test_other_forms_are_refused(response_format: str, rule: str) -> None:
    with pytest.raises(RequestError, match=re.escape(f"responseFormat: {rule}")):
        parse_format(response_format)


def test_what_comes_back_follows_from_task_and_arguments() -> None:
    def told(task: Task, **arguments: str) -> str:
        return write_type(query(task, **arguments).type)

    assert told(Task.CHAT) == told(Task.COMPLETIONS) == "STRING"
    assert told(Task.EMBEDDINGS) == "ARRAY<FLOAT>"
    assert told(Task.CHAT, response_format='{"type": "json_object"}') == "STRING"
    assert told(Task.CHAT, response_format=CITY, return_type="STRING") == "STRING"
    assert told(Task.CUSTOM, return_type="a INT") == "STRUCT<a: INT>"
    lenient = make_query("m", Task.EMBEDDINGS, fail_on_error=False)
    assert write_type(lenient.type) == "STRUCT<result: ARRAY<FLOAT>, errorMessage: STRING>"


@pytest.mark.parametrize(
    ("task", "arguments", "rule"),
    [
        (Task.CUSTOM, {}, "returnType: is required"),
        (Task.CHAT, {"return_type": "TEXT"}, "returnType: only STRING"),
        (Task.EMBEDDINGS, {"response_format": CITY}, "responseFormat: is for chat"),
    ],
)
def test_arguments_that_do_not_go_together_are_refused(
    task: Task, arguments: Mapping[str, str], rule: str
) -> None:
    with pytest.raises(RequestError, match=re.escape(rule)):
        query(task, **arguments)


@pytest.mark.parametrize(
    ("task", "parameters", "rule"),
    [
        (Task.CHAT, [1], "modelParameters: is a struct"),
        (Task.CHAT, {"stream": True}, "modelParameters.stream: is made of"),
        (Task.CUSTOM, {"a": 1}, "modelParameters: is for chat, completions"),
    ],
)
def test_parameters_are_those_of_foundation_models(
    task: Task, parameters: object, rule: str
) -> None:
    with pytest.raises(RequestError, match=re.escape(rule)):
        make_query("m", task, return_type="INT", parameters=parameters)


@pytest.mark.parametrize(
    ("task", "request_", "file", "rule"),
    [
        (Task.CHAT, {"a": "secret"}, None, "request: is a STRING, but for custom models"),
        (Task.EMBEDDINGS, 1, None, "request: is a STRING"),
        (Task.CHAT, "Hi", b"GIF89a", "files: is no image in JPEG or PNG"),
        (Task.EMBEDDINGS, "Hi", PNG, "files: is for chat"),
    ],
)
def test_requests_that_a_task_has_no_form_for_are_refused(
    task: Task, request_: object, file: bytes | None, rule: str
) -> None:
    with pytest.raises(RequestError, match=re.escape(rule)) as caught:
        request_body(query(task), request_, file)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("asked", "answer", "value"),
    [
        (query(), chat("Hello"), "Hello"),
        (query(), chat("Hel", "length"), "Hel"),
        (query(response_format=CITY), chat('{"name": "Rom"}'), {"name": "Rom", "people": None}),
        (query(return_type="INT"), chat(" 7 "), 7),
        (query(Task.COMPLETIONS), {"choices": [{"text": "x"}]}, "x"),
        (query(Task.CUSTOM, return_type="INT"), {"predictions": [3]}, 3),
        (query(Task.EMBEDDINGS), embedded(0.5), [0.5]),
        (query(Task.EMBEDDINGS, return_type="ARRAY<INT>"), embedded(2.0), [2]),
        (query(Task.CUSTOM, return_type="a INT"), {"outputs": [{"a": 3}]}, {"a": 3}),
    ],
)
def test_an_answer_says_a_value(asked: Query, answer: object, value: object) -> None:
    assert value_of(asked, answer) == value


@pytest.mark.parametrize(
    ("asked", "answer", "kind"),
    [
        (query(return_type="INT"), chat("seven"), ParseError),
        (query(response_format=CITY), chat('{"name": "R', "length"), AnswerTruncated),
        (query(), chat(None, "content_filter"), AnswerRefused),
        (query(), {"choices": "none"}, APIResponseError),
        (query(Task.COMPLETIONS), {"choices": [{"text": 1}]}, APIResponseError),
        (query(Task.CUSTOM, return_type="INT"), {"predictions": [1, 2]}, APIResponseError),
        (query(Task.CUSTOM, return_type="INT"), {"predictions": ["a"]}, ParseError),
        (query(Task.EMBEDDINGS), embedded(0.5, 0.5), APIResponseError),
        (query(Task.EMBEDDINGS), embedded(1e39), ParseError),
    ],
)
def test_an_answer_without_such_a_value_is_an_error(
    asked: Query, answer: object, kind: type[Exception]
) -> None:
    with pytest.raises(kind) as caught:
        value_of(asked, answer)
    assert type(caught.value) is kind


def test_an_error_names_endpoint_and_status_in_one_line() -> None:
    error = NotFoundError("404 no such\n endpoint", status=404, request_id="r1")
    told = "ai_query: endpoint 'm': 404 no such endpoint"
    assert message("m", error) == told
    renamed = pickle.loads(pickle.dumps(named("m", error)))
    assert (type(renamed), str(renamed)) == (NotFoundError, told)
    assert (renamed.status, renamed.request_id) == (404, "r1")
    assert str(error) == "404 no such\n endpoint"


def test_errors_are_values_where_they_do_not_fail_the_statement() -> None:
    error = NotFoundError("gone", status=404)
    lenient = make_query("m", Task.CHAT, fail_on_error=False)
    assert succeeded(lenient, "x") == {"result": "x", "errorMessage": None}
    assert failed(lenient, error) == {"result": None, "errorMessage": message("m", error)}
    assert succeeded(query(), "x") == "x"
    with pytest.raises(NotFoundError, match="endpoint 'm'"):
        failed(query(), error)


@pytest.mark.parametrize(
    ("endpoint", "task"),
    [
        ({"task": "llm/v1/embeddings"}, Task.EMBEDDINGS),
        ({"task": "agent/v2/chat"}, Task.CHAT),
        (
            {"config": {"served_entities": [{"external_model": {"task": "llm/v1/completions"}}]}},
            Task.COMPLETIONS,
        ),
        ({"config": {"served_entities": [{"entity_name": "main.default.ranker"}]}}, Task.CUSTOM),
        ({}, Task.CUSTOM),
    ],
)
def test_the_task_stands_at_the_endpoint_or_at_what_it_serves(endpoint: object, task: Task) -> None:
    assert task_from_answer(endpoint) is task


def test_a_task_without_a_request_is_refused() -> None:
    with pytest.raises(RequestError, match="llm/v1/moderations"):
        task_named("llm/v1/moderations")
    assert task_named("custom") is Task.CUSTOM


def test_the_catalogue_knows_some_models() -> None:
    models = {"models": [{"name": "m", "task": "llm/v1/embeddings"}, {"name": "n", "task": "x"}]}
    assert task_from_catalogue(models, "m") is Task.EMBEDDINGS
    assert task_from_catalogue(models, "n") is task_from_catalogue(models, "o") is None

"""What models say becomes values of the type that was asked for."""

import json
import pickle
from typing import Generic

import pytest
from pydantic import BaseModel, JsonValue

from runtime.errors import (
    AnswerRefused,
    AnswerTruncated,
    APIResponseError,
    ParseError,
    RequestError,
)
from runtime.headers import Headers
from runtime.models import Model, Unknown
from runtime.reply import Reply
from runtime.response import attach
from runtime.structured import Parsed, T_parsed, chat_format, parsed, responses_format


class City(BaseModel):
    name: str
    people: int = 0


class Chat(Model):
    choices: list[JsonValue]


class ParsedChat(Chat, Parsed[T_parsed], Generic[T_parsed]):
    pass


TEXT = '{"name": "Oslo", "people": 7}'
OSLO = City(name="Oslo", people=7)
CALL: JsonValue = {"id": "c", "function": {"name": "f", "arguments": "{}"}}


def choice(content: JsonValue, finish: str | None = "stop", **more: JsonValue) -> JsonValue:
    return {"message": {"content": content, **more}, "finish_reason": finish}


def chat(*choices: JsonValue) -> Model:
    return Unknown.model_validate({"choices": [*choices]})


def response(*items: JsonValue, **more: JsonValue) -> Model:
    return Unknown.model_validate({"output": [*items], **more})


def message(*blocks: JsonValue, stop_reason: str = "end_turn") -> Model:
    return Unknown.model_validate({"content": [*blocks], "stop_reason": stop_reason})


def candidate(*parts: JsonValue) -> Model:
    return Unknown.model_validate({"candidates": [{"content": {"parts": [*parts]}}]})


def said(kind: str, text: str = TEXT) -> JsonValue:
    return {"type": kind, "text": text}


def output(*parts: JsonValue) -> JsonValue:
    return {"type": "message", "content": [*parts]}


THOUGHT: JsonValue = {"type": "reasoning", "summary": [said("summary_text", "{")]}


@pytest.mark.parametrize(
    "answer",
    [
        chat(choice(TEXT)),
        chat(choice([THOUGHT, said("text", TEXT[:9]), said("text", TEXT[9:])])),
        chat(choice(TEXT, None), choice("later")),
        response(THOUGHT, output(said("output_text"))),
        message({"type": "thinking", "thinking": "{", "signature": "s"}, said("text")),
        candidate({"text": "{", "thought": True}, {"text": TEXT}),
    ],
)
def test_the_text_of_every_format_is_parsed_without_its_thoughts(answer: Model) -> None:
    assert parsed(answer, City) == OSLO


@pytest.mark.parametrize(
    ("answer", "kind", "told"),
    [
        (chat(choice('{"name": "Os', "length")), AnswerTruncated, "limit of tokens"),
        (message(said("text"), stop_reason="max_tokens"), AnswerTruncated, "limit of tokens"),
        (
            response(output(), incomplete_details={"reason": "max_output_tokens"}),
            AnswerTruncated,
            "limit of tokens",
        ),
        (chat(choice(None, refusal="No.")), AnswerRefused, "refusal: No."),
        (chat(choice(TEXT, "content_filter")), AnswerRefused, "not explained"),
        (response(output({"type": "refusal", "refusal": "No."})), AnswerRefused, "refusal: No."),
        (message(stop_reason="refusal"), AnswerRefused, "not explained"),
        (chat(choice(TEXT, tool_calls=[CALL])), ParseError, "calls tools"),
        (message({"type": "tool_use", "name": "f", "input": {}}), ParseError, "calls tools"),
        (chat(choice("")), ParseError, "says nothing"),
        (chat(), ParseError, "says nothing"),
        (chat(choice("Oslo")), ParseError, "no City: Invalid JSON"),
        (chat(choice('{"name": 1}')), ParseError, "no City: name: Input should be a valid string"),
        (chat(choice("{}")), ParseError, "no City: name: Field required"),
    ],
)
def test_what_cannot_be_parsed_is_an_error_that_holds_the_answer(
    answer: Model, kind: type[ParseError], told: str
) -> None:
    with pytest.raises(ParseError, match=told) as caught:
        parsed(answer, City)
    assert type(caught.value) is kind
    assert caught.value.answer is answer
    assert isinstance(caught.value, APIResponseError)
    assert pickle.loads(pickle.dumps(caught.value)).answer == answer


def test_a_refusal_is_told_by_its_error() -> None:
    with pytest.raises(AnswerRefused) as caught:
        parsed(chat(choice(None, refusal="No.")), City)
    assert caught.value.refusal == "No."


def test_the_error_tells_of_the_response_without_its_secrets() -> None:
    answer = chat(choice('{"name": 1, "token": "dapi-secret"}'))
    body = answer.model_dump_json().encode()
    headers = Headers([("x-request-id", "r1")])
    about = Reply(
        call="POST /chat",
        status=200,
        reason="OK",
        headers=headers,
        body=body,
        secrets=["dapi-secret"],
    )
    attach(answer, about)
    with pytest.raises(ParseError, match="POST /chat, request id r1") as caught:
        parsed(answer, City)
    assert caught.value.status == 200
    assert caught.value.body == body.replace(b"dapi-secret", b"[secret]")


def test_every_choice_is_parsed_but_those_that_call_tools() -> None:
    answer = ParsedChat[City].model_validate(
        {"choices": [choice(TEXT), choice(None, tool_calls=[CALL]), choice('{"name": "Rome"}')]}
    )
    answer.read_as(City)
    assert answer.parsed == OSLO
    assert answer.parsed_choices == [OSLO, City(name="Rome")]


def test_a_choice_that_calls_tools_has_nothing_parsed() -> None:
    answer = ParsedChat[City].model_validate({"choices": [choice(None, tool_calls=[CALL])]})
    answer.read_as(City)
    assert answer.parsed_choices == []
    with pytest.raises(ParseError, match="calls tools"):
        _ = answer.parsed


def test_a_parsed_answer_is_the_answer_that_came() -> None:
    sent = {"choices": [choice(TEXT)], "parsed": 5, "_values": 6}
    answer = ParsedChat[City].model_validate(sent)
    answer.read_as(City)
    assert json.loads(answer.model_dump_json(by_alias=True, exclude_unset=True)) == sent
    assert answer.parsed == OSLO


def test_a_type_is_sent_as_a_named_schema() -> None:
    schema = {
        "type": "object",
        "properties": {"name": {"type": "string"}, "people": {"type": "integer"}},
        "required": ["name", "people"],
        "additionalProperties": False,
    }
    named = {"name": "City", "schema": schema, "strict": True}
    assert chat_format(City) == {"type": "json_schema", "json_schema": named}
    assert responses_format(City) == {"format": {"type": "json_schema", **named}}


@pytest.mark.parametrize("value", [None, {"type": "text"}, "text", 5])
def test_what_is_no_type_is_sent_as_it_is(value: object) -> None:
    assert chat_format(value) is value
    assert responses_format(value) is value


def test_a_type_that_cannot_be_asked_for_is_refused_by_the_argument() -> None:
    for write, field in ((chat_format, "response_format"), (responses_format, "text")):
        with pytest.raises(RequestError) as caught:
            write(int)
        assert caught.value.field == field

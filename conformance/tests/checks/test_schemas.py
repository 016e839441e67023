"""Answers are judged against the schemas of the specification, without anything write-only."""

import httpx
import pytest
from pydantic import JsonValue

from invocant_conformance.checks.schemas import answer_problem, expect_documented, request_problem
from invocant_conformance.exchange import Exchange
from invocant_conformance.outcomes import Failed, Untestable
from invocant_conformance.specification import operations
from invocant_conformance.specification.document import component
from invocant_conformance.specification.operations import undeclared_methods

from .recorded import recording

PLAINTEXT: JsonValue = {"openai_api_key_plaintext": "sk-verysecret"}


def _answer(status: int, body: bytes, content_type: str = "application/json") -> Exchange:
    return Exchange(
        method="POST",
        url="http://target/chat/completions",
        status=status,
        headers=httpx.Headers({"content-type": content_type}),
        body=body,
    )


def test_plaintext_may_be_sent() -> None:
    assert request_problem(component("OpenAiConfigOutput"), PLAINTEXT) is None


def test_plaintext_may_not_be_answered() -> None:
    assert answer_problem(component("OpenAiConfigOutput"), PLAINTEXT) is not None


def test_a_plaintext_answer_is_not_quoted() -> None:
    problem = answer_problem(component("OpenAiConfigOutput"), PLAINTEXT)
    assert "verysecret" not in str(problem)


def test_a_recorded_answer_is_as_documented() -> None:
    expect_documented(recording("litellm-proxy", "plain").exchange(), "createGatewayChatCompletion")


@pytest.mark.parametrize(
    "answer",
    [
        _answer(201, b'{"choices": []}'),
        _answer(204, b""),
        _answer(200, b'{"choices": []}', "text/html"),
        _answer(200, b'{"choices": null}'),
        _answer(200, b'{"choices": [NaN]}'),
        _answer(200, b"hello"),
        _answer(200, b""),
    ],
)
def test_an_undocumented_answer_fails(answer: Exchange) -> None:
    with pytest.raises(Failed):
        expect_documented(answer, "createGatewayChatCompletion")


def test_a_refusal_is_no_answer_to_judge() -> None:
    with pytest.raises(Untestable):
        expect_documented(_answer(400, b"{}"), "createGatewayChatCompletion")


def test_a_task_of_an_operation_has_a_schema_of_its_own() -> None:
    with pytest.raises(Failed):
        expect_documented(_answer(200, b'{"data": []}'), "queryServingEndpoint", "chat")


def test_every_operation_says_how_it_refuses() -> None:
    found = {operation.id: operation.refusal_schema() for operation in operations.load()}
    assert found["listGatewayModels"] == {"$ref": "#/components/schemas/GatewayRefusal"}
    assert found["getServingEndpoint"] == {"$ref": "#/components/schemas/WorkspaceError"}


def test_methods_that_a_path_does_not_declare() -> None:
    assert undeclared_methods("/api/2.0/serving-endpoints/{name}") == ("PUT", "PATCH", "POST")

"""Arguments that take Python types and functions where the specification marks them."""

import pytest

from invocant_codegen.forms import conversations, structured, taking_forms
from invocant_codegen.json_values import JsonObject, as_object
from invocant_codegen.operations import Answered, Argument
from invocant_codegen.schemas import Schemas


def reference(name: str) -> JsonObject:
    return {"$ref": f"#/components/schemas/{name}"}


REQUEST: JsonObject = {
    "properties": {
        "form": reference("Form"),
        "text": {"anyOf": [reference("Form"), {"type": "null"}]},
        "tools": {
            "x-tools": {"form": "chat", "answer": reference("Answer"), "turn": reference("Turn")}
        },
        "turns": {"type": "array", "items": reference("Turn")},
        "plain": {"type": "string"},
    }
}
SCHEMAS: Schemas = {
    "Request": REQUEST,
    "Further": {"allOf": [reference("Request"), {"properties": {}}]},
    "Form": {"x-structured": {"form": "chat", "answer": reference("Answer")}},
    "Turn": {"x-accepts": {**reference("Answer"), "members": ["role", "content"]}},
    "Answer": {"type": "object"},
}


def argument(name: str, kind: str) -> Argument:
    made = Argument(name=name, key=name, type=kind, required=False, description="It.")
    schema = as_object(as_object(REQUEST["properties"])[name])
    return taking_forms(made, schema, SCHEMAS)


@pytest.mark.parametrize(
    ("name", "kind", "expected", "sent"),
    [
        ("form", "Form | Omit", "type[object] | Form | Omit", "chat_format(form)"),
        ("text", "Form | Omit | None", "type[object] | Form | Omit | None", "chat_format(text)"),
        (
            "tools",
            "Sequence[params.T] | Omit | None",
            "Sequence[Tool | Callable[..., object] | params.T] | Omit | None",
            "chat_tools(tools)",
        ),
        ("turns", "Sequence[Turn]", "Sequence[Turn]", "trimmed(turns, ['role', 'content'])"),
        ("plain", "str | Omit", "str | Omit", ""),
    ],
)
def test_a_mark_widens_the_type_and_says_what_is_sent(
    name: str, kind: str, expected: str, sent: str
) -> None:
    made = argument(name, kind)
    assert (made.type, made.sent) == (expected, sent)


def test_a_type_that_is_asked_for_makes_a_parsed_answer() -> None:
    arguments = [argument("plain", "str"), argument("form", "Form | Omit")]
    for request in ("Request", "Further"):
        found = structured(arguments, request, "Answer", SCHEMAS)
        assert found is not None
        assert found.argument.plain == "Form | Omit"
        kind = "models.parsed.ParsedAnswer"
        assert (found.of, found.answer) == ("Answer", Answered(type=f"{kind}[T]", named=f"_{kind}"))


@pytest.mark.parametrize(
    ("request_name", "response"), [("Request", "Other"), ("Request", None), (None, "Answer")]
)
def test_other_answers_are_not_parsed(request_name: str | None, response: str | None) -> None:
    assert structured([argument("form", "Form")], request_name, response, SCHEMAS) is None


def test_conversations_are_those_of_requests_with_tools() -> None:
    assert [*conversations(["Request", None, "Answer"], SCHEMAS)] == [("Answer", "Turn")]

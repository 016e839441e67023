"""What the specification can say of an operation beside method, path and body."""

from dataclasses import replace

import pytest
from pydantic import JsonValue

from invocant import spec
from invocant_conformance.generic import mapping
from invocant_conformance.specification import operations, reading
from invocant_conformance.specification.answers import opened, readable, with_opened
from invocant_conformance.specification.records import Finished, Operation, Stream

EVENT: JsonValue = {"$ref": "#/components/schemas/Event"}
BODY: JsonValue = {"$ref": "#/components/requestBodies/Ask"}
STREAMED: JsonValue = {"$ref": "#/components/responses/Streamed"}
NAME: JsonValue = {
    "name": "name",
    "in": "path",
    "required": True,
    "x-resource": "endpoint-name",
    "schema": {"type": "string"},
    "example": "any",
}
DOCUMENT: dict[str, JsonValue] = {
    "paths": {
        "/ask/{name}": {
            "parameters": [NAME],
            "post": {
                "operationId": "ask",
                "x-profile": "invocations",
                "x-client": "Client",
                "x-tasks": [
                    {
                        "method": "ask.chat",
                        "task": "chat",
                        "request": {"$ref": "#/components/schemas/Chat"},
                        "response": {"$ref": "#/components/schemas/Said"},
                        "stream": {"event": EVENT, "end": {"types": ["stop", "error"]}},
                    },
                    {
                        "method": "ask.inputs",
                        "task": "inputs",
                        "request": {"$ref": "#/components/schemas/Rows"},
                        "response": {"type": "array"},
                    },
                ],
                "requestBody": BODY,
                "responses": {"200": STREAMED, "default": {"description": "anything"}},
            },
        },
        "/ask/{name}/of/{entity}": {
            "parameters": [
                NAME,
                {"name": "entity", "in": "path", "x-resource": "served-model-name"},
                {"name": "limit", "in": "query", "schema": {"type": "integer"}, "example": 5},
            ],
            "post": {
                "operationId": "askEntity",
                "x-profile": "invocations",
                "x-alias": {"of": "ask"},
                "x-optional": True,
                "requestBody": BODY,
                "responses": {"200": STREAMED},
            },
        },
        "/always": {
            "post": {
                "operationId": "always",
                "x-profile": "gateway",
                "x-task": "responses",
                "responses": {
                    "200": {
                        "description": "Events.",
                        "content": {
                            "text/event-stream": {
                                "x-stream": {
                                    "event": EVENT,
                                    "end": {
                                        "marker": "[DONE]",
                                        "finished": {"list": "l", "key": "k", "field": "f"},
                                    },
                                }
                            }
                        },
                    }
                },
            }
        },
        "/far": {
            "servers": [{"url": "https://{workspace}.example.com"}],
            "get": {
                "operationId": "far",
                "x-profile": "gateway",
                "responses": {
                    "200": {
                        "description": "A text.",
                        "content": {"text/plain": {"schema": {"type": "string"}}},
                    }
                },
            },
        },
    },
    "webhooks": {
        "provided": {
            "post": {
                "operationId": "provided",
                "x-profile": "provider",
                "x-path": "/chat/completions",
                "x-task": "chat",
                "responses": {},
            }
        }
    },
    "components": {
        "requestBodies": {
            "Ask": {
                "required": True,
                "content": {"application/json": {"examples": {"inputs": {"value": [1, 2]}}}},
            }
        },
        "responses": {"Streamed": {"description": "It.", "content": {"application/json": {}}}},
        "schemas": {
            "Chat": {"allOf": [{"required": ["messages"]}]},
            "Rows": {"required": ["inputs"]},
        },
    },
}


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> dict[str, Operation]:
    """The operations of the document above."""
    monkeypatch.setattr(spec, "openapi", lambda: DOCUMENT)
    return {each.id: each for each in (*reading.operations(), *reading.webhooks())}


def test_every_task_has_a_stream_of_its_own(found: dict[str, Operation]) -> None:
    chat, inputs = found["ask"].signatures
    assert chat.stream == Stream(event={**EVENT}, marker="", types=("stop", "error"))
    assert inputs.stream is None


def test_a_stream_says_when_it_is_complete(found: dict[str, Operation]) -> None:
    stream = found["always"].stream
    assert stream is not None
    assert stream.marker == "[DONE]"
    assert stream.finished == Finished(list="l", key="k", field="f", count="")
    assert found["always"].always_streams


def test_an_alias_has_the_tasks_of_its_original_at_a_path_of_its_own(
    found: dict[str, Operation],
) -> None:
    alias = found["askEntity"]
    assert (alias.alias_of, alias.path) == ("ask", "/ask/{name}/of/{entity}")
    assert alias.signatures == found["ask"].signatures


def test_parameters_say_what_they_name(found: dict[str, Operation]) -> None:
    alias = found["askEntity"]
    assert alias.resources == {"name": "endpoint-name", "entity": "served-model-name"}
    assert [(each.name, each.example) for each in alias.at("query")] == [("limit", "5")]


def test_bodies_behind_references_are_read(found: dict[str, Operation]) -> None:
    assert found["ask"].body_required
    assert found["ask"].signature("inputs").sample == [1, 2]


def test_a_text_has_no_schema_but_a_media_type(found: dict[str, Operation]) -> None:
    assert found["far"].answers == {200: None}
    assert found["far"].media == {200: ("text/plain",)}


def test_an_absolute_address_is_elsewhere(found: dict[str, Operation]) -> None:
    assert [each.id for each in found.values() if each.elsewhere] == ["far"]


def test_what_others_answer_is_below_their_address(found: dict[str, Operation]) -> None:
    provided = found["provided"]
    assert (provided.webhook, provided.path, provided.paths) == (
        True,
        "/chat/completions",
        ("/chat/completions",),
    )


def test_what_may_be_lacking_is_optional(found: dict[str, Operation]) -> None:
    assert [each.id for each in found.values() if each.optional] == ["askEntity"]


def test_servers_may_extend_open_enums_only() -> None:
    closed: JsonValue = {"type": "string", "enum": ["a"]}
    assert readable({"enum": ["a"], "x-open": True}) == {"type": "string", "x-open": True}
    assert readable({"properties": {"a": closed}}) == {"properties": {"a": closed}}
    assert readable({"properties": {"a": {"writeOnly": True}}}) == {"properties": {"a": False}}


def test_opened_schemas_refer_to_opened_ones() -> None:
    reference: JsonValue = {"$ref": "#/components/schemas/Kind"}
    assert opened(reference) == {"$ref": "#/components/schemas/Kind.answer"}
    named = with_opened({"Kind": {"enum": ["a"], "x-open": True}, "Whole": {"items": reference}})
    assert named["Kind"] == {"enum": ["a"], "x-open": True}
    assert named["Kind.answer"] == {"type": "string", "x-open": True}
    assert named["Whole.answer"] == {"items": {"$ref": "#/components/schemas/Kind.answer"}}


def test_an_operation_without_rows_is_named() -> None:
    chat = operations.by_id()["createChatCompletion"]
    with pytest.raises(mapping.Unmapped, match="createChatCompletion: row CHAT-SCHEMA-001 has no"):
        mapping.check_complete([replace(chat, profile="unheard-of")])
    listing = operations.by_id()["listServingEndpoints"]
    with pytest.raises(mapping.Unmapped, match="listServingEndpoints: profile unheard-of has no"):
        mapping.check_complete([replace(listing, profile="unheard-of")])


def test_every_operation_has_rows() -> None:
    mapping.check_complete(operations.tried())

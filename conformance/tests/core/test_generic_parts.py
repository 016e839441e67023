"""The pure parts of the generic phase."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from invocant import spec
from invocant_conformance import surfaces
from invocant_conformance.generic import bodies, document, mapping, selection
from invocant_conformance.json_values import JsonObject
from invocant_conformance.plan import Limits
from invocant_conformance.results import Key
from invocant_conformance.specification import operations
from invocant_conformance.target import Target, Task

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
QUERY = next(item for item in operations.load() if item.id == "queryServingEndpoint")


def key(check: str, body: object = None) -> Key:
    """Return the row that a check of a query counts for."""
    found = mapping.key(check, QUERY, mapping.task(QUERY, body))
    assert found is not None
    return found


CHAT_KEY = key("positive_data_acceptance", {"messages": []})


def limits(**changes: Any) -> Limits:
    usual = Limits(
        max_calls=500,
        examples=8,
        allow_writes=False,
        exhaustive=False,
        frugal=True,
    )
    return replace(usual, **changes)


def test_the_body_tells_the_tasks_of_an_operation_apart() -> None:
    assert CHAT_KEY.id == "CHAT-INPUT-001"
    assert key("positive_data_acceptance", {"input": ""}).id == "EMB-INPUT-001"
    assert key("positive_data_acceptance", b"{").id == "CHAT-INPUT-001"


def test_what_else_a_body_holds_tells_tasks_apart_that_require_the_same() -> None:
    items: list[JsonValue] = [{"role": "user", "content": "hi"}]
    for body in ({"input": items}, {"input": "hi", "max_output_tokens": 5}):
        assert key("positive_data_acceptance", body).id == "RESP-INPUT-001"


def test_a_generated_conversation_has_no_history_that_was_made_up() -> None:
    blocks: list[JsonValue] = [{"type": "tool_result", "tool_use_id": "t"}, {"type": "thinking"}]
    turn: JsonValue = {"role": "user", "content": blocks}
    sent: JsonObject = {"messages": [turn], "thinking": {}}
    body = bodies.without_history(sent, "messages")
    text = {"type": "text", "text": "text"}
    assert body == {"messages": [{"role": "user", "content": [text, text]}]}


def test_a_generated_request_refers_to_no_store() -> None:
    body: JsonObject = {"input": "hi", "store": True, "conversation": "c", "custom_inputs": {}}
    assert bodies.without_history(body, "responses") == {"input": "hi"}


def test_checks_of_chains_count_where_their_rule_belongs() -> None:
    found = key("use_after_free")
    assert (found.id, found.profile) == ("MGMT-DELETE-002", "management")
    assert found.operation == "DELETE /api/2.0/serving-endpoints/{name}"


def test_the_document_has_the_chosen_operations_only() -> None:
    cut = document.restricted(spec.openapi(), ["createServingEndpoint", "getServingEndpoint"], {})
    text = json.dumps(cut["paths"])
    assert '"operationId": "createServingEndpoint"' in text
    assert "servers" not in text
    for other in ("listServingEndpoints", "deleteServingEndpoint", "createChatCompletion"):
        assert other not in text


def test_the_bundled_document_is_left_as_it_is() -> None:
    before = json.dumps(spec.openapi())
    document.restricted(spec.openapi(), ["createChatCompletion"], {"chat": "mine"})
    assert json.dumps(spec.openapi()) == before


def test_examples_name_the_targets_model() -> None:
    cut = document.restricted(spec.openapi(), ["createChatCompletion"], {"chat": "mine"})
    assert '"model": "mine"' in json.dumps(cut["paths"])
    assert '"model": "databricks-' not in json.dumps(cut["paths"])


@given(JSON, JSON, JSON)
def test_a_frugal_chat_asks_for_little(tokens: JsonValue, n: JsonValue, other: JsonValue) -> None:
    body: JsonValue = {"messages": [], "max_tokens": tokens, "n": n, "other": other}
    short = bodies.shortened(body)
    assert isinstance(short, dict)
    assert short["other"] == other
    for name, most, sent in (("max_tokens", 16, tokens), ("n", 1, n)):
        if isinstance(sent, int):
            assert short[name] <= most
        else:
            assert short[name] == sent


def test_a_frugal_chat_without_a_limit_gets_one() -> None:
    assert bodies.shortened({"messages": []}) == {"messages": [], "max_tokens": 16}


@given(JSON.filter(lambda body: not isinstance(body, dict) or "messages" not in body))
def test_a_body_that_is_no_chat_is_left_alone(body: JsonValue) -> None:
    assert bodies.shortened(body) == body


def test_valid_endpoints_keep_to_the_rules_about_several_entities() -> None:
    """Of a valid description only the first entity is left, without a traffic configuration."""
    one: JsonValue = {"entity_name": "a"}
    config: JsonValue = {
        "served_entities": [
            {"entity_name": "a", "max_provisioned_throughput": 7},
            {"entity_name": "b"},
        ],
        "traffic_config": {"routes": []},
        "name": "x",
    }
    simple = {"served_entities": [one], "name": "x"}
    assert bodies.describing_one_entity(config) == simple
    assert bodies.describing_one_entity({"name": "x", "config": config}) == {
        "name": "x",
        "config": simple,
    }
    assert bodies.describing_one_entity({"traffic_config": {"routes": []}}) == {}
    assert bodies.describing_one_entity({"name": "x"}) == {"name": "x"}
    assert bodies.describing_one_entity(b"{") == b"{"


def test_valid_updates_send_external_models() -> None:
    """Others could not take the place of the external models of the endpoint that is updated."""
    external: JsonValue = {"external_model": {"name": "gpt"}}
    config: JsonValue = {"served_entities": [{"entity_name": "a"}, external]}
    assert bodies.describing_one_entity(config, updates=True) == {"served_entities": [external]}
    older: JsonValue = {"served_models": [{"model_name": "a"}], "auto_capture_config": {}}
    assert bodies.describing_one_entity(older, updates=True) == {}


def test_valid_gateway_settings_keep_to_the_rules_about_places_and_principals() -> None:
    limits: JsonValue = [{"key": "user_group"}, {"key": "user"}]
    gateway: JsonValue = {"inference_table_config": {"enabled": True}, "rate_limits": limits}
    place = {"catalog_name": "main", "schema_name": "serving", "table_name_prefix": "suite"}
    settled = {
        "inference_table_config": {"enabled": True, **place},
        "rate_limits": [{"key": "user_group", "principal": "somebody"}, {"key": "user"}],
    }
    assert bodies.naming_places_and_principals(gateway) == settled
    created = {"name": "x", "ai_gateway": gateway}
    assert bodies.naming_places_and_principals(created) == {"name": "x", "ai_gateway": settled}
    for plain in ({"name": "x"}, {"inference_table_config": {"enabled": False}}, b"{", None):
        assert bodies.naming_places_and_principals(plain) == plain


def test_nothing_is_wished_for_that_models_refuse() -> None:
    assert bodies.without_special_wishes({"input": "", "dimensions": 5}) == {"input": ""}
    assert bodies.without_special_wishes({"stream": True, "n": 3}) == {"stream": True, "n": 1}
    for plain in ({"stream": False, "n": 3}, {"stream": True}, b"{", None):
        assert bodies.without_special_wishes(plain) == plain


@given(st.integers(0, 10_000), st.integers(1, 12))
def test_the_budget_is_shared_among_operations(left: int, count: int) -> None:
    examples = selection.examples(limits(), left, count)
    assert 1 <= examples <= 8
    assert examples == 1 or examples * count <= left / 2
    assert selection.examples(limits(examples=30), None, count) == 30


def test_profiles_with_other_models_for_the_same_task_are_tried_apart() -> None:
    ids = {"createChatCompletion": "a", "createResponse": "b", "createGatewayResponse": "c"}
    tasks: tuple[Task, ...] = ("chat", "responses", "responses")
    found = [
        surfaces.surface(operations.by_id()[name], name=model, task=task)
        for (name, model), task in zip(ids.items(), tasks, strict=True)
    ]
    profiles = ("invocations", "gateway", "management")
    target = Target(
        url="http://target",
        bases=dict.fromkeys(profiles, ""),
        surfaces=tuple(found),
        missing={},
        is_reference=False,
    )
    groups = selection.groups(target, limits(), ())
    by_profile = {each.profile: group for group in groups for each in group.operations}
    assert by_profile["invocations"] is by_profile["management"]
    assert dict(by_profile["invocations"].models) == {"chat": "a", "responses": "b"}
    assert dict(by_profile["gateway"].models) == {"responses": "c"}


def test_what_repeats_the_requests_of_another_operation_is_told() -> None:
    repeating = selection.repeating(operations.of_profile("invocations"))
    assert {"createChatCompletionV1", "queryServedModel"} <= {*repeating}
    assert not {"createChatCompletion", "queryServingEndpoint"} & {*repeating}

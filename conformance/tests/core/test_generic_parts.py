"""The pure parts of the generic phase."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from invocant import spec
from invocant_conformance.generic import bodies, document, mapping, selection
from invocant_conformance.plan import Limits
from invocant_conformance.results import Key
from invocant_conformance.specification import operations

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
    found = mapping.key(check, QUERY, body)
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
    config: JsonValue = {"served_entities": [1, 2], "traffic_config": {"routes": []}, "name": "x"}
    simple = {"served_entities": [1], "name": "x"}
    assert bodies.describing_one_entity(config) == simple
    assert bodies.describing_one_entity({"name": "x", "config": config}) == {
        "name": "x",
        "config": simple,
    }
    assert bodies.describing_one_entity({"traffic_config": {"routes": []}}) == {}
    assert bodies.describing_one_entity({"name": "x"}) == {"name": "x"}
    assert bodies.describing_one_entity(b"{") == b"{"


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

"""Broken bodies come from the schema, are broken in one place, and are really broken."""

import copy

import pytest

from invocant_conformance.checks.breakage import breakages, one_for_each_keyword
from invocant_conformance.checks.schemas import request_problem
from invocant_conformance.json_values import JsonObject
from invocant_conformance.probes import endpoints
from invocant_conformance.probes.probe import Object
from invocant_conformance.specification import operations
from invocant_conformance.target import Task

CHAT: Object = {"model": "m", "messages": [{"role": "user", "content": "hello"}], "max_tokens": 8}
EMBEDDINGS: Object = {"model": "m", "input": "hello"}
ENDPOINT = endpoints.endpoint("e", endpoints.config(endpoints.openai("a"), routes=[("a", 100)]))
BODIES: dict[str, tuple[str, Task | None, Object]] = {
    "chat": ("createGatewayChatCompletion", "chat", CHAT),
    "embeddings": ("createGatewayEmbeddings", "embeddings", EMBEDDINGS),
    "endpoint": ("createServingEndpoint", None, ENDPOINT),
}


def _schema(name: str) -> JsonObject:
    operation_id, task, _ = BODIES[name]
    schema = operations.by_id()[operation_id].signature(task).request
    assert schema is not None
    return schema


@pytest.mark.parametrize("name", BODIES)
def test_the_body_that_is_broken_is_valid_itself(name: str) -> None:
    assert request_problem(_schema(name), BODIES[name][2]) is None


@pytest.mark.parametrize("name", BODIES)
def test_every_broken_body_is_invalid(name: str) -> None:
    schema = _schema(name)
    found = list(breakages(schema, BODIES[name][2]))
    assert found
    assert [each.description for each in found if not request_problem(schema, each.body)] == []


@pytest.mark.parametrize("name", BODIES)
def test_the_valid_body_is_left_alone(name: str) -> None:
    body = copy.deepcopy(BODIES[name][2])
    list(breakages(_schema(name), body))
    assert body == BODIES[name][2]


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("chat", "required of messages"),
        ("chat", "required of model"),
        ("chat", "type of messages"),
        ("chat", "minItems of messages"),
        ("chat", "enum of messages/0/role"),
        ("chat", "minimum of max_tokens"),
        ("chat", "maximum of temperature"),
        ("chat", "exclusiveMinimum of top_p"),
        ("embeddings", "required of input"),
        ("embeddings", "type of input"),
        ("endpoint", "required of name"),
        ("endpoint", "pattern of name"),
        ("endpoint", "enum of config/served_entities/0/external_model/task"),
        ("endpoint", "maximum of config/traffic_config/routes/0/traffic_percentage"),
        ("endpoint", "required of config/served_entities/0/external_model/openai_config"),
    ],
)
def test_constraints_of_the_schema_are_found(name: str, description: str) -> None:
    assert description in {each.description for each in breakages(_schema(name), BODIES[name][2])}


@pytest.mark.parametrize("name", BODIES)
def test_one_breakage_is_chosen_for_each_keyword(name: str) -> None:
    found = list(breakages(_schema(name), BODIES[name][2]))
    chosen = [each.keyword for each in one_for_each_keyword(found)]
    assert sorted(chosen) == sorted({each.keyword for each in found})

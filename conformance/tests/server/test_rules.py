"""Rules of management requests that no schema says."""

from typing import Any

import pytest

from invocant_conformance.server import rules
from invocant_conformance.server.errors import Refused

from .examples import entity, routes


def served(config: dict[str, Any]) -> list[tuple[str, int]]:
    """Return names and shares of a configuration's entities."""
    entities = rules.entities(config, where="config.", now=0)
    split = rules.routes(config, entities, where="config.")
    return [(route.entity, route.percentage) for route in split]


def config(*entities: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {"served_entities": list(entities)} | members


EMBEDDING = entity("b", task="llm/v1/embeddings")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            config(entity("a"), entity("a")),
            "config.served_entities: more than one served entity has the name a.",
        ),
        (
            config(entity(), entity()),
            "config.served_entities: more than one served entity has the name gpt-4o-mini.",
        ),
        (
            config(entity("a"), EMBEDDING),
            "config.served_entities: external models of one endpoint have the tasks llm/v1/chat, "
            "llm/v1/embeddings.",
        ),
        (
            config(entity("a"), entity("b")),
            "config.traffic_config: 2 served entities need a route each.",
        ),
        (
            config(entity("a"), entity("b"), traffic_config=routes(a=60, b=60)),
            "config.traffic_config.routes: the percentages add up to 120, not to 100.",
        ),
        (
            config(entity("a"), traffic_config=routes(a=99)),
            "config.traffic_config.routes: the percentages add up to 99, not to 100.",
        ),
        (
            config(entity("a"), traffic_config=routes(z=100)),
            "config.traffic_config.routes: a route names z; the served entities are a.",
        ),
        (
            config(entity("a"), traffic_config={"routes": [{"traffic_percentage": 100}]}),
            "config.traffic_config.routes: a route names nothing; the served entities are a.",
        ),
    ],
)
def test_a_broken_rule_is_named_with_field_and_value(given: dict[str, Any], message: str) -> None:
    with pytest.raises(Refused) as caught:
        served(given)
    assert caught.value.message == message


def test_a_single_entity_gets_all_traffic() -> None:
    assert served(config(entity("a"))) == [("a", 100)]


def test_percentages_may_be_text() -> None:
    split = routes(a="60", b="40")
    assert served(config(entity("a"), entity("b"), traffic_config=split)) == [("a", 60), ("b", 40)]


def test_a_route_may_use_both_spellings_of_a_name() -> None:
    route = {"served_model_name": "a", "served_entity_name": "a", "traffic_percentage": 100}
    assert served(config(entity("a"), traffic_config={"routes": [route]})) == [("a", 100)]


def test_two_spellings_of_different_names_are_refused() -> None:
    route = {"served_model_name": "a", "served_entity_name": "b", "traffic_percentage": 100}
    with pytest.raises(Refused, match="names a and b"):
        served(config(entity("a"), traffic_config={"routes": [route]}))


@pytest.mark.parametrize(
    ("model", "name"),
    [("gpt", "gpt"), ("gpt-4.1", "gpt-4-1"), ("anthropic.claude-v2:1", "anthropic-claude-v2-1")],
)
def test_an_unnamed_entity_is_named_after_its_model_with_dashes(model: str, name: str) -> None:
    unnamed = {"external_model": entity()["external_model"] | {"name": model}}
    assert served(config(unnamed)) == [(name, 100)]


def test_a_reserved_name_is_refused() -> None:
    with pytest.raises(Refused, match="databricks-mine begins with databricks-"):
        rules.check_name("databricks-mine")

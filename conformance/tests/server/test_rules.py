"""Rules of management requests that no schema says."""

from typing import Any

import pytest

from invocant import spec
from invocant_conformance.server import rules, throughput
from invocant_conformance.server.endpoints import Config
from invocant_conformance.server.errors import Refused

from .examples import custom_entity, entity, routes

MODELS = throughput.read(spec.models())
LLAMA, MAVERICK = "system.ai.meta_llama_v3_1_8b_instruct", "system.ai.llama-4-maverick"


def served(config: dict[str, Any]) -> list[tuple[str, int]]:
    """Return names and shares of a configuration's entities."""
    entities = rules.entities(config, where="config.", now=0, models=MODELS)
    split = rules.routes(config, entities, where="config.")
    return [(route.entity, route.percentage) for route in split]


def config(*entities: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {"served_entities": list(entities)} | members


def older_model(name: str) -> dict[str, Any]:
    """Return a served model in the older form."""
    model = {"model_name": "own", "model_version": "3", "scale_to_zero_enabled": True}
    return {"name": name, **model}


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
            config(entity("a"), custom_entity("b")),
            "config.served_entities: one endpoint cannot serve an external model and a custom "
            "model.",
        ),
        (
            config(custom_entity("a"), custom_entity("b", provisioned_model_units=1)),
            "config.served_entities: one endpoint cannot serve a custom model and a model with "
            "provisioned throughput.",
        ),
        (
            config(custom_entity("a", entity_name=LLAMA, max_provisioned_throughput=981)),
            "config.served_entities: max_provisioned_throughput 981 of a is no multiple of 980.",
        ),
        (
            config(
                custom_entity(
                    "a",
                    entity_name=MAVERICK,
                    min_provisioned_throughput=850,
                    max_provisioned_throughput=1700,
                )
            ),
            f"config.served_entities: {MAVERICK} neither scales nor shares an endpoint.",
        ),
        (
            config(
                custom_entity("a", entity_name=MAVERICK, provisioned_model_units=1),
                custom_entity("b", provisioned_model_units=1),
            ),
            f"config.served_entities: {MAVERICK} neither scales nor shares an endpoint.",
        ),
        (
            {"served_models": [older_model("a"), older_model("a")]},
            "config.served_models: more than one served entity has the name a.",
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


@pytest.mark.parametrize(
    ("model", "version", "name"),
    [
        ("my-model", "3", "my-model-3"),
        ("main.fraud.detector", "3", "detector-3"),
        ("main.features.customers", None, "customers"),
        ("my model", "1", "my-model-1"),
    ],
)
def test_an_unnamed_entity_of_the_workspace_is_named_after_model_and_version(
    model: str, version: str | None, name: str
) -> None:
    versioned = {} if version is None else {"entity_version": version}
    assert served(config({"entity_name": model, **versioned})) == [(name, 100)]


@pytest.mark.parametrize(
    "resources",
    [
        {"entity_name": LLAMA, "min_provisioned_throughput": 0, "max_provisioned_throughput": 980},
        {"entity_name": MAVERICK, "provisioned_model_units": 7},
        {"entity_name": "main.own.model", "max_provisioned_throughput": 7},
    ],
)
def test_whole_chunks_are_accepted(resources: dict[str, Any]) -> None:
    assert served(config(custom_entity("a", **resources))) == [("a", 100)]


def test_the_older_form_means_the_same() -> None:
    newer = {"entity_name": "own", "entity_version": "3", "scale_to_zero_enabled": True}
    both = (config({"name": "a", **newer}), {"served_models": [older_model("a")]})
    first, second = (rules.entities(each, where="", now=0, models=MODELS) for each in both)
    assert first == second


RECORDING = {"catalog_name": "main", "enabled": True}


def version(entity: dict[str, Any], recording: dict[str, Any] | None = None) -> Config:
    """Return a configuration of one entity."""
    served = rules.entities(config(entity), where="", now=0, models=MODELS)
    return Config(version=1, entities=served, routes=(), auto_capture=recording)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            version(entity("a")),
            version(custom_entity("a")),
            "served_entities: a custom model cannot take the place of an external model.",
        ),
        (
            version(custom_entity("a")),
            version(entity("a")),
            "served_entities: an external model cannot take the place of a custom model.",
        ),
        (
            version(entity("a"), RECORDING),
            version(entity("a"), RECORDING | {"catalog_name": "other"}),
            "auto_capture_config.catalog_name: cannot change while the recording is enabled.",
        ),
    ],
)
def test_what_cannot_change_is_refused(old: Config, new: Config, message: str) -> None:
    with pytest.raises(Refused) as caught:
        rules.check_change(old, new, where="")
    assert caught.value.message == message


def test_a_recording_that_is_disabled_may_change() -> None:
    off = RECORDING | {"catalog_name": "other", "enabled": False}
    rules.check_change(version(entity("a"), RECORDING), version(entity("a"), off), where="")
    rules.check_change(version(entity("a"), off), version(entity("a"), RECORDING), where="")


def test_a_reserved_name_is_refused() -> None:
    with pytest.raises(Refused, match="databricks-mine begins with databricks-"):
        rules.check_name("databricks-mine")

"""Checks of the rules about custom models, models with throughput, and their older form."""

from ..json_values import JsonValue, as_object
from ..outcomes import Untestable, expect
from ..probes import endpoints
from ..probes.custom_models import CustomModels
from ..probes.probe import Object
from ..registry import check
from .configurations import expect_refused
from .endpoint_answers import (
    configurations,
    described,
    entities,
    entity_names,
    members,
    objects,
    routes,
)

_OWN = endpoints.own("a")
_BOTH_ROUTES = [("a", 60), ("b", 40)]


async def _expect_entities_refused(custom: CustomModels, what: str, *served: Object) -> None:
    routes = _BOTH_ROUTES if len(served) > 1 else []
    config = endpoints.config(*served, routes=routes)
    await expect_refused(custom, endpoints.endpoint(custom.name(), config), what)


async def _accepted(custom: CustomModels, *served: Object, **more: JsonValue) -> str:
    """Create an endpoint of custom models and return its name."""
    name = custom.name()
    await custom.accepted(endpoints.endpoint(name, endpoints.config(*served), **more))
    return name


@check("MGMT-NAME-003", profile="management")
async def a_name_inside_of_config_is_accepted(custom: CustomModels) -> None:
    """Create and update accept a config with the endpoint's name in it, and take no other one."""
    name = custom.name()
    config = custom.sample_config() | {"name": name}
    created = await custom.create(endpoints.endpoint(name, config))
    expect(created.status == 200, f"create is answered with {created.status}", created)
    await custom.settled(name)
    updated = await custom.update(name, config)
    expect(updated.status == 200, f"update is answered with {updated.status}", updated)
    for exchange in (created, updated):
        (told,) = members(exchange, "name")
        expect(told == name, f"the endpoint is named {told!r}", exchange)
    await custom.created(custom.sample())


@check("MGMT-ENTITY-004", profile="management")
async def unnamed_models_are_named_after_model_and_version(custom: CustomModels) -> None:
    """A registered model is named my-model-3, one in Unity Catalog by the end of its name."""
    for model, expected in (("my-model", "my-model-3"), ("main.a.detector", "detector-3")):
        entity: Object = {"entity_name": model, "entity_version": "3"}
        config = endpoints.config(entity)
        exchange = await custom.accepted(endpoints.endpoint(custom.name(), config))
        names = entity_names(exchange)
        expect(
            names == [expected], f"the model {model} in version 3 is served as {names}", exchange
        )


@check("MGMT-ENTITY-005", profile="management")
async def an_entity_is_external_or_of_the_workspace(custom: CustomModels) -> None:
    """An entity with both, with neither, or an external model with resources, is refused."""
    external = endpoints.openai("a")
    wrong: dict[str, Object] = {
        "both kinds": external | {"entity_name": "main.a.b"},
        "neither kind": {"name": "a"},
        "a version": external | {"entity_version": "1"},
        "a size": external | {"workload_size": "Small"},
        "a machine": external | {"workload_type": "CPU"},
        "a scale": external | {"scale_to_zero_enabled": True},
    }
    for what, entity in wrong.items():
        await _expect_entities_refused(custom, f"an entity with {what}", entity)
    await custom.created(endpoints.endpoint(custom.name(), endpoints.config(external)))


@check("MGMT-ENTITY-006", profile="management")
async def a_size_excludes_bounds(custom: CustomModels) -> None:
    """An entity with a size and a bound of its concurrency is refused, with one it is accepted."""
    size: Object = {"workload_size": "Small"}
    for bound in ("min_provisioned_concurrency", "max_provisioned_concurrency"):
        await _expect_entities_refused(custom, f"a size and {bound}", _OWN | size | {bound: 4})
    await _accepted(custom, _OWN | size)
    await _accepted(custom, _OWN | {"max_provisioned_concurrency": 4})


@check("MGMT-ENTITY-007", profile="management")
async def both_forms_at_once_are_refused(custom: CustomModels) -> None:
    """A configuration with served_entities and served_models is refused, by create and update."""
    config = endpoints.config(_OWN) | {"served_models": [_older("b")]}
    await expect_refused(custom, endpoints.endpoint(custom.name(), config), "both forms")
    life = await custom.deployment()
    exchange = await custom.update(life.name, config)
    refused = exchange.status == 400
    expect(refused, f"an update to both forms is answered with {exchange.status}", exchange)


def _older(name: str) -> Object:
    model: Object = {"model_name": "main.invocant.older", "model_version": "7"}
    return {"name": name, **model, "scale_to_zero_enabled": True}


@check("MGMT-ENTITY-008", profile="management")
async def the_older_form_is_understood(custom: CustomModels) -> None:
    """A configuration of served_models is shown as served_entities."""
    config: Object = {"served_models": [_older("a")]}
    exchange = await custom.accepted(endpoints.endpoint(custom.name(), config))
    told = [
        [each.get(member) for member in ("name", "entity_name", "entity_version")]
        for each in entities(exchange)
    ]
    expected = [["a", "main.invocant.older", "7"]]
    expect(told == expected, f"served entities are {told}", exchange)


@check("MGMT-ENTITY-009", profile="management")
async def entities_are_repeated_in_the_older_form(custom: CustomModels) -> None:
    """Every configuration has served_models beside served_entities, with the same names."""
    life = await custom.deployment()
    for exchange in (life.created, life.ready):
        for config in configurations(exchange):
            names = [entity.get("name") for entity in objects(config.get("served_entities"))]
            older = [model.get("name") for model in objects(config.get("served_models"))]
            expect(older == names, f"served_models are {older}, not {names}", exchange)


@check("MGMT-ENTITY-010", profile="management")
async def a_feature_spec_needs_no_version(custom: CustomModels) -> None:
    """An entity without a version is accepted."""
    body = endpoints.endpoint(
        custom.name(), endpoints.config({"name": "a", "entity_name": "main.invocant.features"})
    )
    exchange = await custom.create(body)
    if exchange.status == 404:
        raise Untestable("the target knows no such feature spec", exchange)
    accepted = exchange.status == 200
    expect(accepted, f"an entity without a version is answered with {exchange.status}", exchange)


@check("MGMT-DEFAULT-001", profile="management")
async def what_was_left_out_is_filled_in(custom: CustomModels) -> None:
    """A custom model without a machine gets a CPU, an endpoint route_optimized false."""
    exchange = (await custom.deployment()).ready
    machines = [entity.get("workload_type") for entity in entities(exchange)]
    expect(machines == ["CPU"], f"workload_type is {machines}", exchange)
    (optimized,) = members(exchange, "route_optimized")
    expect(optimized is False, f"route_optimized is {optimized!r}", exchange)


@check("MGMT-DEFAULT-001", profile="management")
async def whether_a_recording_is_enabled_is_filled_in(custom: CustomModels) -> None:
    """A recording that was sent without `enabled` has a value of it in the answer."""
    config = custom.sample_config() | {"auto_capture_config": {"catalog_name": "main"}}
    name = await custom.created(endpoints.endpoint(custom.name(), config))
    exchange = await custom.settled(name)
    for shown in configurations(exchange):
        enabled = as_object(shown.get("auto_capture_config")).get("enabled")
        expect(isinstance(enabled, bool), f"enabled is {enabled!r}", exchange)


@check("MGMT-TRAFFIC-006", profile="management")
async def percentages_may_be_text(custom: CustomModels) -> None:
    """Routes of "60" and "40" are accepted and come back."""
    body = custom.pair(60, 40)
    for route in _routes(body):
        route["traffic_percentage"] = str(route["traffic_percentage"])
    await _expect_split(custom, body, "text")


@check("MGMT-TRAFFIC-006", profile="management")
async def routes_may_say_served_entity_name(custom: CustomModels) -> None:
    """Routes in the newer spelling are accepted and come back in both."""
    body = custom.pair(60, 40)
    for route in _routes(body):
        route["served_entity_name"] = route.pop("served_model_name")
    await _expect_split(custom, body, "served_entity_name")


async def _expect_split(custom: CustomModels, body: Object, what: str) -> None:
    exchange = await custom.create(body)
    expect(exchange.status == 200, f"{what} is answered with {exchange.status}", exchange)
    shown = await custom.settled(str(body["name"]))
    expect(dict(routes(shown)) == dict(_BOTH_ROUTES), f"routes are {routes(shown)}", shown)
    for route in objects(as_object(described(shown).get("traffic_config")).get("routes")):
        both = route.get("served_model_name") == route.get("served_entity_name")
        expect(both, f"a route is {route}, without both names", shown)


def _routes(body: Object) -> list[Object]:
    return objects(as_object(as_object(body["config"])["traffic_config"]).get("routes"))


@check("MGMT-PROVIDER-002", profile="management")
async def makers_are_written_as_one_likes(custom: CustomModels) -> None:
    """bedrock_provider is accepted in capital letters."""
    settings: Object = {"aws_region": "us-east-1", "bedrock_provider": "ANTHROPIC"}
    keys: Object = {
        "aws_access_key_id": endpoints.REFERENCE,
        "aws_secret_access_key": endpoints.REFERENCE,
    }
    entity = endpoints.bedrock("a", settings | keys)
    exchange = await custom.create(endpoints.endpoint(custom.name(), endpoints.config(entity)))
    accepted = exchange.status == 200
    expect(accepted, f"ANTHROPIC is answered with {exchange.status}", exchange)

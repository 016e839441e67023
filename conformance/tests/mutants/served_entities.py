"""Servers that take or tell what an endpoint serves in another way."""

from collections.abc import Callable
from dataclasses import replace

from .edits import (
    answer,
    answer_of,
    is_configuring,
    is_create,
    obj,
    objects,
    request,
)
from .lifecycle import accepting, refusing
from .mending import configurations
from .middleware import Answer, Call, Object, Server
from .mutant import Mutant, breach
from .places import of_operation

_UNITS = of_operation(
    "createProvisionedThroughputEndpoint", "updateProvisionedThroughputEndpointConfig"
)
_CREATE_UNITS = of_operation("createProvisionedThroughputEndpoint")
_UPDATE = of_operation("updateServingEndpointConfig")
_INFO = of_operation("getModelOptimizationInfo")
_READ = of_operation("getServingEndpoint")
_OF_WORKSPACE = ("entity_name", "entity_version", "workload_size", "workload_type")
_BOUNDS = ("min_provisioned_throughput", "max_provisioned_throughput")
_CHUNK = 9500


def _entities(config: Object) -> list[Object]:
    return objects(config, "served_entities")


def _configs(endpoint: Object) -> list[Object]:
    return [obj(endpoint, member) for member in ("config", "pending_config")]


def each_config(edit: Callable[[Object], object]) -> Callable[[Object], object]:
    """Return an edit of an endpoint that edits each of its configurations."""
    return lambda endpoint: [edit(config) for config in _configs(endpoint)]


def each_entity(edit: Callable[[Object], object]) -> Callable[[Object], object]:
    """Return an edit of an endpoint that edits each of its served entities."""
    return each_config(lambda config: [edit(entity) for entity in _entities(config)])


def _named_in_full(entity: Object) -> None:
    if "entity_name" in entity:
        entity["name"] = entity["entity_name"]


def _one_kind_left(config: Object) -> None:
    """Leave either the external model or the entity of an entity that is both or neither."""
    for entity in _entities(config):
        if "external_model" not in entity:
            entity.setdefault("entity_name", "main.a.b")
        else:
            for name in (*_OF_WORKSPACE, "scale_to_zero_enabled"):
                entity.pop(name, None)


def _size_dropped(config: Object) -> None:
    for entity in _entities(config):
        if any(name.endswith("_provisioned_concurrency") for name in entity):
            entity.pop("workload_size", None)


def _older_form_dropped(config: Object) -> None:
    if "served_entities" in config:
        config.pop("served_models", None)


def _first_alone(config: Object) -> None:
    served = _entities(config)
    if len({_kind(entity) for entity in served}) > 1:
        _only_first(config)


def _kind(entity: Object) -> str:
    provisioned = "provisioned_model_units" in entity
    return "external" if "external_model" in entity else "provisioned" if provisioned else "custom"


def _only_first(config: Object) -> None:
    config["served_entities"] = [*_entities(config)[:1]]
    config.pop("traffic_config", None)


def _has_text_as_percentage(call: Call) -> bool:
    shares = objects(obj(obj(call.json, "config"), "traffic_config"), "routes")
    return is_create(call) and any(isinstance(each["traffic_percentage"], str) for each in shares)


def _older_spelling_only(config: Object) -> None:
    for route in objects(obj(config, "traffic_config"), "routes"):
        route.pop("served_entity_name", None)


def _has_capitals(call: Call) -> bool:
    return b'"ANTHROPIC"' in call.body


def _has_no_version(call: Call) -> bool:
    served = _entities(obj(call.json, "config"))
    return is_create(call) and any(
        "entity_name" in entity and "entity_version" not in entity for entity in served
    )


def _names_itself_in_config(call: Call) -> bool:
    config = obj(call.json, "config") if is_create(call) else call.json
    return is_configuring(call) and "name" in config


def _without_recording(config: Object) -> None:
    if obj(config, "auto_capture_config").get("enabled") is not False:
        config.pop("auto_capture_config", None)


def _units_mended(body: Object) -> None:
    for entity in _entities(obj(body, "config")):
        units = entity.get("provisioned_model_units")
        entity["provisioned_model_units"] = max(1, units) if isinstance(units, int) else 1


def _chunks_mended(config: Object) -> None:
    for entity in _entities(config):
        for name in _BOUNDS:
            bound = entity.get(name)
            if isinstance(bound, int):
                entity[name] = bound - bound % _CHUNK


def _equal_bounds(config: Object) -> None:
    for entity in _entities(config):
        if str(entity.get("entity_name")).endswith("maverick") and _BOUNDS[0] in entity:
            entity[_BOUNDS[1]] = entity[_BOUNDS[0]]


def _late(call: Call, endpoint: Object) -> None:
    each_entity(lambda entity: entity.update(provisioned_model_units=10))(endpoint)


async def _inventing_models(call: Call, server: Server) -> Answer:
    """Know how every model's throughput can be provisioned."""
    found = await server.answer(call)
    if not _INFO(call) or found.status != 404:
        return found
    return replace(found, status=200).with_json({"optimizable": False})


MUTANTS: tuple[Mutant, ...] = (
    breach("name-in-config-refused", "MGMT-NAME-003", refusing(_names_itself_in_config)),
    breach(
        "models-named-in-full", "MGMT-ENTITY-004", answer(each_entity(_named_in_full), is_create)
    ),
    breach("both-kinds-accepted", "MGMT-ENTITY-005", configurations(_one_kind_left)),
    breach("size-beside-bounds-accepted", "MGMT-ENTITY-006", configurations(_size_dropped)),
    breach(
        "both-forms-of-entities-accepted", "MGMT-ENTITY-007", configurations(_older_form_dropped)
    ),
    breach(
        "older-form-ignored",
        "MGMT-ENTITY-008",
        configurations(lambda config: config.pop("served_models", None)),
    ),
    breach(
        "older-form-not-told",
        "MGMT-ENTITY-009",
        answer(each_config(lambda config: config.pop("served_models", None))),
    ),
    breach("feature-spec-needs-a-version", "MGMT-ENTITY-010", refusing(_has_no_version)),
    breach(
        "machine-not-filled-in",
        "MGMT-DEFAULT-001",
        answer(each_entity(lambda entity: entity.pop("workload_type", None))),
    ),
    breach(
        "recording-not-filled-in",
        "MGMT-DEFAULT-001",
        answer(each_config(lambda config: obj(config, "auto_capture_config").pop("enabled", 0))),
    ),
    breach("text-as-percentage-refused", "MGMT-TRAFFIC-006", refusing(_has_text_as_percentage)),
    breach(
        "newer-spelling-refused",
        "MGMT-TRAFFIC-006",
        refusing(lambda call: is_create(call) and b"served_entity_name" in call.body),
    ),
    breach("routes-in-one-spelling", "MGMT-TRAFFIC-006", answer(each_config(_older_spelling_only))),
    breach("capitals-refused", "MGMT-PROVIDER-002", refusing(_has_capitals)),
    breach("mixtures-accepted", "MGMT-KIND-001", configurations(_first_alone)),
    breach("other-kinds-accepted", "MGMT-KIND-002", accepting(_UPDATE, 400)),
    breach("recording-changes", "MGMT-FIXED-002", request(_without_recording, _UPDATE)),
    breach(
        "units-are-not-told",
        "MGMT-THROUGHPUT-001",
        answer(each_entity(lambda entity: entity.pop("provisioned_model_units", None))),
    ),
    breach("no-units-accepted", "MGMT-THROUGHPUT-002", request(_units_mended, _UNITS)),
    breach("units-change-late", "MGMT-THROUGHPUT-003", answer_of(_late, _READ)),
    breach("units-of-external-models", "MGMT-THROUGHPUT-004", accepting(_UNITS, 400)),
    breach("parts-of-chunks-accepted", "MGMT-THROUGHPUT-005", configurations(_chunks_mended)),
    breach(
        "all-models-share",
        "MGMT-THROUGHPUT-006",
        request(lambda body: _only_first(obj(body, "config")), _CREATE_UNITS),
    ),
    breach("all-models-scale", "MGMT-THROUGHPUT-006", configurations(_equal_bounds)),
    breach("all-models-are-known", "MGMT-OPTIMIZATION-001", _inventing_models),
)

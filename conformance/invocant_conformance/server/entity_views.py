"""How the management API shows what an endpoint serves."""

from collections.abc import Callable, Mapping

from ..json_values import JsonObject, JsonValue
from .endpoints import Config, Endpoint
from .entities import Entity, EntityKind, Outcome

DeploymentOf = Callable[[Entity], JsonObject]

_CUSTOM: JsonObject = {"workload_type": "CPU", "scale_to_zero_enabled": False}
_SIZED: JsonObject = {"workload_size": "Small"}
_PROVISIONED: JsonObject = {"workload_type": "GPU_XLARGE_8", "workload_size": "Small"}
_DEFAULTS: Mapping[EntityKind, JsonObject] = {
    EntityKind.EXTERNAL: {},
    EntityKind.CUSTOM: _CUSTOM,
    EntityKind.PROVISIONED: {**_PROVISIONED, "min_dbus": 106.0, "max_dbus": 106.0},
}
_BOUNDS = ("min_provisioned_concurrency", "max_provisioned_concurrency")


def configuration(config: Config, deployment: DeploymentOf, creator: str) -> JsonObject:
    """Show a configuration as EndpointCoreConfigOutput; creator: the name of the endpoint's."""
    routes: list[JsonValue] = [
        {
            "served_model_name": route.entity,
            "served_entity_name": route.entity,
            "traffic_percentage": route.percentage,
        }
        for route in config.routes
    ]
    capture = {"auto_capture_config": config.auto_capture} if config.auto_capture else {}
    entities = [(entity, _details(entity, deployment, creator)) for entity in config.entities]
    return {
        "config_version": config.version,
        "served_entities": [{**_entity(entity), **details} for entity, details in entities],
        "served_models": [{**_model(entity), **details} for entity, details in entities],
        "traffic_config": {"routes": routes},
        **capture,
    }


def summary(config: Config | None) -> JsonObject:
    """Show a configuration as EndpointCoreConfigSummary."""
    entities = config.entities if config else ()
    return {
        "served_entities": [_entity(entity) for entity in entities],
        "served_models": [_model(entity) for entity in entities],
    }


def active(endpoint: Endpoint) -> DeploymentOf:
    """Return the deployments of the configuration that serves, or would."""
    if endpoint.stopped:
        return lambda entity: _state("READY", "The endpoint is stopped.")
    if endpoint.recovers_at is not None:
        return lambda entity: _state("RECOVERING", "Restoring the served entity.")
    return lambda entity: _state("READY", "")


def creating(entity: Entity) -> JsonObject:
    """Return the state of a deployment that goes on."""
    return _state("CREATING", "Creating resources for served entity.")


def ended(entity: Entity) -> JsonObject:
    """Return the state of a deployment that came to nothing."""
    if entity.outcome is Outcome.FAIL:
        return _state("FAILED", f"The container of {entity.name} could not be started.")
    return _state("ABORTED", "The update was given up.")


def _state(deployment: str, message: str) -> JsonObject:
    return {"deployment": f"DEPLOYMENT_{deployment}", "deployment_state_message": message}


def _entity(entity: Entity) -> JsonObject:
    external = {"external_model": entity.external_model} if entity.external_model else {}
    return {"name": entity.name, **_type(entity), **_reference(entity, "entity"), **external}


def _model(entity: Entity) -> JsonObject:
    return {"name": entity.name, **_type(entity), **_reference(entity, "model")}


def _type(entity: Entity) -> JsonObject:
    """Return the kind of an entity in the values that were seen; registered models have none."""
    if entity.external_model is not None:
        return {"type": "EXTERNAL_MODEL"}
    if entity.is_feature_spec:
        return {"type": "FEATURE_SPEC"}
    return {"type": "UC_MODEL"} if "." in (entity.entity_name or "") else {}


def _reference(entity: Entity, prefix: str) -> JsonObject:
    told = {f"{prefix}_name": entity.entity_name, f"{prefix}_version": entity.entity_version}
    return {name: value for name, value in told.items() if value is not None}


def _details(entity: Entity, deployment: DeploymentOf, creator: str) -> JsonObject:
    """Show resources, with what was left out filled in (MGMT-DEFAULT-001), and the state."""
    sized = entity.kind is EntityKind.CUSTOM and not entity.resources.keys() & {*_BOUNDS}
    return {
        **_DEFAULTS[entity.kind],
        **(_SIZED if sized else {}),
        **entity.resources,
        "creator": creator,
        "creation_timestamp": entity.created,
        "state": deployment(entity),
    }

"""How the management API shows endpoints."""

from ..json_values import JsonObject, JsonValue
from .catalogue import HostedModel
from .draws import digest
from .endpoints import Config, Endpoint, Entity

CREATOR = "user@example.com"

_READY: JsonObject = {"deployment": "DEPLOYMENT_READY", "deployment_state_message": ""}
_CREATING: JsonObject = {
    "deployment": "DEPLOYMENT_CREATING",
    "deployment_state_message": "Creating resources for served entity.",
}


def detailed(endpoint: Endpoint) -> JsonObject:
    """Show an endpoint as ServingEndpointDetailed."""
    shown = {**_common(endpoint), "state": _state(endpoint)}
    if endpoint.config:
        shown["config"] = _config(endpoint.config, deployment=_READY)
    if endpoint.pending:
        pending = _config(endpoint.pending.config, deployment=_CREATING)
        shown["pending_config"] = {**pending, "start_time": endpoint.pending.started}
    return shown


def item(endpoint: Endpoint) -> JsonObject:
    """Show an endpoint as ServingEndpoint, an item of the list."""
    entities = endpoint.config.entities if endpoint.config else ()
    summary = {"served_entities": [_summary(entity) for entity in entities]}
    return {**_common(endpoint), "state": _state(endpoint), "config": summary}


def hosted(model: HostedModel) -> JsonObject:
    """Show the endpoint of a hosted model, in both forms; platform endpoints have no creator."""
    foundation: dict[str, JsonValue] = {
        "name": model.name,
        "display_name": model.name,
        "description": model.description,
    }
    if model.api_types:
        foundation["api_types"] = [*model.api_types]
    return {
        "name": model.name,
        "id": digest("hosted", model.name)[:32],
        "task": model.task,
        "endpoint_type": "FOUNDATION_MODEL_API",
        "permission_level": "CAN_QUERY",
        "state": {"ready": "READY", "config_update": "NOT_UPDATING"},
        "config": {"served_entities": [{"name": model.name, "foundation_model": foundation}]},
    }


def _common(endpoint: Endpoint) -> JsonObject:
    shown: dict[str, JsonValue] = {
        "name": endpoint.name,
        "id": endpoint.id,
        "creator": CREATOR,
        "creator_display_name": CREATOR,
        "creator_kind": "User",
        "creation_timestamp": endpoint.created,
        "last_updated_timestamp": endpoint.updated,
        "description": endpoint.description,
        "endpoint_type": "EXTERNAL_MODEL",
        "permission_level": "CAN_MANAGE",
        "route_optimized": endpoint.route_optimized,
        "tags": list(endpoint.tags),
    }
    if endpoint.latest and endpoint.latest.task:
        shown["task"] = endpoint.latest.task
    if endpoint.budget_policy_id is not None:
        shown["effective_budget_policy_id"] = endpoint.budget_policy_id
    return shown


def _state(endpoint: Endpoint) -> JsonObject:
    return {
        "ready": "READY" if endpoint.config else "NOT_READY",
        "config_update": "IN_PROGRESS" if endpoint.pending else "NOT_UPDATING",
        "suspend": "NOT_SUSPENDED",
    }


def _config(config: Config, *, deployment: JsonObject) -> JsonObject:
    routes: list[JsonValue] = [
        {
            "served_model_name": route.entity,
            "served_entity_name": route.entity,
            "traffic_percentage": route.percentage,
        }
        for route in config.routes
    ]
    return {
        "config_version": config.version,
        "served_entities": [_served(entity, deployment) for entity in config.entities],
        "traffic_config": {"routes": routes},
    }


def _served(entity: Entity, deployment: JsonObject) -> JsonObject:
    return {
        **_summary(entity),
        "creator": CREATOR,
        "creation_timestamp": entity.created,
        "state": deployment,
    }


def _summary(entity: Entity) -> JsonObject:
    model = {"external_model": entity.external_model} if entity.external_model else {}
    return {"name": entity.name, **model}

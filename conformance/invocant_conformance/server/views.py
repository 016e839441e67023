"""How the management API shows endpoints."""

from ..json_values import JsonObject, JsonValue
from . import access, entity_views, optimized
from .catalogue import HostedModel
from .draws import digest
from .endpoints import Endpoint, Pending
from .entities import EntityKind, Outcome
from .grants import ACCOUNT, SERVICE_PRINCIPAL, USER, Principal
from .standing import CustomModel

_CREATOR_KINDS = {USER: "User", SERVICE_PRINCIPAL: "ServicePrincipal"}


def detailed(endpoint: Endpoint, origin: str, caller: Principal = ACCOUNT) -> JsonObject:
    """Show an endpoint as ServingEndpointDetailed; origin is where the server is reached."""
    shown: dict[str, JsonValue] = {**_common(endpoint, caller), "state": _state(endpoint)}
    if endpoint.settings.email_notifications:
        shown["email_notifications"] = endpoint.settings.email_notifications
    if endpoint.config:
        deployment = entity_views.active(endpoint)
        shown["config"] = entity_views.configuration(endpoint.config, deployment, endpoint.creator)
    if endpoint.pending:
        shown["pending_config"] = _pending(endpoint, endpoint.pending, entity_views.creating)
    elif endpoint.failed:
        shown["pending_config"] = _pending(endpoint, endpoint.failed, entity_views.ended)
    if endpoint.route_optimized and endpoint.ready:
        shown |= optimized.shown(endpoint, origin)
    return shown


def item(endpoint: Endpoint, caller: Principal = ACCOUNT) -> JsonObject:
    """Show an endpoint as ServingEndpoint, an item of the list."""
    summary = entity_views.summary(endpoint.latest)
    return {**_common(endpoint, caller), "state": _state(endpoint), "config": summary}


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
        "id": hosted_id(model.name),
        "task": model.task,
        "endpoint_type": "FOUNDATION_MODEL_API",
        "permission_level": "CAN_QUERY",
        "state": {"ready": "READY", "config_update": "NOT_UPDATING"},
        "config": {"served_entities": [{"name": model.name, "foundation_model": foundation}]},
    }


def custom(model: CustomModel) -> JsonObject:
    """Show the endpoint of a standing custom model, in both forms."""
    version = {} if model.version is None else {"entity_version": model.version}
    return {
        "name": model.name,
        "id": digest("standing", model.name)[:32],
        "creator": ACCOUNT.name,
        "permission_level": "CAN_QUERY",
        "state": {"ready": "READY", "config_update": "NOT_UPDATING"},
        "config": {
            "served_entities": [{"name": model.entity, "entity_name": model.source, **version}]
        },
    }


def hosted_id(name: str) -> str:
    """Return the id of a hosted model's endpoint."""
    return digest("hosted", name)[:32]


def _common(endpoint: Endpoint, caller: Principal) -> JsonObject:
    shown: dict[str, JsonValue] = {
        "name": endpoint.name,
        "id": endpoint.id,
        "creator": endpoint.creator,
        "creator_display_name": endpoint.creator,
        "creator_kind": _CREATOR_KINDS[endpoint.creator_kind],
        "creation_timestamp": endpoint.created,
        "last_updated_timestamp": endpoint.updated,
        "description": endpoint.description,
        "permission_level": access.level(endpoint, caller),
        "route_optimized": endpoint.route_optimized,
        "tags": list(endpoint.tags),
    }
    if endpoint.latest and endpoint.latest.task:
        shown["task"] = endpoint.latest.task
    if endpoint.settings.ai_gateway:
        shown["ai_gateway"] = endpoint.settings.ai_gateway
    if endpoint.budget_policy_id is not None:
        shown["effective_budget_policy_id"] = endpoint.budget_policy_id
    if endpoint.telemetry is not None:
        shown["telemetry_config"] = endpoint.telemetry
    return {**shown, **_kind(endpoint)}


def _kind(endpoint: Endpoint) -> JsonObject:
    """Return what was seen to tell the kinds of endpoints apart."""
    kind = endpoint.latest.kind if endpoint.latest else None
    if kind is EntityKind.EXTERNAL:
        return {"endpoint_type": "EXTERNAL_MODEL"}
    return {"resource_credential_strategy": "EMBEDDED_CREDENTIALS"} if kind else {}


def _state(endpoint: Endpoint) -> JsonObject:
    return {
        "ready": "READY" if endpoint.ready else "NOT_READY",
        "config_update": _update(endpoint),
        "suspend": "STOPPED" if endpoint.stopped and not endpoint.pending else "NOT_SUSPENDED",
    }


def _update(endpoint: Endpoint) -> str:
    if endpoint.pending:
        return "IN_PROGRESS"
    if endpoint.failed is None:
        return "NOT_UPDATING"
    canceled = endpoint.failed.config.outcome is Outcome.CANCEL
    return "UPDATE_CANCELED" if canceled else "UPDATE_FAILED"


def _pending(
    endpoint: Endpoint, pending: Pending, deployment: entity_views.DeploymentOf
) -> JsonObject:
    shown = entity_views.configuration(pending.config, deployment, endpoint.creator)
    return {**shown, "start_time": pending.started}

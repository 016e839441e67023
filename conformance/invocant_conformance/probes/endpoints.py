"""Bodies that describe serving endpoints, and the endpoints that operations are tried on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..json_values import JsonValue, as_list, as_object, as_text
from ..specification.naming import creation_for
from ..specification.records import Operation, Resource
from .probe import Object

COLLECTION = "/api/2.0/serving-endpoints"
REFERENCE = "{{secrets/invocant/conformance}}"
CHAT, EMBEDDINGS = "llm/v1/chat", "llm/v1/embeddings"


def path_of(name: str) -> str:
    """Return the path of an endpoint."""
    return f"{COLLECTION}/{name}"


def config_path_of(name: str) -> str:
    """Return the path of an endpoint's configuration."""
    return f"{COLLECTION}/{name}/config"


def endpoint(name: str, config: Object, **more: JsonValue) -> Object:
    """Return a body that creates an endpoint."""
    return {"name": name, "config": config, **more}


def config(*entities: Object, routes: Sequence[tuple[str, int]] = ()) -> Object:
    """Return a configuration; without routes it has no traffic_config."""
    body: Object = {"served_entities": list(entities)}
    if routes:
        body["traffic_config"] = {"routes": [_route(name, share) for name, share in routes]}
    return body


def _route(name: str, share: int) -> Object:
    return {"served_model_name": name, "traffic_percentage": share}


def openai(
    name: str | None = None,
    *,
    model: str = "gpt-4o-mini",
    task: str = CHAT,
    settings: Object | None = None,
) -> Object:
    """Return a served entity of OpenAI; by default its key is a reference."""
    default: Object = {"openai_api_key": REFERENCE}
    provider: Object = {"openai_config": default if settings is None else settings}
    return _entity(name, "openai", model, task, provider)


def anthropic(name: str | None, settings: Object, *, model: str = "claude-3-5-haiku") -> Object:
    """Return a served entity of Anthropic."""
    return _entity(name, "anthropic", model, CHAT, {"anthropic_config": settings})


def custom(name: str | None, settings: Object, *, model: str = "own-model") -> Object:
    """Return a served entity of an OpenAI-compatible provider."""
    address: Object = {"custom_provider_url": "https://models.example.com/v1"}
    return _entity(name, "custom", model, CHAT, {"custom_provider_config": address | settings})


def bedrock(name: str | None, settings: Object) -> Object:
    """Return a served entity of Amazon Bedrock."""
    return _entity(name, "amazon-bedrock", "a-model", CHAT, {"amazon_bedrock_config": settings})


def own(name: str | None = None, **more: JsonValue) -> Object:
    """Return a served entity of a custom model."""
    model: Object = {"entity_name": "main.invocant.conformance", "entity_version": "1"}
    return ({} if name is None else {"name": name}) | model | more


def _entity(name: str | None, provider: str, model: str, task: str, more: Object) -> Object:
    external: Object = {"name": model, "provider": provider, "task": task, **more}
    named: Object = {} if name is None else {"name": name}
    return {**named, "external_model": external}


@dataclass(frozen=True, kw_only=True, slots=True)
class Existing:
    """An endpoint that exists: its name, its id, and the name of one of its served entities."""

    name: str
    id: str = ""
    entity: str = ""

    @property
    def names(self) -> Mapping[Resource, str]:
        """What a path may name of it."""
        return {
            "endpoint-name": self.name,
            "endpoint-id": self.id or self.name,
            "served-model-name": self.entity or self.name,
        }


def existing(description: JsonValue) -> Existing:
    """Read an endpoint's description, as create, get and list give it."""
    said = as_object(description)
    config = as_object(said.get("config") or said.get("pending_config"))
    entities = [as_object(each) for each in as_list(config.get("served_entities"))]
    return Existing(
        name=as_text(said.get("name")),
        id=as_text(said.get("id")),
        entity=next((as_text(each.get("name")) for each in entities), ""),
    )


def _of_own_model(name: str) -> Callable[[], Object]:
    return lambda: {"config": config(own(name))}


SUITABLE: Mapping[str, Callable[[], Object]] = {
    "stopServingEndpoint": _of_own_model("stopped"),
    "startServingEndpoint": _of_own_model("stopped"),
    "patchServingEndpointTelemetryConfig": _of_own_model("served"),
    "getServingEndpointOpenApi": _of_own_model("served"),
}
"""What to create, without its name, for operations that not every endpoint allows, by id."""


def is_particular(operation: Operation) -> bool:
    """Whether an operation is not allowed for every endpoint, whatever it serves.

    What is created at a path of its own is of its own kind.
    """
    creation = creation_for(operation)
    if creation is not None and creation.path != COLLECTION:
        return True
    return operation.id in SUITABLE or operation.id == "updateServingEndpointConfig"


def suitable(operation: Operation, name: str) -> tuple[str, Object] | None:
    """Return path and body of the request that creates what an operation can be tried on.

    None where nothing that can be created is named by the operation's path.
    """
    creation = creation_for(operation)
    if creation is None:
        return None
    if operation.id in SUITABLE:
        return creation.path, SUITABLE[operation.id]() | {"name": name}
    if creation.path == COLLECTION:
        return COLLECTION, endpoint(name, config(openai("served")))
    return creation.path, {**creation.signature(None).example, "name": name}

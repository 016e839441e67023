"""Bodies that describe serving endpoints of external models."""

from collections.abc import Sequence

from ..json_values import JsonValue
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


def _entity(name: str | None, provider: str, model: str, task: str, more: Object) -> Object:
    external: Object = {"name": model, "provider": provider, "task": task, **more}
    named: Object = {} if name is None else {"name": name}
    return {**named, "external_model": external}

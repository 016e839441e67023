"""State of a serving endpoint and how it changes: pure functions of requests and time.

All times are milliseconds since 1970. States and their order are those of the databricks-sdk's
EndpointState: a configuration is pending until it is deployed; the active one serves meanwhile.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..json_values import JsonObject
from .endpoint_settings import EndpointSettings
from .traffic import Route


@dataclass(frozen=True, kw_only=True, slots=True)
class Entity:
    """A served model; external_model holds no plaintext secret."""

    name: str
    created: int
    external_model: JsonObject | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    """One version of what an endpoint serves."""

    version: int
    entities: tuple[Entity, ...]
    routes: tuple[Route, ...]

    @property
    def task(self) -> str | None:
        """Return the task that the external models share, such as llm/v1/chat."""
        models = (entity.external_model for entity in self.entities)
        return next((str(model["task"]) for model in models if model is not None), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Pending:
    """A configuration that is being deployed."""

    config: Config
    started: int
    ready_at: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Endpoint:
    """A serving endpoint at one moment."""

    name: str
    id: str
    created: int
    updated: int
    config: Config | None = None
    pending: Pending | None = None
    description: str = ""
    route_optimized: bool = False
    budget_policy_id: str | None = None
    tags: tuple[JsonObject, ...] = ()
    settings: EndpointSettings = field(default_factory=EndpointSettings)

    @property
    def latest(self) -> Config | None:
        """Return the newest configuration, deployed or not."""
        return self.pending.config if self.pending else self.config


def settled(endpoint: Endpoint, *, now: int) -> Endpoint:
    """Return the endpoint with its pending configuration active, if it is deployed by now."""
    pending = endpoint.pending
    if pending is None or now < pending.ready_at:
        return endpoint
    return replace(endpoint, config=pending.config, pending=None, updated=pending.ready_at)


def updated(
    endpoint: Endpoint,
    *,
    entities: Sequence[Entity],
    routes: Sequence[Route],
    now: int,
    deploy_ms: int,
) -> Endpoint:
    """Return the endpoint with another configuration on its way; it must not be updating.

    External models run elsewhere, so a configuration of nothing else is active at once.
    Without entities nothing changes.
    """
    if not entities:
        return endpoint
    version = endpoint.latest.version + 1 if endpoint.latest else 1
    config = Config(version=version, entities=tuple(entities), routes=tuple(routes))
    external = all(entity.external_model is not None for entity in entities)
    pending = Pending(config=config, started=now, ready_at=now if external else now + deploy_ms)
    return settled(replace(endpoint, pending=pending, updated=now), now=now)

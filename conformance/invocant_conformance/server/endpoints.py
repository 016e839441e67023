"""State of a serving endpoint and how it changes: pure functions of requests and time.

All times are milliseconds since 1970. States and their order are those of the databricks-sdk's
EndpointState: a configuration is pending until it is deployed; the active one serves meanwhile.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ..json_values import JsonObject
from .endpoint_settings import EndpointSettings
from .entities import Entity, EntityKind, Outcome
from .grants import ACCOUNT
from .traffic import Route


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    """One version of what an endpoint serves; versions are counted from 1.

    auto_capture: the older recording of requests, in the words of requests.
    """

    version: int
    entities: tuple[Entity, ...]
    routes: tuple[Route, ...]
    auto_capture: JsonObject | None = None

    @property
    def task(self) -> str | None:
        """Return the task that the entities share, such as llm/v1/chat; custom ones have none."""
        return next((entity.task for entity in self.entities if entity.task is not None), None)

    @property
    def kind(self) -> EntityKind | None:
        """Return the kind that the entities share, None where there are none."""
        return next((entity.kind for entity in self.entities), None)

    @property
    def outcome(self) -> Outcome:
        """Return how the deployment ends: as the first entity that does not simply become ready."""
        ends = (entity.outcome for entity in self.entities)
        return next((each for each in ends if each is not Outcome.READY), Outcome.READY)

    def entity(self, name: str) -> Entity | None:
        """Return the entity with a name, None where there is none."""
        return next((entity for entity in self.entities if entity.name == name), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Pending:
    """A configuration that is being deployed."""

    config: Config
    started: int
    ready_at: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Endpoint:
    """A serving endpoint at one moment.

    failed: the last deployment, if it came to nothing. versions: how many configurations there
    were. stopped: config does not serve, until a deployment has succeeded. recovers_at: when a
    deployment that is being restored serves again. creator, creator_kind: name and kind of the
    principal that created it.
    """

    name: str
    id: str
    created: int
    updated: int
    config: Config | None = None
    pending: Pending | None = None
    failed: Pending | None = None
    versions: int = 0
    stopped: bool = False
    recovers_at: int | None = None
    description: str = ""
    route_optimized: bool = False
    budget_policy_id: str | None = None
    tags: tuple[JsonObject, ...] = ()
    telemetry: JsonObject | None = None
    settings: EndpointSettings = field(default_factory=EndpointSettings)
    creator: str = ACCOUNT.name
    creator_kind: str = ACCOUNT.kind

    @property
    def latest(self) -> Config | None:
        """Return the configuration that serves, or is going to."""
        return self.pending.config if self.pending else self.config

    @property
    def ready(self) -> bool:
        """Whether a configuration serves."""
        return self.config is not None and not self.stopped and self.recovers_at is None

    @property
    def known(self) -> Iterable[Config]:
        """Return the configurations that are remembered, newest first."""
        deployments = (self.pending, self.failed)
        found = [each.config for each in deployments if each] + [self.config] * bool(self.config)
        return sorted(filter(None, found), key=lambda config: -config.version)


def settled(endpoint: Endpoint, *, now: int) -> Endpoint:
    """Return the endpoint after what has happened by now: deployments that ended, restorations."""
    endpoint = _deployed(endpoint, now)
    if endpoint.recovers_at is not None and now >= endpoint.recovers_at:
        return replace(endpoint, recovers_at=None, updated=endpoint.recovers_at)
    return endpoint


def updated(endpoint: Endpoint, config: Config, *, now: int, deploy_ms: int) -> Endpoint:
    """Return the endpoint with another configuration on its way; it must not be updating.

    The configuration gets the next version. External models run elsewhere, so a configuration of
    nothing else is active at once. One without entities changes nothing.
    """
    if not config.entities:
        return endpoint
    version = endpoint.versions + 1
    wait = 0 if config.kind is EntityKind.EXTERNAL else deploy_ms
    pending = Pending(config=replace(config, version=version), started=now, ready_at=now + wait)
    changed = replace(endpoint, pending=pending, failed=None, versions=version, updated=now)
    return settled(changed, now=now)


def stopped(endpoint: Endpoint, *, now: int) -> Endpoint:
    """Return the endpoint out of service; it must serve custom models and not be updating."""
    return replace(endpoint, stopped=True, recovers_at=None, updated=now)


def started(endpoint: Endpoint, *, now: int, deploy_ms: int) -> Endpoint:
    """Return a stopped endpoint with what it served on its way again, as the next version."""
    if endpoint.config is None:
        return endpoint
    return updated(endpoint, endpoint.config, now=now, deploy_ms=deploy_ms)


def _deployed(endpoint: Endpoint, now: int) -> Endpoint:
    pending = endpoint.pending
    if pending is None or now < pending.ready_at:
        return endpoint
    ended = replace(endpoint, pending=None, updated=pending.ready_at)
    outcome = pending.config.outcome
    if outcome in (Outcome.FAIL, Outcome.CANCEL):
        return replace(ended, failed=pending)
    took = pending.ready_at - pending.started
    recovers_at = pending.ready_at + took if outcome is Outcome.RECOVER else None
    return replace(ended, config=pending.config, stopped=False, recovers_at=recovers_at)

"""What happened to an endpoint of custom models, as the checks of deployments read it."""

from dataclasses import dataclass

from ..exchange import Exchange
from .probe import Object


@dataclass(frozen=True, kw_only=True, slots=True)
class Deployment:
    """The first deployment of an endpoint. While it went on, four things were tried in vain."""

    name: str
    config: Object
    created: Exchange
    update: Exchange
    stop: Exchange
    telemetry: Exchange
    document: Exchange
    meanwhile: Exchange
    ready: Exchange


@dataclass(frozen=True, kw_only=True, slots=True)
class Replacement:
    """An update of an endpoint that serves, and a second one at the same time."""

    config: Object
    before: Exchange
    updated: Exchange
    meanwhile: Exchange
    second: Exchange
    after: Exchange


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """An update that cannot be deployed, and one after it."""

    before: Exchange
    after: Exchange
    next: Exchange


@dataclass(frozen=True, kw_only=True, slots=True)
class Pause:
    """An endpoint that is stopped, queried, and started again."""

    before: Exchange
    stopped: Exchange
    halted: Exchange
    query: Exchange
    started: Exchange
    starting: Exchange
    after: Exchange

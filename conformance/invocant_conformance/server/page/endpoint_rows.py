"""The endpoints of a server, as rows of the start page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ...json_values import as_text
from ..catalogue import HostedModel
from ..endpoints import Config, Endpoint
from ..entities import EntityKind, Outcome
from ..handlers import Services
from ..standing import STANDING, CustomModel
from .rendering import Markup, fill, joined

MOST = 500
"""How many created endpoints are shown, the youngest ones."""

Origin = Literal["created", "standing", "hosted"]
Tone = Literal["good", "busy", "bad", "off"]

_KINDS = {
    EntityKind.EXTERNAL: "external model",
    EntityKind.CUSTOM: "custom model",
    EntityKind.PROVISIONED: "provisioned throughput",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One endpoint. `serves` names the models behind it; `tone` is how good the state is."""

    name: str
    origin: Origin
    state: str
    tone: Tone
    task: str
    kind: str
    serves: str


def rows(services: Services) -> Sequence[Row]:
    """Return the endpoints: the created ones, youngest first, the standing and the hosted ones."""
    created = list(services.store.all())[: -MOST - 1 : -1]
    hosted = services.catalogue.values()
    return [*map(_created, created), *map(_standing, STANDING.values()), *map(_hosted, hosted)]


def rendered(found: Sequence[Row]) -> Markup:
    """Return rows as HTML."""
    return joined(
        fill(
            "endpoint.html",
            name=row.name,
            origin=row.origin,
            state=row.state,
            tone=row.tone,
            task=row.task,
            kind=row.kind,
            serves=row.serves,
        )
        for row in found
    )


def _created(endpoint: Endpoint) -> Row:
    config = endpoint.latest or (endpoint.failed.config if endpoint.failed else None)
    state, tone = state_of(endpoint)
    kind = config.kind if config else None
    return Row(
        name=endpoint.name,
        origin="created",
        state=state,
        tone=tone,
        task=(config and config.task) or "",
        kind=_KINDS[kind] if kind else "nothing",
        serves=", ".join(_models(config)) if config else "",
    )


def _standing(model: CustomModel) -> Row:
    return Row(
        name=model.name,
        origin="standing",
        state="ready",
        tone="good",
        task="",
        kind="feature spec" if model.version is None else _KINDS[EntityKind.CUSTOM],
        serves=" ".join(filter(None, (model.source, model.version))),
    )


def _hosted(model: HostedModel) -> Row:
    return Row(
        name=model.name,
        origin="hosted",
        state="ready",
        tone="good",
        task=model.task,
        kind="foundation model",
        serves=model.display_name,
    )


def state_of(endpoint: Endpoint) -> tuple[str, Tone]:
    """Return the state of an endpoint in words, and how good it is."""
    if endpoint.pending:
        return ("ready, updating" if endpoint.ready else "deploying"), "busy"
    if endpoint.recovers_at is not None:
        return "recovering", "busy"
    if endpoint.stopped:
        return "stopped", "off"
    if endpoint.failed:
        canceled = endpoint.failed.config.outcome is Outcome.CANCEL
        ended = "canceled" if canceled else "failed"
        return (f"ready, update {ended}" if endpoint.ready else ended), "bad"
    return ("ready", "good") if endpoint.ready else ("empty", "off")


def _models(config: Config) -> Iterator[str]:
    for entity in config.entities:
        external = entity.external_model or {}
        parts = (as_text(external.get("provider")), as_text(external.get("name")))
        own = (entity.entity_name or "", entity.entity_version or "")
        yield " ".join(filter(None, parts if entity.external_model else own))

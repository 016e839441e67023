"""What building and serving a model writes; pure.

External models run elsewhere, so that there is nothing to tell of them.
"""

from datetime import UTC, datetime

from .endpoints import Config, Endpoint
from .entities import Entity, EntityKind, Outcome

_SECOND_MS = 1000


def build(endpoint: Endpoint, config: Config, entity: Entity) -> str:
    """Return what the build of an entity's container has written."""
    if entity.kind is EntityKind.EXTERNAL:
        return ""
    began = entity.created
    lines = [_line(began, f"Building the container of {_named(entity, config)}")]
    if endpoint.failed and endpoint.failed.config is config:
        lines.append(_line(began + _SECOND_MS, _failure(entity)))
    elif endpoint.pending is None or endpoint.pending.config is not config:
        lines.append(_line(began + _SECOND_MS, f"Built the container of {entity.name}"))
    return "".join(lines)


def serving(endpoint: Endpoint, config: Config, entity: Entity) -> str:
    """Return what an entity has written since it was started; nothing before that."""
    if entity.kind is EntityKind.EXTERNAL or config is not endpoint.config:
        return ""
    lines = [_line(entity.created + 2 * _SECOND_MS, f"Serving {_named(entity, config)}")]
    if endpoint.stopped:
        lines.append(_line(endpoint.updated, f"Stopped {entity.name}"))
    return "".join(lines)


def _failure(entity: Entity) -> str:
    if entity.outcome is Outcome.FAIL:
        return f"The container of {entity.name} could not be started"
    return f"Gave up the container of {entity.name}"


def _named(entity: Entity, config: Config) -> str:
    parts = [part for part in (entity.entity_name, entity.entity_version) if part]
    return f"{entity.name} ({' '.join(parts)}), config version {config.version}"


def _line(milliseconds: int, text: str) -> str:
    moment = datetime.fromtimestamp(milliseconds // _SECOND_MS, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%SZ} {text}\n"

"""Rules of management requests that no schema says; each names its requirement."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..json_values import JsonObject, JsonValue, as_integer, as_list, as_object, as_text
from .endpoints import Config
from .entities import Entity, EntityKind
from .errors import Kind, Refused
from .throughput import ProvisionedModel, ProvisionedModels
from .traffic import Route

RESERVED_PREFIX = "databricks-"
MOST_ENTITIES = 15
MOST_CONCURRENCY = 4096

_DASHES = str.maketrans(".:", "--")
_UNNAMEABLE = re.compile("[^A-Za-z0-9_-]")
_OLDER_NAMES = {"model_name": "entity_name", "model_version": "entity_version"}
_IDENTITY = ("name", "external_model", "entity_name", "entity_version")
_CAPTURE_NAMES = ("catalog_name", "schema_name", "table_name_prefix")
_USUAL_TASK = "llm/v1/chat"
_BOUNDS = ("min_provisioned_throughput", "max_provisioned_throughput")


def check_name(name: str) -> None:
    """Refuse reserved endpoint names (MGMT-NAME-002)."""
    if name.startswith(RESERVED_PREFIX):
        raise _broken("name", f"{name} begins with {RESERVED_PREFIX}, which is reserved")


def entities(
    config: JsonObject, *, where: str, now: int, models: ProvisionedModels
) -> tuple[Entity, ...]:
    """Return the served entities of a configuration, in either form, their names filled in.

    MGMT-ENTITY-001 to 004 and 008, LIM-ENTITY-001, MGMT-KIND-001, MGMT-LIMIT-003,
    MGMT-THROUGHPUT-005 and 006.
    where: path of the configuration in the request, for messages.
    """
    form = "served_models" if "served_models" in config else "served_entities"
    field = f"{where}{form}"
    given = [_newer_form(as_object(entity)) for entity in as_list(config.get(form))]
    if len(given) > MOST_ENTITIES:
        raise _broken(field, f"{len(given)} served entities are more than {MOST_ENTITIES}")
    served = tuple(_entity(entity, now, models) for entity in given)
    names = [entity.name for entity in served]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise _broken(field, f"more than one served entity has the name {twice}")
    kinds = dict.fromkeys(entity.kind.value for entity in served)
    if len(kinds) > 1:
        raise _broken(field, f"one endpoint cannot serve {' and '.join(kinds)}")
    tasks = sorted({entity.task or "" for entity in served if entity.external_model})
    if len(tasks) > 1:
        raise _broken(field, f"external models of one endpoint have the tasks {', '.join(tasks)}")
    for entity in served:
        _check_concurrency(entity, field)
        _check_throughput(entity, served, models.get(entity.entity_name or ""), field)
    return served


def _check_concurrency(entity: Entity, field: str) -> None:
    name = "max_provisioned_concurrency"
    most = as_integer(entity.resources.get(name))
    if most is not None and most > MOST_CONCURRENCY:
        raise _broken(f"{field}.{name}", f"{most} is more than {MOST_CONCURRENCY}")


def routes(config: JsonObject, served: Sequence[Entity], *, where: str) -> tuple[Route, ...]:
    """Return the traffic split of a configuration over its entities (MGMT-TRAFFIC-002 to 005).

    where: path of the configuration in the request, for messages.
    """
    field = f"{where}traffic_config"
    traffic = as_object(config.get("traffic_config"))
    given = [as_object(route) for route in as_list(traffic.get("routes"))]
    names = [entity.name for entity in served]
    if not given:
        if len(names) > 1:
            raise _broken(field, f"{len(names)} served entities need a route each")
        return tuple(Route(entity=name, percentage=100) for name in names)
    split = tuple(_route(route, names, f"{field}.routes") for route in given)
    total = sum(route.percentage for route in split)
    if total != 100:
        raise _broken(f"{field}.routes", f"the percentages add up to {total}, not to 100")
    return split


def check_change(old: Config, new: Config, *, where: str) -> None:
    """Refuse another kind of models (MGMT-KIND-002) and other names of a recording (FIXED-002)."""
    external = EntityKind.EXTERNAL
    if new.entities and (old.kind is external) is not (new.kind is external):
        before, after = (each.kind.value if each.kind else "nothing" for each in (old, new))
        field = f"{where}served_entities"
        raise _broken(field, f"{after} cannot take the place of {before}")
    before_capture, capture = as_object(old.auto_capture), as_object(new.auto_capture)
    if before_capture.get("enabled") is True and capture.get("enabled") is not False:
        for name in _CAPTURE_NAMES:
            if capture.get(name) != before_capture.get(name):
                field = f"{where}auto_capture_config.{name}"
                raise _broken(field, "cannot change while the recording is enabled")


def auto_capture(config: JsonObject) -> JsonObject | None:
    """Return the older recording that a configuration asks for, `enabled` filled in."""
    if "auto_capture_config" not in config:
        return None
    return {"enabled": True, **as_object(config["auto_capture_config"])}


def _newer_form(entity: JsonObject) -> Mapping[str, JsonValue]:
    """Return an entity of either form in the newer one."""
    return {_OLDER_NAMES.get(name, name): value for name, value in entity.items()}


def _entity(entity: Mapping[str, JsonValue], now: int, models: ProvisionedModels) -> Entity:
    external = as_object(entity.get("external_model"))
    entity_name, version = (as_text(entity.get(name)) or None for name in _IDENTITY[2:])
    made = Entity(
        name=as_text(entity.get("name")),
        created=now,
        task=as_text(external.get("task")) or None,
        external_model=external or None,
        entity_name=entity_name,
        entity_version=version,
        resources={name: value for name, value in entity.items() if name not in _IDENTITY},
    )
    if made.kind is EntityKind.PROVISIONED:
        model = models.get(entity_name or "")
        made = replace(made, task=model.task if model else _USUAL_TASK)
    return made if made.name else replace(made, name=_default_name(made))


def _default_name(entity: Entity) -> str:
    """Return the name of an entity that was sent without one (MGMT-ENTITY-002 and 004)."""
    if entity.external_model is not None:
        return as_text(entity.external_model.get("name")).translate(_DASHES)
    last = (entity.entity_name or "").rpartition(".")[2]
    parts = [last] if entity.entity_version is None else [last, entity.entity_version]
    return _UNNAMEABLE.sub("-", "-".join(parts))


def _check_throughput(
    entity: Entity, served: Sequence[Entity], model: ProvisionedModel | None, field: str
) -> None:
    """Refuse parts of chunks (MGMT-THROUGHPUT-005), and what some models cannot do (006)."""
    if model is None or entity.kind is not EntityKind.PROVISIONED:
        return
    bounds = [as_integer(entity.resources.get(name)) for name in _BOUNDS]
    for name, bound in zip(_BOUNDS, bounds, strict=True):
        if (bound or 0) % model.chunk:
            rule = f"{name} {bound} of {entity.name} is no multiple of {model.chunk}"
            raise _broken(field, rule)
    if model.alone and (len(served) > 1 or len({*bounds} - {None}) > 1):
        raise _broken(field, f"{model.name} neither scales nor shares an endpoint")


def _route(route: JsonObject, names: Sequence[str], field: str) -> Route:
    spellings = ("served_model_name", "served_entity_name")
    named = {as_text(route[key]) for key in spellings if key in route}
    if len(named) != 1 or not named <= set(names):
        shown = " and ".join(sorted(named)) or "nothing"
        known = ", ".join(names) or "none"
        raise _broken(field, f"a route names {shown}; the served entities are {known}")
    return Route(entity=named.pop(), percentage=int(str(route["traffic_percentage"])))


def _broken(field: str, rule: str) -> Refused:
    return Refused(Kind.INVALID_FIELD, f"{field}: {rule}.", param=field)

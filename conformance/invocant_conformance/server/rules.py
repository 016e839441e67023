"""Rules of management requests that no schema says; each names its requirement."""

from collections.abc import Sequence

from ..json_values import JsonObject, as_list, as_object, as_text
from .endpoints import Entity
from .errors import Kind, Refused
from .traffic import Route

RESERVED_PREFIX = "databricks-"

_DASHES = str.maketrans(".:", "--")


def check_name(name: str) -> None:
    """Refuse reserved endpoint names (MGMT-NAME-002)."""
    if name.startswith(RESERVED_PREFIX):
        raise _broken("name", f"{name} begins with {RESERVED_PREFIX}, which is reserved")


def entities(config: JsonObject, *, where: str, now: int) -> tuple[Entity, ...]:
    """Return the served entities of a configuration, their names filled in.

    MGMT-ENTITY-001 to 003. where: path of the configuration in the request, for messages.
    """
    field = f"{where}served_entities"
    given = [as_object(entity) for entity in as_list(config.get("served_entities"))]
    served = tuple(_entity(entity, now) for entity in given)
    names = [entity.name for entity in served]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise _broken(field, f"more than one served entity has the name {twice}")
    tasks = sorted({as_text(as_object(entity.external_model).get("task")) for entity in served})
    if len(tasks) > 1:
        raise _broken(field, f"external models of one endpoint have the tasks {', '.join(tasks)}")
    return served


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


def _entity(entity: JsonObject, now: int) -> Entity:
    model = as_object(entity.get("external_model"))
    name = as_text(entity.get("name")) or as_text(model.get("name")).translate(_DASHES)
    return Entity(name=name, created=now, external_model=model or None)


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

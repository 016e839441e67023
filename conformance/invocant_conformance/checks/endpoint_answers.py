"""Reads the parts of management answers that the checks compare."""

from ..exchange import Exchange
from ..json_values import JsonObject, JsonValue
from ..probes.probe import Object
from .answers import body

_IDENTITY = ("name", "external_model", "entity_name", "entity_version")


def described(exchange: Exchange) -> Object:
    """Return the configuration in an endpoint's answer: the current one, else the pending one."""
    found = configurations(exchange)
    return found[0] if found else {}


def configurations(exchange: Exchange) -> list[Object]:
    """Return the configurations in an endpoint's answer that serve something."""
    endpoint = body(exchange)
    found = [endpoint.get(member) for member in ("config", "pending_config")]
    return [each for each in found if isinstance(each, dict) and each.get("served_entities")]


def models(config: JsonObject) -> list[list[JsonValue]]:
    """Return name, provider and task of every external model of a configuration, sorted."""
    external = [each.get("external_model") for each in objects(config.get("served_entities"))]
    found = [each for each in external if isinstance(each, dict)]
    told = [[each.get(member) for member in ("name", "provider", "task")] for each in found]
    return sorted(told, key=str)


def entities(exchange: Exchange) -> list[Object]:
    """Return the served entities in an endpoint's answer."""
    return objects(described(exchange).get("served_entities"))


def entity_names(exchange: Exchange) -> list[JsonValue]:
    """Return the names of the served entities in an endpoint's answer."""
    return [entity.get("name") for entity in entities(exchange)]


def routes(exchange: Exchange) -> list[tuple[JsonValue, int | None]]:
    """Return the entity and the percentage of every route in an endpoint's answer."""
    return routes_of(described(exchange))


def routes_of(config: JsonObject) -> list[tuple[JsonValue, int | None]]:
    """Return the entity and the percentage of every route of a configuration."""
    traffic = config.get("traffic_config")
    found = objects(traffic.get("routes")) if isinstance(traffic, dict) else []
    return [(_target(route), number(route.get("traffic_percentage"))) for route in found]


def members(exchange: Exchange, *names: str) -> list[JsonValue]:
    """Return members of an endpoint's answer, None for those that it lacks."""
    endpoint = body(exchange)
    return [endpoint.get(name) for name in names]


def essence(exchange: Exchange) -> Object:
    """Return what stays the same unless somebody changes the endpoint."""
    endpoint = body(exchange)
    served: list[JsonValue] = [
        {name: entity.get(name) for name in _IDENTITY} for entity in entities(exchange)
    ]
    kept: Object = {name: endpoint.get(name) for name in ("name", "id", "tags")}
    kept["creation_timestamp"] = number(endpoint.get("creation_timestamp"))
    return {**kept, "served_entities": served}


def tags(exchange: Exchange) -> list[tuple[JsonValue, JsonValue]]:
    """Return key and value of every tag in an endpoint's answer."""
    return tags_of(body(exchange))


def tags_of(endpoint: JsonObject) -> list[tuple[JsonValue, JsonValue]]:
    """Return key and value of every tag of an endpoint."""
    return [(tag.get("key"), tag.get("value")) for tag in objects(endpoint.get("tags"))]


def listed(exchange: Exchange, name: str) -> list[Object]:
    """Return the entries of a list that have a name; an empty list may lack its key."""
    return [
        entry for entry in objects(body(exchange).get("endpoints")) if entry.get("name") == name
    ]


def summarised(entry: Object) -> list[JsonValue] | None:
    """Return the names of the served entities in a list's entry, None where it has none."""
    config = entry.get("config")
    found = objects(config.get("served_entities")) if isinstance(config, dict) else []
    return [entity.get("name") for entity in found] or None


def number(value: JsonValue) -> int | None:
    """Return a number of 64 bits, which may arrive as text."""
    if isinstance(value, str) and value.lstrip("-").isdigit():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _target(route: Object) -> JsonValue:
    return route.get("served_entity_name") or route.get("served_model_name")


def objects(value: JsonValue) -> list[Object]:
    """Return the objects of a list, none where the value is no list."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []

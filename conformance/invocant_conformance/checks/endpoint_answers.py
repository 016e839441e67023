"""Reads the parts of management answers that the checks compare."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..probes.probe import Object
from .answers import body


def described(exchange: Exchange) -> Object:
    """Return the configuration in an endpoint's answer: the current one, else the pending one."""
    endpoint = body(exchange)
    for member in ("config", "pending_config"):
        config = endpoint.get(member)
        if isinstance(config, dict) and config.get("served_entities"):
            return config
    return {}


def entities(exchange: Exchange) -> list[Object]:
    """Return the served entities in an endpoint's answer."""
    return _objects(described(exchange).get("served_entities"))


def entity_names(exchange: Exchange) -> list[JsonValue]:
    """Return the names of the served entities in an endpoint's answer."""
    return [entity.get("name") for entity in entities(exchange)]


def routes(exchange: Exchange) -> list[tuple[JsonValue, int | None]]:
    """Return the entity and the percentage of every route in an endpoint's answer."""
    traffic = described(exchange).get("traffic_config")
    found = _objects(traffic.get("routes")) if isinstance(traffic, dict) else []
    return [(_target(route), number(route.get("traffic_percentage"))) for route in found]


def essence(exchange: Exchange) -> Object:
    """Return what stays the same unless somebody changes the endpoint."""
    endpoint = body(exchange)
    served: list[JsonValue] = [
        {"name": entity.get("name"), "external_model": entity.get("external_model")}
        for entity in entities(exchange)
    ]
    kept: Object = {name: endpoint.get(name) for name in ("name", "id", "tags")}
    return {**kept, "served_entities": served}


def tags(exchange: Exchange) -> list[tuple[JsonValue, JsonValue]]:
    """Return key and value of every tag in an endpoint's answer."""
    found = _objects(body(exchange).get("tags"))
    return [(tag.get("key"), tag.get("value")) for tag in found]


def listed(exchange: Exchange, name: str) -> list[Object]:
    """Return the entries of a list that have a name; an empty list may lack its key."""
    return [
        entry for entry in _objects(body(exchange).get("endpoints")) if entry.get("name") == name
    ]


def number(value: JsonValue) -> int | None:
    """Return a number of 64 bits, which may arrive as text."""
    if isinstance(value, str) and value.lstrip("-").isdigit():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _target(route: Object) -> JsonValue:
    return route.get("served_entity_name") or route.get("served_model_name")


def _objects(value: JsonValue) -> list[Object]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []

"""Edits that repair what a request breaks, so that a strict server looks lenient."""

import re
from collections.abc import Callable
from typing import TypeAlias

from pydantic import JsonValue

from .edits import is_configuring, obj, objects, request
from .middleware import Mutation, Object

Edit: TypeAlias = Callable[[Object], object]
_PROVIDERS = ("openai", "anthropic")
_REFERENCE = "{{secrets/mended/key}}"


def configurations(edit: Edit) -> Mutation:
    """Repair, before it is served, what an endpoint is to serve."""

    def edited(body: Object) -> None:
        edit(obj(body, "config") if "config" in body else body)

    return request(edited, is_configuring)


def models(edit: Edit) -> Edit:
    """Repair every external model of what an endpoint is to serve."""
    return lambda config: [
        edit(obj(entity, "external_model")) for entity in objects(config, "served_entities")
    ]


def _routes(config: Object) -> list[Object]:
    return objects(obj(config, "traffic_config"), "routes")


def _names(config: Object) -> list[JsonValue]:
    return [entity.get("name") for entity in objects(config, "served_entities")]


def percentages_mended(config: Object) -> None:
    """Give all traffic to the first route."""
    for place, route in enumerate(_routes(config)):
        route["traffic_percentage"] = 0 if place else 100


def range_mended(config: Object) -> None:
    """Give all traffic to the first route where a percentage is out of range."""
    shares = [route.get("traffic_percentage") for route in _routes(config)]
    if any(isinstance(share, int) and not 0 <= share <= 100 for share in shares):
        percentages_mended(config)


def sums_mended(config: Object) -> None:
    """Give all traffic to the first route where the percentages do not add up to 100."""
    shares = [route.get("traffic_percentage") for route in _routes(config)]
    numbers = [share for share in shares if isinstance(share, int)]
    if all(0 <= number <= 100 for number in numbers) and sum(numbers) != 100:
        percentages_mended(config)


def single_sums_mended(config: Object) -> None:
    """Give all traffic to a single route."""
    if len(_routes(config)) == 1:
        sums_mended(config)


def traffic_added(config: Object) -> None:
    """Send all traffic to the first of several entities that have no traffic_config."""
    names = _names(config)
    if len(names) > 1 and "traffic_config" not in config:
        first: Object = {"served_model_name": names[0], "traffic_percentage": 100}
        config["traffic_config"] = {"routes": [first]}


def targets_mended(config: Object) -> None:
    """Send to the first entity what is routed to none."""
    for route in _routes(config):
        if route.get("served_model_name") not in _names(config):
            route["served_model_name"] = _names(config)[0]


def duplicates_renamed(config: Object) -> None:
    """Give the second of two entities of one name another one."""
    names = _names(config)
    if len(names) == 2 and names[0] == names[1]:
        objects(config, "served_entities")[1]["name"] = f"{names[0]}-2"
        for place, route in enumerate(_routes(config)):
            route["served_model_name"] = f"{names[0]}-2" if place else names[0]


def tasks_equalled(config: Object) -> None:
    """Make every external model a chat model."""
    for entity in objects(config, "served_entities"):
        obj(entity, "external_model")["task"] = "llm/v1/chat"


def secrets_mended(model: Object) -> None:
    """Put a reference in the place of both forms of a secret, or of neither."""
    for provider in _PROVIDERS:
        config = obj(model, f"{provider}_config")
        key = f"{provider}_api_key"
        if config and (key in config) == (f"{key}_plaintext" in config):
            config.pop(f"{key}_plaintext", None)
            config[key] = _REFERENCE


def provider_mended(model: Object) -> None:
    """Take away other providers' configurations and add the provider's own."""
    provider = model.get("provider")
    if provider not in _PROVIDERS:
        return
    for other in _PROVIDERS:
        if other != provider:
            model.pop(f"{other}_config", None)
    model.setdefault(f"{provider}_config", {f"{provider}_api_key": _REFERENCE})


def name_mended(body: Object) -> None:
    """Replace in an endpoint's name what no name may hold."""
    name = body.get("name")
    if isinstance(name, str):
        body["name"] = re.sub("[^A-Za-z0-9_-]", "-", name)


def prefix_removed(body: Object) -> None:
    """Take the reserved prefix from an endpoint's name."""
    name = body.get("name")
    if isinstance(name, str):
        body["name"] = name.removeprefix("databricks-")

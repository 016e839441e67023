"""Servers whose endpoints may have more than they may."""

from collections.abc import Callable

from .edits import is_configuring, obj, objects, request
from .middleware import Mutation, Object
from .mutant import Mutant, breach


def _configs(edit: Callable[[Object], object]) -> Mutation:
    """Edit every configuration that is sent."""
    return request(
        lambda body: edit(obj(body, "config") if "config" in body else body), is_configuring
    )


def _first_15(config: Object) -> None:
    config["served_entities"] = [*objects(config, "served_entities")[:15]]
    routes = objects(obj(config, "traffic_config"), "routes")
    if routes:
        config["traffic_config"] = {"routes": [*routes[:15]]}


def _capped(config: Object) -> None:
    for entity in objects(config, "served_entities"):
        most = entity.get("max_provisioned_concurrency")
        if isinstance(most, int):
            entity["max_provisioned_concurrency"] = min(most, 64)


MUTANTS: tuple[Mutant, ...] = (
    breach("further-entities-are-ignored", "LIM-ENTITY-001", _configs(_first_15)),
    breach("concurrency-is-capped", "MGMT-LIMIT-003", _configs(_capped)),
)

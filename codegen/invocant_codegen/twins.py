"""Answers that may be sent back: which response models stand for which request types."""

from collections.abc import Iterator

from .generated_types import GeneratedTypes
from .json_values import as_object
from .schemas import Schemas, inside, members, target


def twins(schemas: Schemas, models: GeneratedTypes) -> dict[str, tuple[str, ...]]:
    """Return, by the name of a schema, the model types that are accepted in its place.

    These are the model of the same schema, those that `x-accepts` names, and those of the members
    of a union. Schemas without objects have none: their values are plain text and numbers.
    """
    return {name: tuple(dict.fromkeys(_twins(name, schemas, models))) for name in schemas}


def _twins(name: str, schemas: Schemas, models: GeneratedTypes) -> Iterator[str]:
    if name in models and _holds_object(name, schemas, set()):
        yield f"models.{models[name].module}.{name}"
        return
    accepted = target(as_object(schemas[name].get("x-accepts")))
    if accepted is not None and accepted in models:
        yield f"models.{models[accepted].module}.{accepted}"
    for member in members(schemas[name]):
        inner = target(member)
        if inner is not None:
            yield from _twins(inner, schemas, models)


def _holds_object(name: str, schemas: Schemas, seen: set[str]) -> bool:
    if name in seen:
        return False
    seen.add(name)
    for part in inside(schemas[name]):
        inner = target(part)
        if "properties" in part or (inner is not None and _holds_object(inner, schemas, seen)):
            return True
    return False

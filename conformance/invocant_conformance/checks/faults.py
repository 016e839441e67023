"""Chooses, for an operation, which of the possible faults of its body to try."""

import functools
import json

from ..probes.operation import Operation
from ..surfaces import operation_of
from .breakage import Breakage, breakages


def missing_fields(operation: Operation) -> list[Breakage]:
    """Leave out each required field of the body, or, if it has none, the first one within."""
    found = [each for each in faults(operation) if each.keyword == "required"]
    own = [each for each in found if len(each.path) == 1 and not _may_be_ignored(each, operation)]
    return own or found[:1]


def _may_be_ignored(breakage: Breakage, operation: Operation) -> bool:
    """Whether a provider of one model may ignore what is broken: its name (PROV-MODEL-001)."""
    return operation.surface.profile == "provider" and breakage.path == ("model",)


def wrong_types(operation: Operation) -> list[Breakage]:
    """Give each required field another type, or, if none is required, the first that is sent."""
    required = [each.path for each in missing_fields(operation)]
    found = [each for each in faults(operation) if each.keyword == "type"]
    first = {each.path: each for each in reversed(found)}
    return [first[path] for path in required if path in first] or found[:1]


def faults(operation: Operation) -> list[Breakage]:
    """Return every way to break the operation's valid body in one place."""
    schema = operation_of(operation.surface).signature(operation.surface.task).request
    return [] if schema is None else [*_found(json.dumps(schema), json.dumps(operation.body()))]


@functools.lru_cache(maxsize=64)
def _found(schema: str, body: str) -> tuple[Breakage, ...]:
    return tuple(breakages(json.loads(schema), json.loads(body)))

"""Which operation a path belongs to, and what the path names."""

import functools
import re
from collections.abc import Mapping
from urllib.parse import unquote

from . import operations
from .records import Operation, Resource

_PLACE = re.compile(r"\{[^{}]+\}")


@functools.cache
def creations(profile: str) -> Mapping[str, Operation]:
    """Return, by path, the operations of a profile that create what other paths name."""
    described = operations.of_profile(profile)
    return {
        operation.path: operation
        for operation in described
        if operation.method == "POST" and not operation.tasks and "{" not in operation.path
        if any(each.path.startswith(f"{operation.path}/{{") for each in described)
    }


def creation_for(operation: Operation) -> Operation | None:
    """Return the operation that creates what an operation's path names, None if there is none.

    That is the one at the longest beginning of the path; what is named by its id is created where
    its profile's clients create.
    """
    found = creations(operation.profile)
    starts = [path for path in found if operation.path.startswith(f"{path}/{{")]
    if starts:
        return found[max(starts, key=len)]
    named = operation.resources.values()
    return operations.creating(operation.profile) if "endpoint-id" in named else None


def named(path: str, profile: str) -> Mapping[Resource, str]:
    """Return what a path, percent-encoded, names; empty where no operation has such a path."""
    plain = path.partition("?")[0]
    described = [item for item in operations.of_profile(profile) if item.resources]
    for operation in sorted(described, key=_generality):
        match = _pattern(operation.path).fullmatch(plain)
        if match:
            names = re.findall(r"\{([^{}]+)\}", operation.path)
            values = dict(zip(names, map(unquote, match.groups()), strict=True))
            return {what: values[name] for name, what in operation.resources.items()}
    return {}


def _generality(operation: Operation) -> tuple[int, int]:
    return operation.path.count("{"), -len(operation.path)


@functools.cache
def _pattern(template: str) -> re.Pattern[str]:
    literals = map(re.escape, _PLACE.split(template))
    return re.compile("([^/]+)".join(literals))

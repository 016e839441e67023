"""The public surface of the package `invocant`, read from its source without importing it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from griffe import (
    Alias,
    AliasResolutionError,
    Breakage,
    CyclicAliasError,
    Function,
    Object,
    ParameterKind,
    find_breaking_changes,
    load,
)

__all__ = ["PACKAGE", "Break", "breaks", "read"]

PACKAGE = "invocant"

_COLOURS = re.compile(r"\x1b\[\d+m")


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Break:
    """What callers of the earlier version cannot rely on any more.

    `path` leads to the object; `name` is the end of it, with the class where there is one, as in
    `Client.close`.
    """

    path: str
    name: str
    explanation: str


def read(folder: Path) -> Object | Alias:
    """Return the package that lies in a folder. Raises ModuleNotFoundError where there is none."""
    return load(PACKAGE, search_paths=[folder], allow_inspection=False, resolve_aliases=True)


def breaks(earlier: Object | Alias, later: Object | Alias) -> list[Break]:
    """Return every break between two versions of the package, in the order of their paths."""
    gone = set(map(str, earlier.exports or ())) - set(map(str, later.exports or ()))
    unexported = {_about(earlier[name], "is not exported any more") for name in gone}
    found = {_told(breakage) for breakage in find_breaking_changes(earlier, later)}
    every = {*unexported, *found, *_lost_parameters(earlier, later)}
    return sorted(each for each in every if each.name != "__version__")


def _told(breakage: Breakage) -> Break:
    text = _COLOURS.sub("", breakage.explain())
    # Before it stand the file and the object.
    return _about(breakage.obj, text.split(": ", 2)[-1])


def _about(found: Object | Alias, explanation: str) -> Break:
    owner = found.parent
    name = f"{owner.name}.{found.name}" if owner is not None and owner.is_class else found.name
    return Break(path=found.path, name=name, explanation=explanation)


def _lost_parameters(earlier: Object | Alias, later: Object | Alias) -> Iterator[Break]:
    """Yield the parameters that functions lost.

    griffe takes `**options` for something that swallows them; ours takes the options of a request.
    """
    for before, after in _functions(earlier, later, set()):
        kinds = {parameter.name: parameter.kind for parameter in after.parameters}
        swallowing = ParameterKind.var_keyword in kinds.values()
        for parameter in before.parameters if swallowing else ():
            if parameter.name not in kinds:
                yield _about(before, f"parameter {parameter.name} was removed")


def _functions(
    earlier: Object | Alias, later: Object | Alias, seen: set[str]
) -> Iterator[tuple[Function, Function]]:
    """Yield the public functions of both versions, methods included."""
    for name, member in earlier.members.items():
        before, after = _target(member), _target(later.members.get(name))
        if before is None or after is None or not member.is_public or before.path in seen:
            continue
        seen.add(before.path)
        if isinstance(before, Function) and isinstance(after, Function):
            yield before, after
        else:
            yield from _functions(before, after, seen)


def _target(member: Object | Alias | None) -> Object | None:
    """Return what a name stands for, None where that is in another package."""
    if not isinstance(member, Alias):
        return member
    try:
        return member.final_target
    except (AliasResolutionError, CyclicAliasError):
        return None

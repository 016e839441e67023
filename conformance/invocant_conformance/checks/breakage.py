"""Breaks a valid body in one place, by every constraint of its schema.

What to break and how is read from the schema, so that no rule stands here a second time. Each
broken body is proved to be invalid against the whole schema before it is used.
"""

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ..json_values import JsonObject, JsonValue, as_list, as_object
from ..probes.probe import Object
from ..specification.document import resolve
from .schemas import request_problem

Path: TypeAlias = tuple[str | int, ...]
_OTHER_TYPES: Sequence[JsonValue] = (12345, "text", True, [], {})
_UNLISTED = "no such value"


@dataclass(frozen=True, kw_only=True, slots=True)
class Breakage:
    """A body that breaks one constraint, the keyword, at one place."""

    keyword: str
    path: Path
    body: Object

    @property
    def description(self) -> str:
        """What is broken, such as type of messages/0/content."""
        return f"{self.keyword} of {'/'.join(map(str, self.path))}"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Change:
    """A value to put at a path; `missing` leaves the member out instead."""

    keyword: str
    path: Path
    value: JsonValue = None
    missing: bool = False


def breakages(schema: JsonObject, body: Object) -> Iterator[Breakage]:
    """Yield every body that differs from a valid one in one place and is not valid."""
    for change in _changes(schema, body, ()):
        broken = copy.deepcopy(body)
        _apply(change, broken)
        if request_problem(schema, broken):
            yield Breakage(keyword=change.keyword, path=change.path, body=broken)


def one_for_each_keyword(found: Iterable[Breakage]) -> list[Breakage]:
    """Choose one breakage for each keyword, of different members as far as possible."""
    by_keyword: dict[str, list[Breakage]] = {}
    for breakage in found:
        by_keyword.setdefault(breakage.keyword, []).append(breakage)
    chosen: list[Breakage] = []
    used: set[str | int] = set()
    for candidates in by_keyword.values():
        fresh = [each for each in candidates if each.path[0] not in used]
        chosen.append((fresh or candidates)[0])
        used.add(chosen[-1].path[0])
    return chosen


def _changes(schema: JsonValue, value: JsonValue, path: Path) -> Iterator[_Change]:
    """Yield what to try at a value and below it; a value None is absent or null."""
    effective = _effective(schema, value)
    if path:
        yield from _of_value(effective, path)
    if isinstance(value, dict):
        yield from _of_object(effective, value, path)
    elif isinstance(value, list) and value and "items" in effective:
        yield from _changes(effective["items"], value[0], (*path, 0))


def _of_value(schema: Object, path: Path) -> Iterator[_Change]:
    for value in _OTHER_TYPES:
        yield _Change(keyword="type", path=path, value=value)
    for keyword in ("enum", "const", "pattern"):
        if keyword in schema:
            yield _Change(keyword=keyword, path=path, value=_UNLISTED)
    for keyword, step in (("minimum", -1), ("maximum", 1), ("exclusiveMinimum", 0)):
        bound = schema.get(keyword)
        if isinstance(bound, int | float):
            yield _Change(keyword=keyword, path=path, value=bound + step)
    if "minItems" in schema:
        yield _Change(keyword="minItems", path=path, value=[])
    if "minLength" in schema:
        yield _Change(keyword="minLength", path=path, value="")


def _of_object(schema: Object, value: Object, path: Path) -> Iterator[_Change]:
    required = schema.get("required", [])
    for name in required if isinstance(required, list) else []:
        yield _Change(keyword="required", path=(*path, str(name)), missing=True)
    properties = as_object(schema.get("properties", {}))
    absent = [] if path else [name for name in properties if name not in value]
    for name in [*(name for name in properties if name in value), *absent]:
        yield from _changes(properties[name], value.get(name), (*path, name))


def _effective(schema: JsonValue, value: JsonValue) -> Object:
    """Return a schema without references and allOf, and of a union the branch that fits."""
    node = dict(resolve(schema))
    for part in as_list(node.pop("allOf", [])):
        node = _merged(node, _effective(part, value))
    for union in ("anyOf", "oneOf"):
        branches = as_list(node.pop(union, []))
        fitting = [each for each in branches if not request_problem(as_object(each), value)]
        if fitting:
            node = _merged(node, _effective(fitting[0], value))
    return node


def _merged(one: Object, other: Object) -> Object:
    required = [*as_list(one.get("required", [])), *as_list(other.get("required", []))]
    properties = {**as_object(one.get("properties")), **as_object(other.get("properties"))}
    return {**one, **other, "required": required, "properties": properties}


def _apply(change: _Change, body: Object) -> None:
    """Put the change into a body, of which no container on the path is missing."""
    *steps, last = change.path
    owner: JsonValue = body
    for step in steps:
        owner = _member(owner, step)
    if isinstance(owner, list) and isinstance(last, int):
        owner[last] = change.value
    elif isinstance(owner, dict) and change.missing:
        owner.pop(str(last), None)
    elif isinstance(owner, dict):
        owner[str(last)] = change.value


def _member(owner: JsonValue, step: str | int) -> JsonValue:
    return as_list(owner)[step] if isinstance(step, int) else as_object(owner)[step]

"""Rules about the rows of `spec/requirements/`."""

import re
from collections.abc import Iterator, Set

from ..json_values import JsonObject, as_list, as_object, as_text, child
from ..load import Document, Spec
from ..problems import Problem
from ..refs import find

_FIELDS = {"id", "title", "level", "statement", "source", "spec", "kinds", "since"}
_OPTIONAL = {"status", "reason"}
_TEXTS = ("title", "statement", "source", "since", "reason")
_ID = re.compile(r"[A-Z]+-[A-Z0-9]+-\d{3}")
_LEVELS = {"MUST", "SHOULD", "MAY"}
_STATUSES = ("draft",)
_KINDS = {"server", "client"}
_CLIENTS = {"client", "any-client"}


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that rows are complete, have ids of their own, and govern something that exists."""
    profiles = {as_text(document.content.get("x-profile")) for document in spec.openapi()}
    seen: dict[str, str] = {}
    for document in spec.requirements():
        for pointer, row in document.objects("/requirements"):
            yield from _fields(document, pointer, row)
            yield from _id(document, pointer, row, seen)
            yield from _levels(document, pointer, row, (profiles - {""}) | _CLIENTS)
            yield from _governed(document, pointer, row, spec)


def _fields(document: Document, pointer: str, row: JsonObject) -> Iterator[Problem]:
    for name in sorted(_FIELDS - row.keys()):
        message = f"field {name!r} is missing"
        yield document.problem(pointer, "requirement-fields", message)
    for name in sorted(row.keys() - _FIELDS - _OPTIONAL):
        message = f"unknown field {name!r}"
        yield document.problem(child(pointer, name), "requirement-fields", message)
    for name in _TEXTS:
        if name in row and not as_text(row[name]):
            message = f"{name} has to be a text"
            yield document.problem(child(pointer, name), "requirement-fields", message)
    if "status" in row and row["status"] not in _STATUSES:
        message = f"status can only be {' or '.join(_STATUSES)}: stated, not judged yet"
        yield document.problem(child(pointer, "status"), "requirement-status", message)
    if ("status" in row) != ("reason" in row):
        message = "a draft, and no other row, says why it is not judged: status and reason"
        yield document.problem(pointer, "requirement-status", message)
    kinds = [as_text(kind) for kind in as_list(row.get("kinds"))]
    if "kinds" in row and (not kinds or not _KINDS.issuperset(kinds)):
        message = f"kinds has to be a list of {' and '.join(sorted(_KINDS))}"
        yield document.problem(child(pointer, "kinds"), "requirement-kinds", message)


def _id(
    document: Document, pointer: str, row: JsonObject, seen: dict[str, str]
) -> Iterator[Problem]:
    name, place = as_text(row.get("id")), child(pointer, "id")
    if not _ID.fullmatch(name):
        message = f"id {name!r} is not of the form AREA-TOPIC-001"
        yield document.problem(place, "requirement-id", message)
    if name in seen:
        message = f"id {name!r} is also at {seen[name]}"
        yield document.problem(place, "requirement-duplicate", message)
    seen.setdefault(name, f"{document.path}#{pointer}")


def _levels(
    document: Document, pointer: str, row: JsonObject, profiles: Set[str]
) -> Iterator[Problem]:
    levels, place = as_object(row.get("level")), child(pointer, "level")
    if not levels:
        message = "level has to map profiles to MUST, SHOULD or MAY"
        yield document.problem(place, "requirement-level", message)
    for profile, level in levels.items():
        if profile not in profiles:
            message = f"unknown profile {profile!r}; known: {', '.join(sorted(profiles))}"
            yield document.problem(child(place, profile), "requirement-profile", message)
        if level not in _LEVELS:
            message = f"unknown level {level!r}; known: {', '.join(sorted(_LEVELS))}"
            yield document.problem(child(place, profile), "requirement-level", message)


def _governed(document: Document, pointer: str, row: JsonObject, spec: Spec) -> Iterator[Problem]:
    file, _, target = as_text(row.get("spec")).partition("#")
    try:
        find(spec, file, target)
    except LookupError:
        message = f"{row.get('spec')!r} names nothing below spec/"
        yield document.problem(child(pointer, "spec"), "requirement-spec", message)

"""The rules that servers and clients have to keep, as rows of the bundled specification."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field, TypeAdapter

from invocant import spec

_DRAFT = "draft"


class Level(StrEnum):
    """How binding a requirement is for a profile (RFC 2119)."""

    MUST = "MUST"
    SHOULD = "SHOULD"
    MAY = "MAY"


@dataclass(frozen=True, kw_only=True, slots=True)
class Requirement:
    """One row of `spec/requirements/`; `levels` has the profiles to which it applies.

    `condition` is what has to happen before the rule says anything, where no other rule demands
    that it does; without one the rule always applies. A row whose `status` is "draft" is stated but
    not judged yet; `reason` says why.
    """

    id: str
    title: str
    levels: Annotated[Mapping[str, Level], Field(validation_alias="level")]
    statement: str
    source: str
    spec: str
    kinds: tuple[str, ...]
    since: str
    condition: str = ""
    status: str = ""
    reason: str = ""


@functools.cache
def load() -> tuple[Requirement, ...]:
    """Return every row of the specification that this release judges, sorted by id."""
    return tuple(row for row in every() if row.status != _DRAFT)


@functools.cache
def drafts() -> tuple[Requirement, ...]:
    """Return every row that is stated but not judged yet, sorted by id."""
    return tuple(row for row in every() if row.status == _DRAFT)


@functools.cache
def by_id() -> Mapping[str, Requirement]:
    """Return the judged rows by id."""
    return {row.id: row for row in load()}


def server_rows(profile: str) -> tuple[Requirement, ...]:
    """Return the judged rows that a server of the profile has to keep."""
    return tuple(row for row in load() if "server" in row.kinds and profile in row.levels)


def server_drafts(profiles: Iterable[str]) -> tuple[Requirement, ...]:
    """Return the rows about servers of some profiles that are not judged yet."""
    wanted = frozenset(profiles)
    return tuple(row for row in drafts() if "server" in row.kinds and wanted & row.levels.keys())


@functools.cache
def every() -> tuple[Requirement, ...]:
    """Return every row of the specification, drafts included, sorted by id."""
    return TypeAdapter(tuple[Requirement, ...]).validate_python(spec.requirements()["requirements"])

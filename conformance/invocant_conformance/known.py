"""Failures that a user knows of: read from a YAML list, applied to the verdicts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from .requirements import Requirement
from .results import Row
from .verdicts import NOT_PASSED, Verdict

Text = Annotated[str, Field(min_length=1)]


class KnownFailuresError(Exception):
    """A file of known failures cannot be used; the message names file, entry and rule."""


class KnownFailure(BaseModel):
    """One entry. `check` is a requirement id or a glob of ids, `operation` a glob of operations.

    `target` is a glob of target URLs; a plain name without any of `:/.*?[` is a remark for the
    reader and applies to every target. A flaky entry never fails and is never stale. `fault` says
    whose fault it is: the server's, that of the model behind it, or that of how it was set up.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    check: Text
    reason: Text
    target: Text = "*"
    operation: Text = "*"
    link: Text | None = None
    expires: date | None = None
    flaky: bool = False
    fault: Literal["server", "model", "setup"] = "server"

    def concerns(self, row: Row, target: str) -> bool:
        """Whether the entry is about a row of a run against a target; the row has to apply."""
        is_remark = not any(character in self.target for character in ":/.*?[")
        return (
            row.applies
            and fnmatchcase(row.requirement.id, self.check)
            and fnmatchcase(row.operation, self.operation)
            and (is_remark or fnmatchcase(target, self.target))
        )


_ENTRIES: TypeAdapter[list[object]] = TypeAdapter(list[object])


def parse(
    text: str, *, name: str, rows: Sequence[Requirement], today: date
) -> tuple[KnownFailure, ...]:
    """Read a file of known failures.

    Raises KnownFailuresError for what is not YAML or not a list, for unknown keys, a missing
    reason, a check that names no requirement, and an entry that has expired before `today`.
    """
    try:
        entries = _ENTRIES.validate_python(yaml.safe_load(text) or [])
    except yaml.YAMLError as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        place = f", line {mark.line + 1}" if mark else ""
        raise KnownFailuresError(f"{name}{place}: is no YAML") from None
    except ValidationError:
        raise KnownFailuresError(f"{name}: has to be a YAML list of entries") from None
    return tuple(
        _entry(value, f"{name}: entry {number}", rows, today)
        for number, value in enumerate(entries, start=1)
    )


def _entry(value: object, where: str, rows: Sequence[Requirement], today: date) -> KnownFailure:
    try:
        entry = KnownFailure.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        if not first["loc"]:
            raise KnownFailuresError(f"{where}: has to be a mapping") from None
        key = ".".join(map(str, first["loc"]))
        raise KnownFailuresError(f"{where}: {key}: {first['msg']}") from None
    if not any(fnmatchcase(row.id, entry.check) for row in rows):
        raise KnownFailuresError(f"{where}: check: {entry.check!r} names no requirement")
    if entry.expires is not None and entry.expires < today:
        raise KnownFailuresError(f"{where}: expires: {entry.check} expired on {entry.expires}")
    return entry


def apply(entries: Iterable[KnownFailure], rows: Sequence[Row], target: str) -> tuple[Row, ...]:
    """Return the rows with known failures marked as known or flaky, and stale entries as stale.

    An entry is stale when none of the rows it concerns failed and at least one passed.
    """
    judged = list(rows)
    for entry in entries:
        concerned = [index for index, row in enumerate(rows) if entry.concerns(row, target)]
        broken = [index for index in concerned if rows[index].verdict in NOT_PASSED]
        verdict = Verdict.FLAKY if entry.flaky else Verdict.KNOWN
        if not broken and not entry.flaky:
            broken = [index for index in concerned if rows[index].verdict is Verdict.PASS]
            verdict = Verdict.STALE
        for index in broken:
            judged[index] = replace(rows[index], verdict=verdict, reason=entry.reason)
    return tuple(judged)

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

    def is_over(self, today: date) -> bool:
        """Whether the entry has expired; it holds on the day that it names."""
        return self.expires is not None and self.expires < today


_ENTRIES: TypeAdapter[list[object]] = TypeAdapter(list[object])


def parse(text: str, *, name: str, rows: Sequence[Requirement]) -> tuple[KnownFailure, ...]:
    """Read a file of known failures.

    Raises KnownFailuresError for what is not YAML or not a list, for unknown keys, a missing
    reason, and a check that names no requirement.
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
        _entry(value, f"{name}: entry {number}", rows)
        for number, value in enumerate(entries, start=1)
    )


def _entry(value: object, where: str, rows: Sequence[Requirement]) -> KnownFailure:
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
    return entry


def apply(
    entries: Iterable[KnownFailure], rows: Sequence[Row], target: str, *, today: date = date.min
) -> tuple[Row, ...]:
    """Return the rows with known failures marked as known or flaky, and stale entries as stale.

    An entry is stale when none of the rows it concerns failed and at least one passed. One that
    expired before `today` excuses nothing, and is stale in the same way, flaky or not; without a
    date none has.
    """
    judged = list(rows)
    for entry in entries:
        concerned = [index for index, row in enumerate(rows) if entry.concerns(row, target)]
        broken = [index for index in concerned if rows[index].verdict in NOT_PASSED]
        passed = [index for index in concerned if rows[index].verdict is Verdict.PASS]
        verdict = None if entry.is_over(today) else _excuse(entry)
        reason = entry.reason
        if verdict is None:
            reason = f"the known failure expired on {entry.expires}: {entry.reason}"
        if not broken and verdict is not Verdict.FLAKY:
            broken, verdict = passed, Verdict.STALE
        for index in broken:
            found = verdict or rows[index].verdict
            judged[index] = replace(rows[index], verdict=found, reason=reason)
    return tuple(judged)


def _excuse(entry: KnownFailure) -> Verdict:
    return Verdict.FLAKY if entry.flaky else Verdict.KNOWN

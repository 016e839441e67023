"""What a run found: cases, rows of requirements, and the run as a whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from . import requirements, verdicts
from .exchange import Exchange
from .requirements import Level, Requirement
from .verdicts import CaseOutcome, Verdict


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Key:
    """What a verdict is about."""

    id: str
    profile: str
    operation: str

    @property
    def level(self) -> Level:
        """How binding the requirement is for the profile."""
        return requirements.by_id()[self.id].levels[self.profile]


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseResult:
    """How one case ended; `generated` is the number of generated requests that it judges."""

    key: Key
    case: str
    outcome: CaseOutcome
    message: str = ""
    exchange: Exchange | None = None
    generated: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A requirement's verdict for one profile and operation; `reason` explains what is no pass."""

    key: Key
    verdict: Verdict
    cases: tuple[CaseResult, ...]
    reason: str | None = None

    @property
    def requirement(self) -> Requirement:
        """The row of the specification."""
        return requirements.by_id()[self.key.id]

    @property
    def operation(self) -> str:
        """Method and path of the operation."""
        return self.key.operation

    @property
    def level(self) -> Level:
        """How binding the requirement is for the profile."""
        return self.key.level

    @property
    def executed(self) -> bool:
        """Whether the requirement was tried."""
        return verdicts.executed(case.outcome for case in self.cases)

    @property
    def count(self) -> int:
        """How many directed checks and generated requests were tried."""
        directed = sum(not case.generated for case in self.cases)
        return directed + max((case.generated for case in self.cases), default=0)

    @property
    def failures(self) -> tuple[CaseResult, ...]:
        """The cases that did not pass, those that do not apply left out."""
        fine = (CaseOutcome.PASSED, CaseOutcome.SKIPPED)
        return tuple(case for case in self.cases if case.outcome not in fine)


@dataclass(frozen=True, kw_only=True, slots=True)
class Results:
    """A finished run. `must_total` counts the MUSTs of the profiles, chosen or not.

    `token` is what was sent as credentials, `secrets` are what no output may show, `left_over` the
    endpoints that could not be removed, `absent` the optional operations that were left out,
    `drafts` how many rules of the profiles are stated but not judged yet, `lacking` what a client
    need not keep since it has none of the methods that this is about.
    """

    target: str
    profiles: tuple[str, ...]
    seed: int
    started: datetime
    duration: float
    rows: tuple[Row, ...]
    must_total: int
    calls: int = 0
    strict: bool = False
    token: str | None = field(default=None, repr=False)
    secrets: frozenset[str] = field(default=frozenset(), repr=False)
    left_over: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    drafts: int = 0
    lacking: frozenset[Key] = frozenset()

    @property
    def summary(self) -> Mapping[Verdict, int]:
        """How many rows have each verdict."""
        return verdicts.summary(row.verdict for row in self.rows)

    @property
    def must_executed(self) -> int:
        """How many MUSTs were tried."""
        return sum(row.level is Level.MUST and row.executed for row in self.rows)

    @property
    def conformant(self) -> bool:
        """Whether every MUST of the profiles was tried and passed; a known failure did not."""
        musts = [row for row in self._due if row.level is Level.MUST]
        passed = sum(row.verdict in (Verdict.PASS, Verdict.STALE) for row in musts)
        return passed == len(musts) == self.must_total > 0

    @property
    def exit_code(self) -> int:
        """The exit code of `invocant conformance`."""
        judged = [(row.level, row.verdict, row.executed) for row in self._due]
        return verdicts.exit_code(judged, strict=self.strict)

    @property
    def _due(self) -> tuple[Row, ...]:
        """The rows that the target has to keep."""
        return tuple(row for row in self.rows if row.key not in self.lacking)


def rows(cases: Iterable[CaseResult]) -> tuple[Row, ...]:
    """Group cases into rows, sorted by requirement, profile and operation."""
    grouped: dict[Key, list[CaseResult]] = {}
    for case in cases:
        grouped.setdefault(case.key, []).append(case)
    return tuple(_row(key, tuple(grouped[key])) for key in sorted(grouped))


def _row(key: Key, cases: tuple[CaseResult, ...]) -> Row:
    verdict = verdicts.verdict(key.level, (case.outcome for case in cases))
    reasons = [case.message for case in cases if case.message]
    explained = verdict in (Verdict.SKIP, Verdict.UNTESTABLE, Verdict.ERROR)
    return Row(
        key=key, verdict=verdict, cases=cases, reason=reasons[0] if explained and reasons else None
    )

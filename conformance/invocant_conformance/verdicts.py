"""From the outcomes of cases to verdicts and an exit code; pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from .requirements import Level


class CaseOutcome(StrEnum):
    """How one case ended."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    UNTESTABLE = "untestable"
    ERROR = "error"


class Verdict(StrEnum):
    """What is said of a requirement for one profile and operation."""

    PASS = "pass"
    FAIL = "fail"
    WARN = "warn"
    INFO = "info"
    SKIP = "skip"
    UNTESTABLE = "untestable"
    ERROR = "error"
    KNOWN = "known"
    FLAKY = "flaky"
    STALE = "stale"


class Exit:
    """Exit codes of `invocant conformance`."""

    CONFORMANT = 0
    NOT_CONFORMANT = 1
    USAGE = 2
    UNREACHABLE = 3
    SUITE_ERROR = 4
    NOTHING_EXECUTED = 5


_BROKEN = {Level.MUST: Verdict.FAIL, Level.SHOULD: Verdict.WARN, Level.MAY: Verdict.INFO}
BROKEN = frozenset(_BROKEN.values())
NOT_PASSED = BROKEN | {Verdict.SKIP, Verdict.UNTESTABLE}


def verdict(level: Level, outcomes: Iterable[CaseOutcome]) -> Verdict:
    """Return the verdict of a requirement from the outcomes of its cases.

    The worst outcome decides: error, failed, untestable, then passed; a skip counts only where
    nothing else happened, so it is never a pass. No case at all is untestable.
    """
    seen = frozenset(outcomes)
    if CaseOutcome.ERROR in seen:
        return Verdict.ERROR
    if CaseOutcome.FAILED in seen:
        return _BROKEN[level]
    if CaseOutcome.UNTESTABLE in seen or not seen:
        return Verdict.UNTESTABLE
    return Verdict.PASS if CaseOutcome.PASSED in seen else Verdict.SKIP


def executed(outcomes: Iterable[CaseOutcome]) -> bool:
    """Whether a requirement was tried: at least one of its cases passed or failed."""
    return not frozenset(outcomes).isdisjoint((CaseOutcome.PASSED, CaseOutcome.FAILED))


def exit_code(rows: Sequence[tuple[Level, Verdict, bool]], *, strict: bool = False) -> int:
    """Return the exit code for rows of level, verdict and whether the row was executed.

    `strict` counts warnings and untestable recommendations as failures.
    """
    verdicts = {item for _, item, _ in rows}
    if Verdict.ERROR in verdicts:
        return Exit.SUITE_ERROR
    unexpected = {Verdict.FAIL, Verdict.STALE, Verdict.WARN if strict else Verdict.FAIL}
    untestable = {level for level, item, _ in rows if item is Verdict.UNTESTABLE}
    if verdicts & unexpected or Level.MUST in untestable or (strict and Level.SHOULD in untestable):
        return Exit.NOT_CONFORMANT
    if not any(was_executed for _, _, was_executed in rows):
        return Exit.NOTHING_EXECUTED
    if any(level is Level.MUST and item is Verdict.SKIP for level, item, _ in rows):
        return Exit.NOT_CONFORMANT
    return Exit.CONFORMANT


def summary(verdicts: Iterable[Verdict]) -> Mapping[Verdict, int]:
    """Count the verdicts; every verdict has a number."""
    counted = Counter(verdicts)
    return {item: counted[item] for item in Verdict}

"""What was found: counts for each client, rule and operation, and the first exchanges."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from ... import requirements
from ...exchange import Exchange
from ...requirements import Requirement
from ...results import CaseResult, Key
from ...verdicts import CaseOutcome
from .clients import Client
from .sent import Judgement

PROFILE: Final = "any-client"
"""The profile whose levels hold for clients of anybody."""

MOST_EXCHANGES: Final = 5
"""Exchanges that are kept for each client and rule."""

REUSED: Final = ("CLI-CLOSE-001", "CLI-RETRY-001", "CLI-RETRY-002", "CLI-SECRET-002")
"""The rules of the client suite that a server can see kept or broken as well."""

_AREA: Final = "WIRE-"
_UNSEEN: Final = "nothing that this rule is about was seen"


@dataclass(slots=True)
class _Tally:
    kept: int = 0
    broken: int = 0
    failures: list[CaseResult] = field(default_factory=list[CaseResult])


def rows() -> tuple[Requirement, ...]:
    """Return the requirements that the referee judges."""
    return tuple(
        row
        for row in requirements.load()
        if PROFILE in row.levels and (row.id.startswith(_AREA) or row.id in REUSED)
    )


def judged_alone() -> frozenset[str]:
    """Return the ids of the requirements that nobody but the referee judges."""
    return frozenset(row.id for row in requirements.load() if row.id.startswith(_AREA))


class Book:
    """Entered in one thread and read in others. changes: grows with every entry."""

    def __init__(self) -> None:
        self.changes = 0
        self._levelled = {row.id for row in requirements.load() if PROFILE in row.levels}
        self._lock = threading.Lock()
        self._tallies: dict[tuple[int, Key], _Tally] = {}
        self._shown: Counter[tuple[int, str]] = Counter()
        self._played: dict[tuple[int, Key, str], CaseResult] = {}

    def enter(
        self,
        client: Client,
        operation: str,
        judgements: Iterable[Judgement],
        exchange: Callable[[], Exchange | None],
    ) -> None:
        """Count judgements of a request. exchange: gives the request without secrets."""
        with self._lock:
            for judgement in judgements:
                if judgement.rule in self._levelled:
                    self._count(client, operation, judgement, exchange)
            self.changes += 1

    def enter_played(self, client: Client, key: Key, case: str) -> None:
        """Note that a scripted case was played whose outcome only the caller sees."""
        if key.id not in self._levelled:
            return
        with self._lock:
            self._played[client.number, key, case] = CaseResult(
                key=key,
                case=f"{case}[{client.slug}]",
                outcome=CaseOutcome.SKIPPED,
                message="the case was played; what the client made of it, only its caller sees",
            )
            self.changes += 1

    def cases(self, clients: Sequence[Client]) -> tuple[CaseResult, ...]:
        """Return what was found of some clients, and a skip for each rule that was not tried."""
        numbers = {client.number for client in clients}
        with self._lock:
            found = [*self._found(numbers)]
        seen = {case.key.id for case in found}
        return (*found, *(_unseen(row) for row in rows() if row.id not in seen))

    def _found(self, numbers: set[int]) -> Iterator[CaseResult]:
        for (number, key), tally in self._tallies.items():
            if number in numbers:
                yield from tally.failures
                more = tally.kept + tally.broken - len(tally.failures)
                if more:
                    outcome = CaseOutcome.PASSED if tally.kept else CaseOutcome.FAILED
                    message = "" if tally.kept else f"{more} more, which are not shown"
                    yield CaseResult(
                        key=key, case=f"{key.id}/seen", outcome=outcome,
                        message=message, generated=more,
                    )  # fmt: skip
        yield from (case for (number, _, _), case in self._played.items() if number in numbers)

    def _count(
        self,
        client: Client,
        operation: str,
        judgement: Judgement,
        exchange: Callable[[], Exchange | None],
    ) -> None:
        key = Key(id=judgement.rule, profile=PROFILE, operation=operation)
        tally = self._tallies.setdefault((client.number, key), _Tally())
        if not judgement.broken:
            tally.kept += 1
            return
        tally.broken += 1
        self._shown[client.number, judgement.rule] += 1
        whole = self._shown[client.number, judgement.rule] <= MOST_EXCHANGES
        if whole or not tally.failures:
            failure = CaseResult(
                key=key,
                case=f"{key.id}/{client.slug}-{tally.broken}",
                outcome=CaseOutcome.FAILED,
                message=f"{judgement.broken} ({client.label})",
                exchange=exchange() if whole else None,
            )
            tally.failures.append(failure)


def _unseen(row: Requirement) -> CaseResult:
    return CaseResult(
        key=Key(id=row.id, profile=PROFILE, operation="any"),
        case=f"{row.id}/seen",
        outcome=CaseOutcome.SKIPPED,
        message=_UNSEEN,
    )

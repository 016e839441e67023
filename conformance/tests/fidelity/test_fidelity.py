"""What clients sent and servers answered fits the specification, or is known not to, and why."""

from collections.abc import Sequence

from .deviations import Deviation, cause
from .judging import Verdict

_SHOWN = 40


def test_whatever_does_not_fit_is_a_known_deviation(
    verdicts: Sequence[Verdict], known: Sequence[Deviation]
) -> None:
    found = [finding for verdict in verdicts for finding in verdict.findings]
    unknown = [str(finding) for finding in found if cause(finding, known) is None]
    assert unknown[:_SHOWN] == [], f"{len(unknown)} unknown"


def test_every_known_deviation_occurs(
    verdicts: Sequence[Verdict], known: Sequence[Deviation]
) -> None:
    found = [finding for verdict in verdicts for finding in verdict.findings]
    first = {id(cause(finding, known)) for finding in found}
    stale = [deviation for deviation in known if id(deviation) not in first]
    assert stale == []

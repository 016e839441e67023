"""How much of what was recorded fits the specification."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .deviations import Deviation, cause
from .judging import Part, Verdict

_PARTS: tuple[tuple[Part, str], ...] = (
    ("operation", "recordings that belong to an operation"),
    ("request", "requests that fit"),
    ("answer", "answers of 2xx that fit"),
    ("error", "refusals in a documented shape"),
)
_RANKS = {"server": 1, "client": 1, "recorder": 2, "elsewhere": 3, "deliberate": 4}


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """One part of the recordings of a source: how many there are, fit, and why others do not.

    deliberate: requests that are wrong on purpose. elsewhere: exchanges of another API. unread:
    what the recorder cut or made up. deviating: what a server or a client does otherwise. unknown:
    what no entry explains.
    """

    judged: int
    fit: int
    deliberate: int
    elsewhere: int
    unread: int
    deviating: int
    unknown: int

    @property
    def meant_well(self) -> int:
        """How many could fit: neither wrong on purpose, nor of another API, nor unread."""
        return self.judged - self.deliberate - self.elsewhere - self.unread


def share(verdicts: Iterable[Verdict], part: Part, known: Sequence[Deviation]) -> Share:
    """Count one part of some recordings."""
    having = [verdict for verdict in verdicts if verdict.has(part)]
    causes = [_causes(verdict, part, known) for verdict in having]
    faults = [min((_rank(each) for each in found), default=-1) for found in causes]
    return Share(
        judged=len(having),
        fit=faults.count(-1),
        unknown=faults.count(0),
        deviating=faults.count(1),
        unread=faults.count(2),
        elsewhere=faults.count(3),
        deliberate=faults.count(4),
    )


def _causes(verdict: Verdict, part: Part, known: Sequence[Deviation]) -> Sequence[Deviation | None]:
    return [cause(finding, known) for finding in verdict.findings if finding.part == part]


def _rank(deviation: Deviation | None) -> int:
    """Put the gravest cause first: what nobody explains, then what somebody does otherwise."""
    if deviation is None:
        return 0
    return _RANKS[deviation.fault]


def table(verdicts: Sequence[Verdict], known: Sequence[Deviation]) -> str:
    """Write the shares of all recordings and of every source as Markdown."""
    lines = [
        "| | recorded | wrong on purpose | another API | unread | left | fit | share | deviate |"
    ]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    lines += [_row(title, share(verdicts, part, known)) for part, title in _PARTS]
    lines += ["", "| source | recordings | unmatched | requests | answers | refusals |"]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: |")
    for source in sorted({verdict.recording.source for verdict in verdicts}):
        own = [verdict for verdict in verdicts if verdict.recording.source == source]
        lines.append(_source(source, own, known))
    return "\n".join(lines) + "\n"


def _row(title: str, share: Share) -> str:
    percent = 100 * share.fit / share.meant_well if share.meant_well else 100.0
    counts = (
        share.judged,
        share.deliberate,
        share.elsewhere,
        share.unread,
        share.meant_well,
        share.fit,
        f"{percent:.1f} %",
        share.deviating + share.unknown,
    )
    return f"| {title} | {' | '.join(map(str, counts))} |"


def _source(source: str, verdicts: Sequence[Verdict], known: Sequence[Deviation]) -> str:
    shares = {part: share(verdicts, part, known) for part, _ in _PARTS}
    unmatched = shares["operation"].judged - shares["operation"].fit
    fractions = " | ".join(
        f"{shares[part].fit}/{shares[part].meant_well}" for part, _ in _PARTS[1:]
    )
    return f"| {source} | {len(verdicts)} | {unmatched} | {fractions} |"

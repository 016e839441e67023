"""The table of mutants and of the requirements that each turned red."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A mutant, the requirement meant for it, and what went red.

    `profiles` are those in which the requirement failed, `wanted` those in which it had to; `red`
    are all requirements that failed, and `cases` the ids of the checks that did.
    """

    mutant: str
    requirement: str
    profiles: tuple[str, ...]
    wanted: tuple[str, ...]
    red: tuple[str, ...]
    cases: tuple[str, ...]

    @property
    def killed(self) -> bool:
        """Whether the requirement failed wherever it holds."""
        return set(self.profiles) == set(self.wanted)


@dataclass(kw_only=True, slots=True)
class KillTable:
    """What the matrix found so far; `ran` are the cases by which the unbroken server was judged."""

    lines: list[Line] = field(default_factory=list[Line])
    ran: list[str] = field(default_factory=list[str])

    def checks(self) -> dict[str, list[str]]:
        """Return the cases that ran, by requirement."""
        found: dict[str, list[str]] = {}
        for case in sorted(set(self.ran)):
            found.setdefault(case.partition("/")[0], []).append(case)
        return found

    def markdown(self) -> str:
        """Return the table as Markdown."""
        return "\n".join(self._markdown()) + "\n"

    def _markdown(self) -> Iterator[str]:
        yield "| mutant | requirement | failed for | red |"
        yield "| --- | --- | --- | --- |"
        for line in sorted(self.lines, key=lambda line: line.mutant):
            profiles, red = _joined(line.profiles), _joined(line.red)
            yield f"| {line.mutant} | {line.requirement} | {profiles} | {red} |"


def _joined(words: Iterable[str]) -> str:
    return ", ".join(words) or "nothing"

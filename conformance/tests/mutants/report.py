"""The table of mutants and of the requirements that each turned red."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A mutant, the requirement meant for it, the profiles in which that failed, and all red."""

    mutant: str
    requirement: str
    profiles: tuple[str, ...]
    red: tuple[str, ...]


@dataclass(kw_only=True, slots=True)
class KillTable:
    """What the matrix found so far."""

    lines: list[Line] = field(default_factory=list[Line])

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

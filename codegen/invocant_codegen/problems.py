"""What is wrong with a specification, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Problem:
    """One violated rule at one place of one file under `spec/`."""

    file: str
    line: int
    pointer: str
    rule: str
    message: str

    def __str__(self) -> str:
        return f"spec/{self.file}:{self.line} #{self.pointer}: {self.message} [{self.rule}]"


class UnusableSpec(Exception):
    """The specification breaks rules; nothing may be generated from it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems: list[Problem] = problems

"""The recordings that do not fit the specification, each with the reason and whose fault it is."""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, field_validator

from .judging import Finding, Part

FILE = Path(__file__).parent / "deviations.yaml"

Fault = Literal["deliberate", "server", "client", "recorder", "elsewhere"]
"""deliberate: the request is wrong on purpose, to see what a server makes of it. recorder: the
recording is not whole, or the recorder made the answer up. elsewhere: another API.
"""


class Deviation(BaseModel):
    """Findings that are known: in which recordings, about what, at which place, by which rules.

    `recordings` and `at` are globs, in which * takes slashes too; no `rules` stand for any.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    recordings: Sequence[str]
    part: Part
    at: str = "*"
    rules: Sequence[str] = ()
    fault: Fault
    reason: str = Field(min_length=1)

    @field_validator("recordings", mode="before")
    @classmethod
    def _several(cls, given: object) -> object:
        return [given] if isinstance(given, str) else given

    def covers(self, finding: Finding) -> bool:
        """Say whether a finding is one of these."""
        return (
            finding.part == self.part
            and (not self.rules or finding.rule in self.rules)
            and fnmatchcase(finding.pointer, self.at)
            and any(fnmatchcase(finding.recording, glob) for glob in self.recordings)
        )


def load() -> Sequence[Deviation]:
    """Read the list."""
    content: Mapping[str, object] = yaml.safe_load(FILE.read_text())
    return TypeAdapter(list[Deviation]).validate_python(content["deviations"])


def cause(finding: Finding, known: Sequence[Deviation]) -> Deviation | None:
    """Return the first entry that covers a finding, None where none does."""
    return next((deviation for deviation in known if deviation.covers(finding)), None)

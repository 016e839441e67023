"""results.json as typed values, for the reports that are derived from it."""

from collections.abc import Sequence
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, JsonValue

from ..json_values import JsonObject
from ..requirements import Level
from ..verdicts import Verdict

_NEEDED: Final = ("fail", "error", "known", "must_executed", "must_total")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class _Shown(_Part):
    """A case with its exchange."""

    case: str
    curl: str | None
    request: JsonValue
    response: JsonValue


class Passed(_Shown):
    """A case that passed, as an example for all that did."""


class Failure(_Shown):
    """A case that did not pass."""

    message: str


class RowReport(_Part):
    """A requirement's verdict for one profile and operation."""

    id: str
    level: Level
    profile: str
    title: str
    operation: str
    verdict: Verdict
    cases: int
    reason: str | None
    failures: Sequence[Failure]
    passed: Passed | None = None


class Suite(_Part):
    """What judged: the release, and the digest of the specification."""

    version: str
    spec: str


def _counted(summary: dict[str, int]) -> dict[str, int]:
    """Refuse a summary that lacks a number that the reports need."""
    missing = [name for name in _NEEDED if name not in summary]
    if missing:
        raise ValueError(f"lacks {', '.join(missing)}")
    return summary


class Report(_Part):
    """A run. Secrets are masked already."""

    version: Literal[1]
    suite: Suite
    target: str
    profiles: Sequence[str]
    seed: int
    started: str
    duration_s: float
    conformant: bool
    summary: Annotated[dict[str, int], AfterValidator(_counted)]
    requirements: Sequence[RowReport]
    absent: Sequence[str] = ()
    drafts: int = 0

    @property
    def headline(self) -> str:
        """One line: what the run says of the target, and how many MUSTs were tried.

        "as known" where nothing is broken but what was expected to be.
        """
        said = "incomplete"
        if self.conformant:
            said = "conformant"
        elif self.summary["fail"] or self.summary["error"]:
            said = "not conformant"
        elif self.summary["known"]:
            said = "not conformant, as known"
        tried, total = self.summary["must_executed"], self.summary["must_total"]
        others = self.summary.get("must_inapplicable", 0)
        more = f", {others} do not apply" if others else ""
        return f"{said}: {tried} of {total} MUSTs executed{more}"

    @property
    def remarks(self) -> tuple[str, ...]:
        """Lines about what has no verdict: absent operations, and rules not judged yet."""
        absent = f"absent: {', '.join(self.absent)}" if self.absent else ""
        drafts = f"drafts: {self.drafts} rules are stated but not judged yet" if self.drafts else ""
        return tuple(filter(None, (absent, drafts)))

    def with_verdicts(self, *verdicts: str) -> tuple[RowReport, ...]:
        """Return the rows with one of these verdicts, in their order."""
        return tuple(row for row in self.requirements if row.verdict in verdicts)


def read(document: JsonObject) -> Report:
    """Return a report from the document of results.json.

    Raises pydantic.ValidationError for another document.
    """
    return Report.model_validate(document)

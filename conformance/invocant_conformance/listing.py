"""What `invocant conformance --list` prints: the requirements and what tries them."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from . import requirements
from .generic import mapping
from .registry import Check
from .requirements import Requirement
from .specification import operations


def lines(checks: Sequence[Check], profiles: Sequence[str], only: Sequence[str]) -> Iterator[str]:
    """Yield a line for each chosen requirement and, below it, for each of its checks.

    Drafts, which nothing tries, come last, with the reason why.
    """
    generated = generated_cases()
    for row in requirements.load():
        if "server" in row.kinds and _is_chosen(row, profiles, only):
            yield f"{row.id}  {row.title}  [{_levels(row)}]"
            for check in checks:
                if check.requirement == row.id:
                    yield f"    {check.case}  {check.title}"
            for case in generated.get(row.id, ()):
                yield f"    {case}"
    for row in requirements.drafts():
        if "server" in row.kinds and _is_chosen(row, profiles, only):
            yield f"{row.id}  {row.title}  [{_levels(row)}]  draft, not judged yet"
            yield f"    {row.reason}"


def generated_cases() -> dict[str, list[str]]:
    """Return the case ids of generated requests by requirement."""
    cases: dict[str, set[str]] = {}
    for operation in operations.tried():
        for check in (*mapping.CHECKS, *mapping.CHAINED):
            for key in mapping.keys_of(check, operation):
                cases.setdefault(key.id, set()).add(f"{key.id}/generated[{check}]")
    return {requirement: sorted(found) for requirement, found in cases.items()}


def _levels(row: Requirement) -> str:
    return ", ".join(f"{profile} {level}" for profile, level in row.levels.items())


def _is_chosen(row: Requirement, profiles: Sequence[str], only: Sequence[str]) -> bool:
    in_profile = not profiles or any(profile in row.levels for profile in profiles)
    return in_profile and (not only or any(fnmatchcase(row.id, pattern) for pattern in only))

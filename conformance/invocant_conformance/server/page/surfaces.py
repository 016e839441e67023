"""What is served, by profile: where it is, and how many operations there are for what."""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from ...specification import operations
from ...specification.records import Operation
from ...target import SCORING, Task
from .rendering import Markup, fill, joined

_TITLES: Final[Mapping[str, tuple[str, str]]] = {
    "management": ("Managing endpoints", "A workspace's serving-endpoints API"),
    "invocations": ("Querying endpoints", "A workspace, in every format it has"),
    "gateway": ("Gateway", "OpenAI-compatible, as the LiteLLM proxy"),
    "scoring": ("Model server", "MLflow's scoring protocol, for one model"),
}
_FAMILIES: Final[Mapping[Task, str]] = {
    "batch_chat": "chat",
    "count_tokens": "messages",
    **dict.fromkeys(SCORING, "scoring"),
}
_ANY: Final = "any format"
_OTHER: Final = "other"
_MANAGED: Final = re.compile(r"/api/[0-9.]+/([a-z-]+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Surface:
    """The operations of one profile. `bases` are paths, "" for the root; `areas` are counts."""

    profile: str
    title: str
    about: str
    bases: tuple[str, ...]
    areas: Mapping[str, int]
    operations: tuple[Operation, ...]


@functools.cache
def surfaces() -> tuple[Surface, ...]:
    """Return what the server serves, in the order in which it is best read."""
    every = (*operations.answered(), *operations.played())
    by_profile = {
        profile: tuple(each for each in every if each.profile == profile)
        for profile in dict.fromkeys([*_TITLES, *(each.profile for each in every)])
    }
    return tuple(_surface(profile, found) for profile, found in by_profile.items() if found)


def rendered(origin: str) -> Markup:
    """Return the surfaces as HTML; origin is where the server is reached."""
    return joined(
        fill(
            "surface.html",
            title=each.title,
            about=each.about,
            profile=each.profile,
            count=len(each.operations),
            bases=joined(fill("base.html", origin=origin, path=base) for base in each.bases),
            areas=joined(fill("area.html", name=n, count=c) for n, c in each.areas.items()),
            operations=joined(_line(operation) for operation in each.operations),
        )
        for each in surfaces()
    )


def _line(operation: Operation) -> Markup:
    return fill("operation.html", method=operation.method, path=operation.paths[0])


def _surface(profile: str, found: tuple[Operation, ...]) -> Surface:
    title, about = _TITLES.get(profile, (profile, ""))
    counts = Counter(map(_area, found))
    return Surface(
        profile=profile,
        title=title,
        about=about,
        bases=_bases(found),
        areas=dict(sorted(counts.items(), key=lambda area: (area[0] == _OTHER, -area[1]))),
        operations=found,
    )


def _area(operation: Operation) -> str:
    """Return what an operation is about: the format that it speaks, else what it manages."""
    families = {_FAMILIES.get(task, task) for task in operation.tasks}
    if len(families) == 1:
        return families.pop()
    if families:
        return _ANY
    start = _MANAGED.match(operation.path)
    return start[1].replace("-", " ") if start else _OTHER


def _bases(found: Sequence[Operation]) -> tuple[str, ...]:
    """Return the servers of the specification, else what the paths of several have in common."""
    servers = tuple(dict.fromkeys(base for each in found for base in each.bases))
    if servers != ("",):
        return servers
    starts: dict[str, list[list[str]]] = {}
    for operation in found:
        segments = operation.path.split("/")
        starts.setdefault(segments[1], []).append(segments[:-1])
    shared = [_shared(paths) for paths in starts.values() if len(paths) > 1]
    return tuple(shared) or servers


def _shared(paths: Iterable[list[str]]) -> str:
    levels = takewhile(lambda level: len(set(level)) == 1, zip(*paths, strict=False))
    return "/".join(level[0] for level in levels)

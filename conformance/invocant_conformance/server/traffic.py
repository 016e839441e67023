"""Splitting requests over the served entities of an endpoint."""

from collections.abc import Sequence
from dataclasses import dataclass

_STEP = 61  # No common factor with 100, so that a hundred steps visit every hundredth once.


@dataclass(frozen=True, kw_only=True, slots=True)
class Route:
    """Share of one served entity, in percent."""

    entity: str
    percentage: int


def pick(routes: Sequence[Route], *, count: int, offset: int = 0) -> str:
    """Return the entity that answers the request with a number.

    Any hundred requests in a row are split exactly by the percentages, which add up to 100.

    count: number of requests before this one. offset: where in the sequence to begin.
    """
    place = (count * _STEP + offset) % 100
    for route in routes:
        place -= route.percentage
        if place < 0:
            return route.entity
    return routes[-1].entity

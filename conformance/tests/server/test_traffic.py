"""Traffic is split exactly by the percentages."""

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.server.traffic import Route, pick


@st.composite
def splits(draw: st.DrawFn) -> list[Route]:
    cuts = sorted(draw(st.lists(st.integers(0, 100), max_size=5)))
    bounds = [0, *cuts, 100]
    return [
        Route(entity=f"entity-{number}", percentage=high - low)
        for number, (low, high) in enumerate(pairwise(bounds))
    ]


@given(splits(), st.integers(0, 10_000), st.integers(0, 99))
def test_any_hundred_requests_in_a_row_are_split_by_the_percentages(
    routes: list[Route], first: int, offset: int
) -> None:
    picked = Counter(pick(routes, count=first + n, offset=offset) for n in range(100))
    assert picked == Counter({route.entity: route.percentage for route in routes})

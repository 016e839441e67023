"""A reference server in front of which rows are counted."""

import gc
from collections.abc import Iterator

import pytest

from bench.batch.counting import Counting
from invocant_conformance.embedded import served
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.testing.state import Fresh, Kept


class CountedServer(Kept):
    """Its address, its faults, and the statuses that each row got."""

    def __init__(self, fresh: Fresh, counting: Counting, url: str) -> None:
        super().__init__(fresh)
        self.counting: Counting = counting
        self.url: str = url


@pytest.fixture(scope="session")
def one_server() -> Iterator[CountedServer]:
    """One for all tests."""
    fresh = Fresh(ServerSettings(token_delay=0.0))
    counting = Counting(fresh)
    with served(counting) as url:
        yield CountedServer(fresh, counting, url)
    fresh.services.close()


@pytest.fixture
def server(one_server: CountedServer) -> Iterator[CountedServer]:
    """It has forgotten what other tests did; what they left behind has warned."""
    yield one_server
    one_server.reset()
    one_server.counting.answers.clear()
    gc.collect()

"""What an operation on one endpoint costs does not depend on how many there are."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from invocant_conformance.server.app import services
from invocant_conformance.server.handlers import Services
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.server.state import tables
from invocant_conformance.server.state.database import Database

from .examples import create_request, entity

FEW, MANY = 10, 2000
ROUNDS, BATCH = 15, 10
ALLOWED = 1.75


def filled(number: int) -> Services:
    means = services(ServerSettings())
    for each in range(number):
        means.store.create(create_request(f"e{each}"))
    return means


@pytest.fixture(scope="module")
def sizes() -> list[Services]:
    return [filled(FEW), filled(MANY)]


def create_and_delete(means: Services) -> None:
    means.store.create(create_request("more"))
    means.store.delete("more")


def update(means: Services) -> None:
    means.store.update_config("e5", {"served_entities": [entity("other")]})


def read(means: Services) -> None:
    for _ in range(10):
        assert means.store.find_by_id(means.store.get("e5").id)


def query(means: Services) -> None:
    for directory in (means.directory, means.gateway):
        for _ in range(10):
            served = directory.find("e5")
            assert served
            directory.route(served)


def query_what_changes(means: Services) -> None:
    update(means)
    query(means)


@pytest.mark.parametrize("use", [create_and_delete, update, read, query, query_what_changes])
def test_two_thousand_endpoints_cost_what_ten_do(
    sizes: list[Services], use: Callable[[Services], None]
) -> None:
    least = [float("inf")] * len(sizes)
    for _ in range(ROUNDS):
        for place, means in enumerate(sizes):
            began = time.process_time()
            for _ in range(BATCH):
                use(means)
            least[place] = min(least[place], time.process_time() - began)
    few, many = least
    assert many < ALLOWED * few


def test_what_is_queried_is_derived_again_only_when_it_changes(sizes: list[Services]) -> None:
    directory, store = sizes[0].directory, sizes[0].store
    before = directory.find("e1")
    assert directory.find("e1") is before
    store.update_config("e1", {"served_entities": [entity("other")]})
    after = directory.find("e1")
    assert after
    assert after.entities == ("other",)
    assert directory.find("e1") is after


def test_a_change_writes_a_few_pages_to_a_file_of_two_thousand(
    sizes: list[Services], tmp_path: Path
) -> None:
    written: list[int] = []
    for means in sizes:
        path = tmp_path / f"{len(written)}.db"
        with closing(Database(path)) as database:
            tables.endpoints(database).keep({each.name: each for each in means.store.all()})
        with closing(services(ServerSettings(state_file=path))) as restarted:
            log = path.with_name(f"{path.name}-wal")
            before = log.stat().st_size
            update(restarted)
            create_and_delete(restarted)
            written.append(log.stat().st_size - before)
    few, many = written
    assert 0 < few <= many < 3 * few  # The trees of tables and keys are a level deeper.

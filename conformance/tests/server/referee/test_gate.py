"""The referee finds every broken client, by the rule meant for it; every rule is broken by one."""

from collections.abc import Iterator

import pytest

from invocant_conformance.server.referee import book
from invocant_conformance.verdicts import BROKEN as BROKEN_VERDICTS

from .broken_clients import BROKEN, Breaks, label
from .watching import Watched, broken, read_answer, request, watched


@pytest.fixture(scope="module")
def server() -> Iterator[Watched]:
    with watched() as server:
        yield server


@pytest.mark.parametrize(
    ("rule", "client"),
    [(rule, client) for rule, clients in BROKEN.items() for client in clients],
    ids=lambda part: part if isinstance(part, str) else part.__name__,
)
def test_a_broken_client_breaks_the_rule_meant_for_it(
    server: Watched, rule: str, client: Breaks
) -> None:
    agent = server.agent()
    client(server, agent)
    row = server.row(label(client, agent), rule)
    assert row.verdict in BROKEN_VERDICTS
    assert broken(row)


def test_every_rule_of_the_referee_is_broken_by_a_client() -> None:
    assert set(BROKEN) == {row.id for row in book.rows()}


def test_a_request_as_it_has_to_be_breaks_nothing(server: Watched) -> None:
    agent = server.agent()
    with server.connect() as connection:
        for _ in range(3):
            connection.sendall(request(agent=agent))
            read_answer(connection)
    assert server.row(agent, "WIRE-BODY-007").count == 3
    assert {rule: broken(row) for rule, row in server.rows(agent).items() if broken(row)} == {}

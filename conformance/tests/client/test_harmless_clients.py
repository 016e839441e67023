"""Whatever standards leave to a client is no failure of it."""

import pytest

from invocant_conformance.client.plan import Plan
from invocant_conformance.client.run import run
from invocant_conformance.client.trial import ANY_CLIENT

from .harmless import READING, SENDING, Harmless

SENT = ("CLI-SEND-*", "CLI-PARAM-*", "CLI-ALIAS-*", "CLI-CLOSE-*")
READ = ("CLI-PARSE-00[12]",)


def failures(client: Harmless, *only: str) -> dict[str, list[str]]:
    """What the suite reports of a client, by requirement."""
    plan = Plan(clients=(client.client,), profile=ANY_CLIENT, only=only, examples=3)
    found = run(plan)
    assert found.must_executed
    return {
        row.key.id: [f"{case.case}: {case.message}" for case in row.failures]
        for row in found.rows
        if row.verdict != "pass"
    }


@pytest.mark.parametrize("client", SENDING, ids=lambda client: client.name)
def test_another_way_of_sending_the_same_is_no_failure(client: Harmless) -> None:
    assert failures(client, *SENT) == {}


@pytest.mark.parametrize("client", READING, ids=lambda client: client.name)
def test_null_and_absent_are_the_same_to_callers_of_other_clients(client: Harmless) -> None:
    assert failures(client, *READ) == {}

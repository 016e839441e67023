"""What is counted of an endpoint, and how it is told."""

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from invocant_conformance.server import metrics
from invocant_conformance.server.entities import Entity
from invocant_conformance.server.journal import Journal, note_query
from invocant_conformance.server.meters import Meters, Tally
from invocant_conformance.server.watching import Watched

OWN = Entity(name="e", created=0, entity_name="own", resources={"workload_size": "Medium"})
EXTERNAL = Entity(name="e", created=0, external_model={"name": "gpt"})


def test_statuses_and_durations_are_counted() -> None:
    tally = Tally()
    for status, milliseconds in ((200, 5), (404, 6), (503, 9000)):
        tally.count(status, milliseconds)
    assert (tally.requests, tally.client_errors, tally.server_errors) == (3, 1, 1)
    assert (tally.durations[0], tally.durations[1], tally.durations[-1]) == (1, 1, 1)


def test_the_counts_of_a_histogram_add_up() -> None:
    tally = Tally()
    tally.count(200, 7)
    text = metrics.exposition("a", (), tally)
    assert 'request_latency_ms_bucket{endpoint_name="a",le="5"} 0\n' in text
    assert 'request_latency_ms_bucket{endpoint_name="a",le="10"} 1\n' in text
    assert 'request_latency_ms_bucket{endpoint_name="a",le="+Inf"} 1\n' in text
    assert 'request_latency_ms_count{endpoint_name="a"} 1\n' in text


def test_machines_are_told_of_what_runs_in_the_workspace() -> None:
    name = "provisioned_concurrent_requests_total"
    told = metrics.exposition("a", (OWN,), Tally())
    assert f'{name}{{endpoint_name="a",served_entity_name="e"}} 16.0\n' in told
    assert name not in metrics.exposition("a", (EXTERNAL,), Tally())


def test_labels_are_escaped() -> None:
    assert 'endpoint_name="a\\"\\\\\\n"' in metrics.exposition('a"\\\n', (), Tally())


@pytest.mark.anyio
@pytest.mark.parametrize(("noted", "requests"), [(["x", "y"], 1), ([], 0)])
async def test_the_first_endpoint_that_a_request_queries_is_counted(
    noted: list[str], requests: int
) -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        for endpoint in noted:
            note_query(endpoint)
        await send({"type": "http.response.start", "status": 400, "headers": []})

    meters = Meters()
    await answer(app, meters)
    assert (meters.of("x").requests, meters.of("x").client_errors) == (requests, requests)
    assert meters.of("y").requests == 0


@pytest.mark.anyio
async def test_an_answer_that_never_begins_is_a_failure() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        note_query("x")
        raise OSError("disk full")

    meters = Meters()
    with pytest.raises(OSError, match="disk full"):
        await answer(app, meters)
    assert meters.of("x").server_errors == 1


async def answer(app: ASGIApp, meters: Meters) -> None:
    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        return None

    watched = Watched(app, journal=Journal(), meters=meters, server="here", next_id=lambda: "1")
    await watched({"type": "http", "method": "GET", "path": "/"}, receive, send)

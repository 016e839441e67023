"""The request log: order, bounds, verdicts, and nothing that is secret."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from invocant_conformance.server import app as server
from invocant_conformance.server.errors import Kind, Refused
from invocant_conformance.server.handlers import Services
from invocant_conformance.server.journal import (
    Entry,
    Journal,
    Judgement,
    Note,
    verdicts,
    written,
)
from invocant_conformance.server.settings import ServerSettings

from .conftest import Clock
from .examples import CHAT_MODEL, MESSAGES, create_request, custom_entity

pytestmark = pytest.mark.anyio

CHAT = "/chat/completions"
MANAGEMENT = "/api/2.0/serving-endpoints"
SENTINEL = "sentinel-4711-secret"


@pytest.fixture
def means(settings: ServerSettings) -> Services:
    return server.services(settings)


@pytest.fixture
def journal(means: Services) -> Journal:
    return means.journal


@pytest.fixture
async def asking(means: Services) -> AsyncIterator[httpx.AsyncClient]:
    app = server.application(means)
    headers = {"authorization": "Bearer dapi-test"}
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://server", headers=headers
    ) as client:
        yield client


def chat(**changes: Any) -> dict[str, Any]:
    return {"model": CHAT_MODEL, "messages": MESSAGES, "max_tokens": 3} | changes


async def only(asking: httpx.AsyncClient, journal: Journal, **request: Any) -> Entry:
    """Send one request and return its entry."""
    journal.clear()
    options: dict[str, Any] = {"method": "POST", "url": CHAT} | request
    await asking.request(**options)
    (entry,) = journal.entries()
    return entry


async def test_an_answered_request_is_valid(asking: httpx.AsyncClient, journal: Journal) -> None:
    answer = await asking.post(f"/v1{CHAT}?why=not", json=chat())
    (entry,) = journal.entries()
    assert written(entry) == {
        "number": 1,
        "at": 1_700_000_000.0,
        "method": "POST",
        "path": "/v1/chat/completions",
        "operation": "createGatewayChatCompletion",
        "model": CHAT_MODEL,
        "status": 200,
        "milliseconds": 0.0,
        "verdicts": ["valid"],
        "fault": None,
        "request_id": answer.headers["x-request-id"],
    }


@pytest.mark.parametrize(
    ("request_", "rule"),
    [
        ({"json": chat(messages="hello")}, "messages: "),
        ({"json": {"model": CHAT_MODEL}}, "body: the required field messages is missing."),
        ({"content": b"{,"}, "The body is not JSON: line 1, column 2."),
        ({"json": chat(), "headers": {"authorization": "Bearer no"}}, "The token is not valid."),
        ({"json": chat(), "url": "/nowhere"}, "There is nothing at this path."),
        ({"method": "PUT", "json": chat()}, "The method is not one of POST."),
    ],
)
async def test_a_broken_rule_is_named(
    asking: httpx.AsyncClient, journal: Journal, request_: dict[str, Any], rule: str
) -> None:
    entry = await only(asking, journal, **request_)
    assert entry.judgement is Judgement.BROKEN
    assert entry.verdicts[0].startswith(rule)


async def test_the_state_of_the_server_breaks_no_rule(
    asking: httpx.AsyncClient, journal: Journal
) -> None:
    await asking.post(MANAGEMENT, json=create_request("mine"))
    taken = await only(asking, journal, url=MANAGEMENT, json=create_request("mine"))
    assert (taken.status, taken.verdicts) == (409, ("refused: name taken",))
    assert taken.judgement is Judgement.REFUSED
    await asking.post(MANAGEMENT, json=create_request("later", custom_entity()))
    query = {"url": "/serving-endpoints/later/invocations", "json": {"inputs": [1]}}
    assert (await only(asking, journal, **query)).verdicts == ("refused: not ready",)


async def test_what_is_no_operation_has_no_verdict(
    asking: httpx.AsyncClient, journal: Journal
) -> None:
    entry = await only(asking, journal, method="GET", url="/.well-known/databricks-config")
    assert (entry.operation, entry.judgement) == (None, Judgement.NONE)


async def test_the_model_is_that_of_the_path_or_of_the_body(
    asking: httpx.AsyncClient, journal: Journal
) -> None:
    path = "/serving-endpoints/not%2Fthere/invocations"
    named = await only(asking, journal, url=path, json={"messages": MESSAGES})
    created = await only(asking, journal, url=MANAGEMENT, json=create_request("mine"))
    assert (named.model, created.model) == ("not/there", "mine")


async def test_a_stream_is_entered_when_it_has_ended(
    asking: httpx.AsyncClient, journal: Journal, clock: Clock
) -> None:
    async with asking.stream("POST", CHAT, json=chat(stream=True)) as stream:
        clock.seconds += 2
        await stream.aread()
    (entry,) = journal.entries()
    assert (entry.status, entry.judgement) == (200, Judgement.VALID)


@pytest.mark.parametrize(
    "request_",
    [
        {"json": chat(), "headers": {"authorization": f"Bearer dapi-{SENTINEL}"}},
        {"json": chat(), "headers": {"authorization": f"Bearer {SENTINEL}"}},
        {"json": chat(), "headers": {"authorization": "", "x-api-key": SENTINEL}},
        {"json": chat(), "url": f"{CHAT}?key={SENTINEL}"},
        {"method": "GET", "url": f"/key/info?key={SENTINEL}"},
        {"method": "GET", "url": f"/models?include_metadata={SENTINEL}"},
        {"json": chat(temperature=SENTINEL)},
        {"json": chat(messages=[{"role": SENTINEL, "content": "x"}])},
        {"json": chat(messages=[{"role": "user", "content": SENTINEL}])},
        {"json": chat(messages=SENTINEL)},
        {"content": f'{{"{SENTINEL}'.encode()},
        {
            "json": create_request("mine", {"external_model": {"api_key": SENTINEL}}),
            "url": MANAGEMENT,
        },
        {
            "json": create_request(
                "mine",
                {"external_model": {"openai_config": {"openai_api_key_plaintext": SENTINEL}}},
            ),
            "url": MANAGEMENT,
        },
    ],
)
async def test_no_secret_query_or_body_is_kept(
    asking: httpx.AsyncClient, journal: Journal, request_: dict[str, Any]
) -> None:
    entry = await only(asking, journal, **request_)
    assert SENTINEL not in repr(entry)


async def test_what_a_guardrail_blocks_is_not_quoted() -> None:
    refusal = Refused(Kind.BLOCKED, f'{{"anonymized_input": "{SENTINEL}"}}')
    assert verdicts(refusal) == ("refused: blocked",)


def entered(journal: Journal, number: int, **changes: Any) -> None:
    note = Note()
    for name, value in changes.items():
        setattr(note, name, value)
    for _ in range(number):
        journal.add({"method": "GET", "path": "/" + "p" * 5000}, note, at=1.0, status=200)


def test_the_last_ones_are_kept_and_all_are_counted() -> None:
    journal = Journal(size=3, clock=lambda: 1.5)
    entered(journal, 5)
    assert [entry.number for entry in journal.entries()] == [3, 4, 5]
    assert (journal.count, journal.entries()[0].milliseconds) == (5, 500)
    journal.clear()
    assert (journal.count, journal.entries()) == (0, ())


def test_entries_are_of_bounded_length() -> None:
    journal = Journal()
    refusal = Refused(Kind.INVALID_FIELD, "x" * 100_000)
    entered(journal, 1, model="m" * 100_000, verdicts=verdicts(refusal))
    assert len(repr(journal.entries())) < 1500

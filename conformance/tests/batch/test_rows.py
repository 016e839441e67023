"""Rows of a batch against the reference server, which is at fault in every way."""

import asyncio
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import ExitStack, asynccontextmanager
from itertools import count
from typing import Literal, cast

import pytest

from bench.batch.counting import TURNED_AWAY
from invocant import AsyncClient, Client, InvocantError
from invocant.batch import AsyncBatch, Batch, Done, chat, completions, embeddings
from invocant.models.chat import ChatCompletion

from .conftest import CountedServer

COMPLETIONS = "databricks-mpt-7b-instruct"
CHAT = "databricks-meta-llama-3-3-70b-instruct"
EMBEDDINGS = "databricks-gte-large-en"
TOKEN = "dapi-rows"

FAULTS = (
    "429;retry-after=0.01;rate=0.02",
    "429;as=none;rate=0.01",
    "503;retry-after=0.01;rate=0.02",
    "503;as=none;rate=0.02",
    "500;rate=0.02",
    "reset;rate=0.02",
    "reset;when=after;rate=0.02",
    "cut;rate=0.02",
    "malformed;rate=0.02",
    "html;rate=0.02",
    "html;status=502;rate=0.02",
    "empty;status=200;rate=0.02",
    "content-type;rate=0.02",
    "latency;seconds=0.02;rate=0.02",
)

Transport = Literal["httpx", "httpx2", "aiohttp"]
transports = pytest.mark.parametrize("transport", ["httpx", "httpx2", "aiohttp"])


@asynccontextmanager
async def batch_of(
    server: CountedServer, transport: Transport
) -> AsyncGenerator[AsyncBatch[AsyncClient]]:
    async with AsyncClient(host=server.url, token=TOKEN, transport=transport) as client:
        yield AsyncBatch(client)
    left = asyncio.all_tasks() - {asyncio.current_task()}
    assert not left, left


@pytest.fixture
def faulty(server: CountedServer) -> Iterator[CountedServer]:
    """At fault for a quarter of the rows."""
    with ExitStack() as stack:
        for fault in FAULTS:
            stack.enter_context(server.fault(fault))
        yield server


@transports
@pytest.mark.parametrize("ordered", [True, False])
def test_every_row_has_an_answer_or_an_error_whatever_goes_wrong(
    faulty: CountedServer, transport: Transport, ordered: bool
) -> None:
    async def collected() -> tuple[list[Done[str, ChatCompletion]], int, int]:
        async with batch_of(faulty, transport) as batch:
            rows = (f"row-{row} of the table" for row in range(300))
            run = batch.run(rows, chat(CHAT), ordered=ordered)
            came = [done async for done in run]
            told = batch.statistics
            return came, told.failed, told.retries

    came, failed, retries = asyncio.run(collected())

    order = [done.index for done in came]
    assert (order if ordered else sorted(order)) == [*range(300)]
    assert all(done.row == f"row-{done.index} of the table" for done in came)
    assert all((done.value is None) is (done.error is not None) for done in came)
    assert failed == sum(done.error is not None for done in came) > 0
    assert retries == sum(done.attempts - 1 for done in came) > 0


@transports
def test_no_row_that_may_have_been_answered_is_sent_again(
    faulty: CountedServer, transport: Transport
) -> None:
    async def run() -> dict[int, int]:
        async with batch_of(faulty, transport) as batch:
            rows = [f"row-{row}" for row in range(300)]
            return {done.index: done.attempts async for done in batch.run(rows, chat(CHAT))}

    attempts = asyncio.run(run())

    answers = faulty.counting.answers
    assert {row: len(got) for row, got in answers.items()} == attempts
    assert faulty.counting.executed_twice() == []
    assert any(got[0] in TURNED_AWAY for got in answers.values() if len(got) > 1)


def test_what_was_answered_is_what_a_client_gets(server: CountedServer) -> None:
    rows = ["row-1", "row-2", "row-3"]
    with (
        Client(host=server.url, token=TOKEN) as client,
        Batch(client) as batch,
    ):
        came = [done.value for done in batch.run(rows, chat(CHAT, max_tokens=9))]
        own = [
            client.chat.completions.create(
                model=CHAT, messages=[{"role": "user", "content": row}], max_tokens=9
            )
            for row in rows
        ]

    assert [answer and answer.choices for answer in came] == [answer.choices for answer in own]


def test_statistics_sum_up_the_tokens_of_the_answers(server: CountedServer) -> None:
    with Batch(Client(host=server.url, token=TOKEN)) as batch:
        texts = [done.value for done in batch.run(["row-1", "row-2"], completions(COMPLETIONS))]
        vectors = [done.value for done in batch.run(["row-3", ["a", "b"]], embeddings(EMBEDDINGS))]
        told = batch.statistics

    usages = [answer.usage for answer in [*texts, *vectors] if answer and answer.usage]
    assert len(usages) == told.rows == 4
    assert told.input_tokens == sum(usage.prompt_tokens or 0 for usage in usages)
    assert told.output_tokens > 0


def test_a_wrong_row_has_its_error_and_the_others_their_answers(server: CountedServer) -> None:
    rows = ["row-1", cast("str", 7), "row-3"]
    with Batch(Client(host=server.url, token=TOKEN)) as batch:
        came = [done.error and type(done.error).__name__ for done in batch.run(rows, chat(CHAT))]

    assert came == [None, "RequestError", None]


def test_a_parameter_that_there_is_not_is_the_error_of_every_row(server: CountedServer) -> None:
    with Batch(Client(host=server.url, token=TOKEN)) as batch:
        came = [str(done.error) for done in batch.run(["row-1", "row-2"], chat(CHAT, maximum=1))]

    assert all(error.startswith("maximum: Not a parameter") for error in came)
    assert server.counting.answers == {}


def test_all_workers_heed_retry_after(server: CountedServer) -> None:
    async def run() -> float:
        async with batch_of(server, "aiohttp") as batch:
            began = time.monotonic()
            async for _ in batch.run([f"row-{row}" for row in range(64)], chat(CHAT)):
                pass
            return time.monotonic() - began

    with server.fault("429;retry-after=1.5;times=1"):
        seconds = asyncio.run(run())

    sent_again = [row for row, got in server.counting.answers.items() if len(got) > 1]
    assert len(sent_again) == 1
    assert seconds >= 1.5


@transports
def test_leaving_early_leaves_nothing_behind(server: CountedServer, transport: Transport) -> None:
    async def run() -> int:
        async with batch_of(server, transport) as batch:
            results = batch.run((f"row-{row}" for row in count()), chat(CHAT))
            seen = [await anext(results) for _ in range(20)]
            await results.aclose()
            left = asyncio.all_tasks() - {asyncio.current_task()}
            assert not any("Run._serve" in repr(task) for task in left), left
            return len(seen)

    assert asyncio.run(run()) == 20


def test_rows_after_the_client_was_closed_have_errors(server: CountedServer) -> None:
    async def run() -> list[InvocantError | None]:
        async with AsyncClient(host=server.url, token=TOKEN) as client:
            results = AsyncBatch(client, concurrency=4).run(["row-1"] * 40, chat(CHAT))
            await anext(results)
            await client.close()
            return [done.error async for done in results]

    last = asyncio.run(run())[-1]
    assert str(last) == "the client is closed"

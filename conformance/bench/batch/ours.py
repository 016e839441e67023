"""Rows by way of `invocant.batch`, and by a loop of the kind that people write."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Literal

from bench.batch.worker import CONCURRENCY, Answer, texts
from bench.worker import MODEL, TOKEN
from invocant import AsyncClient
from invocant.batch import AsyncBatch, Batch, chat

__all__ = ["loop"]

Way = Literal["batch", "threads", "gather"]
TransportName = Literal["httpx", "httpx2", "aiohttp"]


@asynccontextmanager
async def loop(url: str, way: Way, transport: TransportName) -> AsyncGenerator[Answer, None]:
    """Open a client and yield what gets rows answered in that way."""
    async with AsyncClient(host=url, token=TOKEN, transport=transport) as client:
        if way == "batch":
            yield _core(AsyncBatch(client, concurrency=CONCURRENCY))
        elif way == "gather":
            yield _gathered(client)
        else:
            with Batch(client, concurrency=CONCURRENCY) as batch:
                yield _threaded(batch)


def _core(batch: AsyncBatch[AsyncClient]) -> Answer:
    async def answer(rows: int) -> None:
        async for done in batch.run(texts(rows), chat(MODEL, max_tokens=256)):
            assert done.value, done

    return answer


def _threaded(batch: Batch[AsyncClient]) -> Answer:
    def consume(rows: int) -> None:
        for done in batch.run(texts(rows), chat(MODEL, max_tokens=256)):
            assert done.value, done

    async def answer(rows: int) -> None:
        await asyncio.to_thread(consume, rows)

    return answer


def _gathered(client: AsyncClient) -> Answer:
    limit = asyncio.Semaphore(CONCURRENCY)

    async def once(text: str) -> object:
        async with limit:
            return await client.chat.completions.create(
                model=MODEL, messages=[{"role": "user", "content": text}], max_tokens=256
            )

    async def answer(rows: int) -> None:
        await asyncio.gather(*map(once, texts(rows)))

    return answer

"""The loop that people write around `openai.AsyncOpenAI`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from openai import AsyncOpenAI

from bench.batch.worker import CONCURRENCY, Answer, texts
from bench.worker import MODEL, TOKEN

__all__ = ["loop"]


@asynccontextmanager
async def loop(url: str) -> AsyncGenerator[Answer, None]:
    """Open a client and yield what gets rows answered."""
    limit = asyncio.Semaphore(CONCURRENCY)
    async with AsyncOpenAI(base_url=f"{url}/serving-endpoints", api_key=TOKEN) as client:

        async def once(text: str) -> object:
            async with limit:
                return await client.chat.completions.create(
                    model=MODEL, messages=[{"role": "user", "content": text}], max_tokens=256
                )

        async def answer(rows: int) -> None:
            await asyncio.gather(*map(once, texts(rows)))

        yield answer

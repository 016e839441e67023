"""The clients of this repository, used as their users do."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import Literal

import invocant
from bench.worker import MODEL, QUESTION, TEXTS, TOKEN, Bench, Once, OnceAsync

__all__ = ["bench"]

TransportName = Literal["httpx", "httpx2", "aiohttp"]


def bench(transport: TransportName) -> Bench:
    """The works on the transport of that name."""
    return Bench(
        sync={
            "chat": partial(_chat, transport),
            "stream": partial(_stream, transport),
            "embeddings": partial(_embeddings, transport),
            "embeddings-numpy": partial(_embeddings_numpy, transport),
        },
        in_turn={"stream-async": partial(_stream_async, transport)},
        together={"chat-64": partial(_chat_async, transport)},
    )


def _client(transport: TransportName, url: str) -> invocant.Client:
    return invocant.Client(host=url, token=TOKEN, transport=transport)


def _async_client(transport: TransportName, url: str) -> invocant.AsyncClient:
    return invocant.AsyncClient(host=url, token=TOKEN, transport=transport)


@contextmanager
def _chat(transport: TransportName, url: str) -> Generator[Once, None, None]:
    with _client(transport, url) as client:

        def once() -> object:
            answer = client.chat.completions.create(
                model=MODEL, messages=[{"role": "user", "content": QUESTION}], max_tokens=256
            )
            return answer.choices[0].message.content

        yield once


@contextmanager
def _embeddings(transport: TransportName, url: str) -> Generator[Once, None, None]:
    with _client(transport, url) as client:

        def once() -> object:
            answer = client.embeddings.create(model=MODEL, input=TEXTS)
            return [entry.embedding for entry in answer.data]

        yield once


@contextmanager
def _embeddings_numpy(transport: TransportName, url: str) -> Generator[Once, None, None]:
    with _client(transport, url) as client:

        def once() -> object:
            answer = client.embeddings.create(model=MODEL, input=TEXTS, encoding_format="base64")
            return invocant.array(answer)

        yield once


@contextmanager
def _stream(transport: TransportName, url: str) -> Generator[Once, None, None]:
    with _client(transport, url) as client:

        def once() -> None:
            with client.chat.completions.create(
                model=MODEL,
                messages=[{"role": "user", "content": QUESTION}],
                max_tokens=256,
                stream=True,
            ) as stream:
                for chunk in stream:
                    _ = chunk.choices[0].delta.content

        yield once


@asynccontextmanager
async def _chat_async(transport: TransportName, url: str) -> AsyncGenerator[OnceAsync, None]:
    async with _async_client(transport, url) as client:

        async def once() -> object:
            answer = await client.chat.completions.create(
                model=MODEL, messages=[{"role": "user", "content": QUESTION}], max_tokens=256
            )
            return answer.choices[0].message.content

        yield once


@asynccontextmanager
async def _stream_async(transport: TransportName, url: str) -> AsyncGenerator[OnceAsync, None]:
    async with _async_client(transport, url) as client:

        async def once() -> None:
            async with await client.chat.completions.create(
                model=MODEL,
                messages=[{"role": "user", "content": QUESTION}],
                max_tokens=256,
                stream=True,
            ) as stream:
                async for chunk in stream:
                    _ = chunk.choices[0].delta.content

        yield once

"""The `openai` package."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager

from openai import AsyncOpenAI, OpenAI

from bench.worker import MODEL, QUESTION, TEXTS, TOKEN, Bench, Once, OnceAsync

__all__ = ["bench"]


def bench() -> Bench:
    """The works."""
    return Bench(
        sync={
            "chat": _chat,
            "stream": _stream,
            "embeddings": _embeddings,
            "embeddings-numpy": _embeddings_base64,
        },
        in_turn={"stream-async": _stream_async},
        together={"chat-64": _chat_async},
    )


@contextmanager
def _chat(url: str) -> Generator[Once, None, None]:
    with OpenAI(base_url=f"{url}/serving-endpoints", api_key=TOKEN) as client:

        def once() -> object:
            answer = client.chat.completions.create(
                model=MODEL, messages=[{"role": "user", "content": QUESTION}], max_tokens=256
            )
            return answer.choices[0].message.content

        yield once


@contextmanager
def _embeddings(url: str) -> Generator[Once, None, None]:
    with OpenAI(base_url=f"{url}/serving-endpoints", api_key=TOKEN) as client:

        def once() -> object:
            answer = client.embeddings.create(model=MODEL, input=TEXTS, encoding_format="float")
            return [entry.embedding for entry in answer.data]

        yield once


@contextmanager
def _embeddings_base64(url: str) -> Generator[Once, None, None]:
    """Its default: asks for base64 and gives lists all the same."""
    with OpenAI(base_url=f"{url}/serving-endpoints", api_key=TOKEN) as client:

        def once() -> object:
            answer = client.embeddings.create(model=MODEL, input=TEXTS)
            return [entry.embedding for entry in answer.data]

        yield once


@contextmanager
def _stream(url: str) -> Generator[Once, None, None]:
    with OpenAI(base_url=f"{url}/serving-endpoints", api_key=TOKEN) as client:

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
async def _chat_async(url: str) -> AsyncGenerator[OnceAsync, None]:
    async with AsyncOpenAI(base_url=f"{url}/serving-endpoints", api_key=TOKEN) as client:

        async def once() -> object:
            answer = await client.chat.completions.create(
                model=MODEL, messages=[{"role": "user", "content": QUESTION}], max_tokens=256
            )
            return answer.choices[0].message.content

        yield once


@asynccontextmanager
async def _stream_async(url: str) -> AsyncGenerator[OnceAsync, None]:
    async with AsyncOpenAI(base_url=f"{url}/serving-endpoints", api_key=TOKEN) as client:

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

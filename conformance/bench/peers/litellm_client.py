"""The `litellm` package with its provider for Databricks."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager

import litellm

from bench.worker import MODEL, QUESTION, TEXTS, TOKEN, Bench, Once, OnceAsync

__all__ = ["bench"]

# It would look for the tokenizer of the model on the network, for every stream.
litellm.disable_hf_tokenizer_download = True

_MODEL = f"databricks/{MODEL}"


def bench() -> Bench:
    """The works."""
    return Bench(
        sync={"chat": _chat, "stream": _stream, "embeddings": _embeddings},
        in_turn={"stream-async": _stream_async},
        together={"chat-64": _chat_async},
    )


@contextmanager
def _chat(url: str) -> Generator[Once, None, None]:
    base = f"{url}/serving-endpoints"

    def once() -> object:
        answer = litellm.completion(
            model=_MODEL,
            messages=[{"role": "user", "content": QUESTION}],
            max_tokens=256,
            api_base=base,
            api_key=TOKEN,
        )
        return answer.choices[0].message.content

    yield once


@contextmanager
def _stream(url: str) -> Generator[Once, None, None]:
    base = f"{url}/serving-endpoints"

    def once() -> None:
        for chunk in litellm.completion(
            model=_MODEL,
            messages=[{"role": "user", "content": QUESTION}],
            max_tokens=256,
            stream=True,
            api_base=base,
            api_key=TOKEN,
        ):
            _ = chunk.choices[0].delta.content

    yield once


@contextmanager
def _embeddings(url: str) -> Generator[Once, None, None]:
    base = f"{url}/serving-endpoints"

    def once() -> object:
        answer = litellm.embedding(model=_MODEL, input=TEXTS, api_base=base, api_key=TOKEN)
        return [entry["embedding"] for entry in answer.data]

    yield once


@asynccontextmanager
async def _chat_async(url: str) -> AsyncGenerator[OnceAsync, None]:
    base = f"{url}/serving-endpoints"

    async def once() -> object:
        answer = await litellm.acompletion(
            model=_MODEL,
            messages=[{"role": "user", "content": QUESTION}],
            max_tokens=256,
            api_base=base,
            api_key=TOKEN,
        )
        return answer.choices[0].message.content

    yield once


@asynccontextmanager
async def _stream_async(url: str) -> AsyncGenerator[OnceAsync, None]:
    base = f"{url}/serving-endpoints"

    async def once() -> None:
        async for chunk in await litellm.acompletion(
            model=_MODEL,
            messages=[{"role": "user", "content": QUESTION}],
            max_tokens=256,
            stream=True,
            api_base=base,
            api_key=TOKEN,
        ):
            _ = chunk.choices[0].delta.content

    yield once

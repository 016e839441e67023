"""httpx alone, or httpx2, which has the same interface: what everything is compared with."""

from __future__ import annotations

import importlib
import json
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from bench.worker import MODEL, QUESTION, TEXTS, TOKEN, Bench, Once, OnceAsync

if TYPE_CHECKING:
    import httpx

__all__ = ["bench"]


class Library(Protocol):
    """What both libraries have."""

    Client: type[httpx.Client]
    AsyncClient: type[httpx.AsyncClient]


_HEADERS = {"authorization": f"Bearer {TOKEN}"}
_CHAT = {
    "model": MODEL,
    "messages": [{"role": "user", "content": QUESTION}],
    "max_tokens": 256,
}
_STREAM = {**_CHAT, "stream": True}
_EMBEDDINGS = {"model": MODEL, "input": TEXTS}


def bench(name: str) -> Bench:
    """The works with the library of that name."""
    library = cast("Library", importlib.import_module(name))
    embeddings = partial(_embeddings, library)
    return Bench(
        sync={
            "chat": partial(_chat, library),
            "stream": partial(_stream, library),
            "embeddings": embeddings,
            # What the arrays save is measured against what most do, which is to ask for lists.
            "embeddings-numpy": embeddings,
        },
        in_turn={"stream-async": partial(_stream_async, library)},
        together={"chat-64": partial(_chat_async, library)},
    )


@contextmanager
def _chat(library: Library, url: str) -> Generator[Once, None, None]:
    address = f"{url}/serving-endpoints/chat/completions"
    with library.Client(headers=_HEADERS) as client:

        def once() -> object:
            return client.post(address, json=_CHAT).json()["choices"][0]["message"]["content"]

        yield once


@contextmanager
def _embeddings(library: Library, url: str) -> Generator[Once, None, None]:
    address = f"{url}/serving-endpoints/embeddings"
    with library.Client(headers=_HEADERS) as client:

        def once() -> object:
            answer = client.post(address, json=_EMBEDDINGS).json()
            return [entry["embedding"] for entry in answer["data"]]

        yield once


@contextmanager
def _stream(library: Library, url: str) -> Generator[Once, None, None]:
    address = f"{url}/serving-endpoints/chat/completions"
    with library.Client(headers=_HEADERS) as client:

        def once() -> None:
            with client.stream("POST", address, json=_STREAM) as response:
                for line in response.iter_lines():
                    if line == "data: [DONE]":
                        break
                    _read(line)

        yield once


@asynccontextmanager
async def _chat_async(library: Library, url: str) -> AsyncGenerator[OnceAsync, None]:
    address = f"{url}/serving-endpoints/chat/completions"
    async with library.AsyncClient(headers=_HEADERS) as client:

        async def once() -> object:
            response = await client.post(address, json=_CHAT)
            return response.json()["choices"][0]["message"]["content"]

        yield once


@asynccontextmanager
async def _stream_async(library: Library, url: str) -> AsyncGenerator[OnceAsync, None]:
    address = f"{url}/serving-endpoints/chat/completions"
    async with library.AsyncClient(headers=_HEADERS) as client:

        async def once() -> None:
            async with client.stream("POST", address, json=_STREAM) as response:
                async for line in response.aiter_lines():
                    if line == "data: [DONE]":
                        break
                    _read(line)

        yield once


def _read(line: str) -> object:
    if line.startswith("data: "):
        return json.loads(line[6:])["choices"][0]["delta"].get("content")
    return None

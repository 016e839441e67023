"""aiohttp alone, doing the works that are asynchronous."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import aiohttp

from bench.worker import MODEL, QUESTION, TOKEN, Bench, OnceAsync

__all__ = ["bench"]

_HEADERS = {"authorization": f"Bearer {TOKEN}"}
_CHAT = {
    "model": MODEL,
    "messages": [{"role": "user", "content": QUESTION}],
    "max_tokens": 256,
}
_STREAM = {**_CHAT, "stream": True}


def bench() -> Bench:
    """The works."""
    return Bench(in_turn={"stream-async": _stream}, together={"chat-64": _chat})


@asynccontextmanager
async def _chat(url: str) -> AsyncGenerator[OnceAsync, None]:
    address = f"{url}/serving-endpoints/chat/completions"
    async with aiohttp.ClientSession(headers=_HEADERS) as session:

        async def once() -> object:
            async with session.post(address, json=_CHAT) as response:
                return (await response.json())["choices"][0]["message"]["content"]

        yield once


@asynccontextmanager
async def _stream(url: str) -> AsyncGenerator[OnceAsync, None]:
    address = f"{url}/serving-endpoints/chat/completions"
    async with aiohttp.ClientSession(headers=_HEADERS) as session:

        async def once() -> None:
            async with session.post(address, json=_STREAM) as response:
                async for line in response.content:
                    if line == b"data: [DONE]\n":
                        break
                    if line.startswith(b"data: "):
                        json.loads(line[6:])["choices"][0]["delta"].get("content")

        yield once

"""Chats of the generated clients over a mocked connection, of either flavour, driven alike."""

import asyncio
from collections.abc import Iterator
from typing import Protocol

import httpx

import invocant
from invocant import AsyncAccumulatingStream, TokenUsage
from invocant.models.chat import ChatCompletion, ChatCompletionChunk

from .support import TOKEN, Bench, Handler

HOST = "http://workspace.test"


class Chat(Protocol):
    """A streamed chat."""

    @property
    def received(self) -> list[bytes]: ...
    @property
    def notes(self) -> list[invocant.Model]: ...
    @property
    def usage(self) -> TokenUsage | None: ...
    @property
    def text(self) -> str: ...
    def __iter__(self) -> Iterator[ChatCompletionChunk]: ...
    def __next__(self) -> ChatCompletionChunk: ...
    def final(self) -> ChatCompletion: ...
    def snapshot(self) -> ChatCompletion | None: ...
    def close(self) -> None: ...


class DrivenChat:
    """An asynchronous one behind the synchronous interface."""

    def __init__(
        self,
        stream: AsyncAccumulatingStream[ChatCompletionChunk, ChatCompletion],
        runner: asyncio.Runner,
    ) -> None:
        self._stream = stream
        self._runner = runner

    @property
    def received(self) -> list[bytes]:
        return self._stream.received

    @property
    def notes(self) -> list[invocant.Model]:
        return self._stream.notes

    @property
    def usage(self) -> TokenUsage | None:
        return self._stream.usage

    @property
    def text(self) -> str:
        return self._stream.text

    def __iter__(self) -> Iterator[ChatCompletionChunk]:
        return self

    def __next__(self) -> ChatCompletionChunk:
        async def step() -> ChatCompletionChunk:
            return await anext(self._stream)

        try:
            return self._runner.run(step())
        except StopAsyncIteration:
            raise StopIteration from None

    def final(self) -> ChatCompletion:
        return self._runner.run(self._stream.final())

    def snapshot(self) -> ChatCompletion | None:
        return self._stream.snapshot()

    def close(self) -> None:
        self._runner.run(self._stream.close())


def asked(bench: Bench, handler: Handler) -> Chat:
    """The stream of a chat that ``handler`` answers."""
    mock = httpx.MockTransport(handler)
    if bench.flavour == "sync":
        client = invocant.Client(host=HOST, token=TOKEN, http_client=httpx.Client(transport=mock))
        return client.chat.completions.create(model="m", messages=[], stream=True)
    later = invocant.AsyncClient(
        host=HOST, token=TOKEN, http_client=httpx.AsyncClient(transport=mock)
    )
    stream = bench.runner.run(later.chat.completions.create(model="m", messages=[], stream=True))
    return DrivenChat(stream, bench.runner)

"""The `openai` package."""

from __future__ import annotations

from collections.abc import Generator

from openai import AsyncOpenAI, OpenAI
from openai.types.chat import ChatCompletion

from interop.comparison.client import MODEL, QUESTION, TOKEN, Client

__all__ = ["CLIENT"]


def _client(url: str) -> OpenAI:
    return OpenAI(base_url=f"{url}/serving-endpoints", api_key=TOKEN, max_retries=0)


def _async_client(url: str) -> AsyncOpenAI:
    return AsyncOpenAI(base_url=f"{url}/serving-endpoints", api_key=TOKEN, max_retries=0)


def _chat(url: str) -> ChatCompletion:
    with _client(url) as client:
        return client.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": QUESTION}]
        )


def _text(answer: object) -> object:
    assert isinstance(answer, ChatCompletion)
    return answer.choices[0].message.content


async def _chat_async(url: str) -> object:
    async with _async_client(url) as client:
        return await client.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": QUESTION}]
        )


def _stream(url: str) -> Generator[object, None, None]:
    with (
        _client(url) as client,
        client.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": QUESTION}], stream=True
        ) as stream,
    ):
        yield from stream


CLIENT = Client(
    distribution="openai",
    module="openai",
    construction="import openai; openai.OpenAI(base_url='URL', api_key='x')",
    surface=_client,
    chat=_chat,
    text=_text,
    enumeration=lambda url: _chat(url).choices[0].finish_reason,
    chat_async=_chat_async,
    stream=_stream,
    manage=None,
)

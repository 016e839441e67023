"""`invocant` itself."""

from __future__ import annotations

from collections.abc import Generator

import invocant
from interop.comparison.client import ENDPOINT, MODEL, QUESTION, TOKEN, Client
from invocant.models.chat import ChatCompletion

__all__ = ["CLIENT"]


def _chat(url: str) -> ChatCompletion:
    with invocant.Client(host=url, token=TOKEN) as client:
        return client.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": QUESTION}]
        )


def _text(answer: object) -> object:
    assert isinstance(answer, ChatCompletion)
    return answer.choices[0].message.content


async def _chat_async(url: str) -> object:
    async with invocant.AsyncClient(host=url, token=TOKEN) as client:
        return await client.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": QUESTION}]
        )


def _stream(url: str) -> Generator[object, None, None]:
    with (
        invocant.Client(host=url, token=TOKEN) as client,
        client.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": QUESTION}], stream=True
        ) as stream,
    ):
        yield from stream


def _manage(url: str) -> object:
    with invocant.Client(host=url, token=TOKEN) as client:
        client.serving_endpoints.create(
            name=ENDPOINT,
            config={
                "served_entities": [
                    {
                        "name": "gpt",
                        "external_model": {
                            "name": "gpt-4o",
                            "provider": "openai",
                            "task": "llm/v1/chat",
                            "openai_config": {"openai_api_key": "{{secrets/scope/key}}"},
                        },
                    }
                ]
            },
        )
        found = client.serving_endpoints.get(ENDPOINT)
        client.serving_endpoints.delete(ENDPOINT)
        return found


CLIENT = Client(
    distribution="invocant",
    module="invocant",
    construction="import invocant; invocant.Client(host='URL', token='dapi-x')",
    surface=lambda url: invocant.Client(host=url, token=TOKEN),
    chat=_chat,
    text=_text,
    enumeration=lambda url: _chat(url).choices[0].finish_reason,
    chat_async=_chat_async,
    stream=_stream,
    manage=_manage,
)

"""The `litellm` package with its provider for Databricks."""

from __future__ import annotations

from collections.abc import Generator

import litellm

from interop.comparison.client import MODEL, QUESTION, TOKEN, Client

__all__ = ["CLIENT"]

_MODEL = f"databricks/{MODEL}"

# It would look for the tokenizer of the model on the network, for every stream.
litellm.disable_hf_tokenizer_download = True


def _chat(url: str) -> object:
    return litellm.completion(
        model=_MODEL,
        messages=[{"role": "user", "content": QUESTION}],
        api_base=f"{url}/serving-endpoints",
        api_key=TOKEN,
    )


def _text(answer: object) -> object:
    return answer.choices[0].message.content


async def _chat_async(url: str) -> object:
    return await litellm.acompletion(
        model=_MODEL,
        messages=[{"role": "user", "content": QUESTION}],
        api_base=f"{url}/serving-endpoints",
        api_key=TOKEN,
    )


def _stream(url: str) -> Generator[object, None, None]:
    yield from litellm.completion(
        model=_MODEL,
        messages=[{"role": "user", "content": QUESTION}],
        stream=True,
        api_base=f"{url}/serving-endpoints",
        api_key=TOKEN,
    )


CLIENT = Client(
    distribution="litellm",
    module="litellm",
    # Its calls are functions of the module; a client of HTTP is made by the first call.
    construction="import litellm; litellm.completion",
    surface=lambda _url: litellm,
    chat=_chat,
    text=_text,
    enumeration=lambda url: _chat(url).choices[0].finish_reason,
    chat_async=_chat_async,
    stream=_stream,
    manage=None,
)

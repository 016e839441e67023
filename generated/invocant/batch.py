# Generated from spec/; do not edit.
"""Many rows: requests from any iterable, as many at once as the server bears.

async with AsyncClient(transport="aiohttp") as client:
    batch = AsyncBatch(client)
    async for done in batch.run(questions, chat("databricks-meta-llama-3-3-70b-instruct")):
        print(done.row, done.value.choices[0].message.content if done.value else done.error)
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from ._runtime.batch.asynchronous import AsyncBatch
from ._runtime.batch.facade import Batch
from ._runtime.batch.results import Done, Statistics

if TYPE_CHECKING:
    from . import models, params
    from ._async_client import AsyncClient, AsyncGateway

__all__ = ["AsyncBatch", "Batch", "Done", "Statistics", "chat", "completions", "embeddings"]

T = TypeVar("T")

_Create: TypeAlias = Callable[..., Awaitable[T]]
_Client: TypeAlias = "AsyncClient | AsyncGateway"
_Messages: TypeAlias = "Sequence[params.chat.ChatMessage | models.chat.AssistantMessage]"


def chat(
    model: str, **parameters: object
) -> Callable[[_Client, str | _Messages], Awaitable[models.chat.ChatCompletion]]:
    """Return work that asks a model for the answer to a chat.

    A row is the text of one message of a user, or the messages. `parameters` are those of
    `chat.completions.create`, such as `max_tokens`.
    """

    async def work(client: _Client, row: str | _Messages) -> models.chat.ChatCompletion:
        create = cast("_Create[models.chat.ChatCompletion]", client.chat.completions.create)
        messages = [{"role": "user", "content": row}] if isinstance(row, str) else row
        return await create(model=model, messages=messages, **parameters)

    return work


def completions(
    model: str, **parameters: object
) -> Callable[
    [_Client, params.completions.CompletionPrompt], Awaitable[models.completions.Completion]
]:
    """Return work that lets a model go on with a text.

    A row is the prompt. `parameters` are those of `completions.create`, such as `max_tokens`.
    """

    async def work(
        client: _Client, row: params.completions.CompletionPrompt
    ) -> models.completions.Completion:
        create = cast("_Create[models.completions.Completion]", client.completions.create)
        return await create(model=model, prompt=row, **parameters)

    return work


def embeddings(
    model: str, **parameters: object
) -> Callable[
    [_Client, params.embeddings.EmbeddingsInput], Awaitable[models.embeddings.EmbeddingsResponse]
]:
    """Return work that asks a model for embeddings.

    A row is one text, or several for one request. `parameters` are those of `embeddings.create`,
    such as `encoding_format`; `vectors` and `array` read the answer.
    """

    async def work(
        client: _Client, row: params.embeddings.EmbeddingsInput
    ) -> models.embeddings.EmbeddingsResponse:
        create = cast("_Create[models.embeddings.EmbeddingsResponse]", client.embeddings.create)
        return await create(model=model, input=row, **parameters)

    return work

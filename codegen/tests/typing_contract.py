"""What type checkers have to infer for users of the generated package.

Nothing runs this file: mypy and pyright read it in the `lint` session.
"""

from collections.abc import Callable
from typing import assert_type

from invocant import OMIT, AsyncClient, AsyncStream, Client, Gateway, Page, Stream, Unknown
from invocant.models import chat, embeddings, gateway, serving_endpoints
from invocant.params.chat import ChatMessage


def streaming_decides_the_type(client: Client, messages: list[ChatMessage], flag: bool) -> None:
    create = client.chat.completions.create
    assert_type(create(model="m", messages=messages), chat.ChatCompletion)
    assert_type(create(model="m", messages=messages, stream=False), chat.ChatCompletion)
    assert_type(create(model="m", messages=messages, stream=True), Stream[chat.ChatCompletionChunk])
    assert_type(
        create(model="m", messages=messages, stream=flag),
        chat.ChatCompletion | Stream[chat.ChatCompletionChunk],
    )


async def asynchronous_methods_are_awaited(
    client: AsyncClient, messages: list[ChatMessage]
) -> None:
    create = client.chat.completions.create
    assert_type(await create(model="m", messages=messages), chat.ChatCompletion)
    stream = await create(model="m", messages=messages, stream=True)
    assert_type(stream, AsyncStream[chat.ChatCompletionChunk])
    async for chunk in stream:
        assert_type(chunk, chat.ChatCompletionChunk)


def answers_can_be_sent_back(client: Client, answer: chat.ChatCompletion) -> None:
    message = answer.choices[0].message
    client.chat.completions.create(
        model="m",
        messages=[{"role": "user", "content": "hi"}, message],
        temperature=None,
        top_p=OMIT,
        extra_body={"top_a": 1},
    )


def tasks_have_methods_of_their_own(client: Client) -> None:
    assert_type(client.invocations.chat("name", messages=[], timeout=3), chat.ChatCompletion)
    assert_type(client.invocations.embeddings("name", input=["a"]), embeddings.EmbeddingsResponse)


def lists_are_pages(client: Client, proxy: Gateway) -> None:
    assert_type(client.serving_endpoints.list(), Page[serving_endpoints.ServingEndpoint])
    assert_type(proxy.models.list(), Page[gateway.GatewayModel])


def nothing_comes_back_from_deleting(client: Client) -> Callable[[str], None]:
    return client.serving_endpoints.delete


def unions_can_be_matched_completely(part: chat.ContentPart) -> str:
    match part:
        case chat.TextPart(text=text):
            return text
        case chat.ImagePart() | chat.ImageLinkPart() | chat.FilePart() | chat.DocumentPart():
            return ""
        case chat.AudioUrlPart() | chat.InputAudioPart() | chat.VideoUrlPart():
            return ""
        case chat.ReasoningPart() | Unknown():
            return ""

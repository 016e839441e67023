"""The official `openai` client gets what it expects, on every OpenAI-compatible surface."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import openai
import pytest
from openai.types.chat import ChatCompletionChunk, ChatCompletionMessageParam
from openai.types.completion_usage import CompletionUsage

from interop.clients.surfaces import (
    CHAT_MODEL,
    EMBEDDING_MODEL,
    GATEWAYS,
    SURFACES,
    TOKEN,
    WRONG_TOKEN,
    Surface,
    server_url,
)

MESSAGES: list[ChatCompletionMessageParam] = [
    {"role": "system", "content": "You are a helpful assistant."},
    {"role": "user", "content": "What is a mixture of experts model?"},
]

each_surface = pytest.mark.parametrize("surface", SURFACES, ids=lambda surface: surface.name)
each_gateway = pytest.mark.parametrize("surface", GATEWAYS, ids=lambda surface: surface.name)


def client(surface: Surface, token: str = TOKEN) -> openai.OpenAI:
    return openai.OpenAI(base_url=server_url() + surface.path, api_key=token, max_retries=0)


def async_client(surface: Surface) -> openai.AsyncOpenAI:
    return openai.AsyncOpenAI(base_url=server_url() + surface.path, api_key=TOKEN, max_retries=0)


def ask(surface: Surface) -> str | None:
    with client(surface) as caller:
        answer = caller.chat.completions.create(model=CHAT_MODEL, messages=MESSAGES)
    return answer.choices[0].message.content


def text_of(chunks: Iterable[ChatCompletionChunk]) -> str:
    return "".join(choice.delta.content or "" for chunk in chunks for choice in chunk.choices)


def adds_up(usage: CompletionUsage | None) -> bool:
    return usage is not None and (
        usage.prompt_tokens > 0
        and usage.completion_tokens > 0
        and usage.total_tokens == usage.prompt_tokens + usage.completion_tokens
    )


@each_surface
def test_a_chat_answer_has_one_assistant_message_and_usage_that_adds_up(surface: Surface) -> None:
    with client(surface) as caller:
        answer = caller.chat.completions.create(model=CHAT_MODEL, messages=MESSAGES)

    (choice,) = answer.choices
    assert (answer.object, choice.index, choice.message.role) == ("chat.completion", 0, "assistant")
    assert choice.finish_reason == "stop"
    assert choice.message.content
    assert adds_up(answer.usage)


@each_surface
def test_the_async_client_gets_the_text_that_the_sync_client_gets(surface: Surface) -> None:
    async def ask_async() -> str | None:
        async with async_client(surface) as caller:
            answer = await caller.chat.completions.create(model=CHAT_MODEL, messages=MESSAGES)
        return answer.choices[0].message.content

    assert asyncio.run(ask_async()) == ask(surface)


@each_surface
def test_the_streamed_text_is_the_text_of_the_whole_answer(surface: Surface) -> None:
    with (
        client(surface) as caller,
        caller.chat.completions.create(model=CHAT_MODEL, messages=MESSAGES, stream=True) as stream,
    ):
        chunks = list(stream)

    assert len(chunks) > 1
    assert text_of(chunks) == ask(surface)


@each_surface
def test_the_async_stream_carries_the_same_text(surface: Surface) -> None:
    async def stream_async() -> list[ChatCompletionChunk]:
        async with async_client(surface) as caller:
            stream = await caller.chat.completions.create(
                model=CHAT_MODEL, messages=MESSAGES, stream=True
            )
            return [chunk async for chunk in stream]

    assert text_of(asyncio.run(stream_async())) == ask(surface)


@each_surface
def test_a_stream_has_one_id_and_one_finish_reason(surface: Surface) -> None:
    with client(surface) as caller:
        stream = caller.chat.completions.create(model=CHAT_MODEL, messages=MESSAGES, stream=True)
        chunks = list(stream)

    assert len({chunk.id for chunk in chunks}) == 1
    reasons = [choice.finish_reason for chunk in chunks for choice in chunk.choices]
    assert [reason for reason in reasons if reason] == ["stop"]


@each_surface
def test_the_stream_helper_puts_the_whole_message_together(surface: Surface) -> None:
    with (
        client(surface) as caller,
        caller.chat.completions.stream(model=CHAT_MODEL, messages=MESSAGES) as stream,
    ):
        message = stream.get_final_completion().choices[0].message

    assert (message.role, message.content) == ("assistant", ask(surface))


@each_surface
def test_a_stream_that_is_asked_for_usage_ends_with_the_usage_of_the_whole_answer(
    surface: Surface,
) -> None:
    with client(surface) as caller:
        whole = caller.chat.completions.create(model=CHAT_MODEL, messages=MESSAGES)
        stream = caller.chat.completions.create(
            model=CHAT_MODEL,
            messages=MESSAGES,
            stream=True,
            stream_options={"include_usage": True},
        )
        usage = [chunk.usage for chunk in stream if chunk.usage is not None]

    assert adds_up(usage[-1])
    assert usage[-1] == whole.usage


@each_surface
def test_an_answer_cut_at_max_tokens_says_so(surface: Surface) -> None:
    with client(surface) as caller:
        answer = caller.chat.completions.create(model=CHAT_MODEL, messages=MESSAGES, max_tokens=1)

    assert answer.choices[0].finish_reason == "length"
    assert answer.usage is not None
    assert answer.usage.completion_tokens == 1


@each_surface
def test_two_choices_are_told_apart_by_index(surface: Surface) -> None:
    with client(surface) as caller:
        answer = caller.chat.completions.create(model=CHAT_MODEL, messages=MESSAGES, n=2)

    assert [choice.index for choice in answer.choices] == [0, 1]


@each_surface
def test_embeddings_are_the_same_in_base64_and_as_floats(surface: Surface) -> None:
    texts = ["one", "another"]
    with client(surface) as caller:
        by_default = caller.embeddings.create(model=EMBEDDING_MODEL, input=texts)
        as_floats = caller.embeddings.create(
            model=EMBEDDING_MODEL, input=texts, encoding_format="float"
        )

    assert [item.index for item in by_default.data] == [0, 1]
    for decoded, plain in zip(by_default.data, as_floats.data, strict=True):
        assert decoded.embedding == pytest.approx(plain.embedding, rel=1e-6)


@each_surface
def test_each_text_gets_its_own_embedding(surface: Surface) -> None:
    with client(surface) as caller:
        together = caller.embeddings.create(model=EMBEDDING_MODEL, input=["one", "another"])
        alone = [
            caller.embeddings.create(model=EMBEDDING_MODEL, input=text).data[0].embedding
            for text in ("one", "another")
        ]

    assert [item.embedding for item in together.data] == alone
    assert alone[0] != alone[1]


@each_gateway
def test_the_models_that_answer_are_listed(surface: Surface) -> None:
    with client(surface) as caller:
        listed = {model.id for model in caller.models.list()}

    assert {CHAT_MODEL, EMBEDDING_MODEL} <= listed


@each_surface
def test_an_unknown_model_is_not_found(surface: Surface) -> None:
    with client(surface) as caller, pytest.raises(openai.NotFoundError) as caught:
        caller.chat.completions.create(model="no-such-endpoint", messages=MESSAGES)

    assert "no-such-endpoint" in caught.value.message


@each_surface
def test_a_wrong_token_is_an_authentication_error_that_does_not_repeat_it(
    surface: Surface,
) -> None:
    with (
        client(surface, WRONG_TOKEN) as caller,
        pytest.raises(openai.AuthenticationError) as caught,
    ):
        caller.chat.completions.create(model=CHAT_MODEL, messages=MESSAGES)

    assert WRONG_TOKEN not in str(caught.value)


@each_surface
def test_a_value_of_a_wrong_type_is_a_bad_request(surface: Surface) -> None:
    with client(surface) as caller, pytest.raises(openai.BadRequestError) as caught:
        caller.chat.completions.create(
            model=CHAT_MODEL, messages=MESSAGES, extra_body={"temperature": "hot"}
        )

    assert "temperature" in caught.value.message

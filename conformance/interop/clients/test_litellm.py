"""LiteLLM's SDK chats, embeds and moderates with each provider that leads to the server."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterable
from typing import Any

import litellm
import openai
import pytest
from litellm.anthropic_interface import messages
from litellm.exceptions import AuthenticationError, NotFoundError

from interop.clients.litellm_providers import (
    DATABRICKS,
    HELLO,
    PROXY,
    Provider,
    each_provider,
)
from interop.clients.surfaces import TOKEN, WRONG_TOKEN, server_url

# LiteLLM warns about its own code.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(autouse=True)
def _from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the Databricks provider is, as its page says."""
    monkeypatch.setenv("DATABRICKS_API_KEY", TOKEN)
    monkeypatch.setenv("DATABRICKS_API_BASE", f"{server_url()}/serving-endpoints")


def text_of(chunks: Iterable[Any]) -> str:
    return "".join(chunk.choices[0].delta.content or "" for chunk in chunks)


def said(provider: Provider, **more: object) -> str:
    answer = litellm.completion(messages=HELLO, **provider.asking(provider.chat, **more))
    text: str = answer.choices[0].message.content
    return text


@each_provider
def test_an_answer_has_the_text_and_the_usage_of_the_server(provider: Provider) -> None:
    answer = litellm.completion(messages=HELLO, **provider.asking(provider.chat))

    (choice,) = answer.choices
    assert (choice.finish_reason, choice.message.role) == ("stop", "assistant")
    assert choice.message.content
    usage = answer.usage
    assert 0 < usage.prompt_tokens < usage.total_tokens
    assert usage.total_tokens == usage.prompt_tokens + usage.completion_tokens


def test_the_documented_call_takes_host_and_key_from_the_environment() -> None:
    answer = litellm.completion(model=DATABRICKS.model("databricks-dbrx-instruct"), messages=HELLO)

    assert answer.choices[0].message.content


def test_max_tokens_and_temperature_are_passed_on() -> None:
    answer = litellm.completion(
        model=DATABRICKS.model("databricks-dbrx-instruct"),
        messages=HELLO,
        max_tokens=3,
        temperature=0.5,
    )

    assert answer.choices[0].finish_reason == "length"
    assert answer.usage.completion_tokens == 3


@each_provider
def test_whole_streamed_sync_and_async_answers_say_the_same(provider: Provider) -> None:
    async def ask() -> tuple[str, str]:
        given = provider.asking(provider.chat, messages=HELLO)
        whole = await litellm.acompletion(**given)
        stream = await litellm.acompletion(**given, stream=True)
        return whole.choices[0].message.content, text_of([chunk async for chunk in stream])

    given = provider.asking(provider.chat, messages=HELLO, stream=True)
    chunks = list(litellm.completion(**given))
    text = said(provider)
    assert len(chunks) > 2
    assert text_of(chunks) == text
    assert asyncio.run(ask()) == (text, text)


@each_provider
def test_a_stream_that_is_asked_for_usage_tells_that_of_the_server(provider: Provider) -> None:
    given = provider.asking(provider.chat, messages=HELLO)
    options = {"include_usage": True}
    chunks = litellm.completion(**given, stream=True, stream_options=options)
    (usage,) = [chunk.usage for chunk in chunks if hasattr(chunk, "usage")]

    whole = litellm.completion(**given).usage
    assert (usage.prompt_tokens, usage.completion_tokens) == (
        whole.prompt_tokens,
        whole.completion_tokens,
    )


@each_provider
def test_arguments_of_the_provider_go_along(provider: Provider) -> None:
    assert said(provider, top_k=5) == said(provider)


def test_oauth_tokens_are_fetched_for_a_service_principal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABRICKS_API_KEY")
    monkeypatch.setenv("DATABRICKS_CLIENT_ID", "robot")
    monkeypatch.setenv("DATABRICKS_CLIENT_SECRET", "dose-interop")
    answer = litellm.completion(model=DATABRICKS.model(DATABRICKS.chat), messages=HELLO)

    assert answer.choices[0].message.content == said(DATABRICKS)


def test_a_wrong_client_secret_is_an_authentication_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABRICKS_API_KEY")
    monkeypatch.setenv("DATABRICKS_CLIENT_ID", "robot")
    monkeypatch.setenv("DATABRICKS_CLIENT_SECRET", WRONG_TOKEN)

    with pytest.raises(AuthenticationError, match="invalid_client"):
        litellm.completion(model=DATABRICKS.model(DATABRICKS.chat), messages=HELLO)


@each_provider
def test_embeddings_take_an_instruction_that_changes_them(provider: Provider) -> None:
    given = provider.asking(provider.embeddings, input=["good morning from litellm"])
    plain = litellm.embedding(**given)
    instruction = "Represent this sentence for searching relevant passages:"
    instructed = litellm.embedding(**given, instruction=instruction)

    first, second = plain.data[0]["embedding"], instructed.data[0]["embedding"]
    assert first != second
    assert [math.hypot(*first), math.hypot(*second)] == pytest.approx([1, 1], rel=1e-5)
    assert plain.usage.prompt_tokens == plain.usage.total_tokens > 0


@each_provider
def test_text_completions_are_streamed_as_they_are_told(provider: Provider) -> None:
    given = provider.asking(provider.chat, prompt="hi")
    pieces = [
        chunk.choices[0].text or "" for chunk in litellm.text_completion(**given, stream=True)
    ]

    assert len(pieces) > 2
    assert "".join(pieces) == litellm.text_completion(**given).choices[0].text


@each_provider
def test_responses_have_an_output_that_streams_until_it_is_completed(provider: Provider) -> None:
    given = provider.asking(provider.chat, input="hi")
    answer: Any = litellm.responses(**given)
    stream: Any = litellm.responses(**given, stream=True)
    events = list(stream)

    (message,) = answer.output
    pieces = [event.delta for event in events if event.type == "response.output_text.delta"]
    assert "".join(pieces) == message.content[0].text
    assert (answer.status, events[-1].type) == ("completed", "response.completed")


@each_provider
def test_the_messages_api_is_answered_by_any_provider(provider: Provider) -> None:
    async def ask() -> Any:
        return await messages.acreate(
            **provider.asking(provider.claude, messages=HELLO, max_tokens=100)
        )

    answer = asyncio.run(ask())
    assert (answer["type"], answer["stop_reason"]) == ("message", "end_turn")
    assert answer["content"][0]["text"]


def test_moderation_judges_texts() -> None:
    flagged: list[bool | None] = []
    for text in ("I love you", "I will kill you"):
        answer = litellm.moderation(
            input=text, model="text-moderation-stable", api_base=server_url(), api_key=TOKEN
        )
        flagged += [result.flagged for result in answer.results]

    assert flagged == [False, True]


def test_moderation_sends_the_prefix_of_the_provider_which_no_server_knows() -> None:
    with pytest.raises(openai.NotFoundError, match="litellm_proxy/text-moderation-stable"):
        litellm.moderation(
            input="hi",
            model=PROXY.model("text-moderation-stable"),
            api_base=server_url(),
            api_key=TOKEN,
        )


@each_provider
def test_an_unknown_model_is_not_found(provider: Provider) -> None:
    with pytest.raises(NotFoundError, match="no-such-model"):
        litellm.completion(messages=HELLO, **provider.asking("no-such-model"))


@each_provider
def test_a_wrong_token_is_an_authentication_error_that_does_not_repeat_it(
    provider: Provider,
) -> None:
    with pytest.raises(AuthenticationError) as caught:
        said(provider, api_key=WRONG_TOKEN)

    assert WRONG_TOKEN not in str(caught.value)

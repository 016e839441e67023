"""The official `openai` client: what a model thought, and how it goes back to the model."""

from __future__ import annotations

from typing import Any

import openai
import pytest
from openai.types.chat import ChatCompletionMessage, ChatCompletionMessageParam
from openai.types.chat.chat_completion_chunk import ChoiceDelta

from interop.clients.surfaces import GATEWAYS, SURFACES, TOKEN, WORKSPACE, Surface, server_url

each_surface = pytest.mark.parametrize("surface", SURFACES, ids=lambda surface: surface.name)
each_gateway = pytest.mark.parametrize("surface", GATEWAYS, ids=lambda surface: surface.name)

REASONER = "databricks-claude-3-7-sonnet"
THINKING = {"thinking": {"type": "enabled", "budget_tokens": 1024}}
FRANCE: ChatCompletionMessageParam = {"role": "user", "content": "What is the capital of France?"}
SPAIN: ChatCompletionMessageParam = {"role": "user", "content": "And of Spain?"}


def client(surface: Surface) -> openai.OpenAI:
    return openai.OpenAI(base_url=server_url() + surface.path, api_key=TOKEN, max_retries=0)


def thinking(surface: Surface, *messages: ChatCompletionMessageParam) -> ChatCompletionMessage:
    """The message of a model that is told to think first."""
    with client(surface) as caller:
        answer = caller.chat.completions.create(
            model=REASONER, messages=messages, max_tokens=2048, extra_body=THINKING
        )
    return answer.choices[0].message


def extra(message: ChatCompletionMessage | ChoiceDelta) -> dict[str, Any]:
    """What a message has beyond the client's own fields."""
    return message.model_extra or {}


def parts(content: Any) -> Any:
    """The content of a message, where it is a list, which the client's type does not know."""
    assert isinstance(content, list)
    return content


def kind(piece: ChoiceDelta) -> str:
    """What a piece of a stream adds: "thought", "text" or nothing."""
    if extra(piece).get("reasoning_content") or not isinstance(piece.content, str | None):
        return "thought"
    return "text" if piece.content else ""


def test_a_workspace_puts_what_was_thought_in_front_of_the_text() -> None:
    reasoning, said = parts(thinking(WORKSPACE, FRANCE).content)

    assert reasoning["type"] == "reasoning"
    assert [part["type"] for part in reasoning["summary"]] == ["summary_text"]
    assert reasoning["summary"][0]["text"]
    assert said["type"] == "text"
    assert said["text"]


@each_gateway
def test_a_gateway_puts_what_was_thought_beside_the_text(surface: Surface) -> None:
    message = thinking(surface, FRANCE)

    assert isinstance(message.content, str)
    assert message.content
    assert extra(message)["reasoning_content"]


@each_surface
def test_what_was_thought_goes_back_and_is_answered(surface: Surface) -> None:
    first = thinking(surface, FRANCE)
    given: Any = {"role": "assistant", "content": first.content, **extra(first)}
    second = thinking(surface, FRANCE, given, SPAIN)

    assert second.content
    assert second.content != first.content


@each_surface
def test_only_an_effort_makes_it_think(surface: Surface) -> None:
    with client(surface) as caller:
        plain = caller.chat.completions.create(model=REASONER, messages=[FRANCE])
        tried = caller.chat.completions.create(
            model=REASONER, messages=[FRANCE], reasoning_effort="low"
        )

    thoughts = [
        bool(extra(message).get("reasoning_content")) or not isinstance(message.content, str)
        for message in (plain.choices[0].message, tried.choices[0].message)
    ]
    assert thoughts == [False, True]


@each_surface
def test_a_stream_brings_the_thought_before_the_text(surface: Surface) -> None:
    with client(surface) as caller:
        stream = caller.chat.completions.create(
            model=REASONER, messages=[FRANCE], max_tokens=2048, extra_body=THINKING, stream=True
        )
        kinds = [kind(choice.delta) for chunk in stream for choice in chunk.choices]

    told = [each for each in kinds if each]
    assert {*told} == {"thought", "text"}
    assert told == sorted(told, key=["thought", "text"].index)

"""`databricks-langchain` and the client that it is built on do what their documentation shows."""

from __future__ import annotations

import asyncio
import importlib
import json
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import Any

import openai
import pytest
from langchain_core.messages import (
    AIMessage,
    BaseMessage,
    BaseMessageChunk,
    HumanMessage,
    SystemMessage,
    ToolMessage,
)
from pydantic import BaseModel, Field

from interop.clients.surfaces import CHAT_MODEL, EMBEDDING_MODEL, TOKEN, WRONG_TOKEN, server_url

with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
    # It has no types, and what it imports warns of what it does itself.
    databricks_langchain: Any = importlib.import_module("databricks_langchain")
    databricks_openai: Any = importlib.import_module("databricks_openai")

Models = Callable[..., Any]
ChatDatabricks = databricks_langchain.ChatDatabricks
DatabricksOpenAI = databricks_openai.DatabricksOpenAI

REASONER = "databricks-claude-3-7-sonnet"
RESPONDER = "databricks-gpt-5-1"
THINKING = {"extra_body": {"thinking": {"type": "enabled", "budget_tokens": 1024}}}
WEATHER = "What's the weather like in Boston today?"
BRICKS = (
    "Answer the following question. "
    "Make sure to return a JSON blob with keys 'answer' and 'justification'.\n\n"
    "What's heavier a pound of bricks or a pound of feathers?"
)
MESSAGES = [
    SystemMessage(content="You're a helpful assistant"),
    HumanMessage(content="What is a mixture of experts model?"),
]


class GetWeather(BaseModel):
    """Get the current weather in a given location."""

    location: str = Field(..., description="The city and state, e.g. San Francisco, CA")


class AnswerWithJustification(BaseModel):
    """An answer to the user question along with justification for the answer."""

    answer: str
    justification: str


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABRICKS_HOST", server_url())
    monkeypatch.setenv("DATABRICKS_TOKEN", TOKEN)


@pytest.fixture
def chat() -> Iterator[Models]:
    """Makes models of the library, which leaves the connections of its clients to others."""
    with ExitStack() as clients:

        def made(**given: Any) -> Any:
            model = ChatDatabricks(**{"model": CHAT_MODEL, **given})
            clients.callback(model.client.close)
            return model

        yield made


def together(chunks: Iterable[BaseMessageChunk]) -> BaseMessageChunk:
    """The message that the chunks of a stream add up to."""
    first, *rest = chunks
    for chunk in rest:
        first += chunk
    return first


def kinds(message: BaseMessage) -> list[str]:
    """The types of a message's parts, which LangChain gives as JSON in a string."""
    return [part["type"] for part in json.loads(str(message.content))]


def test_the_page_invokes_the_model(chat: Models) -> None:
    answer = chat().invoke(MESSAGES)

    assert isinstance(answer, AIMessage)
    assert answer.content
    assert answer.response_metadata["finish_reason"] == "stop"
    usage = answer.usage_metadata
    assert usage is not None
    assert usage["total_tokens"] == usage["input_tokens"] + usage["output_tokens"]


def test_the_streamed_text_is_the_text_of_the_whole_answer(chat: Models) -> None:
    chunks = list(chat().stream(MESSAGES))

    assert len(chunks) > 2
    assert together(chunks).content == chat().invoke(MESSAGES).content


def test_the_async_stream_carries_the_same_text(chat: Models) -> None:
    model = chat()

    async def stream() -> list[Any]:
        async with model.async_client:
            return [chunk async for chunk in model.astream(MESSAGES)]

    assert together(asyncio.run(stream())).content == model.invoke(MESSAGES).content


def test_every_chunk_of_a_stream_states_the_usage_when_told_to(chat: Models) -> None:
    usages = [each.usage_metadata for each in chat(stream_usage=True).stream(MESSAGES)]
    whole = chat().invoke(MESSAGES).usage_metadata

    assert whole is not None
    assert whole in usages


def test_a_batch_is_answered_in_its_order(chat: Models) -> None:
    answers = chat().batch(["a", "b"])

    assert [each.content for each in answers] == [
        chat().invoke(each).content for each in ("a", "b")
    ]


def test_a_bound_tool_is_called_with_arguments_of_its_class(chat: Models) -> None:
    answer = chat().bind_tools([GetWeather]).invoke(WEATHER)

    assert isinstance(answer, AIMessage)
    (call,) = answer.tool_calls
    assert call["name"] == "GetWeather"
    GetWeather.model_validate(call["args"])


def test_a_streamed_call_is_the_call_of_the_whole_answer(chat: Models) -> None:
    bound = chat().bind_tools([GetWeather])
    whole = bound.invoke(WEATHER)
    streamed: Any = together(bound.stream(WEATHER))

    assert isinstance(whole, AIMessage)
    assert streamed.tool_calls == whole.tool_calls


def test_the_result_of_a_tool_is_answered_with_text(chat: Models) -> None:
    bound = chat().bind_tools([GetWeather])
    call: Any = bound.invoke(WEATHER)
    result = ToolMessage("22 degrees and sunny", tool_call_id=call.tool_calls[0]["id"])
    answer: Any = bound.invoke([HumanMessage(WEATHER), call, result])

    assert answer.content
    assert not answer.tool_calls


@pytest.mark.parametrize("method", ["function_calling", "json_schema", "json_mode"])
def test_structured_output_is_an_object_of_the_given_class(chat: Models, method: Any) -> None:
    structured = chat().with_structured_output(AnswerWithJustification, method=method)

    assert isinstance(structured.invoke(BRICKS), AnswerWithJustification)


def test_structured_output_comes_with_the_raw_message_when_asked_for(
    chat: Models,
) -> None:
    given: Any = chat().with_structured_output(AnswerWithJustification, include_raw=True)
    told = given.invoke(BRICKS)

    assert told["parsing_error"] is None
    assert isinstance(told["parsed"], AnswerWithJustification)
    assert told["raw"].tool_calls[0]["args"] == told["parsed"].model_dump()


# The client's type for content does not know the list that Databricks sends.
@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings:UserWarning")
def test_a_model_that_thinks_gives_back_what_it_thought_and_takes_it(
    chat: Models,
) -> None:
    claude = chat(model=REASONER, max_tokens=2048, extra_params=THINKING)
    first = claude.invoke("What is the capital of France?")
    second = claude.invoke(["What is the capital of France?", first, HumanMessage("And of Spain?")])

    assert kinds(first) == kinds(second) == ["reasoning", "text"]
    assert first.content != second.content


def test_an_argument_that_openai_does_not_know_has_to_go_into_extra_body(
    chat: Models,
) -> None:
    claude = chat(model=REASONER, extra_params=THINKING["extra_body"])
    with pytest.raises(TypeError, match="thinking"):
        claude.invoke("hi")


def test_the_responses_api_is_invoked_and_streamed(chat: Models) -> None:
    responder = chat(model=RESPONDER, use_responses_api=True)
    whole = responder.invoke("hi")
    (part,) = whole.content
    streamed = [each for chunk in responder.stream("hi") for each in chunk.content_blocks]

    assert isinstance(part, dict)
    assert part["text"]
    assert "".join(str(each.get("text", "")) for each in streamed) == part["text"]


def test_the_openai_client_of_databricks_gets_the_same_text(chat: Models) -> None:
    with DatabricksOpenAI() as caller:
        answer = caller.chat.completions.create(
            model=CHAT_MODEL, messages=[{"role": "user", "content": "hi"}]
        )
        response = caller.responses.create(model=RESPONDER, input="hi")

    assert answer.choices[0].message.content == chat().invoke("hi").content
    assert response.output_text


@pytest.mark.parametrize(
    ("model", "token", "error"),
    [
        ("no-such-endpoint", TOKEN, openai.NotFoundError),
        (EMBEDDING_MODEL, TOKEN, openai.NotFoundError),
        (CHAT_MODEL, WRONG_TOKEN, openai.AuthenticationError),
    ],
    ids=["unknown-endpoint", "wrong-task", "wrong-token"],
)
def test_refusals_are_the_exceptions_of_openai(
    chat: Models,
    model: str,
    token: str,
    error: type[Exception],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABRICKS_TOKEN", token)
    with pytest.raises(error) as caught:
        chat(model=model).invoke("hi")

    assert WRONG_TOKEN not in str(caught.value)

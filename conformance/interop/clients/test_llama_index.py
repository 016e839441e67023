"""OpenAILike of LlamaIndex gets what it expects, from a gateway and from a workspace."""

from __future__ import annotations

import asyncio
import math
from typing import Any

import httpx
import openai
import pytest
from llama_index.core import PromptTemplate
from llama_index.core.agent.workflow import FunctionAgent
from llama_index.core.llms import ChatMessage
from llama_index.core.tools import FunctionTool
from llama_index.embeddings.openai_like import OpenAILikeEmbedding
from llama_index.llms.openai_like import OpenAILike
from pydantic import BaseModel

from interop.clients.faults import each_status, fault
from interop.clients.places import AT_GATEWAY, AT_WORKSPACE, Place, each_place
from interop.clients.surfaces import TOKEN, WRONG_TOKEN

# Warnings about its own code.
pytestmark = pytest.mark.filterwarnings("ignore")

MESSAGES = [
    ChatMessage(role="system", content="You are a helpful assistant."),
    ChatMessage(role="user", content="this is a test request, write a short poem"),
]


class City(BaseModel):
    name: str
    population: int


class Country(BaseModel):
    cities: list[City]


def get_weather(location: str) -> str:
    """Get the weather."""
    return f"sunny in {location}"


WEATHER = FunctionTool.from_defaults(get_weather)


def chat(place: Place, **more: Any) -> OpenAILike:
    given = {"model": place.chat, "api_key": TOKEN, "max_retries": 0, **more}
    return OpenAILike(**{"api_base": place.url, "is_chat_model": True, **given})


def calling(place: Place) -> OpenAILike:
    """A model that is known to call functions."""
    return chat(place, is_function_calling_model=True)


@each_place
def test_an_answer_has_the_text_and_the_usage_of_the_server(place: Place) -> None:
    answer = chat(place).chat(MESSAGES)

    assert answer.message.role == "assistant"
    assert answer.message.content
    usage = answer.raw.usage
    assert usage.total_tokens == usage.prompt_tokens + usage.completion_tokens


@each_place
def test_whole_streamed_sync_and_async_answers_say_the_same(place: Place) -> None:
    async def ask() -> tuple[str, str]:
        llm = chat(place)
        stream = await llm.astream_chat(MESSAGES)
        text = "".join([piece.delta async for piece in stream])
        return (await llm.achat(MESSAGES)).message.content, text

    said = chat(place).chat(MESSAGES).message.content
    pieces = [piece.delta for piece in chat(place).stream_chat(MESSAGES)]
    assert len(pieces) > 2
    assert "".join(pieces) == said
    assert asyncio.run(ask()) == (said, said)


@each_place
def test_a_text_is_completed_as_a_chat_by_a_chat_model(place: Place) -> None:
    pieces = [piece.delta for piece in chat(place).stream_complete("hi")]

    assert "".join(pieces) == chat(place).complete("hi").text


@each_place
def test_a_text_is_completed_by_a_model_that_does_not_chat(place: Place) -> None:
    llm = chat(place, model=place.completions, is_chat_model=False)
    pieces = [piece.delta for piece in llm.stream_complete("hi")]

    assert "".join(pieces) == llm.complete("hi").text
    assert len(pieces) > 2


@each_place
def test_structured_output_by_functions_is_an_instance_of_the_model(place: Place) -> None:
    llm = calling(place).as_structured_llm(City)

    assert isinstance(llm.complete("Paris").raw, City)
    assert isinstance(list(llm.stream_chat(MESSAGES))[-1].raw, City)


@each_place
def test_structured_output_by_the_prompt_alone_is_an_instance_of_the_model(place: Place) -> None:
    assert isinstance(chat(place).as_structured_llm(Country).complete("France").raw, Country)


@each_place
def test_structured_output_of_the_api_is_an_instance_of_the_model(place: Place) -> None:
    llm = chat(place, should_use_structured_outputs=True)

    assert isinstance(llm.structured_predict(City, PromptTemplate("Paris")), City)


def test_a_nested_model_is_filled_in_by_functions_at_a_gateway() -> None:
    llm = calling(AT_GATEWAY).as_structured_llm(Country)

    country = llm.complete("France").raw
    assert isinstance(country, Country)
    assert country.cities


def test_a_hosted_model_refuses_the_references_that_nested_models_need() -> None:
    """Databricks documents that functions there may not use `$ref`."""
    with pytest.raises(openai.BadRequestError, match=r"\$ref is not supported"):
        calling(AT_WORKSPACE).as_structured_llm(Country).complete("France")


@each_place
def test_a_tool_is_called_whole_and_streamed(place: Place) -> None:
    llm = calling(place)
    asked = llm.chat_with_tools([WEATHER], user_msg="What is the weather?")
    (call,) = llm.get_tool_calls_from_response(asked)
    stream = llm.stream_chat_with_tools([WEATHER], user_msg="What is the weather?")
    (streamed,) = llm.get_tool_calls_from_response(list(stream)[-1])

    assert call.tool_name == "get_weather"
    assert streamed.tool_kwargs == call.tool_kwargs
    assert isinstance(call.tool_kwargs["location"], str)


@each_place
def test_a_tool_is_called_and_run(place: Place) -> None:
    answer = calling(place).predict_and_call([WEATHER], "What is the weather?")

    assert str(answer.response).startswith("sunny in ")


@each_place
def test_an_agent_runs_a_tool_and_ends_with_a_text(place: Place) -> None:
    async def run() -> Any:
        agent = FunctionAgent(tools=[WEATHER], llm=calling(place))
        return await agent.run("What is the weather?")

    outcome = asyncio.run(run())
    assert [call.tool_name for call in outcome.tool_calls] == ["get_weather"]
    assert str(outcome)


@each_place
def test_texts_become_unit_vectors_each_its_own(place: Place) -> None:
    model = OpenAILikeEmbedding(
        model_name=place.embeddings, api_base=place.url, api_key=TOKEN, max_retries=0
    )
    one, another = model.get_text_embedding_batch(["one", "another"])

    assert one == pytest.approx(model.get_query_embedding("one"), rel=1e-6)
    assert one != another
    assert math.hypot(*one) == pytest.approx(1, rel=1e-5)


@each_place
def test_an_unknown_model_is_not_found(place: Place) -> None:
    with pytest.raises(openai.NotFoundError, match="no-such-model"):
        chat(place, model="no-such-model").chat(MESSAGES)


@each_place
def test_a_wrong_token_is_an_authentication_error_that_does_not_repeat_it(place: Place) -> None:
    with pytest.raises(openai.AuthenticationError) as caught:
        chat(place, api_key=WRONG_TOKEN).chat(MESSAGES)

    assert WRONG_TOKEN not in str(caught.value)


@each_place
@each_status
def test_each_status_is_the_error_of_the_openai_client(
    place: Place, status: int, error: type[openai.APIStatusError]
) -> None:
    with pytest.raises(error) as caught:
        chat(place, default_headers=fault(status)).chat(MESSAGES)

    assert caught.value.status_code == status


@pytest.mark.parametrize(("retries", "requests"), [(0, 1), (1, 2)])
def test_an_overloaded_server_is_asked_again(retries: int, requests: int) -> None:
    sent: list[httpx.Request] = []
    with httpx.Client(event_hooks={"request": [sent.append]}) as http:
        llm = chat(AT_GATEWAY, max_retries=retries, http_client=http, default_headers=fault(503))
        with pytest.raises(openai.InternalServerError):
            llm.chat(MESSAGES)

    assert len(sent) == requests

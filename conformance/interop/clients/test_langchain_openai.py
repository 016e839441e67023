"""ChatOpenAI of `langchain-openai` gets what it expects, from a gateway and from a workspace."""

from __future__ import annotations

import asyncio
from typing import Literal, get_args

import openai
import pytest
from langchain_core.exceptions import OutputParserException
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    BaseMessage,
    HumanMessage,
    SystemMessage,
)
from langchain_core.messages.ai import add_ai_message_chunks
from langchain_core.output_parsers import PydanticOutputParser
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from pydantic import BaseModel

from interop.clients.places import AT_GATEWAY, Place, each_place
from interop.clients.surfaces import TOKEN

# The documented example of LiteLLM's proxy.
MESSAGES: list[BaseMessage] = [
    SystemMessage("You are a helpful assistant that im using to make a test request to."),
    HumanMessage("test from litellm. tell me why it's amazing in 1 sentence"),
]
Method = Literal["function_calling", "json_schema", "json_mode"]

each_method = pytest.mark.parametrize("method", get_args(Method))


class City(BaseModel):
    name: str
    population: int


@tool
def get_weather(location: str) -> str:
    """Get the current weather."""
    return f"sunny in {location}"


def chat(place: Place, **more: object) -> ChatOpenAI:
    given = {"model": place.chat, "api_key": TOKEN, "max_retries": 0, **more}
    return ChatOpenAI.model_validate({"base_url": place.url, **given})


@each_place
def test_an_answer_is_an_ai_message_with_usage_and_a_reason(place: Place) -> None:
    answer = chat(place).invoke(MESSAGES)

    assert isinstance(answer, AIMessage)
    assert answer.text
    assert answer.response_metadata["finish_reason"] == "stop"
    assert answer.response_metadata["model_name"] == place.chat
    assert answer.usage_metadata is not None
    assert answer.usage_metadata["total_tokens"] == (
        answer.usage_metadata["input_tokens"] + answer.usage_metadata["output_tokens"]
    )


def test_a_gateway_takes_metadata_in_the_extra_body() -> None:
    metadata = {"generation_name": "ishaan-generation-langchain-client"}
    llm = chat(AT_GATEWAY, temperature=0.1, extra_body={"metadata": metadata})

    assert llm.invoke(MESSAGES).text == chat(AT_GATEWAY).invoke(MESSAGES).text


@each_place
def test_max_tokens_cuts_the_answer(place: Place) -> None:
    answer = chat(place, max_tokens=5).invoke(MESSAGES)

    assert answer.response_metadata["finish_reason"] == "length"
    assert answer.response_metadata["token_usage"]["completion_tokens"] == 5


@each_place
def test_whole_batched_and_streamed_answers_say_the_same(place: Place) -> None:
    llm = chat(place)
    said = llm.invoke(MESSAGES).text
    chunks = [chunk.text for chunk in llm.stream(MESSAGES)]

    assert [answer.text for answer in llm.batch([MESSAGES, MESSAGES])] == [said, said]
    assert len(chunks) > 2
    assert "".join(chunks) == said


@each_place
def test_async_answers_say_what_sync_answers_say(place: Place) -> None:
    async def ask() -> tuple[str, str]:
        async with openai.DefaultAsyncHttpxClient() as http:
            llm = chat(place, http_async_client=http)
            chunks = [chunk.text async for chunk in llm.astream(MESSAGES)]
            return (await llm.ainvoke(MESSAGES)).text, "".join(chunks)

    said = chat(place).invoke(MESSAGES).text
    assert asyncio.run(ask()) == (said, said)


def test_a_streams_chunks_add_up_to_the_usage_of_the_whole_answer() -> None:
    llm = chat(AT_GATEWAY)
    stream = [chunk.usage_metadata for chunk in llm.stream(MESSAGES, stream_usage=True)]
    answer = llm.invoke(MESSAGES)

    assert isinstance(answer, AIMessage)
    assert [usage for usage in stream if usage] == [answer.usage_metadata]


@each_place
def test_a_tool_is_called_run_and_its_result_answered(place: Place) -> None:
    llm = chat(place).bind_tools([get_weather])
    asked = llm.invoke("What is the weather?")
    (call,) = asked.tool_calls
    result = get_weather.invoke(call)
    answer = llm.invoke([HumanMessage("What is the weather?"), asked, result])

    assert call["name"] == "get_weather"
    assert isinstance(call["args"]["location"], str)
    assert not answer.tool_calls
    assert answer.text


@each_place
def test_a_streamed_tool_call_is_the_call_of_the_whole_answer(place: Place) -> None:
    llm = chat(place).bind_tools([get_weather])
    stream = llm.stream("What is the weather?")
    streamed = add_ai_message_chunks(*[c for c in stream if isinstance(c, AIMessageChunk)])

    assert streamed.tool_calls == llm.invoke("What is the weather?").tool_calls


@each_place
@each_method
def test_structured_output_is_an_instance_of_the_model(place: Place, method: Method) -> None:
    """JSON mode wants the schema in the prompt; it comes from the output parser."""
    form = PydanticOutputParser(pydantic_object=City).get_format_instructions()
    llm = chat(place, model="databricks-gpt-5").with_structured_output(City, method=method)

    assert isinstance(llm.invoke(f"Tell me about Paris.\n{form}"), City)


@each_place
def test_an_output_parser_reads_what_it_asked_for(place: Place) -> None:
    parser = PydanticOutputParser(pydantic_object=City)
    chain = chat(place) | parser

    assert isinstance(chain.invoke(f"Paris?\n{parser.get_format_instructions()}"), City)


@each_place
def test_json_mode_without_a_schema_in_the_prompt_gives_some_object(place: Place) -> None:
    llm = chat(place).with_structured_output(City, method="json_mode")

    with pytest.raises(OutputParserException, match="name"):
        llm.invoke("Paris as JSON")

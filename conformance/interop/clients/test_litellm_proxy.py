"""A LiteLLM proxy in front of the server, configured as its page on Databricks says.

Who asks the proxy gets what the server answers: chats, streams, tools, embeddings, several models.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest
from openai.types.chat import ChatCompletion, ChatCompletionMessageParam
from pydantic import TypeAdapter

from interop.clients.surfaces import TOKEN, WORKSPACE, server_url
from interop.servers.litellm import Model, litellm_proxy, new_master_key

KEY = new_master_key()
FROM_ENVIRONMENT = {
    "api_key": "os.environ/DATABRICKS_API_KEY",
    "api_base": "os.environ/DATABRICKS_API_BASE",
}
MODELS: Mapping[str, Model] = {
    "dbrx-instruct": {"model": "databricks/databricks-dbrx-instruct"},
    "llama-3": {
        "model": "databricks/databricks-meta-llama-3-70b-instruct",
        "max_tokens": 20,
        "temperature": 0.5,
    },
    "claude-3-7-sonnet": {"model": "databricks/databricks-claude-3-7-sonnet"},
    "bge-large": {
        "model": "databricks/databricks-bge-large-en",
        "instruction": "Represent this sentence for searching relevant passages:",
    },
    "absent": {"model": "databricks/no-such-endpoint"},
}
MESSAGES: list[ChatCompletionMessageParam] = [
    {"role": "system", "content": "Be a good human!"},
    {"role": "user", "content": "What do you know about earth?"},
]
CAPITAL = [{"role": "user", "content": "What is the capital of France?"}]
WEATHER: Any = {
    "type": "function",
    "function": {
        "name": "get_current_weather",
        "parameters": {
            "type": "object",
            "properties": {"location": {"type": "string"}},
            "required": ["location"],
        },
    },
}

list_of_completions = TypeAdapter(list[ChatCompletion])


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of the proxy.

    It drops parameters that it does not know of Databricks: openai's client always sends one.
    """
    with litellm_proxy(
        python=Path(sys.executable),
        work_dir=tmp_path_factory.mktemp("proxy"),
        master_key=KEY,
        models={name: {**model, **FROM_ENVIRONMENT} for name, model in MODELS.items()},
        settings={"drop_params": True},
        environment={
            "DATABRICKS_API_KEY": TOKEN,
            "DATABRICKS_API_BASE": server_url() + WORKSPACE.path,
        },
    ) as server:
        yield server.url


@pytest.fixture
def client(proxy: str) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(api_key=KEY, base_url=proxy, max_retries=0) as caller:
        yield caller


@pytest.fixture
def workspace() -> Iterator[openai.OpenAI]:
    """The server without the proxy."""
    with openai.OpenAI(api_key=TOKEN, base_url=server_url() + WORKSPACE.path) as caller:
        yield caller


def post(proxy: str, path: str, body: Mapping[str, object]) -> Any:
    """What curl is answered."""
    headers = {"authorization": f"Bearer {KEY}"}
    answer = httpx.post(f"{proxy}{path}", json=body, headers=headers, timeout=60.0)
    assert answer.status_code == 200
    return answer.json()


def test_a_chat_is_answered_as_without_the_proxy(
    client: openai.OpenAI, workspace: openai.OpenAI
) -> None:
    answer = client.chat.completions.create(model="dbrx-instruct", messages=MESSAGES)
    direct = workspace.chat.completions.create(model="databricks-dbrx-instruct", messages=MESSAGES)

    assert answer.choices[0].message.content == direct.choices[0].message.content
    assert answer.usage is not None
    assert direct.usage is not None
    assert answer.usage.total_tokens == direct.usage.total_tokens


def test_parameters_of_the_configuration_reach_the_server(client: openai.OpenAI) -> None:
    answer = client.chat.completions.create(model="llama-3", messages=MESSAGES)

    assert answer.usage is not None
    assert answer.usage.completion_tokens <= 20


def test_a_stream_carries_the_text_and_the_usage_of_the_whole_answer(
    client: openai.OpenAI,
) -> None:
    whole = client.chat.completions.create(model="dbrx-instruct", messages=MESSAGES)
    stream = client.chat.completions.create(
        model="dbrx-instruct",
        messages=MESSAGES,
        stream=True,
        stream_options={"include_usage": True},
    )
    chunks = list(stream)

    deltas = [choice.delta.content or "" for chunk in chunks for choice in chunk.choices]
    assert len(deltas) > 2
    assert "".join(deltas) == whole.choices[0].message.content
    assert chunks[-1].usage is not None
    assert whole.usage is not None
    assert chunks[-1].usage.total_tokens == whole.usage.total_tokens


@pytest.mark.parametrize("model", ["dbrx-instruct", "claude-3-7-sonnet"])
def test_a_tool_is_called_and_its_result_is_answered_with_text(
    client: openai.OpenAI, model: str
) -> None:
    asked = client.chat.completions.create(model=model, messages=MESSAGES, tools=[WEATHER])
    message = asked.choices[0].message
    (call,) = message.tool_calls or []
    turns: Any = [
        *MESSAGES,
        message.model_dump(exclude_none=True),
        {"role": "tool", "tool_call_id": call.id, "content": "sunny"},
    ]
    answered = client.chat.completions.create(model=model, messages=turns, tools=[WEATHER])

    assert asked.choices[0].finish_reason == "tool_calls"
    assert call.type == "function"
    assert isinstance(json.loads(call.function.arguments)["location"], str)
    assert answered.choices[0].message.content


def test_a_tool_is_called_in_a_stream(client: openai.OpenAI) -> None:
    stream = client.chat.completions.create(
        model="dbrx-instruct", messages=MESSAGES, tools=[WEATHER], stream=True
    )
    calls = [
        call
        for chunk in stream
        for choice in chunk.choices
        for call in choice.delta.tool_calls or []
    ]
    pieces = [call.function.arguments or "" for call in calls if call.function]

    assert calls[0].function is not None
    assert calls[0].function.name == "get_current_weather"
    assert isinstance(json.loads("".join(pieces))["location"], str)


def test_embeddings_are_made_with_the_configured_instruction(
    client: openai.OpenAI, workspace: openai.OpenAI
) -> None:
    text = "hello from litellm"
    vector = client.embeddings.create(model="bge-large", input=[text]).data[0].embedding
    plain = workspace.embeddings.create(model="databricks-bge-large-en", input=[text])

    assert len(vector) == 1024
    assert vector != plain.data[0].embedding


def test_several_models_answer_one_request_each(client: openai.OpenAI) -> None:
    answers: object = client.chat.completions.create(
        model="dbrx-instruct,llama-3", messages=MESSAGES
    )

    first, second = list_of_completions.validate_python(answers)
    assert first.choices[0].message.content
    assert first.choices[0].message.content != second.choices[0].message.content


def test_an_effort_of_reasoning_is_told_beside_the_content(proxy: str) -> None:
    body = {"model": "claude-3-7-sonnet", "messages": CAPITAL, "reasoning_effort": "low"}
    message = post(proxy, "/v1/chat/completions", body)["choices"][0]["message"]

    assert isinstance(message["content"], str)
    assert message["reasoning_content"]


def test_messages_are_answered_in_their_format(proxy: str) -> None:
    for model in ("claude-3-7-sonnet", "dbrx-instruct"):
        body = {"model": model, "max_tokens": 100, "messages": CAPITAL}
        answer = post(proxy, "/v1/messages", body)

        assert (answer["type"], answer["role"]) == ("message", "assistant")
        assert [block["type"] for block in answer["content"]] == ["text"]
        assert answer["usage"]["output_tokens"] > 0


def test_responses_are_answered_in_their_format(client: openai.OpenAI) -> None:
    answer = client.responses.create(model="dbrx-instruct", input="hi")

    assert answer.status == "completed"
    assert answer.output_text


def test_the_configured_models_are_listed(client: openai.OpenAI) -> None:
    assert {model.id for model in client.models.list()} == set(MODELS)


def test_what_the_server_refuses_keeps_its_status(client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError, match="no-such-endpoint"):
        client.chat.completions.create(model="absent", messages=MESSAGES)
    with pytest.raises(openai.BadRequestError, match="temperature"):
        client.chat.completions.create(model="dbrx-instruct", messages=MESSAGES, temperature=9)

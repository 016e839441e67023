"""Structured output, tools and vectors over the wire, against the reference server."""

import asyncio
import json
import pickle
from collections.abc import Iterator
from typing import Literal

import httpx
import pytest
from pydantic import BaseModel

import invocant
from invocant import AsyncClient, Client, Gateway, ParseError, RequestError, Toolbox
from invocant.params.chat import ChatMessage
from invocant.params.messages import MessagesTurn
from invocant.params.responses import ResponsesInputItem
from invocant_conformance.embedded import reference_server
from invocant_conformance.json_values import JsonValue
from invocant_conformance.server.settings import ServerSettings

LLAMA = "databricks-meta-llama-3-3-70b-instruct"
CLAUDE = "databricks-claude-3-7-sonnet"
GPT = "databricks-gpt-5"
ASKED: list[ChatMessage] = [{"role": "user", "content": "Where is it warm?"}]


class Place(BaseModel):
    """A place on earth."""

    country: str
    altitude: int | None = None


class City(BaseModel):
    name: str
    kind: Literal["town", "village"]
    places: list[Place]


def weather(city: str, days: int = 1) -> str:
    """How warm it is."""
    return f"7 in {city} for {days} days"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with reference_server(ServerSettings(token_delay=0)) as address:
        yield address


@pytest.fixture
def client(url: str) -> Iterator[Client]:
    with Client(host=url, token="dapi-x") as made:
        yield made


@pytest.fixture
def gateway(url: str) -> Iterator[Gateway]:
    with Gateway(base_url=f"{url}/v1", api_key="sk-x") as made:
        yield made


def test_every_chat_gives_what_was_asked_for(client: Client, gateway: Gateway) -> None:
    create = client.chat.completions.create
    answers = [
        create(model=LLAMA, messages=ASKED, response_format=City),
        client.invocations.chat(LLAMA, messages=ASKED, response_format=City),
        client.ai_gateway.chat.completions.create(
            model="system.ai.llama_v3_3_70b_instruct", messages=ASKED, response_format=City
        ),
        gateway.chat.completions.create(model=LLAMA, messages=ASKED, response_format=City),
    ]
    for answer in answers:
        assert answer.parsed == City.model_validate_json(str(answer.choices[0].message.content))
        assert pickle.loads(pickle.dumps(answer)) == answer


def test_every_choice_is_parsed(gateway: Gateway) -> None:
    create = gateway.chat.completions.create
    answer = create(model=LLAMA, messages=ASKED, response_format=City, n=3)
    assert len(answer.parsed_choices) == len(answer.choices) == 3
    assert answer.parsed == answer.parsed_choices[0]


def test_every_response_gives_what_was_asked_for(client: Client, gateway: Gateway) -> None:
    answers = [
        client.responses.create(model=GPT, input="Where?", text=City),
        client.invocations.responses(GPT, input="Where?", text=City),
        client.ai_gateway.responses.create(model=GPT, input="Where?", text=City),
        gateway.responses.create(model=GPT, input="Where?", text=City),
    ]
    assert all(isinstance(answer.parsed, City) for answer in answers)


def test_asynchronous_clients_give_the_same(url: str, client: Client) -> None:
    async def ask() -> City:
        async with AsyncClient(host=url, token="dapi-x") as asking:
            create = asking.chat.completions.create
            return (await create(model=LLAMA, messages=ASKED, response_format=City)).parsed

    answer = client.chat.completions.create(model=LLAMA, messages=ASKED, response_format=City)
    assert asyncio.run(ask()) == answer.parsed


def test_a_stream_of_the_type_can_be_read(client: Client) -> None:
    create = client.chat.completions.create
    with create(model=LLAMA, messages=ASKED, response_format=City, stream=True) as stream:
        deltas = [choice.delta.content for chunk in stream for choice in chunk.choices]
    text = "".join(delta for delta in deltas if isinstance(delta, str))
    answer = create(model=LLAMA, messages=ASKED, response_format=City)
    assert City.model_validate_json(text) == answer.parsed == invocant.parsed(answer, City)


def test_an_answer_that_is_cut_holds_what_came(client: Client) -> None:
    create = client.chat.completions.create
    with pytest.raises(invocant.AnswerTruncated, match="/chat/completions") as caught:
        create(model=LLAMA, messages=ASKED, response_format=City, max_tokens=2)
    answer = caught.value.answer
    assert isinstance(answer, invocant.models.chat.ChatCompletion)
    assert answer.choices[0].finish_reason == "length"
    assert caught.value.status == 200
    assert caught.value.body == invocant.response_of(answer).body


def test_nothing_is_sent_for_a_type_that_cannot_be_asked_for(client: Client) -> None:
    with pytest.raises(RequestError) as caught:
        client.chat.completions.create(model=LLAMA, messages=ASKED, response_format=int)
    assert caught.value.field == "response_format"


def test_a_chat_with_tools_goes_on(client: Client) -> None:
    tools, conversation = Toolbox(weather, Place), [*ASKED]
    create = client.chat.completions.create
    answer = create(model=LLAMA, messages=ASKED, tools=tools, tool_choice="required")
    while turns := tools.run(answer):
        conversation += turns
        answer = create(model=LLAMA, messages=conversation, tools=tools)
    assert [turn["role"] for turn in conversation] == ["user", "assistant", "tool"]
    assert answer.choices[0].finish_reason == "stop"


def test_messages_with_tools_go_on(client: Client) -> None:
    tools = Toolbox(weather)
    conversation: list[MessagesTurn] = [{"role": "user", "content": "Where is it warm?"}]
    create = client.messages.create
    choice = {"type": "any"}
    answer = create(
        model=CLAUDE, max_tokens=99, messages=conversation, tools=tools, tool_choice=choice
    )
    conversation += tools.run(answer)
    assert [turn["role"] for turn in conversation] == ["user", "assistant", "user"]
    answer = create(model=CLAUDE, max_tokens=99, messages=conversation, tools=tools)
    assert tools.run(answer) == []


def test_responses_with_tools_go_on(client: Client) -> None:
    tools = Toolbox(weather)
    conversation: list[ResponsesInputItem] = [{"role": "user", "content": "Where is it warm?"}]
    create = client.responses.create
    answer = create(model=GPT, input=conversation, tools=tools, tool_choice="required")
    conversation += tools.run(answer)
    assert len(conversation) == 3
    assert tools.run(create(model=GPT, input=conversation, tools=tools)) == []


def test_an_effort_makes_a_model_think(client: Client) -> None:
    create = client.chat.completions.create
    body = invocant.reasoning(CLAUDE, "high")
    answers = [
        create(model=CLAUDE, messages=ASKED, extra_body=body),
        create(model=CLAUDE, messages=ASKED, reasoning_effort="high"),
        create(model=CLAUDE, messages=ASKED, thinking={"type": "enabled", "budget_tokens": 1024}),
    ]
    for answer in answers:
        content = answer.choices[0].message.content
        assert isinstance(content, list)
        assert isinstance(content[0], invocant.models.chat.ReasoningPart)


def test_a_type_and_thoughts_go_together(client: Client) -> None:
    create = client.chat.completions.create
    answer = create(
        model=CLAUDE, messages=ASKED, response_format=City, reasoning_effort="low", max_tokens=999
    )
    assert isinstance(answer.choices[0].message.content, list)
    assert isinstance(answer.parsed, City)


def test_vectors_are_the_same_as_numbers_and_as_base64(gateway: Gateway) -> None:
    create, model = gateway.embeddings.create, "text-embedding-ada-002"
    numbers = create(model=model, input=["a", "b"])
    text = create(model=model, input=["a", "b"], encoding_format="base64")
    assert [type(entry.embedding) for entry in (*numbers.data, *text.data)] == [
        list,
        list,
        str,
        str,
    ]
    assert invocant.array(numbers).tolist() == invocant.array(text).tolist()
    assert invocant.array(text).tolist() == invocant.vectors(text)


def answering(body: JsonValue) -> Client:
    """A client whose server always gives the same answer."""
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=body))
    http = httpx.Client(transport=transport)
    return Client(host="http://host.test", token="dapi-sentinel", http_client=http)


def test_an_answer_that_violates_the_type_is_an_error_with_its_bytes() -> None:
    message = {"role": "assistant", "content": '{"name": "dapi-sentinel", "kind": "city"}'}
    body: JsonValue = {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
    with pytest.raises(ParseError, match="no City: kind: Input should be 'town' or") as caught:
        answering(body).chat.completions.create(model="m", messages=[], response_format=City)
    error = caught.value
    assert (
        error.body
        == json.dumps(body, separators=(",", ":")).replace("dapi-sentinel", "[secret]").encode()
    )
    assert error.answer is not None
    assert "dapi-sentinel" not in f"{error!r}{error}"

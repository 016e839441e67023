"""The final answer of a stream is the answer that the same request gets without one.

Over the wire, from the reference server, whose models answer the same to the same request. Left out
of the comparison are ids and times, which every answer has of its own, and the made-up numbers of
log probabilities.
"""

import asyncio
from collections.abc import Iterator, Mapping
from itertools import chain
from operator import attrgetter
from typing import Protocol, TypeGuard

import pytest

import invocant
from invocant import AccumulatingStream, AsyncAccumulatingStream, Model, response_of
from invocant_conformance.client import methods
from invocant_conformance.embedded import reference_server
from invocant_conformance.json_values import JsonObject, JsonValue, as_object, checked
from invocant_conformance.server.settings import ServerSettings

LLAMA = "databricks-meta-llama-3-3-70b-instruct"
CLAUDE = "databricks-claude-sonnet-4"
GPT = "databricks-gpt-5"
GEMINI = "databricks-gemini-2-5-flash"
UNITY = "system.ai.claude-sonnet-4-5"
TEXTS = "texts"

HI: JsonObject = {"messages": [{"role": "user", "content": "What is a mixture of experts?"}]}
INPUT: JsonObject = {"input": "What is a mixture of experts?"}
PROMPT: JsonObject = {"prompt": "The lake house was", "max_tokens": 12}
CONTENTS: JsonObject = {"contents": [{"role": "user", "parts": [{"text": "What is a mixture?"}]}]}
CITY: JsonObject = {
    "type": "object",
    "properties": {"city": {"type": "string"}},
    "required": ["city"],
}
FUNCTION: JsonObject = {"name": "get_weather", "parameters": CITY}
CALLED: JsonObject = {
    "tools": [{"type": "function", "function": FUNCTION}],
    "tool_choice": "required",
}
THINKING: JsonObject = {"thinking": {"type": "enabled", "budget_tokens": 1024}}
USAGE: JsonObject = {"stream_options": {"include_usage": True}}
SAMPLED: JsonObject = {"logprobs": True, "top_logprobs": 2, "max_tokens": 9}


def also(*objects: JsonObject, **more: JsonValue) -> JsonObject:
    """The members of all objects."""
    return {**dict(chain.from_iterable(each.items() for each in objects)), **more}


CHATS = [HI, also(HI, max_tokens=7), also(HI, CALLED), also(HI, SAMPLED)]
RESPONSES = [
    INPUT,
    also(INPUT, max_output_tokens=16),
    also(INPUT, tools=[{"type": "function", **FUNCTION}], tool_choice="required"),
    also(INPUT, reasoning={"effort": "low", "summary": "auto"}),
]
WEATHER: JsonObject = {"name": "get_weather", "input_schema": CITY}
MESSAGES = [
    also(HI, max_tokens=64),
    also(HI, max_tokens=5),
    also(HI, max_tokens=64, tools=[WEATHER], tool_choice={"type": "any"}),
    also(HI, THINKING, max_tokens=2048),
]
DECLARED: JsonObject = {"name": "get_weather", "parametersJsonSchema": CITY}
CANDIDATES = [
    CONTENTS,
    also(CONTENTS, generationConfig={"maxOutputTokens": 5, "candidateCount": 2}),
    also(
        CONTENTS,
        tools=[{"functionDeclarations": [DECLARED]}],
        toolConfig={"functionCallingConfig": {"mode": "ANY"}},
    ),
    also(CONTENTS, generationConfig={"thinkingConfig": {"includeThoughts": True}}),
]


def each(bodies: list[JsonObject], **more: JsonValue) -> list[JsonObject]:
    return [also(body, **more) for body in bodies]


# The arguments of every method that streams.
CASES: Mapping[str, list[JsonObject]] = {
    "Client.chat.completions.create": [
        *each(CHATS, model=LLAMA),
        also(HI, THINKING, model=CLAUDE, max_tokens=2048),
    ],
    "Client.invocations.chat": each(CHATS, name=LLAMA),
    "Client.ai_gateway.chat.completions.create": each([HI], model=UNITY),
    "Gateway.chat.completions.create": [
        *each(CHATS, model=LLAMA, **USAGE),
        also(HI, USAGE, model=LLAMA, n=3),
        also(HI, USAGE, THINKING, model=CLAUDE, max_tokens=2048),
    ],
    "Client.completions.create": each([PROMPT, also(PROMPT, n=2)], model=TEXTS),
    "Client.invocations.completions": each([also(PROMPT, prompt=["a b", "c"])], name=TEXTS),
    "Gateway.completions.create": each([PROMPT, also(PROMPT, logprobs=2)], model=LLAMA, **USAGE),
    "Client.responses.create": each(RESPONSES, model=GPT),
    "Client.invocations.responses": each([INPUT], name=GPT),
    "Client.ai_gateway.responses.create": each([INPUT], model=GPT),
    "Gateway.responses.create": each(RESPONSES, model=GPT),
    "Client.messages.create": each(MESSAGES, model=CLAUDE),
    "Client.ai_gateway.messages.create": each([MESSAGES[0]], model=CLAUDE),
    "Gateway.messages.create": each(MESSAGES, model=CLAUDE),
    "Client.gemini.stream_generate_content": each(CANDIDATES, model=GEMINI),
    "Client.ai_gateway.gemini.stream_generate_content": each([CONTENTS], model=GEMINI),
}
EVERY = [
    pytest.param(name, body, id=f"{name}-{number}")
    for name, bodies in CASES.items()
    for number, body in enumerate(bodies)
]

# What two answers to the same request may differ in.
OWN = frozenset({"id", "created", "created_at", "responseId", "call_id", "logprob", "signature"})
LISTED = frozenset({"token_logprobs", "top_logprobs"})


class Method(Protocol):
    def __call__(self, **arguments: JsonValue) -> object: ...


def test_every_method_that_streams_is_asked() -> None:
    assert CASES.keys() == {each.full_name for each in methods.load() if each.end is not None}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with reference_server(ServerSettings(token_delay=0)) as url:
        with invocant.Client(host=url, token="dapi-x") as client:
            client.serving_endpoints.create(
                name=TEXTS,
                config={
                    "served_entities": [
                        {
                            "external_model": {
                                "name": "gpt-3.5-turbo-instruct",
                                "provider": "openai",
                                "task": "llm/v1/completions",
                                "openai_config": {"openai_api_key": "{{secrets/models/openai}}"},
                            }
                        }
                    ]
                },
            )
        yield url


@pytest.fixture(scope="module")
def clients(address: str) -> Iterator[Mapping[str, object]]:
    with (
        invocant.Client(host=address, token="dapi-x") as client,
        invocant.Gateway(base_url=address, api_key="sk-x") as gateway,
    ):
        yield {"Client": client, "Gateway": gateway}


def method(clients: Mapping[str, object], name: str) -> Method:
    kind, _, path = name.partition(".")
    found: Method = attrgetter(path)(clients[kind])
    return found


def arguments(name: str, body: JsonObject) -> JsonObject:
    return body if name.endswith("stream_generate_content") else {**body, "stream": True}


def unstreamed(name: str, body: JsonObject) -> tuple[str, JsonObject]:
    alone = {key: body[key] for key in body if key != "stream_options"}
    return name.replace("stream_generate_content", "generate_content"), alone


def is_stream(answer: object) -> TypeGuard[AccumulatingStream[object, Model]]:
    return isinstance(answer, AccumulatingStream)


def is_async_stream(answer: object) -> TypeGuard[AsyncAccumulatingStream[object, Model]]:
    return isinstance(answer, AsyncAccumulatingStream)


def plain(answer: object) -> JsonObject:
    assert isinstance(answer, Model)
    return as_object(checked(answer.model_dump(mode="json", by_alias=True, exclude_unset=True)))


def common(value: JsonValue) -> JsonValue:
    """What two answers to the same request have in common; of numbers that differ, how many."""
    if isinstance(value, list):
        return [common(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    held: dict[str, JsonValue] = {}
    for name, member in value.items():
        counted = len(member) if name in LISTED and isinstance(member, list) else common(member)
        held[name] = None if name in OWN else counted
    return held


@pytest.mark.parametrize(("name", "body"), EVERY)
def test_the_final_answer_is_the_answer_without_streaming(
    clients: Mapping[str, object], name: str, body: JsonObject
) -> None:
    stream = method(clients, name)(**arguments(name, body))
    assert is_stream(stream)
    final = stream.final()
    other, alone = unstreamed(name, body)
    whole = method(clients, other)(**alone)
    assert type(final) is type(whole)
    assert common(plain(final)) == common(plain(whole))
    assert response_of(final).status == 200
    assert stream.usage is not None
    assert len(stream.received) > 1


def test_async_streams_have_the_same_final_answers(
    clients: Mapping[str, object], address: str
) -> None:
    async def read() -> None:
        async with (
            invocant.AsyncClient(host=address, token="dapi-x") as client,
            invocant.AsyncGateway(base_url=address, api_key="sk-x") as gateway,
        ):
            later: Mapping[str, object] = {"Client": client, "Gateway": gateway}
            for name, bodies in CASES.items():
                for body in bodies:
                    await compare(later, name, arguments(name, body))

    async def compare(later: Mapping[str, object], name: str, body: JsonObject) -> None:
        awaited = method(later, name)(**body)
        assert asyncio.iscoroutine(awaited)
        stream: object = await awaited
        assert is_async_stream(stream)
        first = await anext(stream)
        final = await stream.final()
        same = method(clients, name)(**body)
        assert is_stream(same)
        assert type(next(same)) is type(first)
        assert common(plain(final)) == common(plain(same.final())), name
        assert stream.text == same.text

    asyncio.run(read())

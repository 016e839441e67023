"""What type checkers have to infer for users of the generated package.

Nothing runs this file: mypy and pyright read it in the `lint` session.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_type

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel
from typing_extensions import TypedDict

from invocant import (
    OMIT,
    AccumulatingStream,
    AsyncAccumulatingStream,
    AsyncClient,
    AsyncPager,
    AsyncStream,
    AsyncToolbox,
    Call,
    CallEnded,
    CallStarted,
    Client,
    EndpointFailed,
    Event,
    Gateway,
    Model,
    Page,
    PollInterval,
    Stream,
    TokenUsage,
    Tool,
    Toolbox,
    Unknown,
    WireLog,
    array,
    json_schema,
    parsed,
    parsed_calls,
    reasoning,
    vectors,
)
from invocant.models import (
    ParsedChatCompletion,
    ParsedResponsesResponse,
    chat,
    embeddings,
    gemini,
    litellm,
    messages,
    responses,
    serving_endpoints,
)
from invocant.params.chat import ChatMessage
from invocant.params.messages import MessagesTurn
from invocant.params.responses import ResponsesInputItem


class City(BaseModel):
    name: str


@dataclass
class Point:
    x: int


class Mark(TypedDict):
    y: int


def weather(city: str) -> str:
    return city


def streaming_decides_the_type(client: Client, messages: list[ChatMessage], flag: bool) -> None:
    create = client.chat.completions.create
    assert_type(create(model="m", messages=messages), chat.ChatCompletion)
    assert_type(create(model="m", messages=messages, stream=False), chat.ChatCompletion)
    assert_type(
        create(model="m", messages=messages, stream=True),
        AccumulatingStream[chat.ChatCompletionChunk, chat.ChatCompletion],
    )
    assert_type(
        create(model="m", messages=messages, stream=flag),
        chat.ChatCompletion | AccumulatingStream[chat.ChatCompletionChunk, chat.ChatCompletion],
    )


async def asynchronous_methods_are_awaited(
    client: AsyncClient, messages: list[ChatMessage]
) -> None:
    create = client.chat.completions.create
    assert_type(await create(model="m", messages=messages), chat.ChatCompletion)
    stream = await create(model="m", messages=messages, stream=True)
    assert_type(stream, AsyncAccumulatingStream[chat.ChatCompletionChunk, chat.ChatCompletion])
    async for chunk in stream:
        assert_type(chunk, chat.ChatCompletionChunk)
    assert_type(await stream.final(), chat.ChatCompletion)
    assert_type(stream.snapshot(), chat.ChatCompletion | None)


def a_stream_gives_the_answer_as_well(client: Client, messages: list[ChatMessage]) -> None:
    with client.chat.completions.create(model="m", messages=messages, stream=True) as stream:
        for chunk in stream:
            assert_type(chunk, chat.ChatCompletionChunk)
            assert_type(stream.snapshot(), chat.ChatCompletion | None)
        assert_type(stream.final(), chat.ChatCompletion)
    assert_type(stream.usage, TokenUsage | None)
    assert_type(stream.text, str)
    assert_type(stream.notes, list[Model])


def what_accumulates_is_a_stream(
    stream: AccumulatingStream[chat.ChatCompletionChunk, chat.ChatCompletion],
    later: AsyncAccumulatingStream[chat.ChatCompletionChunk, chat.ChatCompletion],
) -> tuple[Stream[chat.ChatCompletionChunk], AsyncStream[chat.ChatCompletionChunk]]:
    return stream, later


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


def items_and_messages_can_be_sent_back(
    client: Client, answer: responses.ResponsesResponse, message: messages.Message
) -> None:
    client.responses.create(model="m", input=[*answer.output, {"role": "user", "content": "hi"}])
    client.messages.create(
        model="m", max_tokens=9, messages=[message, {"role": "user", "content": "hi"}]
    )


def events_are_told_apart_by_their_type(client: Client) -> None:
    for event in client.responses.create(model="m", input="hi", stream=True):
        if isinstance(event, responses.ResponsesTextDeltaEvent):
            assert_type(event.delta, str)


def what_always_streams_needs_no_wish(client: Client) -> None:
    stream = client.gemini.stream_generate_content("m", contents=[{"parts": [{"text": "hi"}]}])
    assert_type(
        stream,
        AccumulatingStream[gemini.GenerateContentResponse, gemini.GenerateContentResponse],
    )


def lists_are_pages(client: Client, proxy: Gateway) -> None:
    assert_type(client.serving_endpoints.list(), Page[serving_endpoints.ServingEndpoint])
    assert_type(proxy.models.list(), Page[litellm.GatewayModel])


async def asynchronous_lists_are_awaited_or_iterated(client: AsyncClient) -> None:
    pager = client.serving_endpoints.list()
    assert_type(pager, AsyncPager[serving_endpoints.ServingEndpoint])
    assert_type(await pager, Page[serving_endpoints.ServingEndpoint])
    async for endpoint in client.serving_endpoints.list(timeout=3):
        assert_type(endpoint, serving_endpoints.ServingEndpoint)


def endpoints_are_waited_for(client: Client) -> Model | None:
    def on_poll(endpoint: serving_endpoints.ServingEndpointDetailed, elapsed: float) -> None: ...

    resource = client.serving_endpoints
    created = resource.create_and_wait(name="e", config={}, wait_timeout=None, on_poll=on_poll)
    assert_type(created, serving_endpoints.ServingEndpointDetailed)
    resource.update_config_and_wait("e", served_entities=[], poll_interval=2, max_retries=5)
    try:
        resource.wait_until_ready("e", poll_interval=PollInterval(longest=60.0))
    except EndpointFailed as error:
        return error.endpoint
    return resource.stop_and_wait("e")


async def asynchronous_waits_are_awaited(client: AsyncClient) -> None:
    endpoint = await client.serving_endpoints.wait_until_ready("e")
    assert_type(endpoint, serving_endpoints.ServingEndpointDetailed)


def calls_are_watched(call: Call) -> None:
    def hook(event: Event, /) -> None:
        assert_type(event.call, Call)
        if isinstance(event, CallEnded):
            assert_type(event.facts.usage, TokenUsage | None)

    AsyncClient(hooks=[hook, WireLog(bodies=True)], tracing=False)
    hook(CallStarted(call=call))


def parameters_are_arguments(proxy: Gateway, messages: list[ChatMessage]) -> None:
    listed = proxy.models.list(include_metadata=True, fallback_type="general")
    assert_type(listed, Page[litellm.GatewayModel])
    create = proxy.chat.completions.create
    answer = create(model="m", messages=messages, x_litellm_timeout=1.5, x_litellm_num_retries=OMIT)
    assert_type(answer, chat.ChatCompletion)


def aliases_are_chosen_by_an_argument(client: Client, messages: list[ChatMessage]) -> None:
    ask = client.invocations.chat
    assert_type(ask("e", messages=messages, served_model="s"), chat.ChatCompletion)
    assert_type(ask("e", messages=messages, served_model=OMIT), chat.ChatCompletion)
    stream = ask("e", messages=messages, served_model="s", stream=True)
    assert_type(stream, AccumulatingStream[chat.ChatCompletionChunk, chat.ChatCompletion])


def arrays_are_lists_of_unions(proxy: Gateway, messages: list[ChatMessage]) -> str:
    for answer in proxy.chat.completions.create_batch(model="a,b", messages=messages):
        match answer:
            case chat.ChatCompletion():
                assert_type(answer.choices, list[chat.ChatChoice])
            case litellm.BatchMemberError():
                return answer.message
    return ""


def texts_are_strings(client: Client, proxy: Gateway) -> str:
    assert_type(client.serving_endpoints.export_metrics("e"), str)
    return proxy.health.liveliness()


async def asynchronous_methods_always_stream(client: AsyncClient) -> None:
    stream = await client.gemini.stream_generate_content("m", contents=[])
    assert_type(
        stream,
        AsyncAccumulatingStream[gemini.GenerateContentResponse, gemini.GenerateContentResponse],
    )


def events_are_unions(client: Client) -> None:
    message = client.messages.create(model="m", max_tokens=1, messages=[], stream=True)
    assert_type(message, AccumulatingStream[messages.MessagesEvent, messages.Message])
    answer = client.responses.create(model="m", input="hi", stream=True)
    assert_type(answer, AccumulatingStream[responses.ResponsesEvent, responses.ResponsesResponse])


def events_can_be_matched_completely(event: messages.MessagesEvent) -> str:
    match event:
        case messages.ContentBlockDeltaEvent(delta=messages.MessagesTextDelta(text=text)):
            return text
        case messages.MessageStartEvent() | messages.MessageDeltaEvent():
            return ""
        case messages.ContentBlockStartEvent() | messages.ContentBlockDeltaEvent():
            return ""
        case messages.ContentBlockStopEvent() | messages.MessageStopEvent():
            return ""
        case messages.MessagesPingEvent() | messages.MessagesError() | Unknown():
            return ""


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


def a_type_decides_what_is_parsed(
    client: Client, proxy: Gateway, messages: list[ChatMessage], flag: bool
) -> None:
    create = client.chat.completions.create
    answer = create(model="m", messages=messages, response_format=City)
    assert_type(answer, ParsedChatCompletion[City])
    assert_type(answer.parsed, City)
    assert_type(answer.parsed_choices, list[City])
    assert_type(answer.choices, list[chat.ChatChoice])
    assert_type(create(model="m", messages=messages, response_format=Point).parsed, Point)
    assert_type(create(model="m", messages=messages, response_format=Mark).parsed, Mark)
    free = create(model="m", messages=messages, response_format={"type": "text"})
    assert_type(free, chat.ChatCompletion)
    assert_type(create(model="m", messages=messages, response_format=OMIT), chat.ChatCompletion)
    assert_type(
        create(model="m", messages=messages, response_format=City, stream=True),
        AccumulatingStream[chat.ChatCompletionChunk, chat.ChatCompletion],
    )
    assert_type(
        create(model="m", messages=messages, response_format=City, stream=flag),
        chat.ChatCompletion | AccumulatingStream[chat.ChatCompletionChunk, chat.ChatCompletion],
    )
    invoked = client.invocations.chat("e", messages=messages, response_format=City)
    assert_type(invoked.parsed, City)
    proxied = proxy.chat.completions.create(model="m", messages=messages, response_format=City)
    assert_type(proxied.parsed, City)
    response = client.responses.create(model="m", input="hi", text=City)
    assert_type(response, ParsedResponsesResponse[City])


async def asynchronous_answers_are_parsed_too(
    client: AsyncClient, messages: list[ChatMessage]
) -> None:
    create = client.ai_gateway.chat.completions.create
    answer = await create(model="m", messages=messages, response_format=City)
    assert_type(answer.parsed, City)
    turns = await AsyncToolbox(weather).run(answer)
    assert_type(turns, list[ChatMessage])


def what_was_said_can_be_parsed_later(
    answer: chat.ChatCompletion,
    message: messages.Message,
    candidate: gemini.GenerateContentResponse,
) -> None:
    assert_type(parsed(answer, City), City)
    assert_type(parsed(message, Point), Point)
    assert_type(parsed(candidate, Mark), Mark)
    assert_type(parsed_calls(answer, City), list[City])


def functions_and_types_are_tools(client: Client, conversation: list[ChatMessage]) -> None:
    tools = Toolbox(weather, City, Tool(weather, name="again"))
    create = client.chat.completions.create
    answer = create(model="m", messages=conversation, tools=tools)
    while turns := tools.run(answer):
        conversation += turns
        answer = create(model="m", messages=conversation, tools=[weather, City, *tools])
    spoken: list[MessagesTurn] = [{"role": "user", "content": "hi"}]
    message = client.messages.create(model="m", max_tokens=9, messages=spoken, tools=tools)
    assert_type(tools.run(message), list[MessagesTurn])
    response = client.responses.create(model="m", input="hi", tools=[weather])
    assert_type(tools.run(response), list[ResponsesInputItem])


def an_effort_is_part_of_a_body(client: Client, messages: list[ChatMessage]) -> None:
    body = {**reasoning("m", "high"), "json_schema": json_schema(City)}
    client.chat.completions.create(model="m", messages=messages, extra_body=body)


def vectors_are_lists_or_an_array(answer: embeddings.EmbeddingsResponse) -> None:
    assert_type(vectors(answer), list[list[float]])
    assert_type(array(answer), npt.NDArray[np.float32])

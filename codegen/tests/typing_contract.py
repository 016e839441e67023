"""What type checkers have to infer for users of the generated package.

Nothing runs this file: mypy and pyright read it in the `lint` session.
"""

from collections.abc import Callable
from typing import assert_type

from invocant import (
    OMIT,
    AsyncClient,
    AsyncPager,
    AsyncStream,
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
    Unknown,
    WireLog,
)
from invocant.models import (
    chat,
    embeddings,
    gemini,
    litellm,
    messages,
    responses,
    serving_endpoints,
)
from invocant.params.chat import ChatMessage


def streaming_decides_the_type(client: Client, messages: list[ChatMessage], flag: bool) -> None:
    create = client.chat.completions.create
    assert_type(create(model="m", messages=messages), chat.ChatCompletion)
    assert_type(create(model="m", messages=messages, stream=False), chat.ChatCompletion)
    assert_type(create(model="m", messages=messages, stream=True), Stream[chat.ChatCompletionChunk])
    assert_type(
        create(model="m", messages=messages, stream=flag),
        chat.ChatCompletion | Stream[chat.ChatCompletionChunk],
    )


async def asynchronous_methods_are_awaited(
    client: AsyncClient, messages: list[ChatMessage]
) -> None:
    create = client.chat.completions.create
    assert_type(await create(model="m", messages=messages), chat.ChatCompletion)
    stream = await create(model="m", messages=messages, stream=True)
    assert_type(stream, AsyncStream[chat.ChatCompletionChunk])
    async for chunk in stream:
        assert_type(chunk, chat.ChatCompletionChunk)


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
    assert_type(stream, Stream[gemini.GenerateContentResponse])


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
    assert_type(stream, Stream[chat.ChatCompletionChunk])


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
    assert_type(stream, AsyncStream[gemini.GenerateContentResponse])


def events_are_unions(client: Client) -> None:
    message = client.messages.create(model="m", max_tokens=1, messages=[], stream=True)
    assert_type(message, Stream[messages.MessagesEvent])
    answer = client.responses.create(model="m", input="hi", stream=True)
    assert_type(answer, Stream[responses.ResponsesEvent])


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

"""The official `anthropic` client gets messages, streams, counts and errors as it expects them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping

import anthropic
import httpx2
import pytest
from anthropic.types import Message, RawMessageStreamEvent

from interop.clients.anthropic_places import (
    GATEWAY,
    HELLO,
    Place,
    client,
    each_place,
    greet,
    text_of,
)
from interop.clients.faults import fault
from interop.clients.surfaces import CHAT_MODEL, TOKEN, WRONG_TOKEN, server_url

OF_STATUS: Mapping[int, type[anthropic.APIStatusError]] = {
    400: anthropic.BadRequestError,
    401: anthropic.AuthenticationError,
    403: anthropic.PermissionDeniedError,
    404: anthropic.NotFoundError,
    409: anthropic.ConflictError,
    422: anthropic.UnprocessableEntityError,
    429: anthropic.RateLimitError,
    500: anthropic.InternalServerError,
    502: anthropic.InternalServerError,
    503: anthropic.ServiceUnavailableError,
    504: anthropic.DeadlineExceededError,
    529: anthropic.OverloadedError,
}


@each_place
def test_a_message_is_answered_with_one_text_block_and_its_usage(place: Place) -> None:
    message = greet(place)

    assert (message.type, message.role, message.model) == ("message", "assistant", place.model)
    assert [block.type for block in message.content] == ["text"]
    assert message.stop_reason == "end_turn"
    assert message.usage.input_tokens > 0
    assert message.usage.output_tokens > 0


@each_place
def test_the_token_may_come_as_auth_token(place: Place) -> None:
    with anthropic.Anthropic(base_url=server_url() + place.path, auth_token=TOKEN) as caller:
        message = caller.messages.create(model=place.model, max_tokens=1024, messages=HELLO)

    assert text_of(message) == text_of(greet(place))


@each_place
def test_the_async_client_gets_the_text_that_the_sync_client_gets(place: Place) -> None:
    async def ask() -> Message:
        address = server_url() + place.path
        async with anthropic.AsyncAnthropic(base_url=address, api_key=TOKEN) as caller:
            return await caller.messages.create(model=place.model, max_tokens=1024, messages=HELLO)

    assert text_of(asyncio.run(ask())) == text_of(greet(place))


@each_place
def test_the_stream_helper_puts_the_whole_message_together(place: Place) -> None:
    with (
        client(place) as caller,
        caller.messages.stream(model=place.model, max_tokens=1024, messages=HELLO) as stream,
    ):
        text = "".join(stream.text_stream)
        message = stream.get_final_message()

    whole = greet(place)
    assert text == text_of(message) == text_of(whole)
    assert (message.stop_reason, message.usage) == (whole.stop_reason, whole.usage)


def shape(events: Iterable[RawMessageStreamEvent]) -> list[str]:
    """The types of events, each run of equal ones told once."""
    types = [event.type for event in events]
    return [now for before, now in zip(["", *types], types, strict=False) if before != now]


@each_place
def test_a_raw_stream_has_the_documented_order_of_events(place: Place) -> None:
    with client(place) as caller:
        events = caller.messages.create(
            model=place.model, max_tokens=1024, messages=HELLO, stream=True
        )
        told = shape(events)

    assert told == [
        "message_start",
        "content_block_start",
        "content_block_delta",
        "content_block_stop",
        "message_delta",
        "message_stop",
    ]


@each_place
def test_an_answer_cut_at_max_tokens_says_so(place: Place) -> None:
    message = greet(place, max_tokens=1)

    assert (message.stop_reason, message.usage.output_tokens) == ("max_tokens", 1)


@each_place
def test_an_answer_ends_before_a_stop_sequence(place: Place) -> None:
    _, word, *_ = text_of(greet(place)).split()
    with client(place) as caller:
        message = caller.messages.create(
            model=place.model, max_tokens=1024, messages=HELLO, stop_sequences=[word]
        )

    assert (message.stop_reason, message.stop_sequence) == ("stop_sequence", word)
    assert word not in text_of(message)


@each_place
def test_fields_that_the_client_leaves_to_extra_body_are_taken(place: Place) -> None:
    with client(place) as caller:
        message = caller.messages.create(
            model=place.model,
            max_tokens=1024,
            messages=HELLO,
            system=[{"type": "text", "text": "Be brief.", "cache_control": {"type": "ephemeral"}}],
            metadata={"user_id": "interop"},
            extra_body={"temperature": 0.5},
        )

    assert text_of(message)


def test_a_gateway_answers_messages_with_models_of_any_maker() -> None:
    message = greet(GATEWAY, model=CHAT_MODEL)

    assert message.model == CHAT_MODEL
    assert text_of(message)


def test_a_gateway_counts_the_tokens_that_a_message_costs() -> None:
    with client(GATEWAY) as caller:
        counted = caller.messages.count_tokens(model=GATEWAY.model, messages=HELLO)

    assert counted.input_tokens == greet(GATEWAY).usage.input_tokens


def test_a_gateway_lists_its_models_and_shows_each() -> None:
    with client(GATEWAY) as caller:
        listed = {model.id for model in caller.models.list()}
        shown = caller.models.retrieve(GATEWAY.model)

    assert GATEWAY.model in listed
    assert shown.id == GATEWAY.model


@each_place
def test_an_unknown_model_is_not_found(place: Place) -> None:
    with pytest.raises(anthropic.NotFoundError, match="no-such-model"):
        greet(place, model="no-such-model")


@each_place
def test_a_wrong_token_is_an_authentication_error_that_does_not_repeat_it(place: Place) -> None:
    with pytest.raises(anthropic.AuthenticationError) as caught:
        greet(place, token=WRONG_TOKEN)

    assert WRONG_TOKEN not in str(caught.value)


@each_place
def test_a_value_out_of_its_range_is_a_bad_request(place: Place) -> None:
    with pytest.raises(anthropic.BadRequestError, match="max_tokens"):
        greet(place, max_tokens=0)


@each_place
@pytest.mark.parametrize(("status", "error"), OF_STATUS.items())
def test_each_status_is_an_error_of_its_own(
    place: Place, status: int, error: type[anthropic.APIStatusError]
) -> None:
    with client(place) as caller, pytest.raises(error) as caught:
        caller.messages.create(
            model=place.model, max_tokens=1024, messages=HELLO, extra_headers=fault(str(status))
        )

    assert caught.value.status_code == status


@pytest.mark.parametrize("spec", ["429;retry-after=0", "500", "503"])
def test_an_overloaded_server_is_asked_again(spec: str) -> None:
    sent: list[httpx2.Request] = []
    with (
        anthropic.DefaultHttpxClient(event_hooks={"request": [sent.append]}) as http,
        anthropic.Anthropic(
            base_url=server_url(), api_key=TOKEN, max_retries=1, http_client=http
        ) as caller,
        pytest.raises(anthropic.APIStatusError),
    ):
        caller.messages.create(
            model=GATEWAY.model, max_tokens=1024, messages=HELLO, extra_headers=fault(spec)
        )

    assert [request.headers["x-stainless-retry-count"] for request in sent] == ["0", "1"]

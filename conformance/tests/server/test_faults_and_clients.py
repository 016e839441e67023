"""Faults as our clients see them: the documented exception comes out."""

import asyncio
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

import invocant
from invocant_conformance.embedded import reference_server
from invocant_conformance.server.settings import ServerSettings

from .examples import CHAT_MODEL, EMBEDDING_MODEL

MESSAGES: Any = [{"role": "user", "content": "Hi"}]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with reference_server(ServerSettings(token_delay=0)) as url:
        yield url


@pytest.fixture
def client(url: str) -> Iterator[invocant.Client]:
    with invocant.Client(host=url, token="dapi-test", max_retries=0, timeout=5) as client:
        yield client


def failing(spec: str) -> dict[str, str]:
    return {"x-invocant-fault": spec}


@pytest.mark.parametrize(
    ("spec", "error"),
    [
        ("400", invocant.BadRequestError),
        ("401", invocant.AuthenticationError),
        ("403", invocant.PermissionDeniedError),
        ("404", invocant.NotFoundError),
        ("409", invocant.ConflictError),
        ("422", invocant.UnprocessableEntityError),
        ("429", invocant.RateLimitError),
        ("500", invocant.InternalServerError),
        ("503", invocant.InternalServerError),
        ("html;status=502", invocant.InternalServerError),
        ("html", invocant.APIResponseError),
        ("reset", invocant.APIConnectionError),
        ("reset;when=after", invocant.APIConnectionError),
        ("reset;after=10", invocant.APIConnectionError),
        ("cut", invocant.APIConnectionError),
        ("cut;framing=proper", invocant.APIResponseError),
        ("cut;framing=close", invocant.APIResponseError),
        ("malformed", invocant.APIResponseError),
        ("malformed;form=broken", invocant.APIResponseError),
        ("malformed;form=text", invocant.APIResponseError),
        ("malformed;form=utf-8", invocant.APIResponseError),
        ("content-type", invocant.APIResponseError),
        ("empty", invocant.APIResponseError),
        ("empty;status=204", invocant.APIResponseError),
        ("raw;base64=aGVsbG8", invocant.APIConnectionError),
        ("raw;base64=;end=close", invocant.APIConnectionError),
    ],
)
def test_a_whole_answer(
    client: invocant.Client, spec: str, error: type[invocant.InvocantError]
) -> None:
    with pytest.raises(error):
        client.chat.completions.create(
            model=CHAT_MODEL, messages=MESSAGES, extra_headers=failing(spec)
        )


@pytest.mark.parametrize(
    ("spec", "error", "received"),
    [
        ("cut;after=2", invocant.StreamInterrupted, 2),
        ("cut;after=2;framing=proper", invocant.StreamInterrupted, 2),
        ("cut;after=2;framing=close", invocant.StreamInterrupted, 2),
        ("cut;after=10b", invocant.StreamInterrupted, 0),
        ("reset;after=2", invocant.StreamInterrupted, 2),
        ("empty", invocant.StreamInterrupted, 0),
        ("error;after=2", invocant.StreamError, 2),
        ("error;after=2;shape=openai", invocant.StreamError, 2),
        ("error;after=2;shape=text", invocant.StreamError, 2),
        ("error;after=2;shape=choices", invocant.StreamError, 2),
        ("error;after=2;shape=event", invocant.StreamError, 2),
        ("error;after=2;shape=event-text", invocant.StreamError, 2),
        ("error;after=2;shape=event-message", invocant.StreamError, 2),
        ("error;after=2;shape=anthropic", invocant.StreamError, 2),
        ("malformed;after=2", invocant.APIResponseError, 2),
        ("malformed;after=2;form=text", invocant.APIResponseError, 2),
        ("malformed;after=2;form=utf-8", invocant.APIResponseError, 2),
        ("html", invocant.APIResponseError, 0),
        ("content-type", invocant.APIResponseError, 0),
        ("429", invocant.RateLimitError, 0),
        ("reset", invocant.APIConnectionError, 0),
    ],
)
def test_a_stream(
    client: invocant.Client, spec: str, error: type[invocant.InvocantError], received: int
) -> None:
    came: list[object] = []
    with pytest.raises(error):
        gather(client, spec, came)
    assert len(came) == received


def gather(client: invocant.Client, spec: str, into: list[object]) -> None:
    chunks = client.chat.completions.create(
        model=CHAT_MODEL, messages=MESSAGES, stream=True, extra_headers=failing(spec)
    )
    for chunk in chunks:
        into.append(chunk)


@pytest.mark.parametrize("spec", ["error", "no-end", "cut;after=3"])
def test_streams_of_other_formats(client: invocant.Client, spec: str) -> None:
    expected = invocant.StreamError if spec == "error" else invocant.StreamInterrupted
    headers = failing(spec)
    streams: list[Callable[[], Iterable[object]]] = [
        lambda: client.messages.create(
            model="databricks-claude-3-7-sonnet",
            messages=MESSAGES,
            max_tokens=5,
            stream=True,
            extra_headers=headers,
        ),
        lambda: client.responses.create(
            model="databricks-gpt-5", input="Hi", stream=True, extra_headers=headers
        ),
    ]
    for stream in streams:
        with pytest.raises(expected):
            list(stream())


def test_a_finished_stream_without_its_end_marker_is_complete(client: invocant.Client) -> None:
    came: list[object] = []
    gather(client, "no-end", came)
    assert came


@pytest.mark.parametrize(
    ("spec", "seconds"),
    [
        ("429;retry-after=7", 7),
        ("429;retry-after=0.25;as=milliseconds", 0.25),
        ("429;retry-after=15;as=body", 15),
        ("429;as=none", None),
    ],
)
def test_a_rate_limit_says_when_to_come_again(
    client: invocant.Client, spec: str, seconds: float | None
) -> None:
    with pytest.raises(invocant.RateLimitError) as caught:
        client.embeddings.create(model=EMBEDDING_MODEL, input="a", extra_headers=failing(spec))
    assert caught.value.retry_after == seconds


def test_a_rate_limit_says_it_as_a_date(client: invocant.Client) -> None:
    with pytest.raises(invocant.RateLimitError) as caught:
        client.serving_endpoints.list(extra_headers=failing("429;retry-after=60;as=date"))
    assert caught.value.retry_after == pytest.approx(60, abs=2)


def test_a_client_that_tries_again_gets_through(url: str) -> None:
    spec = "503;retry-after=0.01;times=2"
    with invocant.Client(host=url, token="dapi-test", max_retries=2) as client:
        answer = client.embeddings.create(
            model=EMBEDDING_MODEL, input="a", extra_headers=failing(spec)
        )
    assert len(answer.data) == 1


def test_a_late_answer_is_a_timeout(client: invocant.Client) -> None:
    began = time.monotonic()
    with pytest.raises(invocant.APITimeoutError):
        client.serving_endpoints.list(
            extra_headers=failing("latency;seconds=30;path=/api/*"), timeout=0.1
        )
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    ("model", "error"),
    [
        ("fault-429;retry-after=3", invocant.RateLimitError),
        ("fault-reset", invocant.APIConnectionError),
        ("fault-cut+databricks-gte-large-en", invocant.APIConnectionError),
    ],
)
def test_models_are_named_after_faults(
    client: invocant.Client, model: str, error: type[invocant.InvocantError]
) -> None:
    with pytest.raises(error):
        client.embeddings.create(model=model, input="a")
    with pytest.raises(error):
        client.invocations.embeddings(name=model, input="a")


def test_the_asynchronous_client_sees_the_same(url: str) -> None:
    async def call() -> None:
        async with invocant.AsyncClient(host=url, token="dapi-test", max_retries=0) as client:
            stream = await client.chat.completions.create(
                model="fault-cut;after=2", messages=MESSAGES, stream=True
            )
            async for _ in stream:
                pass

    with pytest.raises(invocant.StreamInterrupted) as caught:
        asyncio.run(call())
    assert len(caught.value.received) == 2

"""LiteLLM's SDK calls tools, gets structured answers and reasoning, and raises as it documents."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import litellm
import openai
import pytest
from litellm.exceptions import (
    AuthenticationError,
    BadGatewayError,
    BadRequestError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServiceUnavailableError,
    Timeout,
    UnsupportedParamsError,
)
from pydantic import BaseModel

from interop.clients.faults import fault
from interop.clients.litellm_providers import (
    CAPITAL,
    DATABRICKS,
    HELLO,
    OPENAI,
    PROXY,
    WEATHER,
    Json,
    Provider,
    each_provider,
)

# LiteLLM warns about its own code.
pytestmark = pytest.mark.filterwarnings("ignore")

OF_STATUS: Mapping[int, type[Exception]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: BadRequestError,
    422: BadRequestError,
    429: RateLimitError,
    500: InternalServerError,
    502: BadGatewayError,
    503: ServiceUnavailableError,
    504: Timeout,
}
THINKING: Json = {"type": "enabled", "budget_tokens": 1024}

each_with_thinking = pytest.mark.parametrize(
    "provider", [DATABRICKS, PROXY], ids=lambda provider: provider.name
)


class City(BaseModel):
    name: str
    population: int


def ask(provider: Provider, model: str, *messages: Any, **more: object) -> Any:
    """The message that a model answers with."""
    answer = litellm.completion(**provider.asking(model, messages=messages, **more))
    return answer.choices[0].message


def models(provider: Provider) -> tuple[str, str]:
    """A model that is asked as it is, and one whose requests LiteLLM rewrites."""
    return provider.chat, provider.claude


@each_provider
def test_a_tool_is_called_and_its_result_is_answered_with_text(provider: Provider) -> None:
    for model in models(provider):
        asked = ask(provider, model, *HELLO, tools=[WEATHER], tool_choice="auto")
        (call,) = asked.tool_calls
        result = {"role": "tool", "tool_call_id": call.id, "content": "sunny"}
        turns = [*HELLO, asked.model_dump(), result]
        answered = ask(provider, model, *turns, tools=[WEATHER])

        assert call.function.name == "get_current_weather"
        assert isinstance(json.loads(call.function.arguments)["location"], str)
        assert answered.content
        assert not answered.tool_calls


def built(chunks: Iterator[Any]) -> Any:
    """The message that the chunks of a stream add up to."""
    whole: Any = litellm.stream_chunk_builder(list(chunks))
    return whole.choices[0].message


@each_provider
def test_a_streamed_call_is_the_call_of_the_whole_answer(provider: Provider) -> None:
    for model in models(provider):
        given = provider.asking(model, messages=HELLO, tools=[WEATHER])
        (streamed,) = built(litellm.completion(**given, stream=True)).tool_calls
        (whole,) = ask(provider, model, *HELLO, tools=[WEATHER]).tool_calls

        assert (streamed.id, streamed.function.arguments) == (whole.id, whole.function.arguments)


@each_provider
def test_structured_output_is_an_instance_of_the_model(provider: Provider) -> None:
    for model in models(provider):
        answer = ask(provider, model, *HELLO, response_format=City)

        assert City.model_validate_json(answer.content)


@each_provider
def test_json_mode_gives_an_object(provider: Provider) -> None:
    answer = ask(provider, provider.chat, *HELLO, response_format={"type": "json_object"})

    assert isinstance(json.loads(answer.content), dict)


@each_provider
@pytest.mark.parametrize("effort", ["low", "medium", "high"])
def test_an_effort_of_reasoning_is_told_beside_the_content(provider: Provider, effort: str) -> None:
    for model in (provider.claude, "databricks-gpt-oss-20b"):
        answer = ask(provider, model, *CAPITAL, reasoning_effort=effort)

        assert answer.reasoning_content
        assert isinstance(answer.content, str)


@each_with_thinking
def test_thoughts_come_beside_the_content_and_may_be_sent_back(provider: Provider) -> None:
    first = ask(provider, provider.claude, *CAPITAL, thinking=THINKING)
    turns = [*CAPITAL, first.model_dump(), {"role": "user", "content": "And of Italy?"}]
    second = ask(provider, provider.claude, *turns, thinking=THINKING)

    assert first.reasoning_content
    assert second.reasoning_content
    assert second.content != first.content


def test_thoughts_of_databricks_models_are_signed_whole_and_streamed() -> None:
    given = DATABRICKS.asking(DATABRICKS.claude, messages=CAPITAL, thinking=THINKING)
    whole = ask(DATABRICKS, DATABRICKS.claude, *CAPITAL, thinking=THINKING)
    streamed = built(litellm.completion(**given, stream=True))

    for message in (whole, streamed):
        (block,) = message.thinking_blocks
        assert block["thinking"] == message.reasoning_content == whole.reasoning_content
        assert block["signature"]


def test_the_openai_provider_knows_no_thinking() -> None:
    with pytest.raises(UnsupportedParamsError, match="thinking"):
        ask(OPENAI, OPENAI.claude, *CAPITAL, thinking=THINKING)


@pytest.mark.parametrize(("status", "error"), OF_STATUS.items())
def test_each_status_is_an_error_of_its_own(status: int, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        ask(DATABRICKS, DATABRICKS.chat, *HELLO, extra_headers=fault(status))

    assert isinstance(caught.value, openai.APIError)


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> list[httpx.Request]:
    """The requests that are sent."""
    sent: list[httpx.Request] = []
    send = httpx.Client.send

    def recorded(self: httpx.Client, request: httpx.Request, **more: Any) -> httpx.Response:
        sent.append(request)
        return send(self, request, **more)

    monkeypatch.setattr(httpx.Client, "send", recorded)
    return sent


def test_nothing_is_asked_again_by_default(requests: list[httpx.Request]) -> None:
    with pytest.raises(ServiceUnavailableError):
        ask(DATABRICKS, DATABRICKS.chat, *HELLO, extra_headers=fault(503))

    assert len(requests) == 1


def test_num_retries_repeats_even_a_bad_request(requests: list[httpx.Request]) -> None:
    with pytest.raises(BadRequestError):
        ask(DATABRICKS, DATABRICKS.chat, *HELLO, temperature=9, num_retries=2)

    assert len(requests) == 3

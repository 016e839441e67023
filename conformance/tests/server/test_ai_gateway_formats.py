"""Limits and guardrails hold in every format, whole and streamed."""

import json
from typing import Any

import httpx
import pytest

from .answers import chunks, text_of
from .conftest import Clock
from .examples import create_request, entity

pytestmark = pytest.mark.anyio

PATH = "/api/2.0/serving-endpoints"
CLAUDE = {
    "name": "claude-3-5-haiku",
    "provider": "anthropic",
    "anthropic_config": {"anthropic_api_key": "{{secrets/models/anthropic}}"},
}
MAIL: dict[str, Any] = {"type": "string", "const": "jane@example.com"}
FORM: dict[str, Any] = {"type": "object", "properties": {"mail": MAIL}, "required": ["mail"]}
HELLO: list[dict[str, Any]] = [{"role": "user", "content": "hello"}]
SECRET = "forbidden"

CHAT = ("/serving-endpoints/chat/completions", {"messages": HELLO})
RESPONSES = ("/serving-endpoints/responses", {"input": "hello"})
MESSAGES = ("/serving-endpoints/anthropic/v1/messages", {"messages": HELLO, "max_tokens": 90})
INVOKED = ("/serving-endpoints/mine/invocations", {"input": "hello"})
EVERY_FORMAT = pytest.mark.parametrize(
    ("path", "body"), [CHAT, RESPONSES, MESSAGES, INVOKED], ids=lambda each: str(each)[:40]
)

Body = dict[str, Any]


async def create(client: httpx.AsyncClient, path: str, **settings: Any) -> None:
    served = entity()
    if "anthropic" in path:
        served["external_model"] = {"task": "llm/v1/chat", **CLAUDE}
    created = await client.post(
        PATH, json=create_request("mine", served) | {"ai_gateway": settings}
    )
    assert created.status_code == 200


@EVERY_FORMAT
@pytest.mark.parametrize("stream", [False, True])
async def test_a_limit_of_calls_holds(
    client: httpx.AsyncClient, path: str, body: Body, stream: bool
) -> None:
    await create(client, path, rate_limits=[{"calls": 1, "renewal_period": "minute"}])
    asked = body | {"model": "mine", "stream": stream}
    answers = [await client.post(path, json=asked) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 429]
    assert answers[1].headers["retry-after"] == "60"
    assert answers[1].json()["error_code"] == "REQUEST_LIMIT_EXCEEDED"


@EVERY_FORMAT
@pytest.mark.parametrize("stream", [False, True])
async def test_a_limit_of_tokens_holds(
    client: httpx.AsyncClient, path: str, body: Body, stream: bool
) -> None:
    await create(client, path, rate_limits=[{"tokens": 2, "renewal_period": "minute"}])
    asked = body | {"model": "mine", "stream": stream}
    assert [(await client.post(path, json=asked)).status_code for _ in range(2)] == [200, 429]


@EVERY_FORMAT
async def test_a_keyword_in_a_request_is_blocked(
    client: httpx.AsyncClient, path: str, body: Body
) -> None:
    await create(client, path, guardrails={"input": {"invalid_keywords": [SECRET]}})
    asked = json.loads(json.dumps(body | {"model": "mine"}).replace("hello", SECRET))
    refused = await client.post(path, json=asked)
    assert refused.status_code == 400
    assert json.loads(refused.json()["message"])["finishReason"] == "input_guardrail_triggered"


async def test_a_limit_of_calls_holds_for_custom_models(
    client: httpx.AsyncClient, clock: Clock
) -> None:
    body = create_request("mine", {"entity_name": "main.a.b", "entity_version": "1"})
    limits = [{"calls": 1, "renewal_period": "minute"}]
    await client.post(PATH, json=body | {"rate_limits": limits})
    clock.seconds += 10
    rows = {"dataframe_records": [{"a": 1}]}
    assert [(await client.post(INVOKED[0], json=rows)).status_code for _ in range(2)] == [200, 429]


async def test_a_streamed_answer_is_masked_like_a_whole_one(client: httpx.AsyncClient) -> None:
    await create(client, "", guardrails={"output": {"pii": {"behavior": "MASK"}}})
    wanted = {"type": "json_schema", "json_schema": {"name": "mail", "schema": FORM}}
    asked = CHAT[1] | {"model": "mine", "response_format": wanted}
    whole = (await client.post(CHAT[0], json=asked)).json()
    received = chunks(await client.post(CHAT[0], json=asked | {"stream": True}))
    assert whole["choices"][0]["message"]["content"] == '{"mail":"<EMAIL_ADDRESS>"}'
    assert text_of(received) == whole["choices"][0]["message"]["content"]
    assert received[-1]["usage"] == whole["usage"]
    costs = [chunk["usage"]["completion_tokens"] for chunk in received]
    assert costs == sorted(costs)


async def test_arguments_of_calls_are_masked(client: httpx.AsyncClient) -> None:
    await create(client, "", guardrails={"output": {"pii": {"behavior": "MASK"}}})
    tool = {"type": "function", "function": {"name": "send", "parameters": FORM}}
    answer = (await client.post(CHAT[0], json=CHAT[1] | {"model": "mine", "tools": [tool]})).json()
    [call] = answer["choices"][0]["message"]["tool_calls"]
    assert json.loads(call["function"]["arguments"]) == {"mail": "<EMAIL_ADDRESS>"}


@pytest.mark.parametrize(
    ("guardrail", "text", "status"),
    [
        ({"safety": True}, "I will kill you", 400),
        ({"safety": True}, "Good morning", 200),
        ({"safety": False}, "I will kill you", 200),
        ({"valid_topics": ["Travel"]}, "Let us travel", 200),
        ({"valid_topics": ["Travel"]}, "Let us eat", 400),
        ({"pii": {"behavior": "BLOCK"}}, "Call (555) 123-4567", 400),
        ({"pii": {"behavior": "NONE"}}, "Call (555) 123-4567", 200),
    ],
)
async def test_what_guardrails_of_requests_find(
    client: httpx.AsyncClient, guardrail: dict[str, Any], text: str, status: int
) -> None:
    await create(client, "", guardrails={"input": guardrail})
    asked = {"model": "mine", "messages": [{"role": "user", "content": text}]}
    assert (await client.post(CHAT[0], json=asked)).status_code == status


async def test_a_gateway_does_not_know_the_settings(client: httpx.AsyncClient) -> None:
    await create(client, "", rate_limits=[{"calls": 0, "renewal_period": "minute"}])
    asked = CHAT[1] | {"model": "mine"}
    assert (await client.post("/v1/chat/completions", json=asked)).status_code == 200


async def test_the_limits_minute_passes(client: httpx.AsyncClient, clock: Clock) -> None:
    await create(client, "", rate_limits=[{"tokens": 2, "renewal_period": "minute"}])
    asked = CHAT[1] | {"model": "mine"}
    await client.post(CHAT[0], json=asked)
    clock.seconds += 59
    assert (await client.post(CHAT[0], json=asked)).headers["retry-after"] == "1"
    clock.seconds += 1
    assert (await client.post(CHAT[0], json=asked)).status_code == 200

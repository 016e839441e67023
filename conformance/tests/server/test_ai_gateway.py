"""AI Gateway settings at work: limits, and guardrails of requests and answers."""

import json
from typing import Any

import httpx
import pytest

from .answers import check_schema
from .conftest import Clock
from .examples import create_request

pytestmark = pytest.mark.anyio

PATH = "/api/2.0/serving-endpoints"
PLAIN = "What is a lake house?"
PERSONAL = "Write to jane@example.com, 123-45-6789, 4111 1111 1111 1111."


async def guarded(client: httpx.AsyncClient, **settings: Any) -> None:
    created = await client.post(PATH, json=create_request("mine") | {"ai_gateway": settings})
    assert created.status_code == 200


async def chat(client: httpx.AsyncClient, text: str = PLAIN, **more: Any) -> httpx.Response:
    body = {"messages": [{"role": "user", "content": text}], **more}
    return await client.post("/serving-endpoints/mine/invocations", json=body)


def limit(**members: Any) -> list[dict[str, Any]]:
    return [{"renewal_period": "minute", **members}]


async def test_calls_above_the_limit_are_refused_until_the_minute_is_over(
    client: httpx.AsyncClient, clock: Clock
) -> None:
    await guarded(client, rate_limits=limit(calls=2))
    clock.seconds += 30
    statuses = [(await chat(client)).status_code for _ in range(2)]
    clock.seconds += 40.5
    refused = await chat(client)
    assert [*statuses, refused.status_code] == [200, 200, 429]
    assert refused.json()["error_code"] == "REQUEST_LIMIT_EXCEEDED"
    assert refused.headers["retry-after"] == "20"
    clock.seconds += 20
    assert (await chat(client)).status_code == 200


async def test_the_limit_holds_at_the_compatible_path_too(client: httpx.AsyncClient) -> None:
    await guarded(client, rate_limits=limit(calls=1))
    body = {"model": "mine", "messages": [{"role": "user", "content": PLAIN}]}
    path = "/serving-endpoints/chat/completions"
    statuses = [(await client.post(path, json=body)).status_code for _ in range(2)]
    assert statuses == [200, 429]


@pytest.mark.parametrize("stream", [False, True])
async def test_tokens_above_the_limit_are_refused(client: httpx.AsyncClient, stream: bool) -> None:
    await guarded(client, rate_limits=limit(tokens="5"))
    statuses = [(await chat(client, stream=stream)).status_code for _ in range(2)]
    assert statuses == [200, 429]


@pytest.mark.parametrize(
    ("members", "second"),
    [
        ({"key": "user"}, 429),
        ({"key": "user", "principal": "user@example.com"}, 429),
        ({"key": "user", "principal": "other@example.com"}, 200),
        ({"key": "user_group", "principal": "users"}, 429),
        ({"key": "user_group", "principal": "interns"}, 200),
        ({"key": "service_principal", "principal": "42"}, 200),
    ],
)
async def test_a_limit_is_for_whom_it_names(
    client: httpx.AsyncClient, members: dict[str, str], second: int
) -> None:
    await guarded(client, rate_limits=limit(calls=1, **members))
    await chat(client)
    assert (await chat(client)).status_code == second


async def test_a_limit_of_the_older_kind_limits(client: httpx.AsyncClient) -> None:
    await client.post(PATH, json=create_request("mine") | {"rate_limits": limit(calls=1)})
    assert [(await chat(client)).status_code for _ in range(2)] == [200, 429]


async def test_personal_data_in_a_request_are_blocked(client: httpx.AsyncClient) -> None:
    await guarded(client, guardrails={"input": {"pii": {"behavior": "BLOCK"}}})
    assert (await chat(client)).status_code == 200
    refused = await chat(client, PERSONAL)
    assert refused.status_code == 400
    assert refused.json()["error_code"] == "BAD_REQUEST"
    block = json.loads(refused.json()["message"])
    check_schema(block, "GuardrailFindings")
    (finding,) = block["input_guardrail"]
    assert block["finishReason"] == "input_guardrail_triggered"
    assert finding["pii_detection"] is True
    hidden = "Write to <EMAIL_ADDRESS>, <US_SSN>, <CREDIT_CARD>."
    assert finding["anonymized_input"] == [{"role": "user", "content": hidden}]


async def test_masked_personal_data_do_not_reach_the_model(client: httpx.AsyncClient) -> None:
    await guarded(client, guardrails={"input": {"pii": {"behavior": "MASK"}}})
    usages = [
        (await chat(client, text)).json()["usage"]
        for text in ("Write to a@b.de.", "Write to some.long.name@department.example.com.")
    ]
    assert usages[0] == usages[1]


async def test_keywords_are_blocked_in_texts_only(client: httpx.AsyncClient) -> None:
    await guarded(client, guardrails={"input": {"invalid_keywords": ["lake", "user"]}})
    assert (await chat(client, "a pond")).status_code == 200
    assert (await chat(client)).status_code == 400


@pytest.mark.parametrize("stream", [False, True])
async def test_keywords_in_an_answer_are_blocked(client: httpx.AsyncClient, stream: bool) -> None:
    await guarded(client)
    said = (await chat(client)).json()["choices"][0]["message"]["content"].split()[0]
    guardrails = {"guardrails": {"output": {"invalid_keywords": [said]}}}
    await client.put(f"{PATH}/mine/ai-gateway", json=guardrails)
    refused = await chat(client, stream=stream)
    assert refused.status_code == 400
    block = json.loads(refused.json()["message"])
    assert block["finishReason"] == "output_guardrail_triggered"
    assert block["output_guardrail"][0]["flagged"] is True


async def test_personal_data_in_an_answer_are_masked(client: httpx.AsyncClient) -> None:
    await guarded(client, guardrails={"output": {"pii": {"behavior": "MASK"}}})
    schema = {"const": {"mail": "jane@example.com"}}
    wanted = {"type": "json_schema", "json_schema": {"name": "mail", "schema": schema}}
    answer = (await chat(client, response_format=wanted)).json()
    assert "<EMAIL_ADDRESS>" in answer["choices"][0]["message"]["content"]

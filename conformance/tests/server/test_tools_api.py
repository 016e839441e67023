"""Several tool calls in one answer, over the wire, in every format, whole and streamed."""

import json
from typing import Any

import httpx
import pytest
from jsonschema_rs import Draft202012Validator

from .answers import check_schema, chunks
from .examples import CHAT_MODEL

pytestmark = pytest.mark.anyio

GATEWAY = "/v1/chat/completions"
CITY: dict[str, Any] = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "days": {"type": "integer", "minimum": 1}},
    "required": ["city"],
}
NAMES = ("get_weather", "get_time")
TOOLS = [{"type": "function", "function": {"name": name, "parameters": CITY}} for name in NAMES]
QUESTION = [{"role": "user", "content": "Ask get_time, then get_weather."}]


async def chat(client: httpx.AsyncClient, path: str = GATEWAY, **more: Any) -> httpx.Response:
    body = {"model": CHAT_MODEL, "messages": QUESTION, "tools": TOOLS}
    return await client.post(path, json=body | more)


async def test_tools_that_the_user_names_are_called_in_that_order(
    client: httpx.AsyncClient,
) -> None:
    answer = (await chat(client)).json()
    check_schema(answer, "ChatCompletion")
    [choice] = answer["choices"]
    functions = [call["function"] for call in choice["message"]["tool_calls"]]
    assert [function["name"] for function in functions] == ["get_time", "get_weather"]
    for function in functions:
        assert Draft202012Validator(CITY).is_valid(json.loads(function["arguments"]))
    assert choice["finish_reason"] == "tool_calls"
    assert choice["message"]["content"] is None


@pytest.mark.parametrize(
    ("path", "more"),
    [
        (GATEWAY, {"parallel_tool_calls": False}),
        ("/serving-endpoints/chat/completions", {}),
        ("/serving-endpoints/chat/completions", {"parallel_tool_calls": True}),
    ],
)
async def test_one_tool_is_called_where_that_is_the_most(
    client: httpx.AsyncClient, path: str, more: dict[str, Any]
) -> None:
    [choice] = (await chat(client, path, **more)).json()["choices"]
    assert [call["function"]["name"] for call in choice["message"]["tool_calls"]] == ["get_time"]


async def test_the_fragments_of_a_stream_add_up_to_the_calls(client: httpx.AsyncClient) -> None:
    whole = (await chat(client)).json()
    received = chunks(await chat(client, stream=True, stream_options={"include_usage": True}))
    made: dict[int, dict[str, Any]] = {}
    for chunk in received:
        check_schema(chunk, "ChatCompletionChunk")
        for choice in chunk["choices"]:
            for delta in choice["delta"].get("tool_calls", []):
                _add(made, delta)
    assert [made[index] for index in sorted(made)] == whole["choices"][0]["message"]["tool_calls"]
    assert received[-1]["usage"] == whole["usage"]


def _add(made: dict[int, dict[str, Any]], delta: dict[str, Any]) -> None:
    if delta["index"] not in made:
        named = delta["function"]
        call = {"id": delta["id"], "type": delta["type"], "function": dict(named)}
        made[delta["index"]] = call
        assert named["arguments"] == ""
        return
    assert delta["function"].keys() == {"arguments"}
    made[delta["index"]]["function"]["arguments"] += delta["function"]["arguments"]


async def test_a_message_has_a_block_for_each_call(client: httpx.AsyncClient) -> None:
    tools = [{"name": name, "input_schema": CITY} for name in NAMES]
    body = {"model": CHAT_MODEL, "max_tokens": 500, "messages": QUESTION, "tools": tools}
    answer = (await client.post("/v1/messages", json=body)).json()
    check_schema(answer, "Message")
    blocks = answer["content"]
    assert [(block["type"], block["name"]) for block in blocks] == [
        ("tool_use", "get_time"),
        ("tool_use", "get_weather"),
    ]
    assert blocks[0]["id"] != blocks[1]["id"]
    one = {"tool_choice": {"type": "auto", "disable_parallel_tool_use": True}}
    limited = (await client.post("/v1/messages", json=body | one)).json()
    assert [block["name"] for block in limited["content"]] == ["get_time"]


@pytest.mark.parametrize(("parallel", "called"), [(None, 2), (False, 1)])
async def test_a_response_has_an_item_for_each_call(
    client: httpx.AsyncClient, parallel: bool | None, called: int
) -> None:
    tools = [{"type": "function", "name": name, "parameters": CITY} for name in NAMES]
    body = {"model": CHAT_MODEL, "input": QUESTION[0]["content"], "tools": tools}
    allowed = {} if parallel is None else {"parallel_tool_calls": parallel}
    answer = (await client.post("/v1/responses", json=body | allowed)).json()
    check_schema(answer, "ResponsesResponse")
    calls = answer["output"]
    assert [call["name"] for call in calls] == ["get_time", "get_weather"][:called]
    assert len({call["id"] for call in calls} | {call["call_id"] for call in calls}) == 2 * called


async def test_a_candidate_has_a_part_for_each_call(client: httpx.AsyncClient) -> None:
    path = "/serving-endpoints/gemini/v1beta/models/databricks-gemini-2-5-pro"
    declared = [{"name": name, "parametersJsonSchema": CITY} for name in NAMES]
    contents = [{"role": "user", "parts": [{"text": QUESTION[0]["content"]}]}]
    body = {"contents": contents, "tools": [{"functionDeclarations": declared}]}
    answer = (await client.post(f"{path}:generateContent", json=body)).json()
    parts = answer["candidates"][0]["content"]["parts"]
    assert [part["functionCall"]["name"] for part in parts] == ["get_time", "get_weather"]

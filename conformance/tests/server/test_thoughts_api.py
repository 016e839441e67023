"""Reasoning over the wire: signed, streamed, sent back, in every format."""

from typing import Any

import httpx
import pytest

from .answers import check_schema, chunks

pytestmark = pytest.mark.anyio

MODEL = "databricks-claude-3-7-sonnet"
WORKSPACE = "/serving-endpoints/chat/completions"
GATEWAY = "/v1/chat/completions"
QUESTION: list[dict[str, Any]] = [{"role": "user", "content": "Why is the sky blue?"}]
THINKING = {"type": "enabled", "budget_tokens": 1024}
BOTH = pytest.mark.parametrize("path", [WORKSPACE, GATEWAY])


async def asked(client: httpx.AsyncClient, path: str, **more: Any) -> httpx.Response:
    body = {"model": MODEL, "messages": QUESTION, "max_tokens": 2000, "thinking": THINKING}
    return await client.post(path, json=body | more)


async def message(client: httpx.AsyncClient, path: str, **more: Any) -> dict[str, Any]:
    answer = (await asked(client, path, **more)).json()
    check_schema(answer, "ChatCompletion")
    found: dict[str, Any] = answer["choices"][0]["message"]
    return found


def contents_of(received: list[dict[str, Any]]) -> list[Any]:
    """Return the contents of the deltas of a stream."""
    return [chunk["choices"][0]["delta"].get("content") for chunk in received]


def parts_of(received: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the parts of those contents that are lists."""
    lists: list[list[dict[str, Any]]] = [c for c in contents_of(received) if not_text(c)]
    return [part for parts in lists for part in parts]


def not_text(content: object) -> bool:
    return content is not None and not isinstance(content, str)


async def test_a_workspace_begins_its_list_with_a_signed_thought(
    client: httpx.AsyncClient,
) -> None:
    reasoning, said = (await message(client, WORKSPACE))["content"]
    [summary] = reasoning["summary"]
    assert (reasoning["type"], summary["type"], said["type"]) == (
        "reasoning",
        "summary_text",
        "text",
    )
    assert summary["text"]
    assert summary["signature"]


async def test_a_gateway_has_the_thought_beside_the_text(client: httpx.AsyncClient) -> None:
    found = await message(client, GATEWAY)
    [block] = found["thinking_blocks"]
    assert isinstance(found["content"], str)
    assert block["type"] == "thinking"
    assert block["thinking"] == found["reasoning_content"] != ""
    assert block["signature"]


@pytest.mark.parametrize(
    "wish",
    [
        {"thinking": None, "reasoning_effort": "low"},
        {"thinking": {"type": "adaptive", "display": "summarized"}, "output_config": {}},
    ],
)
@BOTH
async def test_other_wishes_to_think_are_heard(
    client: httpx.AsyncClient, path: str, wish: dict[str, Any]
) -> None:
    assert await message(client, path, **wish) == await message(client, path)


async def test_the_deltas_of_a_workspace_add_up_to_the_list(client: httpx.AsyncClient) -> None:
    received = chunks(await asked(client, WORKSPACE, stream=True))
    contents = contents_of(received)
    pieces = [part["summary"][0] for part in parts_of(received)]
    reasoning, said = (await message(client, WORKSPACE))["content"]
    [summary] = reasoning["summary"]
    assert "".join(piece["text"] for piece in pieces) == summary["text"]
    assert [each["signature"] for each in pieces if "signature" in each] == [summary["signature"]]
    assert "signature" in pieces[-1]
    assert "".join(each for each in contents if isinstance(each, str)) == said["text"]


async def test_the_deltas_of_a_gateway_add_up_to_the_block(client: httpx.AsyncClient) -> None:
    received = chunks(await asked(client, GATEWAY, stream=True))
    deltas = [chunk["choices"][0]["delta"] for chunk in received]
    blocks = [block for delta in deltas for block in delta.get("thinking_blocks", [])]
    found = await message(client, GATEWAY)
    thought = "".join(delta.get("reasoning_content", "") for delta in deltas)
    assert thought == "".join(block["thinking"] for block in blocks) == found["reasoning_content"]
    assert blocks[-1]["signature"] == found["thinking_blocks"][0]["signature"]


@BOTH
async def test_usage_counts_the_reasoning_whole_and_streamed(
    client: httpx.AsyncClient, path: str
) -> None:
    usage = (await asked(client, path)).json()["usage"]
    options = {"stream": True, "stream_options": {"include_usage": True}}
    assert chunks(await asked(client, path, **options))[-1]["usage"] == usage
    thought = usage["completion_tokens_details"]["reasoning_tokens"]
    assert 0 < thought < usage["completion_tokens"]
    assert usage.get("reasoning_tokens", thought) == thought
    assert usage["total_tokens"] == usage["prompt_tokens"] + usage["completion_tokens"]


async def test_usage_without_reasoning_does_not_speak_of_it(client: httpx.AsyncClient) -> None:
    usage = (await asked(client, WORKSPACE, thinking=None)).json()["usage"]
    assert usage.keys() == {"prompt_tokens", "completion_tokens", "total_tokens"}


async def test_a_thought_is_taken_back_whole_and_in_pieces(client: httpx.AsyncClient) -> None:
    whole = (await message(client, WORKSPACE))["content"]
    received = chunks(await asked(client, WORKSPACE, stream=True))
    for content in (whole, parts_of(received), whole[1:]):
        turns = [*QUESTION, {"role": "assistant", "content": content}, *QUESTION]
        assert (await asked(client, WORKSPACE, messages=turns)).status_code == 200


async def test_a_thought_that_was_changed_is_refused(client: httpx.AsyncClient) -> None:
    content = (await message(client, WORKSPACE))["content"]
    content[0]["summary"][0]["text"] += " And so on."
    turns = [*QUESTION, {"role": "assistant", "content": content}, *QUESTION]
    refused = await asked(client, WORKSPACE, messages=turns)
    assert refused.status_code == 400
    assert refused.json()["error_code"] == "BAD_REQUEST"
    assert "messages[1].content: the signature" in refused.json()["message"]


async def test_a_thought_comes_before_calls_too(client: httpx.AsyncClient) -> None:
    tools = [{"type": "function", "function": {"name": "f"}}]
    found = await message(client, WORKSPACE, tools=tools)
    assert [part["type"] for part in found["content"]] == ["reasoning"]
    assert found["tool_calls"][0]["function"]["name"] == "f"


async def test_a_reasoning_item_is_encrypted_when_asked(client: httpx.AsyncClient) -> None:
    body = {"model": "databricks-gpt-5-4", "input": "Why?", "reasoning": {"effort": "low"}}
    plain = (await client.post("/serving-endpoints/responses", json=body)).json()
    include = {"include": ["reasoning.encrypted_content"]}
    asked_for = (await client.post("/serving-endpoints/responses", json=body | include)).json()
    assert plain["output"][0]["type"] == asked_for["output"][0]["type"] == "reasoning"
    assert "encrypted_content" not in plain["output"][0]
    assert asked_for["output"][0]["encrypted_content"]
    assert plain["output"][1]["content"] == asked_for["output"][1]["content"]

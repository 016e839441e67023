"""Chat over the wire, on all paths, whole and streamed."""

import json
from typing import Any

import httpx
import pytest

from .answers import check_schema, chunks, text_of
from .examples import CHAT_MODEL, MESSAGES, TOOL, create_request, entity, routes

pytestmark = pytest.mark.anyio

INVOCATIONS = f"/serving-endpoints/{CHAT_MODEL}/invocations"
WORKSPACE = "/serving-endpoints/chat/completions"
GATEWAY = ("/chat/completions", "/v1/chat/completions")
EVERYWHERE = pytest.mark.parametrize("path", [INVOCATIONS, WORKSPACE, *GATEWAY])
AT_GATEWAY = pytest.mark.parametrize("path", GATEWAY)
IN_WORKSPACE = pytest.mark.parametrize("path", [INVOCATIONS, WORKSPACE])

MANAGED = "/api/2.0/serving-endpoints"


async def chat(client: httpx.AsyncClient, path: str, **parameters: Any) -> httpx.Response:
    body = {"model": CHAT_MODEL, "messages": MESSAGES} | parameters
    return await client.post(path, json=body)


@EVERYWHERE
async def test_a_chat_fits_the_schema_and_its_usage_adds_up(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = (await chat(client, path)).json()
    check_schema(answer, "ChatCompletion")
    usage = answer["usage"]
    assert usage["total_tokens"] == usage["prompt_tokens"] + usage["completion_tokens"]


@EVERYWHERE
async def test_a_chat_names_itself(client: httpx.AsyncClient, path: str) -> None:
    answer = (await chat(client, path)).json()
    assert (answer["object"], answer["model"]) == ("chat.completion", CHAT_MODEL)
    assert answer["created"] == 1_700_000_000
    assert answer["choices"][0]["message"]["role"] == "assistant"


@EVERYWHERE
async def test_a_stream_says_what_the_whole_answer_says(
    client: httpx.AsyncClient, path: str
) -> None:
    whole = (await chat(client, path)).json()
    received = chunks(await chat(client, path, stream=True))
    assert text_of(received) == whole["choices"][0]["message"]["content"]


@EVERYWHERE
async def test_every_chunk_fits_the_schema_and_has_the_same_id(
    client: httpx.AsyncClient, path: str
) -> None:
    received = chunks(await chat(client, path, stream=True))
    for chunk in received:
        check_schema(chunk, "ChatCompletionChunk")
    assert len({chunk["id"] for chunk in received}) == 1


@EVERYWHERE
async def test_only_the_first_delta_has_the_role_and_only_the_last_a_finish_reason(
    client: httpx.AsyncClient, path: str
) -> None:
    received = chunks(await chat(client, path, stream=True))
    choices = [choice for chunk in received for choice in chunk["choices"]]
    assert [choice["delta"].get("role") for choice in choices][:2] == ["assistant", None]
    assert sum("role" in choice["delta"] for choice in choices) == 1
    assert [choice["finish_reason"] for choice in choices if choice["finish_reason"]] == ["stop"]
    assert choices[-1]["finish_reason"] == "stop"


@IN_WORKSPACE
async def test_a_workspace_states_the_usage_so_far_in_every_chunk(
    client: httpx.AsyncClient, path: str
) -> None:
    received = chunks(await chat(client, path, stream=True, max_tokens=3))
    assert [chunk["usage"]["completion_tokens"] for chunk in received] == [0, 1, 2, 3, 3]


@AT_GATEWAY
async def test_a_gateway_states_the_usage_last_when_asked(
    client: httpx.AsyncClient, path: str
) -> None:
    whole = (await chat(client, path, n=2)).json()
    asked = {"n": 2, "stream": True, "stream_options": {"include_usage": True}}
    *others, last = chunks(await chat(client, path, **asked))
    assert (last["choices"], last["usage"]) == ([], whole["usage"])
    assert not any("usage" in chunk for chunk in others)


@AT_GATEWAY
@pytest.mark.parametrize("options", [{}, {"include_usage": False}, None])
async def test_a_gateway_states_no_usage_unasked(
    client: httpx.AsyncClient, path: str, options: Any
) -> None:
    received = chunks(await chat(client, path, stream=True, stream_options=options))
    assert all("usage" not in chunk and chunk["choices"] for chunk in received)


@EVERYWHERE
async def test_n_choices_are_indexed_from_0(client: httpx.AsyncClient, path: str) -> None:
    answer = (await chat(client, path, n=3)).json()
    assert [choice["index"] for choice in answer["choices"]] == [0, 1, 2]


@AT_GATEWAY
async def test_a_gateway_streams_several_choices(client: httpx.AsyncClient, path: str) -> None:
    whole = (await chat(client, path, n=2)).json()
    received = chunks(await chat(client, path, n=2, stream=True))
    said = [choice["message"]["content"] for choice in whole["choices"]]
    assert [text_of(received, index) for index in (0, 1)] == said


@IN_WORKSPACE
async def test_a_hosted_model_streams_one_choice_only(client: httpx.AsyncClient, path: str) -> None:
    response = await chat(client, path, n=2, stream=True)
    assert (response.status_code, response.json()) == (
        400,
        {
            "error_code": "BAD_REQUEST",
            "message": 'Bad request: parameter "n" must be equal to 1 for streaming mode',
        },
    )


@EVERYWHERE
async def test_a_streamed_tool_call_adds_up_to_the_whole_one(
    client: httpx.AsyncClient, path: str
) -> None:
    forced = {"tools": [TOOL], "tool_choice": "required"}
    (call,) = (await chat(client, path, **forced)).json()["choices"][0]["message"]["tool_calls"]
    received = chunks(await chat(client, path, stream=True, **forced))
    deltas = [d for c in received for d in c["choices"][0]["delta"].get("tool_calls", [])]
    assert (
        "".join(delta["function"]["arguments"] for delta in deltas)
        == (call["function"]["arguments"])
    )
    assert [(delta["id"], delta["function"]["name"]) for delta in deltas if "id" in delta] == [
        (call["id"], "get_current_weather")
    ]


@EVERYWHERE
async def test_integral_floats_are_integers(client: httpx.AsyncClient, path: str) -> None:
    body = json.dumps({"model": CHAT_MODEL, "messages": MESSAGES, "n": 2.0}).encode()
    response = await client.post(path, content=body, headers={"content-type": "application/json"})
    assert len(response.json()["choices"]) == 2


@EVERYWHERE
async def test_log_probabilities_may_be_asked_for(client: httpx.AsyncClient, path: str) -> None:
    (choice,) = (await chat(client, path, logprobs=True, top_logprobs=2)).json()["choices"]
    entries = choice["logprobs"]["content"]
    assert "".join(entry["token"] for entry in entries) == choice["message"]["content"]
    assert {len(entry["top_logprobs"]) for entry in entries} == {2}
    assert all(entry["logprob"] <= 0 for entry in entries)


@EVERYWHERE
async def test_log_probabilities_of_a_stream_are_those_of_the_whole_answer(
    client: httpx.AsyncClient, path: str
) -> None:
    (whole,) = (await chat(client, path, logprobs=True)).json()["choices"]
    received = chunks(await chat(client, path, logprobs=True, stream=True))
    said = [c["choices"][0]["logprobs"] for c in received]
    tokens = [entry["token"] for logprobs in said if logprobs for entry in logprobs["content"]]
    assert tokens == [entry["token"] for entry in whole["logprobs"]["content"]]


@IN_WORKSPACE
async def test_reasoning_comes_first_in_a_list_of_parts(
    client: httpx.AsyncClient, path: str
) -> None:
    thinking = {"type": "enabled", "budget_tokens": 8}
    answer = (await chat(client, path, thinking=thinking)).json()
    thought, said = answer["choices"][0]["message"]["content"]
    assert (thought["type"], said["type"]) == ("reasoning", "text")
    assert thought["summary"][0]["text"]
    assert said["text"]


@AT_GATEWAY
async def test_reasoning_stands_beside_the_content_at_a_gateway(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = (await chat(client, path, reasoning_effort="low")).json()
    message = answer["choices"][0]["message"]
    assert isinstance(message["content"], str)
    assert message["reasoning_content"]


@EVERYWHERE
async def test_streamed_reasoning_is_that_of_the_whole_answer(
    client: httpx.AsyncClient, path: str
) -> None:
    message = (await chat(client, path, reasoning_effort="low")).json()["choices"][0]["message"]
    received = chunks(await chat(client, path, reasoning_effort="low", stream=True))
    deltas = [chunk["choices"][0]["delta"] for chunk in received]
    assert "".join(map(thought, deltas)) == thought(message)


@EVERYWHERE
async def test_reasoning_counts_as_tokens_of_the_answer(
    client: httpx.AsyncClient, path: str
) -> None:
    limited = await chat(client, path, reasoning_effort="low", max_tokens=6)
    assert limited.json()["usage"]["completion_tokens"] == 6


def thought(message: dict[str, Any]) -> str:
    """Return the reasoning of a message or delta, in either form."""
    parts: list[dict[str, Any]] = message.get("content") or []
    summaries = [part["summary"][0]["text"] for part in parts if "summary" in part]
    return message.get("reasoning_content") or "".join(summaries)


@IN_WORKSPACE
async def test_a_hosted_model_refuses_what_no_page_knows(
    client: httpx.AsyncClient, path: str
) -> None:
    response = await chat(client, path, inputs=["hello"])
    assert (response.status_code, response.json()) == (
        400,
        {
            "error_code": "BAD_REQUEST",
            "message": 'Bad request: json: unknown field "inputs"\n',
        },
    )


@AT_GATEWAY
async def test_a_gateway_lets_parameters_through_that_the_specification_does_not_know(
    client: httpx.AsyncClient, path: str
) -> None:
    assert (await chat(client, path, inputs=["hello"])).status_code == 200


async def test_an_endpoint_splits_its_traffic(client: httpx.AsyncClient) -> None:
    split = create_request("two", entity("a"), entity("b"), traffic_config=routes(a=75, b=25))
    assert (await client.post(MANAGED, json=split)).status_code == 200
    answered = [
        (await chat(client, "/serving-endpoints/two/invocations")).headers["served-model-name"]
        for _ in range(100)
    ]
    assert (answered.count("a"), answered.count("b")) == (75, 25)


@IN_WORKSPACE
async def test_a_workspace_names_the_served_entity(client: httpx.AsyncClient, path: str) -> None:
    for streamed in (False, True):
        response = await chat(client, path, stream=streamed)
        assert response.headers["served-model-name"] == CHAT_MODEL


async def test_the_name_of_a_served_entity_is_safe_in_a_header(client: httpx.AsyncClient) -> None:
    unnamed = {"external_model": entity()["external_model"] | {"name": "模型\r\nx: y"}}
    assert (await client.post(MANAGED, json=create_request("a", unnamed))).status_code == 200
    response = await chat(client, "/serving-endpoints/a/invocations")
    assert response.headers["served-model-name"] == "%E6%A8%A1%E5%9E%8B%0D%0Ax-%20y"


@pytest.mark.parametrize("path", [WORKSPACE, *GATEWAY])
async def test_an_external_endpoint_is_a_model(client: httpx.AsyncClient, path: str) -> None:
    await client.post(MANAGED, json=create_request("mine"))
    assert (await chat(client, path, model="mine")).json()["model"] == "mine"


@EVERYWHERE
async def test_log_probabilities_are_the_same_whole_and_streamed(
    client: httpx.AsyncClient, path: str
) -> None:
    wish = {"logprobs": True, "top_logprobs": 2}
    whole = (await chat(client, path, **wish)).json()["choices"][0]["logprobs"]["content"]
    received = chunks(await chat(client, path, stream=True, **wish))
    pieces = [chunk["choices"][0]["logprobs"] for chunk in received]
    assert [entry for piece in pieces if piece for entry in piece["content"]] == whole
    assert {len(entry["top_logprobs"]) for entry in whole} == {2}


@AT_GATEWAY
async def test_every_choice_of_a_stream_is_that_of_the_whole_answer(
    client: httpx.AsyncClient, path: str
) -> None:
    whole = (await chat(client, path, n=3, seed=5)).json()["choices"]
    received = chunks(await chat(client, path, n=3, seed=5, stream=True))
    said = [text_of(received, index) for index in range(3)]
    assert said == [choice["message"]["content"] for choice in whole]
    assert len(set(said)) == 3


@EVERYWHERE
async def test_biases_change_nothing(client: httpx.AsyncClient, path: str) -> None:
    biased = (await chat(client, path, logit_bias={"50256": -100})).json()
    assert biased["choices"] == (await chat(client, path)).json()["choices"]

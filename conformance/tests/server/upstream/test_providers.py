"""A reference server behind every provider that is forwarded to."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from ..answers import check_schema, chunks, text_of
from .chain import MODELS, PATH, QUESTION, SENTINEL, Front, custom, openai, workspace

BODIES: dict[str, dict[str, Any]] = {
    "chat": {"messages": QUESTION, "max_tokens": 20, "seed": 7},
    "completions": {"prompt": "A lake house is", "max_tokens": 20},
    "embeddings": {"input": ["a lake", "a house"]},
}
SCHEMAS = {
    "chat": "ChatCompletion",
    "completions": "Completion",
    "embeddings": "EmbeddingsResponse",
}
ENTITIES: dict[str, Callable[[str, str], dict[str, Any]]] = {
    "custom": lambda url, task: custom(f"{url}/v1", task=task),
    "openai": lambda url, task: openai(f"{url}/v1/", task=task),
    "workspace": lambda url, task: workspace(url, task=task),
}


def direct(front: Front, kind: str, task: str) -> Any:
    """Ask the provider itself, as it is asked by the server before it."""
    path = {"chat": "chat/completions"}.get(task, task)
    url = f"{front.provider}/v1/{path}"
    if kind == "workspace":
        url = f"{front.provider}/serving-endpoints/{MODELS[task]}/invocations"
    headers = {"authorization": f"Bearer {SENTINEL}"}
    body = {**BODIES[task], "model": MODELS[task]}
    return httpx.post(url, json=body, headers=headers, trust_env=False).json()


@pytest.mark.parametrize("task", BODIES)
@pytest.mark.parametrize("kind", ENTITIES)
def test_the_answer_is_the_providers(chained: Front, kind: str, task: str) -> None:
    name = f"{kind}-{task}"
    chained.serve(name, ENTITIES[kind](chained.provider, task))
    answer = chained.query(name, **BODIES[task])
    assert answer.status_code == 200, answer.text
    assert answer.headers["served-model-name"] == "own"
    check_schema(answer.json(), SCHEMAS[task])
    assert without_head(answer.json()) == without_head(direct(chained, kind, task))


@pytest.mark.parametrize("kind", ENTITIES)
def test_a_stream_is_the_providers(chained: Front, kind: str) -> None:
    chained.serve(f"{kind}-stream", ENTITIES[kind](chained.provider, "chat"))
    answer = chained.query(f"{kind}-stream", stream=True, **BODIES["chat"])
    said = direct(chained, kind, "chat")["choices"][0]["message"]["content"]
    assert text_of(chunks(answer)) == said


@pytest.mark.parametrize("stream", [False, True])
def test_openai_answers_the_responses_api(chained: Front, stream: bool) -> None:
    name = f"responses-{stream}"
    chained.serve(name, openai(f"{chained.provider}/v1"))
    answer = chained.http.post(
        "/serving-endpoints/responses", json={"model": name, "input": "Hello", "stream": stream}
    )
    assert answer.status_code == 200, answer.text
    assert answer.headers["served-model-name"] == "own"
    if stream:
        assert answer.text.count("event: response.completed\n") == 1
    else:
        assert answer.json()["model"] == MODELS["chat"]


@pytest.mark.parametrize(
    "path", ["/serving-endpoints/chat/completions", "/chat/completions", "/v1/chat/completions"]
)
def test_every_path_of_a_chat_leads_to_the_provider(chained: Front, path: str) -> None:
    name = f"by{path.replace('/', '-')}"
    chained.serve(name, custom(f"{chained.provider}/v1"))
    answer = chained.http.post(path, json={**BODIES["chat"], "model": name, "timeout": 30})
    assert answer.status_code == 200, answer.text
    assert without_head(answer.json()) == without_head(direct(chained, "custom", "chat"))


def test_several_models_of_a_gateway_are_asked_each(chained: Front) -> None:
    chained.serve("first", custom(f"{chained.provider}/v1"))
    chained.serve("second", openai(f"{chained.provider}/v1"))
    body = {**BODIES["chat"], "model": "first,second"}
    answers = chained.http.post("/chat/completions", json=body).json()
    assert [answer["model"] for answer in answers] == [MODELS["chat"]] * 2


def test_one_served_entity_can_be_asked(chained: Front) -> None:
    traffic = {"routes": [{"served_model_name": "a", "traffic_percentage": 100}]}
    traffic["routes"].append({"served_model_name": "b", "traffic_percentage": 0})
    url = f"{chained.provider}/v1"
    chained.serve("two", custom(url, "a"), custom(url, "b"), config={"traffic_config": traffic})
    path = "/serving-endpoints/two/served-models/b/invocations"
    answer = chained.http.post(path, json=BODIES["chat"])
    assert (answer.status_code, answer.headers["served-model-name"]) == (200, "b")


def test_formats_that_the_provider_does_not_answer_are_refused(chained: Front) -> None:
    chained.serve("no-messages", custom(f"{chained.provider}/v1"))
    body = {"model": "no-messages", "messages": QUESTION, "max_tokens": 5}
    answer = chained.http.post("/v1/messages", json=body)
    assert answer.status_code == 400
    assert "answers no requests in the format messages" in answer.json()["error"]["message"]


def test_what_the_flag_does_not_name_is_answered_by_the_models_here(chained: Front) -> None:
    chained.serve("elsewhere", custom("https://models.example.com/v1"))
    chained.serve("other-port", custom("http://127.0.0.1:1/v1"))
    assert [chained.chat(name).status_code for name in ("elsewhere", "other-port")] == [200, 200]


def test_refusals_of_the_provider_keep_their_status_and_take_the_shape_here(
    chained: Front,
) -> None:
    chained.serve("unknown", custom(f"{chained.provider}/v1"))
    entity = custom(f"{chained.provider}/v1")
    entity["external_model"]["name"] = "no-such-model"
    config = {"served_entities": [entity]}
    assert chained.http.put(f"{PATH}/unknown/config", json=config).status_code == 200
    answer = chained.chat("unknown")
    assert answer.status_code == 404
    assert answer.json()["error_code"] == "RESOURCE_DOES_NOT_EXIST"
    assert "'own' answered with 404: The model 'no-such-model'" in answer.json()["message"]


def without_head(answer: dict[str, Any]) -> dict[str, Any]:
    """Return an answer without what differs from one to the next."""
    return {name: value for name, value in answer.items() if name not in ("id", "created")}

"""The official `openai` client runs the snippets of a gateway's documentation."""

from __future__ import annotations

from collections.abc import Callable

import openai
import pytest
from openai.types.chat import ChatCompletion, ChatCompletionMessageParam
from openai.types.responses import Response
from pydantic import BaseModel, TypeAdapter

from interop.clients.surfaces import (
    CHAT_MODEL,
    EMBEDDING_MODEL,
    GATEWAYS,
    SURFACES,
    TOKEN,
    WORKSPACE,
    Surface,
    server_url,
)

each_surface = pytest.mark.parametrize("surface", SURFACES, ids=lambda surface: surface.name)
each_gateway = pytest.mark.parametrize("surface", GATEWAYS, ids=lambda surface: surface.name)

RESPONDER = "databricks-gpt-5-1"
POEM: ChatCompletionMessageParam = {
    "role": "user",
    "content": "this is a test request, write a short poem",
}


class City(BaseModel):
    name: str
    population: int


def client(surface: Surface) -> openai.OpenAI:
    return openai.OpenAI(base_url=server_url() + surface.path, api_key=TOKEN, max_retries=0)


def azure() -> openai.AzureOpenAI:
    return openai.AzureOpenAI(
        azure_endpoint=server_url(), api_key=TOKEN, api_version="2024-02-01", max_retries=0
    )


def text(answer: ChatCompletion) -> str | None:
    return answer.choices[0].message.content


@each_gateway
def test_the_page_of_the_provider_asks_about_earth(surface: Surface) -> None:
    with client(surface) as caller:
        answer = caller.chat.completions.create(
            model="dbrx-instruct",
            messages=[
                {"role": "system", "content": "Be a good human!"},
                {"role": "user", "content": "What do you know about earth?"},
            ],
        )

    assert answer.model == "dbrx-instruct"
    assert text(answer)


@each_gateway
def test_metadata_for_logging_changes_no_answer(surface: Surface) -> None:
    metadata = {
        "generation_name": "ishaan-generation-openai-client",
        "generation_id": "openai-client-gen-id22",
        "trace_id": "openai-client-trace-id22",
        "trace_user_id": "openai-client-user-id2",
    }
    with client(surface) as caller:
        plain = caller.chat.completions.create(model="gpt-3.5-turbo", messages=[POEM])
        logged = caller.chat.completions.create(
            model="gpt-3.5-turbo", messages=[POEM], extra_body={"metadata": metadata}
        )

    assert text(logged) == text(plain)


@each_gateway
def test_several_models_answer_in_their_order_as_a_list(surface: Surface) -> None:
    with client(surface) as caller:
        given: object = caller.chat.completions.create(
            model="gpt-3.5-turbo,llama3", messages=[POEM]
        )
        alone = [
            caller.chat.completions.create(model=name, messages=[POEM])
            for name in ("gpt-3.5-turbo", "llama3")
        ]

    answers = TypeAdapter(list[ChatCompletion]).validate_python(given)
    assert [answer.model for answer in answers] == ["gpt-3.5-turbo", "llama3"]
    assert [text(answer) for answer in answers] == [text(answer) for answer in alone]


@each_gateway
def test_embeddings_of_the_page_have_the_model_of_the_request(surface: Surface) -> None:
    with client(surface) as caller:
        answer = caller.embeddings.create(
            input=["hello from litellm"], model="text-embedding-ada-002"
        )

    assert (answer.object, answer.model) == ("list", "text-embedding-ada-002")
    assert answer.usage.total_tokens == answer.usage.prompt_tokens > 0
    assert sum(each * each for each in answer.data[0].embedding) == pytest.approx(1)


@each_surface
def test_token_ids_are_embedded_as_they_are(surface: Surface) -> None:
    with client(surface) as caller:
        answer = caller.embeddings.create(input=[[1, 2, 3], [4]], model=EMBEDDING_MODEL)

    assert [item.index for item in answer.data] == [0, 1]
    assert answer.data[0].embedding != answer.data[1].embedding


@each_gateway
def test_a_harmless_text_is_not_flagged(surface: Surface) -> None:
    with client(surface) as caller:
        answer = caller.moderations.create(
            input="hello from litellm", model="text-moderation-stable"
        )

    (result,) = answer.results
    assert answer.model == "text-moderation-007"
    assert not result.flagged
    assert not result.categories.harassment_threatening
    assert 0 < result.category_scores.self_harm_intent < 0.5


@each_gateway
def test_a_threat_is_flagged_also_without_a_model(surface: Surface) -> None:
    with client(surface) as caller:
        harmless, threat = caller.moderations.create(input=["hello", "I will kill you"]).results

    assert not harmless.flagged
    assert threat.flagged
    assert threat.categories.violence
    assert threat.category_scores.violence > harmless.category_scores.violence


@each_gateway
def test_a_text_is_completed_whole_and_streamed(surface: Surface) -> None:
    with client(surface) as caller:
        whole = caller.completions.create(model="gpt-3.5-turbo", prompt="hi")
        stream = caller.completions.create(
            model="gpt-3.5-turbo",
            prompt="hi",
            stream=True,
            stream_options={"include_usage": True},
        )
        chunks = list(stream)

    assert whole.object == "text_completion"
    streamed = "".join(choice.text for chunk in chunks for choice in chunk.choices)
    assert streamed == whole.choices[0].text
    assert chunks[-1].usage == whole.usage


@each_gateway
def test_a_listed_model_can_be_retrieved(surface: Surface) -> None:
    with client(surface) as caller:
        first = next(iter(caller.models.list()))

        assert caller.models.retrieve(first.id) == first


def test_a_workspace_lists_no_models_and_moderates_nothing() -> None:
    calls: list[Callable[[openai.OpenAI], object]] = [
        lambda caller: caller.models.list(),
        lambda caller: caller.moderations.create(input="hello"),
    ]
    for call in calls:
        with client(WORKSPACE) as caller, pytest.raises(openai.NotFoundError):
            call(caller)


@each_surface
def test_a_response_is_the_same_whole_and_streamed(surface: Surface) -> None:
    with client(surface) as caller:
        whole = caller.responses.create(model=RESPONDER, input="hi", max_output_tokens=64)
        stream = caller.responses.create(
            model=RESPONDER, input="hi", max_output_tokens=64, stream=True
        )
        events = list(stream)

    last = events[-1]
    assert (whole.status, whole.object) == ("completed", "response")
    assert whole.output_text
    assert last.type == "response.completed"
    assert isinstance(last.response, Response)
    assert last.response.output_text == whole.output_text
    deltas = [event.delta for event in events if event.type == "response.output_text.delta"]
    assert "".join(deltas) == whole.output_text


@each_surface
def test_a_response_is_parsed_into_an_object_of_the_given_class(surface: Surface) -> None:
    with client(surface) as caller:
        answer = caller.responses.parse(model=RESPONDER, input="Paris", text_format=City)

    assert isinstance(answer.output_parsed, City)


def test_the_azure_client_reaches_a_gateway_by_deployment_and_api_key() -> None:
    with azure() as caller, client(GATEWAYS[0]) as plain:
        asked = caller.chat.completions.create(model=CHAT_MODEL, messages=[POEM])
        vector = caller.embeddings.create(model=EMBEDDING_MODEL, input="x").data[0].embedding

        assert text(asked) == text(plain.chat.completions.create(model=CHAT_MODEL, messages=[POEM]))
        assert vector == plain.embeddings.create(model=EMBEDDING_MODEL, input="x").data[0].embedding

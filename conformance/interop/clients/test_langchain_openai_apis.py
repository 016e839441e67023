"""The other APIs of `langchain-openai`, and what it raises."""

from __future__ import annotations

import math

import openai
import pytest
import tiktoken.registry
from langchain_openai import ChatOpenAI, OpenAI, OpenAIEmbeddings
from pydantic import BaseModel, Field, SecretStr

from interop.clients.faults import each_status, fault
from interop.clients.places import AT_GATEWAY, Place, each_place
from interop.clients.surfaces import TOKEN, WRONG_TOKEN


class GetWeather(BaseModel):
    """Get the current weather in a given location."""

    location: str = Field(description="The city and state, e.g. San Francisco, CA")


def chat(place: Place, **more: object) -> ChatOpenAI:
    given = {"model": place.chat, "api_key": TOKEN, "max_retries": 0, **more}
    return ChatOpenAI.model_validate({"base_url": place.url, **given})


def responses(place: Place) -> ChatOpenAI:
    return chat(place, model=place.responses, use_responses_api=True)


def embeddings(place: Place, *, check_embedding_ctx_length: bool = True) -> OpenAIEmbeddings:
    return OpenAIEmbeddings(
        model=place.embeddings,
        base_url=place.url,
        api_key=SecretStr(TOKEN),
        check_embedding_ctx_length=check_embedding_ctx_length,
    )


def completions(place: Place) -> OpenAI:
    return OpenAI(model=place.completions, base_url=place.url, api_key=SecretStr(TOKEN))


@pytest.fixture
def bytes_as_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tokenizer in place of the one whose table would have to be downloaded."""
    ranks = {bytes([number]): number for number in range(256)}
    encoding = tiktoken.Encoding("bytes", pat_str=".", mergeable_ranks=ranks, special_tokens={})
    monkeypatch.setitem(tiktoken.registry.ENCODINGS, "cl100k_base", encoding)


@each_place
def test_texts_become_unit_vectors_each_its_own(place: Place) -> None:
    model = embeddings(place, check_embedding_ctx_length=False)
    one, another = model.embed_documents(["one", "another"])

    assert one == pytest.approx(model.embed_query("one"), rel=1e-6)
    assert one != another
    assert [math.hypot(*one), math.hypot(*another)] == pytest.approx([1, 1], rel=1e-5)


@each_place
@pytest.mark.usefixtures("bytes_as_tokens")
def test_token_ids_which_are_sent_by_default_are_embedded(place: Place) -> None:
    one, another, again = embeddings(place).embed_documents(["one", "another", "one"])

    assert one == again != another
    assert math.hypot(*one) == pytest.approx(1, rel=1e-5)


@each_place
def test_a_completion_is_the_text_that_is_streamed(place: Place) -> None:
    pieces = list(completions(place).stream("hi"))

    assert len(pieces) > 1
    assert "".join(pieces) == completions(place).invoke("hi")


@each_place
def test_the_responses_api_answers_with_one_text(place: Place) -> None:
    answer = responses(place).invoke("hi")

    assert not isinstance(answer.content, str)
    (part,) = answer.content
    assert isinstance(part, dict)
    assert part["type"] == "text"
    assert part["text"] == answer.text
    assert answer.response_metadata["status"] == "completed"


@each_place
def test_the_responses_api_streams_the_text_of_the_whole_answer(place: Place) -> None:
    chunks = [chunk.text for chunk in responses(place).stream("hi")]

    assert len(chunks) > 2
    assert "".join(chunks) == responses(place).invoke("hi").text


@each_place
def test_the_responses_api_calls_tools(place: Place) -> None:
    (call,) = responses(place).bind_tools([GetWeather]).invoke("hi").tool_calls

    assert call["name"] == "GetWeather"
    assert isinstance(call["args"]["location"], str)


@each_place
def test_log_probabilities_come_in_the_metadata(place: Place) -> None:
    answer = chat(place).bind(logprobs=True).invoke("hi")

    tokens = [entry["token"] for entry in answer.response_metadata["logprobs"]["content"]]
    assert "".join(tokens) == answer.text


@each_place
def test_an_unknown_model_is_not_found(place: Place) -> None:
    with pytest.raises(openai.NotFoundError, match="no-such-model"):
        chat(place, model="no-such-model").invoke("hi")


@each_place
def test_a_wrong_token_is_an_authentication_error_that_does_not_repeat_it(place: Place) -> None:
    with pytest.raises(openai.AuthenticationError) as caught:
        chat(place, api_key=WRONG_TOKEN).invoke("hi")

    assert WRONG_TOKEN not in str(caught.value)


@each_place
def test_a_value_out_of_its_range_is_a_bad_request(place: Place) -> None:
    with pytest.raises(openai.BadRequestError, match="temperature"):
        chat(place, temperature=9).invoke("hi")


@each_place
@each_status
def test_each_status_is_the_error_of_the_openai_client(
    place: Place, status: int, error: type[openai.APIStatusError]
) -> None:
    with pytest.raises(error) as caught:
        chat(place, default_headers=fault(status)).invoke("hi")

    assert caught.value.status_code == status


def test_an_overloaded_server_is_asked_again() -> None:
    with (
        pytest.raises(openai.RateLimitError) as caught,
    ):
        chat(AT_GATEWAY, max_retries=1, default_headers=fault("429;retry-after=0")).invoke("hi")

    assert caught.value.request.headers["x-stainless-retry-count"] == "1"

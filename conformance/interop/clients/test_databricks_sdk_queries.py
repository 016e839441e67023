"""The official `databricks-sdk` queries endpoints of every task, as its documentation says."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator

import pytest
from databricks.sdk import WorkspaceClient
from databricks.sdk.errors import BadRequest, NotFound
from databricks.sdk.service.serving import (
    AnthropicConfig,
    ChatMessage,
    ChatMessageRole,
    DataframeSplitInput,
    EndpointCoreConfigInput,
    ExternalModel,
    ExternalModelProvider,
    QueryEndpointResponse,
    ServedEntityInput,
)
from langchain_openai import ChatOpenAI
from openai import OpenAI
from requests.exceptions import JSONDecodeError

from interop.clients.surfaces import CHAT_MODEL, EMBEDDING_MODEL, TOKEN, server_url

SCORER = "sample-model"
MESSAGES = [
    ChatMessage(role=ChatMessageRole.SYSTEM, content="You are a helpful assistant."),
    ChatMessage(role=ChatMessageRole.USER, content="What is a mixture of experts model?"),
]


def workspace() -> WorkspaceClient:
    return WorkspaceClient(host=server_url(), token=TOKEN, auth_type="pat")


@pytest.fixture
def completions_endpoint() -> Iterator[str]:
    """The name of an endpoint that completes texts, made as in the page on external models."""
    name = f"anthropic-completions-endpoint-{uuid.uuid4().hex[:8]}"
    key = "{{secrets/my_anthropic_secret_scope/anthropic_api_key}}"
    model = ExternalModel(
        name="claude-2",
        provider=ExternalModelProvider.ANTHROPIC,
        task="llm/v1/completions",
        anthropic_config=AnthropicConfig(anthropic_api_key=key),
    )
    entity = ServedEntityInput(name="test", external_model=model)
    config = EndpointCoreConfigInput(name=name, served_entities=[entity])
    workspace().serving_endpoints.create_and_wait(name, config=config)
    yield name
    workspace().serving_endpoints.delete(name)


def test_the_page_prints_a_chat_answer_within_its_max_tokens() -> None:
    response = workspace().serving_endpoints.query(
        name=CHAT_MODEL, messages=MESSAGES, max_tokens=128
    )

    assert response.choices
    assert response.choices[0].message
    assert response.choices[0].message.content
    assert response.usage
    assert 0 < (response.usage.completion_tokens or 0) <= 128


def test_a_prompt_is_completed(completions_endpoint: str) -> None:
    answer = workspace().serving_endpoints.query(
        completions_endpoint, prompt="what is databricks", temperature=1.0
    )

    assert answer.model == completions_endpoint
    assert answer.choices
    assert answer.choices[0].text


def test_the_sdk_loses_the_finish_reason_of_the_wire() -> None:
    answer = workspace().serving_endpoints.query(CHAT_MODEL, messages=MESSAGES)

    assert answer.choices
    assert answer.choices[0].finish_reason is None


@pytest.mark.parametrize(
    "query",
    [
        lambda client: client.serving_endpoints.query(
            SCORER, dataframe_records=[{"a": 1}, {"a": 2}]
        ),
        lambda client: client.serving_endpoints.query(
            SCORER,
            dataframe_split=DataframeSplitInput(
                columns=["a", "b"], data=[[1, 2.5], [3, None]], index=[0, 1]
            ),
        ),
        lambda client: client.serving_endpoints.query(SCORER, instances=[[1.0], [2.0]]),
        lambda client: client.serving_endpoints.query(SCORER, inputs={"a": [1, 2]}),
    ],
    ids=["dataframe_records", "dataframe_split", "instances", "inputs"],
)
def test_every_row_gets_a_prediction(
    query: Callable[[WorkspaceClient], QueryEndpointResponse],
) -> None:
    assert len(query(workspace()).predictions or []) == 2


def test_a_query_of_the_wrong_task_is_a_bad_request() -> None:
    with pytest.raises(BadRequest):
        workspace().serving_endpoints.query(EMBEDDING_MODEL, messages=MESSAGES)


def test_the_sdk_cannot_read_the_stream_that_it_asks_for() -> None:
    with pytest.raises(JSONDecodeError):
        workspace().serving_endpoints.query(CHAT_MODEL, messages=MESSAGES, stream=True)


def test_a_slash_in_a_name_which_the_sdk_does_not_encode_is_no_path() -> None:
    with pytest.raises(NotFound):
        workspace().serving_endpoints.query("a/b c", messages=MESSAGES)


@pytest.mark.filterwarnings("ignore:get_open_ai_client:DeprecationWarning")
def test_the_page_queries_with_the_openai_client_of_the_sdk() -> None:
    get_open_ai_client: Callable[[], OpenAI] = workspace().serving_endpoints.get_open_ai_client
    with get_open_ai_client() as openai_client:
        response = openai_client.chat.completions.create(
            model="databricks-meta-llama-3-3-70b-instruct",
            messages=[
                {"role": "system", "content": "You are a helpful assistant."},
                {"role": "user", "content": "What is a mixture of experts model?"},
            ],
            max_tokens=256,
        )
        vectors = openai_client.embeddings.create(model=EMBEDDING_MODEL, input=["a", "b"]).data

    assert response.choices[0].message.content
    assert response.usage
    assert response.usage.completion_tokens <= 256
    assert len({len(each.embedding) for each in vectors}) == 1


@pytest.mark.filterwarnings("ignore:.*get_langchain_chat_open_ai_client:DeprecationWarning")
def test_the_langchain_client_of_the_sdk_gets_the_same_text() -> None:
    endpoints = workspace().serving_endpoints
    get_client: Callable[[str], ChatOpenAI] = endpoints.get_langchain_chat_open_ai_client
    message = ChatMessage(role=ChatMessageRole.USER, content="hi")
    choices = endpoints.query(CHAT_MODEL, messages=[message]).choices

    chat = get_client(CHAT_MODEL)
    said = chat.invoke("hi").content
    chat.root_client.close()

    assert choices
    assert choices[0].message
    assert said == choices[0].message.content

"""The official `databricks-sdk` manages and queries serving endpoints of the server."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator

import pytest
from databricks.sdk import WorkspaceClient
from databricks.sdk.errors import (
    InvalidParameterValue,
    ResourceAlreadyExists,
    ResourceDoesNotExist,
    Unauthenticated,
)
from databricks.sdk.service.serving import (
    AnthropicConfig,
    BearerTokenAuth,
    ChatMessage,
    ChatMessageRole,
    CustomProviderConfig,
    EndpointCoreConfigInput,
    EndpointStateReady,
    ExternalModel,
    ExternalModelProvider,
    OpenAiConfig,
    Route,
    ServedEntityInput,
    ServingEndpointDetailed,
    TrafficConfig,
)
from openai import OpenAI

from interop.clients.surfaces import (
    CHAT_MODEL,
    EMBEDDING_MODEL,
    TOKEN,
    WRONG_TOKEN,
    server_url,
)

SENTINEL = "sk-sentinel-5b0e"
QUESTION = "What is a mixture of experts model?"
MESSAGES = [ChatMessage(role=ChatMessageRole.USER, content=QUESTION)]

OPENAI = ServedEntityInput(
    name="gpt",
    external_model=ExternalModel(
        provider=ExternalModelProvider.OPENAI,
        name="gpt-4o",
        task="llm/v1/chat",
        openai_config=OpenAiConfig(openai_api_key_plaintext=SENTINEL),
    ),
)
ANTHROPIC = ServedEntityInput(
    name="claude",
    external_model=ExternalModel(
        provider=ExternalModelProvider.ANTHROPIC,
        name="claude-3-opus",
        task="llm/v1/chat",
        anthropic_config=AnthropicConfig(anthropic_api_key="{{secrets/scope/anthropic}}"),
    ),
)
CUSTOM = ServedEntityInput(
    name="own",
    external_model=ExternalModel(
        provider=ExternalModelProvider.CUSTOM,
        name="own-model",
        task="llm/v1/chat",
        custom_provider_config=CustomProviderConfig(
            custom_provider_url="https://my-custom-provider.com",
            bearer_token_auth=BearerTokenAuth(token_plaintext=SENTINEL),
        ),
    ),
)


def workspace(token: str = TOKEN) -> WorkspaceClient:
    return WorkspaceClient(host=server_url(), token=token, auth_type="pat")


def create(name: str, entity: ServedEntityInput) -> ServingEndpointDetailed:
    config = EndpointCoreConfigInput(name=name, served_entities=[entity])
    return workspace().serving_endpoints.create_and_wait(name, config=config)


@pytest.fixture
def endpoint() -> Iterator[str]:
    """The name of a fresh endpoint that serves one OpenAI model."""
    name = f"interop-{uuid.uuid4().hex[:8]}"
    create(name, OPENAI)
    yield name
    if name in endpoint_names():
        workspace().serving_endpoints.delete(name)


def endpoint_names() -> set[str | None]:
    return {item.name for item in workspace().serving_endpoints.list()}


@pytest.mark.parametrize("entity", [OPENAI, ANTHROPIC, CUSTOM], ids=lambda entity: entity.name)
def test_an_endpoint_of_an_external_model_is_ready_when_created(entity: ServedEntityInput) -> None:
    name = f"interop-{uuid.uuid4().hex[:8]}"
    created = create(name, entity)
    workspace().serving_endpoints.delete(name)

    assert created.name == name
    assert created.state is not None
    assert created.state.ready is EndpointStateReady.READY


def test_get_shows_what_create_was_given(endpoint: str) -> None:
    found = workspace().serving_endpoints.get(endpoint)

    assert found.name == endpoint
    assert found.id
    assert found.config is not None
    (entity,) = found.config.served_entities or []
    assert entity.name == "gpt"
    assert entity.external_model is not None
    assert entity.external_model.provider is ExternalModelProvider.OPENAI
    assert entity.external_model.name == "gpt-4o"


def test_a_plaintext_secret_never_comes_back(endpoint: str) -> None:
    found = workspace().serving_endpoints.get(endpoint)
    listed = workspace().serving_endpoints.list()

    assert SENTINEL not in repr([found, *listed])


def test_list_holds_hosted_and_created_endpoints(endpoint: str) -> None:
    assert {CHAT_MODEL, EMBEDDING_MODEL, endpoint} <= endpoint_names()


def test_a_deleted_endpoint_does_not_exist(endpoint: str) -> None:
    endpoints = workspace().serving_endpoints
    endpoints.delete(endpoint)

    with pytest.raises(ResourceDoesNotExist):
        endpoints.get(endpoint)
    with pytest.raises(ResourceDoesNotExist):
        endpoints.delete(endpoint)


def test_a_name_is_given_once(endpoint: str) -> None:
    with pytest.raises(ResourceAlreadyExists):
        create(endpoint, ANTHROPIC)


def test_a_secret_is_given_as_reference_or_as_plaintext_not_both() -> None:
    both = ServedEntityInput(
        name="gpt",
        external_model=ExternalModel(
            provider=ExternalModelProvider.OPENAI,
            name="gpt-4o",
            task="llm/v1/chat",
            openai_config=OpenAiConfig(
                openai_api_key="{{secrets/scope/openai}}", openai_api_key_plaintext=SENTINEL
            ),
        ),
    )
    with pytest.raises(InvalidParameterValue) as caught:
        create("interop-both", both)

    assert SENTINEL not in str(caught.value)


def test_update_config_replaces_the_served_entities(endpoint: str) -> None:
    before = workspace().serving_endpoints.get(endpoint).config
    after = (
        workspace()
        .serving_endpoints.update_config_and_wait(
            endpoint,
            served_entities=[ANTHROPIC],
            traffic_config=TrafficConfig(
                routes=[Route(served_model_name="claude", traffic_percentage=100)]
            ),
        )
        .config
    )

    assert before is not None
    assert after is not None
    assert [entity.name for entity in after.served_entities or []] == ["claude"]
    assert (after.config_version or 0) == (before.config_version or 0) + 1


def test_a_chat_query_answers_as_an_assistant_with_usage_that_adds_up() -> None:
    answer = workspace().serving_endpoints.query(CHAT_MODEL, messages=MESSAGES, max_tokens=128)

    (choice,) = answer.choices or []
    assert choice.message is not None
    assert choice.message.role is ChatMessageRole.ASSISTANT
    assert choice.message.content
    usage = answer.usage
    assert usage is not None
    assert usage.total_tokens == (usage.prompt_tokens or 0) + (usage.completion_tokens or 0)


def test_a_query_names_the_served_entity_that_answered(endpoint: str) -> None:
    answer = workspace().serving_endpoints.query(endpoint, messages=MESSAGES)

    assert answer.served_model_name == "gpt"


def test_an_embeddings_query_gives_one_vector_a_text() -> None:
    answer = workspace().serving_endpoints.query(EMBEDDING_MODEL, input=["one", "another"])

    vectors = [item.embedding for item in answer.data or []]
    assert [item.index for item in answer.data or []] == [0, 1]
    assert vectors[0]
    assert vectors[0] != vectors[1]


@pytest.mark.filterwarnings("ignore:get_open_ai_client:DeprecationWarning")
def test_its_openai_client_gets_the_text_that_query_gets() -> None:
    get_open_ai_client: Callable[[], OpenAI] = workspace().serving_endpoints.get_open_ai_client
    through_query = workspace().serving_endpoints.query(CHAT_MODEL, messages=MESSAGES)
    with get_open_ai_client() as caller:
        through_openai = caller.chat.completions.create(
            model=CHAT_MODEL, messages=[{"role": "user", "content": QUESTION}]
        )

    (choice,) = through_query.choices or []
    assert choice.message is not None
    assert through_openai.choices[0].message.content == choice.message.content


def test_an_unknown_endpoint_does_not_exist() -> None:
    with pytest.raises(ResourceDoesNotExist):
        workspace().serving_endpoints.get("no-such-endpoint")
    with pytest.raises(ResourceDoesNotExist):
        workspace().serving_endpoints.query("no-such-endpoint", messages=MESSAGES)


def test_a_wrong_token_is_unauthenticated_and_not_repeated() -> None:
    with pytest.raises(Unauthenticated) as caught:
        list(workspace(WRONG_TOKEN).serving_endpoints.list())

    assert WRONG_TOKEN not in str(caught.value)

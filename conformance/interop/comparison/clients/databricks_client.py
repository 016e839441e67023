"""The `databricks-sdk` package. It has no asynchronous client; `query(stream=True)` it has."""

from __future__ import annotations

from collections.abc import Generator

from databricks.sdk import WorkspaceClient
from databricks.sdk.config import Config
from databricks.sdk.service.serving import (
    ChatMessage,
    ChatMessageRole,
    EndpointCoreConfigInput,
    ExternalModel,
    ExternalModelProvider,
    OpenAiConfig,
    QueryEndpointResponse,
    ServedEntityInput,
)

from interop.comparison.client import ENDPOINT, MODEL, QUESTION, TOKEN, Client

__all__ = ["CLIENT"]


def _client(url: str) -> WorkspaceClient:
    return WorkspaceClient(
        config=Config(host=url, token=TOKEN, auth_type="pat", retry_timeout_seconds=1)
    )


def _chat(url: str) -> object:
    return _client(url).serving_endpoints.query(
        MODEL, messages=[ChatMessage(role=ChatMessageRole.USER, content=QUESTION)]
    )


def _text(answer: object) -> object:
    assert isinstance(answer, QueryEndpointResponse)
    [choice] = answer.choices or []
    return choice.message.content if choice.message else None


def _stream(url: str) -> Generator[object, None, None]:
    answer = _client(url).serving_endpoints.query(
        MODEL, messages=[ChatMessage(role=ChatMessageRole.USER, content=QUESTION)], stream=True
    )
    yield from answer.choices or []


def _ready(url: str) -> object:
    state = _client(url).serving_endpoints.get(ENDPOINT).state
    return state.ready if state else None


def _manage(url: str) -> object:
    endpoints = _client(url).serving_endpoints
    model = ExternalModel(
        name="gpt-4o",
        provider=ExternalModelProvider.OPENAI,
        task="llm/v1/chat",
        openai_config=OpenAiConfig(openai_api_key="{{secrets/scope/key}}"),
    )
    entity = ServedEntityInput(name="gpt", external_model=model)
    config = EndpointCoreConfigInput(name=ENDPOINT, served_entities=[entity])
    endpoints.create(ENDPOINT, config=config)
    found = endpoints.get(ENDPOINT)
    endpoints.delete(ENDPOINT)
    return found


CLIENT = Client(
    distribution="databricks-sdk",
    module="databricks.sdk",
    construction=(
        "from databricks.sdk import WorkspaceClient\nWorkspaceClient(host='URL', token='dapi-x')"
    ),
    surface=lambda url: _client(url).serving_endpoints,
    chat=_chat,
    text=_text,
    enumeration=_ready,
    chat_async=None,
    stream=_stream,
    manage=_manage,
)

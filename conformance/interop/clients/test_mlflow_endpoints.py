"""`mlflow.deployments` manages endpoints of external models, as the pages of Databricks show."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import mlflow.deployments
import pytest
import requests

from interop.clients.refusals import status_of
from interop.clients.surfaces import (
    CHAT_MODEL,
    EMBEDDING_MODEL,
    TOKEN,
    server_url,
)

get_deploy_client: Callable[[str], Any] = mlflow.deployments.get_deploy_client

# The page gives name and config apart, which mlflow calls deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:Passing 'name', 'config':UserWarning")

SENTINEL = "sk-sentinel-92ce"
OPENAI = {"openai_api_key_plaintext": SENTINEL}
AZURE = {
    "openai_api_type": "azure",
    "openai_api_key": "{{secrets/my_openai_secret_scope/openai_api_key}}",
    "openai_api_base": "https://my-azure-openai-endpoint.openai.azure.com",
    "openai_deployment_name": "my-gpt-35-turbo-deployment",
    "openai_api_version": "2023-05-15",
}
BEDROCK = {
    "aws_region": "<YOUR_AWS_REGION>",
    "aws_access_key_id": "{{secrets/my_amazon_bedrock_secret_scope/aws_access_key_id}}",
    "aws_secret_access_key": "{{secrets/my_amazon_bedrock_secret_scope/aws_secret_access_key}}",
    "bedrock_provider": "anthropic",
}
ANTHROPIC = {"anthropic_api_key": "{{secrets/my_anthropic_secret_scope/anthropic_api_key}}"}
BEARER = {
    "custom_provider_url": "https://my-custom-provider.com",
    "bearer_token_auth": {
        "token": "{{secrets/my_custom_provider_secret_scope/custom_provider_token}}"
    },
}
API_KEY = {
    "custom_provider_url": "https://my-custom-provider.com",
    "api_key_auth": {
        "key": "X-API-KEY",
        "value": "{{secrets/my_custom_provider_secret_scope/custom_provider_api_key}}",
    },
}


def entity(provider: str, model: str, task: str, settings: dict[str, Any]) -> dict[str, Any]:
    """A served entity as the page on external models writes it."""
    key = "custom_provider" if provider == "custom" else provider.replace("-", "_")
    external = {"name": model, "provider": provider, "task": f"llm/v1/{task}"}
    return {"external_model": {**external, f"{key}_config": settings}}


def fresh_name() -> str:
    return f"mlflow-{uuid.uuid4().hex[:8]}"


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The client of the documentation; what it answers are dictionaries without types."""
    monkeypatch.setenv("DATABRICKS_HOST", server_url())
    monkeypatch.setenv("DATABRICKS_TOKEN", TOKEN)
    return get_deploy_client("databricks")


@pytest.fixture
def endpoint(client: Any) -> Iterator[str]:
    """The name of a fresh endpoint that serves one OpenAI model."""
    name = fresh_name()
    served = {"name": "first", **entity("openai", "gpt-4", "chat", OPENAI)}
    tags = [{"key": "a", "value": "b"}]
    client.create_endpoint(
        config={"name": name, "config": {"served_entities": [served]}, "tags": tags}
    )
    yield name
    if name in endpoint_names(client):
        client.delete_endpoint(name)


def endpoint_names(client: Any) -> set[str]:
    return {each["name"] for each in client.list_endpoints()}


@pytest.mark.parametrize(
    "served",
    [
        entity("anthropic", "claude-2", "completions", ANTHROPIC),
        entity("openai", "gpt-3.5-turbo", "chat", AZURE),
        entity("amazon-bedrock", "claude-v2", "completions", BEDROCK),
        entity("custom", "custom-provider-model", "chat", BEARER),
        entity("custom", "custom-provider-model", "chat", API_KEY),
    ],
    ids=["anthropic", "azure", "bedrock", "custom-bearer", "custom-api-key"],
)
def test_an_endpoint_of_the_page_is_ready_and_says_whom_it_serves(
    client: Any, served: dict[str, Any]
) -> None:
    name = fresh_name()
    created = client.create_endpoint(name=name, config={"served_entities": [served]})
    found = client.get_endpoint(name)
    client.delete_endpoint(name)

    (shown,) = found["config"]["served_entities"]
    wanted = served["external_model"]
    assert created["state"]["ready"] == found["state"]["ready"] == "READY"
    assert shown["external_model"]["provider"] == wanted["provider"]
    assert shown["external_model"]["name"] == wanted["name"]
    assert found["task"] == wanted["task"]


def test_an_endpoint_of_the_page_completes_a_prompt(client: Any) -> None:
    name, served = fresh_name(), entity("anthropic", "claude-2", "completions", ANTHROPIC)
    client.create_endpoint(name=name, config={"served_entities": [served]})
    answer = client.predict(
        endpoint=name, inputs={"prompt": "what is databricks", "temperature": 1.0}
    )
    client.delete_endpoint(name)

    assert (answer["object"], answer["model"]) == ("text_completion", name)
    assert answer["choices"][0]["text"]


def test_a_plaintext_secret_never_comes_back(client: Any, endpoint: str) -> None:
    assert SENTINEL not in repr([client.get_endpoint(endpoint), *client.list_endpoints()])


def test_list_holds_hosted_and_created_endpoints(client: Any, endpoint: str) -> None:
    assert {CHAT_MODEL, EMBEDDING_MODEL, endpoint} <= endpoint_names(client)


def test_an_endpoint_is_updated_part_by_part(client: Any, endpoint: str) -> None:
    second = {"name": "second", **entity("openai", "gpt-4o", "chat", OPENAI)}
    limits = [{"key": "endpoint", "renewal_period": "minute", "calls": 100}]
    tracking = {"usage_tracking_config": {"enabled": True}}
    client.update_endpoint_config(endpoint, {"served_entities": [second]})
    client.update_endpoint_tags(
        endpoint, {"add_tags": [{"key": "k", "value": "v"}], "delete_tags": ["a"]}
    )
    limited = client.update_endpoint_rate_limits(endpoint, {"rate_limits": limits})
    tracked = client.update_endpoint_ai_gateway(endpoint, tracking)
    found = client.get_endpoint(endpoint)

    assert [each["name"] for each in found["config"]["served_entities"]] == ["second"]
    assert found["config"]["config_version"] == 2
    assert found["tags"] == [{"key": "k", "value": "v"}]
    assert limited["rate_limits"] == limits
    assert tracked == tracking
    assert found["ai_gateway"]["usage_tracking_config"] == {"enabled": True}


@pytest.mark.filterwarnings("ignore:.*update_endpoint:UserWarning")
@pytest.mark.filterwarnings("ignore:.*update_endpoint:FutureWarning")
def test_the_deprecated_update_replaces_the_served_entities(client: Any, endpoint: str) -> None:
    third = {"name": "third", **entity("openai", "gpt-4o", "chat", OPENAI)}
    client.update_endpoint(endpoint, config={"served_entities": [third]})

    found = client.get_endpoint(endpoint)["config"]["served_entities"]
    assert [each["name"] for each in found] == ["third"]


def test_a_deleted_endpoint_is_not_found(client: Any, endpoint: str) -> None:
    assert client.delete_endpoint(endpoint) == {}
    for call in (client.get_endpoint, client.delete_endpoint):
        with pytest.raises(requests.HTTPError, match=endpoint) as caught:
            call(endpoint)
        assert status_of(caught.value) == 404


def test_a_name_given_twice_is_a_conflict_which_mlflow_tells_as_400(
    client: Any, endpoint: str
) -> None:
    served = entity("openai", "gpt-4", "chat", OPENAI)
    with pytest.raises(requests.HTTPError, match="already exists") as caught:
        client.create_endpoint(name=endpoint, config={"served_entities": [served]})

    assert status_of(caught.value) == 400

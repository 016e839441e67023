"""A provider lacks the models of others."""

from typing import Any

import httpx
import pytest

from invocant_conformance.server.providers import lacks

from .examples import MESSAGES, create_request, external_model

PATH = "/api/2.0/serving-endpoints"


@pytest.mark.parametrize(
    ("provider", "name", "lacking"),
    [
        ("openai", "gpt-4o-mini", False),
        ("openai", "my-fine-tuned-model", False),
        ("openai", "claude-3-opus", True),
        ("anthropic", "gpt-4o", True),
        ("anthropic", "claude-2", False),
        ("cohere", "command-r", False),
        ("palm", "gemini-2.0-flash", False),
        ("google-cloud-vertex-ai", "claude-3-opus", False),
        ("databricks-model-serving", "gpt-4o", False),
        ("custom", "claude-3-opus", False),
        ("custom", "this-does-not-exist", True),
        ("openai", "gpt-that-does-not-exist", True),
    ],
)
def test_which_models_a_provider_lacks(provider: str, name: str, lacking: bool) -> None:
    assert lacks({"provider": provider, "name": name, "task": "llm/v1/chat"}) == lacking


@pytest.mark.parametrize(("maker", "lacking"), [("Anthropic", False), ("cohere", True)])
def test_a_maker_on_bedrock_has_its_own_models(maker: str, lacking: bool) -> None:
    config = {"amazon_bedrock_config": {"bedrock_provider": maker}}
    assert lacks({"provider": "amazon-bedrock", "name": "claude-v2", **config}) == lacking


@pytest.mark.parametrize(("provider", "lacking"), [("openai", False), ("anthropic", True)])
def test_not_every_provider_has_embeddings(provider: str, lacking: bool) -> None:
    model = {"provider": provider, "name": "vectors", "task": "llm/v1/embeddings"}
    assert lacks(model) == lacking


def test_an_address_of_ones_own_has_any_model() -> None:
    config = {"openai_config": {"openai_api_base": "https://proxy.example.com/v1"}}
    assert not lacks({"provider": "openai", "name": "claude-3-opus", **config})


@pytest.mark.anyio
@pytest.mark.parametrize("more", [{}, {"stream": True}])
async def test_a_query_of_such_a_model_is_not_found(
    client: httpx.AsyncClient, more: dict[str, Any]
) -> None:
    served = {"name": "a", "external_model": external_model(name="claude-2")}
    created = await client.post(PATH, json=create_request("mine", served))
    assert created.status_code == 200
    body = {"messages": MESSAGES, **more}
    for path in ("invocations", "served-models/a/invocations"):
        refused = await client.post(f"/serving-endpoints/mine/{path}", json=body)
        assert refused.status_code == 404
        assert refused.json() == {
            "error_code": "RESOURCE_DOES_NOT_EXIST",
            "message": "The provider of the served entity 'a' does not have its model.",
        }

"""Only what answers may hold is kept of a request."""

from typing import Any

import pytest

from invocant_conformance.server.secrets import Readable

from .examples import create_request, entity

READABLE = Readable()
CREATE = {"$ref": "#/components/schemas/CreateServingEndpoint"}

OPENAI = {"provider": "openai", "openai_config": {"openai_api_key_plaintext": "hush"}}
ANTHROPIC = {"provider": "anthropic", "anthropic_config": {"anthropic_api_key_plaintext": "hush"}}
BEARER = {
    "provider": "custom",
    "custom_provider_config": {
        "custom_provider_url": "https://models.example.com",
        "bearer_token_auth": {"token_plaintext": "hush"},
    },
}
API_KEY = {
    "provider": "custom",
    "custom_provider_config": {
        "custom_provider_url": "https://models.example.com",
        "api_key_auth": {"key": "X-API-KEY", "value_plaintext": "hush"},
    },
}
UNKNOWN = {
    "provider": "openai",
    "cohere_config": {"cohere_api_key_plaintext": "hush"},
    "openai_config": {"openai_api_key": "{{secrets/a/b}}", "more": {"api_key_plaintext": "hush"}},
}


@pytest.mark.parametrize("model", [OPENAI, ANTHROPIC, BEARER, API_KEY, UNKNOWN])
def test_no_plaintext_is_kept(model: dict[str, Any]) -> None:
    request = create_request("a", {"external_model": {"name": "m", "task": "t"} | model})
    assert "hush" not in repr(READABLE.project(request, CREATE))


def test_everything_else_is_kept() -> None:
    request = create_request("a", entity("b")) | {"tags": [{"key": "team", "value": "x"}]}
    assert READABLE.project(request, CREATE) == request

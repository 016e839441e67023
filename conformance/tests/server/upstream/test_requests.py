"""What scripted providers are sent, and in which shape their answers come back."""

from collections.abc import Callable
from typing import Any

import pytest

from invocant_conformance.client.origin import Origin

from ..answers import check_schema
from .chain import PATH, QUESTION, SENTINEL, Front, custom, openai, workspace
from .scripts import LEAST, answer


def test_the_provider_gets_the_body_its_credentials_and_nothing_of_the_caller(
    served: Front, origin: Origin
) -> None:
    origin.play(answer(LEAST))
    headers = {"cookie": "caller=1", "x-api-key": "dapi-caller", "x-forwarded-for": "10.0.0.1"}
    body = {"messages": QUESTION, "model": "mine", "top_k": 3, "unknown": {"deep": [1.5, None]}}
    served.http.post("/serving-endpoints/mine/invocations", json=body, headers=headers)
    (sent,) = origin.requests
    assert (sent.method, sent.target) == ("POST", "/v1/chat/completions")
    assert sent.json() == {**body, "model": "databricks-meta-llama-3-3-70b-instruct"}
    assert sent.headers["authorization"] == f"Bearer {SENTINEL}"
    assert sent.headers["host"] == origin.url.removeprefix("http://")
    expected = {"host", "accept", "accept-encoding", "connection", "user-agent", "content-length"}
    assert sent.headers.keys() == expected | {"authorization", "content-type", "via"}
    assert b"caller" not in sent.raw


def keyed(url: str, header: str) -> dict[str, Any]:
    """Return an entity of a custom provider with its key in a header of its own."""
    entity = custom(url)
    config = entity["external_model"]["custom_provider_config"]
    del config["bearer_token_auth"]
    config["api_key_auth"] = {"key": header, "value_plaintext": SENTINEL}
    return entity


def azure(url: str) -> dict[str, Any]:
    """Return an entity of a deployment of Azure."""
    deployment = {"openai_api_version": "2024-10-21", "openai_deployment_name": "gpt 4"}
    return openai(url, openai_api_type="azure", **deployment)


HOSTED = "databricks-meta-llama-3-3-70b-instruct"
AZURE = "/openai/deployments/gpt%204/chat/completions?api-version=2024-10-21"
BEARER = ("authorization", f"Bearer {SENTINEL}")
KINDS: dict[str, tuple[Callable[[str], dict[str, Any]], str, tuple[str, str]]] = {
    "token": (custom, "/chat/completions", BEARER),
    "key": (lambda url: keyed(url, "X-Own-Key"), "/chat/completions", ("x-own-key", SENTINEL)),
    "whole URL": (
        lambda url: custom(f"{url}/chat/completions?a=1"),
        "/chat/completions?a=1",
        BEARER,
    ),
    "workspace": (
        lambda url: workspace(f"{url}/"),
        f"/serving-endpoints/{HOSTED}/invocations",
        BEARER,
    ),
    "openai": (
        lambda url: openai(f"{url}/v1", openai_organization="org-1"),
        "/v1/chat/completions",
        ("openai-organization", "org-1"),
    ),
    "azure": (azure, AZURE, ("api-key", SENTINEL)),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_provider_has_its_path_and_its_header(
    scripted: Front, origin: Origin, kind: str
) -> None:
    entity, target, (header, value) = KINDS[kind]
    scripted.serve("mine", entity(origin.url))
    origin.play(answer(LEAST))
    assert scripted.chat("mine").status_code == 200
    (sent,) = origin.requests
    assert (sent.target, sent.headers[header]) == (target, value)


def test_what_the_least_answer_leaves_out_is_filled_in(served: Front, origin: Origin) -> None:
    origin.play(answer(LEAST))
    got = served.chat("mine").json()
    check_schema(got, "ChatCompletion")
    assert got["usage"] == {"prompt_tokens": 8, "completion_tokens": 8, "total_tokens": 16}
    assert (got["model"], got["choices"]) == (LEAST["model"], LEAST["choices"])


def test_a_changed_configuration_is_asked_with_its_own_key(served: Front, origin: Origin) -> None:
    entity = keyed(f"{origin.url}/other", "x-key")
    config = {"served_entities": [entity]}
    assert served.http.put(f"{PATH}/mine/config", json=config).status_code == 200
    origin.play(answer(LEAST))
    served.chat("mine")
    (sent,) = origin.requests
    assert (sent.target, sent.headers["x-key"]) == ("/other/chat/completions", SENTINEL)
    assert "authorization" not in sent.headers

"""A server in front of another one, and the endpoints that lead from the first to the second."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import httpx

from invocant_conformance.embedded import served
from invocant_conformance.server.app import create_app
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.server.upstream.allowed import read_host
from invocant_conformance.server.upstream.settings import UpstreamSettings

SENTINEL: Final = "sk-sentinel-2b7e151628aed2a6"
"""The provider's token, which is to be seen nowhere but at the provider."""

PATH: Final = "/api/2.0/serving-endpoints"
QUESTION: Final[list[dict[str, Any]]] = [{"role": "user", "content": "What is a lake house?"}]


@dataclass(frozen=True, kw_only=True)
class Front:
    """The first server, its client signed as a caller, and where the second one is."""

    http: httpx.Client
    provider: str

    def create(self, name: str, *entities: dict[str, Any], **more: Any) -> httpx.Response:
        config = {"served_entities": list(entities), **more.pop("config", {})}
        return self.http.post(PATH, json={"name": name, "config": config, **more})

    def serve(self, name: str, *entities: dict[str, Any], **more: Any) -> None:
        created = self.create(name, *entities, **more)
        assert created.status_code == 200, created.text

    def query(self, name: str, **body: Any) -> httpx.Response:
        return self.http.post(f"/serving-endpoints/{name}/invocations", json=body)

    def chat(self, name: str, **more: Any) -> httpx.Response:
        return self.query(name, messages=QUESTION, **more)


@contextmanager
def front(provider: str, **changes: Any) -> Generator[Front]:
    """Start a server that may forward to the host and port of a provider's address."""
    host = read_host(provider.partition("://")[2])
    chosen: dict[str, Any] = {"allowed": (host,), "environment": dict[str, str](), **changes}
    settings = ServerSettings(token_delay=0, upstreams=UpstreamSettings(**chosen))
    headers = {"authorization": "Bearer dapi-caller"}
    with (
        served(create_app(settings)) as url,
        httpx.Client(base_url=url, headers=headers, trust_env=False) as http,
    ):
        yield Front(http=http, provider=provider)


def custom(url: str, name: str = "own", task: str = "chat", **changes: Any) -> dict[str, Any]:
    """Return a served entity of a custom provider, signed with the sentinel."""
    config = {"custom_provider_url": url, "bearer_token_auth": {"token_plaintext": SENTINEL}}
    return _entity(name, task, "custom", {"custom_provider_config": config | changes})


def openai(url: str, name: str = "own", task: str = "chat", **changes: Any) -> dict[str, Any]:
    """Return a served entity of OpenAI, signed with the sentinel."""
    config = {"openai_api_base": url, "openai_api_key_plaintext": SENTINEL}
    return _entity(name, task, "openai", {"openai_config": config | changes})


def workspace(url: str, name: str = "own", task: str = "chat") -> dict[str, Any]:
    """Return a served entity of another workspace, signed with the sentinel."""
    config = {"databricks_workspace_url": url, "databricks_api_token_plaintext": SENTINEL}
    changes = {"databricks_model_serving_config": config}
    return _entity(name, task, "databricks-model-serving", changes)


MODELS: Final = {
    "chat": "databricks-meta-llama-3-3-70b-instruct",
    "completions": "databricks-mpt-7b-instruct",
    "embeddings": "databricks-bge-large-en",
}
"""Models of the second server by task."""


def _entity(name: str, task: str, provider: str, config: dict[str, Any]) -> dict[str, Any]:
    model = {"name": MODELS[task], "provider": provider, "task": f"llm/v1/{task}", **config}
    return {"name": name, "external_model": model}

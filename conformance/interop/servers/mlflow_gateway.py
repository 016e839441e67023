"""MLflow's AI Gateway, in front of the reference server in the place of OpenAI."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from interop.servers.mlflow_scoring import ENVIRONMENT, SCRIPTS
from interop.servers.process import Launch, RunningServer, answers, free_port, running
from interop.servers.reference import reference_server
from interop.servers.scripts import run_script

CHAT, COMPLETIONS, EMBEDDINGS = "chat", "completions", "embeddings"
"""Names of the endpoints."""

_MODELS: Mapping[str, str] = {
    CHAT: "databricks-meta-llama-3-3-70b-instruct",
    COMPLETIONS: "gpt-3.5-turbo-instruct",
    EMBEDDINGS: "databricks-gte-large-en",
}
"""The model of the reference server behind each endpoint."""

_INSIDE = {
    "MLFLOW_CRYPTO_KEK_PASSPHRASE": "interop",
    # Otherwise a provider on this machine is refused.
    "MLFLOW_GATEWAY_API_BASE_ALLOWED_SCHEMES": "http,https",
    "MLFLOW_GATEWAY_API_BASE_ALLOW_PRIVATE_IPS": "true",
    # Eight processes that the gateway does not need.
    "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false",
}


@contextmanager
def mlflow_gateway(*, python: Path, work_dir: Path) -> Generator[RunningServer, None, None]:
    """Run `mlflow gateway start`."""
    with reference_server(work_dir=_folder(work_dir)) as provider:
        config = work_dir / "gateway.yaml"
        config.write_text(json.dumps({"endpoints": _endpoints(f"{provider.url}/v1")}))
        arguments = ["gateway", "start", "--config-path", str(config)]
        with running(_launch(python, work_dir, arguments)) as server:
            yield server


@contextmanager
def mlflow_server(*, python: Path, work_dir: Path) -> Generator[RunningServer, None, None]:
    """Run `mlflow server`, whose gateway has its endpoints in the server's database."""
    with reference_server(work_dir=_folder(work_dir)) as provider:
        storage = ["--backend-store-uri", "sqlite:///gateway.db", "--default-artifact-root", "art"]
        with running(_launch(python, work_dir, ["server", *storage], _INSIDE)) as server:
            models = [f"{name}={model}" for name, model in _MODELS.items()]
            places = (server.url, f"{provider.url}/v1")
            script = SCRIPTS / "make_endpoints.py"
            run_script(python, script, *places, *models, work_dir=work_dir, environment=ENVIRONMENT)
            yield server


def _launch(
    python: Path,
    work_dir: Path,
    arguments: list[str],
    environment: Mapping[str, str] | None = None,
) -> Launch:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    place = ["--host", "127.0.0.1", "--port", str(port), "--workers", "1"]
    return Launch(
        command=[str(python.with_name("mlflow")), *arguments, *place],
        work_dir=work_dir,
        environment={**ENVIRONMENT, **(environment or {})},
        ready=lambda _output: url if answers(f"{url}/health") else None,
    )


def _folder(work_dir: Path) -> Path:
    folder = work_dir / "provider"
    folder.mkdir()
    return folder


def _endpoints(provider: str) -> list[dict[str, object]]:
    config = {"openai_api_key": "sk-upstream", "openai_api_base": provider}
    return [
        {
            "name": name,
            "endpoint_type": f"llm/v1/{name}",
            "model": {"provider": "openai", "name": model, "config": config},
        }
        for name, model in _MODELS.items()
    ]

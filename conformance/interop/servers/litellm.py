"""The LiteLLM proxy: a real gateway, here offline, without a database.

Its models are mocked, or those of a workspace that it stands in front of.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from interop.servers.process import Launch, RunningServer, answers, free_port, running
from interop.servers.reference import reference_server

CHAT_MODEL = "mock-chat"
COMPLETION_MODEL = "mock-text"
EMBEDDING_MODEL = "mock-embed"

Model = Mapping[str, object]
"""What the proxy calls a model's `litellm_params`."""

_ENVIRONMENT = {
    # Otherwise the import asks the network for a price list, several times.
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    # Otherwise some token counts ask the network for a tokenizer.
    "HF_HUB_OFFLINE": "1",
    # The default mode reads a .env file of the working directory.
    "LITELLM_MODE": "PRODUCTION",
}


def new_master_key() -> str:
    """A key that the proxy takes; it refuses to start without one, or with a well-known one."""
    return f"sk-{secrets.token_hex(16)}"


@contextmanager
def litellm_proxy(
    *,
    python: Path,
    work_dir: Path,
    master_key: str,
    models: Mapping[str, Model] | None = None,
    settings: Mapping[str, object] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Generator[RunningServer, None, None]:
    """Run the proxy that is installed beside `python`.

    models: by name; a mocked one for chats and one for embeddings where there are none. settings:
    of its `litellm_settings`. environment: further variables, to which models may refer.
    """
    config = work_dir / "config.yaml"
    config.write_text(json.dumps(_config(master_key, models or _mocked(), settings or {})))
    url = f"http://127.0.0.1:{free_port()}"
    launch = Launch(
        command=[str(python.with_name("litellm")), "--config", str(config), *_listen(url)],
        work_dir=work_dir,
        environment={**_ENVIRONMENT, **(environment or {})},
        ready=lambda _output: url if answers(f"{url}/health/liveliness") else None,
    )
    with running(launch) as server:
        yield server


@contextmanager
def litellm_in_front(
    *, python: Path, work_dir: Path, master_key: str
) -> Generator[RunningServer, None, None]:
    """Run the proxy in front of the reference server, in the place of OpenAI: nothing is mocked."""
    folder = work_dir / "provider"
    folder.mkdir()
    with reference_server(work_dir=folder) as provider:
        place = {"api_base": f"{provider.url}/v1", "api_key": "sk-upstream"}
        models = {
            CHAT_MODEL: {"model": "openai/databricks-meta-llama-3-3-70b-instruct", **place},
            COMPLETION_MODEL: {
                "model": "text-completion-openai/gpt-3.5-turbo-instruct",
                **place,
            },
            EMBEDDING_MODEL: {"model": "openai/databricks-gte-large-en", **place},
        }
        with litellm_proxy(
            python=python, work_dir=work_dir, master_key=master_key, models=models
        ) as server:
            yield server


def _listen(url: str) -> list[str]:
    port = url.rpartition(":")[2]
    return ["--host", "127.0.0.1", "--port", port, "--num_workers", "1"]


def _config(
    master_key: str, models: Mapping[str, Model], settings: Mapping[str, object]
) -> dict[str, object]:
    return {
        "model_list": [
            {"model_name": name, "litellm_params": model} for name, model in models.items()
        ],
        "litellm_settings": {"telemetry": False, "num_retries": 0, **settings},
        "general_settings": {"master_key": master_key},
    }


def _mocked() -> Mapping[str, Model]:
    chat = {"model": "openai/gpt-4o-mini", "mock_response": "Hello from the mock"}
    embedding = {"model": "openai/text-embedding-3-small", "mock_response": [0.1, 0.2, 0.3]}
    return {
        CHAT_MODEL: {**chat, "api_key": "unused"},
        EMBEDDING_MODEL: {**embedding, "api_key": "unused"},
    }

"""The LiteLLM proxy: a real gateway, here offline, without a database, with mocked models."""

from __future__ import annotations

import json
import secrets
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from interop.servers.process import Launch, RunningServer, answers, free_port, running

CHAT_MODEL = "mock-chat"
EMBEDDING_MODEL = "mock-embed"

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
    *, python: Path, work_dir: Path, master_key: str
) -> Generator[RunningServer, None, None]:
    """Run the proxy that is installed beside `python`, with a chat and an embeddings model."""
    config = work_dir / "config.yaml"
    config.write_text(json.dumps(_config(master_key)))
    url = f"http://127.0.0.1:{free_port()}"
    launch = Launch(
        command=[str(python.with_name("litellm")), "--config", str(config), *_listen(url)],
        work_dir=work_dir,
        environment=_ENVIRONMENT,
        ready=lambda _output: url if answers(f"{url}/health/liveliness") else None,
    )
    with running(launch) as server:
        yield server


def _listen(url: str) -> list[str]:
    port = url.rpartition(":")[2]
    return ["--host", "127.0.0.1", "--port", port, "--num_workers", "1"]


def _config(master_key: str) -> dict[str, object]:
    return {
        "model_list": [
            _model(CHAT_MODEL, "openai/gpt-4o-mini", "Hello from the mock"),
            _model(EMBEDDING_MODEL, "openai/text-embedding-3-small", [0.1, 0.2, 0.3]),
        ],
        "litellm_settings": {"telemetry": False, "num_retries": 0},
        "general_settings": {"master_key": master_key},
    }


def _model(name: str, upstream: str, answer: object) -> dict[str, object]:
    return {
        "model_name": name,
        "litellm_params": {"model": upstream, "api_key": "unused", "mock_response": answer},
    }

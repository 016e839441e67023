"""The servers of other projects that the suite is run on, and what to ask of each."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from interop.servers import aimock, litellm, mlflow_gateway, mlflow_scoring, mock_ai_api
from interop.servers.process import RunningServer

Started = AbstractContextManager[RunningServer]


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """Something to start: `start(work_dir)` runs it, and it then answers a GET of `alive`."""

    name: str
    start: Callable[[Path], Started]
    alive: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A place at a server: `models` names a model for each task.

    `base_path` follows the server's root; known failures are in `known-failures/{name}.yaml`.
    Without a token the run does not look for credentials. A run takes `longest_run_s` at most.
    `requirements` and `distribution` name the file that pins the server, and what of it gives the
    version.
    """

    name: str
    server: Server
    base_path: str
    profiles: tuple[str, ...]
    models: Mapping[str, str]
    distribution: str
    requirements: str
    longest_run_s: float = 120.0
    token: str | None = field(repr=False, default=None)


def program(name: str) -> Path:
    """What the variable `INTEROP_{name}` says is where."""
    return Path(os.environ[f"INTEROP_{name}"])


def _start_litellm(work_dir: Path) -> Started:
    python = program("LITELLM")
    return litellm.litellm_proxy(python=python, work_dir=work_dir, master_key=_LITELLM_KEY)


def _start_litellm_in_front(work_dir: Path) -> Started:
    python = program("LITELLM")
    return litellm.litellm_in_front(python=python, work_dir=work_dir, master_key=_LITELLM_KEY)


def _start_mock_ai_api(work_dir: Path) -> Started:
    return mock_ai_api.mock_ai_api(python=program("MOCK_AI_API"), work_dir=work_dir)


def _start_aimock(work_dir: Path) -> Started:
    node, command = program("NODE"), program("AIMOCK")
    return aimock.aimock(node=node, command=command, work_dir=work_dir)


def _start_mlflow_models_serve(work_dir: Path) -> Started:
    python = program("MLFLOW_SERVER")
    return mlflow_scoring.mlflow_models_serve(python=python, work_dir=work_dir)


def _start_mlflow_models(work_dir: Path) -> Started:
    return mlflow_scoring.mlflow_models(python=program("MLFLOW_SERVER"), work_dir=work_dir)


def _start_mlflow_gateway(work_dir: Path) -> Started:
    return mlflow_gateway.mlflow_gateway(python=program("MLFLOW_SERVER"), work_dir=work_dir)


def _start_mlflow_server(work_dir: Path) -> Started:
    return mlflow_gateway.mlflow_server(python=program("MLFLOW_SERVER"), work_dir=work_dir)


_LITELLM_KEY = litellm.new_master_key()
ANY_KEY = "sk-any"
_LIVES = "/health/liveliness"

_MODELS_SERVE = Server(name="mlflow-serve", start=_start_mlflow_models_serve, alive="/ping")
_MODELS = Server(name="mlflow-models", start=_start_mlflow_models, alive="/sum/ping")
_GATEWAY = Server(name="mlflow-gateway", start=_start_mlflow_gateway, alive="/health")
_MLFLOW_SERVER = Server(name="mlflow-server", start=_start_mlflow_server, alive="/health")
_LITELLM = Server(name="litellm", start=_start_litellm, alive=_LIVES)
_LITELLM_IN_FRONT = Server(name="litellm-upstream", start=_start_litellm_in_front, alive=_LIVES)
_MOCK_AI_API = Server(name="mock-ai-api", start=_start_mock_ai_api, alive="/health")
_AIMOCK = Server(name="aimock", start=_start_aimock, alive="/health")
SERVERS = (
    *(_LITELLM, _LITELLM_IN_FRONT, _MOCK_AI_API, _AIMOCK),
    *(_MODELS_SERVE, _MODELS, _GATEWAY, _MLFLOW_SERVER),
)


def _mlflow(
    name: str, server: Server, base_path: str, models: Mapping[str, str], *profiles: str
) -> Target:
    return Target(
        name=f"mlflow-{name}",
        server=server,
        base_path=base_path,
        profiles=profiles,
        models=models,
        distribution="mlflow",
        requirements="mlflow-server.txt",
        token=ANY_KEY if "gateway" in profiles else None,
    )


def _litellm(name: str, server: Server, models: Mapping[str, str]) -> Target:
    return Target(
        name=name,
        server=server,
        base_path="",
        profiles=("gateway",),
        models=models,
        distribution="litellm",
        requirements="litellm.txt",
        token=_LITELLM_KEY,
    )


_CHATS = {"chat": mlflow_gateway.CHAT, "embeddings": mlflow_gateway.EMBEDDINGS}
TARGETS = (
    _litellm(
        "litellm",
        _LITELLM,
        {
            "chat": litellm.CHAT_MODEL,
            "completions": litellm.CHAT_MODEL,
            "embeddings": litellm.EMBEDDING_MODEL,
        },
    ),
    _litellm(
        "litellm-upstream",
        _LITELLM_IN_FRONT,
        {
            "chat": litellm.CHAT_MODEL,
            "completions": litellm.COMPLETION_MODEL,
            "embeddings": litellm.EMBEDDING_MODEL,
        },
    ),
    Target(
        name="mock-ai-api",
        server=_MOCK_AI_API,
        base_path="/v1",
        profiles=("gateway",),
        models={
            "chat": mock_ai_api.CHAT_MODEL,
            "completions": mock_ai_api.CHAT_MODEL,
            "embeddings": mock_ai_api.EMBEDDING_MODEL,
        },
        distribution="mock-ai-api",
        requirements="mock-ai-api.txt",
        token=ANY_KEY,
    ),
    Target(
        name="aimock",
        server=_AIMOCK,
        base_path="/v1",
        profiles=("gateway",),
        models={
            "chat": aimock.CHAT_MODEL,
            "embeddings": aimock.EMBEDDING_MODEL,
            "moderations": aimock.MODERATION_MODEL,
        },
        distribution="@copilotkit/aimock",
        requirements="../aimock/package.json",
        token=ANY_KEY,
    ),
    _mlflow("scoring", _MODELS_SERVE, "", {"scoring": "linear"}, "scoring"),
    _mlflow("scoring-sum", _MODELS, "/sum", {"scoring": "sum"}, "scoring"),
    _mlflow("scoring-agent", _MODELS, "/agent", {"responses": "agent"}, "scoring"),
    _mlflow("scoring-chat", _MODELS, "/chat", {"chat": "echo"}, "scoring", "provider"),
    _mlflow(
        "scoring-embeddings", _MODELS, "/embeddings", {"embeddings": "h"}, "scoring", "provider"
    ),
    _mlflow(
        "gateway", _GATEWAY, "/v1", {**_CHATS, "completions": mlflow_gateway.COMPLETIONS}, "gateway"
    ),
    _mlflow(
        *("server-openai", _MLFLOW_SERVER, "/gateway/openai/v1"),
        {**_CHATS, "responses": mlflow_gateway.CHAT},
        "gateway",
    ),
    _mlflow("server-mlflow", _MLFLOW_SERVER, "/gateway/mlflow/v1", _CHATS, "gateway"),
)

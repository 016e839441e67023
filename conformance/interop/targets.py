"""The servers of other projects that the suite is run on, and what to ask of each."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from interop.servers import litellm, mock_ai_api
from interop.servers.process import RunningServer


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """One server: `start(work_dir, token)` runs it; `models` names a model for each task.

    `base_path` follows the server's root; its known failures are in `known-failures/{name}.yaml`.
    """

    name: str
    base_path: str
    token: str = field(repr=False)
    models: Mapping[str, str]
    start: Callable[[Path, str], AbstractContextManager[RunningServer]]


def _start_litellm(work_dir: Path, token: str) -> AbstractContextManager[RunningServer]:
    python = Path(os.environ["INTEROP_LITELLM"])
    return litellm.litellm_proxy(python=python, work_dir=work_dir, master_key=token)


def _start_mock_ai_api(work_dir: Path, _token: str) -> AbstractContextManager[RunningServer]:
    python = Path(os.environ["INTEROP_MOCK_AI_API"])
    return mock_ai_api.mock_ai_api(python=python, work_dir=work_dir)


LITELLM = Target(
    name="litellm",
    base_path="",
    token=litellm.new_master_key(),
    models={
        "chat": litellm.CHAT_MODEL,
        "completions": litellm.CHAT_MODEL,
        "embeddings": litellm.EMBEDDING_MODEL,
    },
    start=_start_litellm,
)
MOCK_AI_API = Target(
    name="mock-ai-api",
    base_path="/v1",
    token="sk-any",
    models={
        "chat": mock_ai_api.CHAT_MODEL,
        "completions": mock_ai_api.CHAT_MODEL,
        "embeddings": mock_ai_api.EMBEDDING_MODEL,
    },
    start=_start_mock_ai_api,
)
TARGETS = (LITELLM, MOCK_AI_API)

"""aimock: an imitation of the APIs of several providers, written for Node.js."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from interop.servers.process import Launch, RunningServer, answers, free_port, running

CHAT_MODEL = "gpt-4o"
EMBEDDING_MODEL = "text-embedding-3-small"
MODERATION_MODEL = "omni-moderation-latest"

_ANSWERS = {
    "fixtures": [
        {"match": {"endpoint": "chat"}, "response": {"content": "Hello there, this is a fixture."}}
    ]
}


@contextmanager
def aimock(*, node: Path, command: Path, work_dir: Path) -> Generator[RunningServer, None, None]:
    """Let `node` run aimock's `command` (llmock), with one answer to everything; it asks no key."""
    fixtures = work_dir / "fixtures"
    fixtures.mkdir()
    (fixtures / "all.json").write_text(json.dumps(_ANSWERS))
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    launch = Launch(
        # Its first line would look for node in the PATH.
        command=[*map(str, (node, command, "-p", port, "-h", "127.0.0.1", "-f", fixtures))],
        work_dir=work_dir,
        ready=lambda _output: url if answers(f"{url}/health") else None,
    )
    with running(launch) as server:
        yield server

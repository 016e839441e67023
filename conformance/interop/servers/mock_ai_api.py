"""mock-ai-api: an imitation of OpenAI's API that checks next to nothing.

Its command `mock-ai-api` only runs uvicorn twice, each in a session of its own, and leaves both
behind when it is terminated. So the application of its OpenAI side is run directly.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from interop.servers.process import Launch, RunningServer, answers, free_port, running

CHAT_MODEL = "gpt-4.1"
EMBEDDING_MODEL = "text-embedding-3-small"


@contextmanager
def mock_ai_api(*, python: Path, work_dir: Path) -> Generator[RunningServer, None, None]:
    """Run the OpenAI side of the mock-ai-api that is installed for `python`; it asks no key."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    launch = Launch(
        command=[str(python), "-m", "uvicorn", "app.openai_app:app", "--port", str(port)],
        work_dir=work_dir,
        ready=lambda _output: url if answers(f"{url}/health") else None,
    )
    with running(launch) as server:
        yield server

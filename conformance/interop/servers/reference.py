"""The reference server, for clients that live in another environment.

`python -m interop.servers.reference COMMAND …` runs COMMAND while the server is up, with its URL
in INVOCANT_URL, and ends as COMMAND ends.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from interop.servers.process import Launch, RunningServer, running

_LISTENING = re.compile(r"^listening on (http://\S+)$", re.MULTILINE)


@contextmanager
def reference_server(*, work_dir: Path) -> Generator[RunningServer, None, None]:
    """Run `invocant serve` of this environment on a free port."""
    launch = Launch(
        command=[str(Path(sys.executable).with_name("invocant")), "serve", "--port", "0"],
        work_dir=work_dir,
        ready=_announced_url,
        start_within_s=30.0,
    )
    with running(launch) as server:
        yield server


def main(command: Sequence[str]) -> int:
    """Run `command` against a fresh reference server; its exit code."""
    with (
        tempfile.TemporaryDirectory() as work_dir,
        reference_server(work_dir=Path(work_dir)) as server,
    ):
        environment = {**os.environ, "INVOCANT_URL": server.url}
        return subprocess.run(command, env=environment, check=False).returncode


def _announced_url(output: str) -> str | None:
    announcement = _LISTENING.search(output)
    return announcement[1] if announcement else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

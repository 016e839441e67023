"""Runs scripts in the environments of servers, to make what the servers need."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path


def run_script(
    python: Path, script: Path, *arguments: str, work_dir: Path, environment: Mapping[str, str]
) -> None:
    """Run a script with another environment's `python`; what it says is kept in a file.

    environment: further variables; nothing is inherited.

    Raises:
        CalledProcessError: it failed.
    """
    with (work_dir / f"{script.name}.log").open("wb") as log:
        subprocess.run(
            [str(python), str(script), *arguments],
            cwd=work_dir,
            env={"HOME": str(work_dir), "LANG": "C.UTF-8", "PATH": os.defpath, **environment},
            stdout=log,
            stderr=subprocess.STDOUT,
            check=True,
        )

"""Serves every model of a folder at its name; to be run where MLflow is installed.

Each has the application that `mlflow models serve` runs. A chat or an embeddings model is asked at
the paths of a provider, too: a workspace that stands between asks it at /invocations all the same.
"""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path

import uvicorn
from mlflow.pyfunc import load_model
from mlflow.pyfunc.scoring_server import init
from starlette.applications import Starlette
from starlette.routing import Mount

_ASKED = ("/chat/completions", "/embeddings")

Scope = MutableMapping[str, object]
App = Callable[[Scope, object, object], Awaitable[None]]


def at_invocations(app: App) -> App:
    """Let requests for the paths of a provider reach /invocations."""

    async def moved(scope: Scope, receive: object, send: object) -> None:
        root, path = str(scope.get("root_path", "")), str(scope.get("path", ""))
        if path.removeprefix(root) in _ASKED:
            scope = {**scope, "path": f"{root}/invocations"}
        await app(scope, receive, send)

    return moved


def main(folder: Path, port: int) -> None:
    """Serve until the process is ended."""
    mounts = [
        Mount(f"/{each.name}", at_invocations(init(load_model(str(each)))))
        for each in sorted(folder.iterdir())
    ]
    uvicorn.run(Starlette(routes=mounts), host="127.0.0.1", port=port, log_level="warning")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

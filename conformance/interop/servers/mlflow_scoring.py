"""MLflow's scoring server, with one small model of each kind, made on the spot."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from interop.servers.process import Launch, RunningServer, answers, free_port, running
from interop.servers.scripts import run_script

SCRIPTS = Path(__file__).parent / "mlflow"
ENVIRONMENT = {"MLFLOW_DISABLE_TELEMETRY": "true", "DO_NOT_TRACK": "true"}


@contextmanager
def mlflow_models_serve(*, python: Path, work_dir: Path) -> Generator[RunningServer, None, None]:
    """Run `mlflow models serve`, as its users do, for a linear model of the columns a and b."""
    models = _models(python, work_dir)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    serve = [str(python.with_name("mlflow")), "models", "serve", "-m", str(models / "linear")]
    launch = Launch(
        command=[*serve, "-h", "127.0.0.1", "-p", str(port), "--env-manager", "local"],
        work_dir=work_dir,
        # MLflow runs the uvicorn that it finds there.
        environment={**ENVIRONMENT, "PATH": f"{python.parent}{os.pathsep}{os.defpath}"},
        ready=lambda _output: url if answers(f"{url}/ping") else None,
    )
    with running(launch) as server:
        yield server


@contextmanager
def mlflow_models(*, python: Path, work_dir: Path) -> Generator[RunningServer, None, None]:
    """Run the scoring server of every kind of model, each below its name, in one process."""
    models = _models(python, work_dir)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    launch = Launch(
        command=[str(python), str(SCRIPTS / "serve_models.py"), str(models), str(port)],
        work_dir=work_dir,
        environment=ENVIRONMENT,
        ready=lambda _output: url if answers(f"{url}/sum/ping") else None,
    )
    with running(launch) as server:
        yield server


def _models(python: Path, work_dir: Path) -> Path:
    models = work_dir / "models"
    run_script(
        *(python, SCRIPTS / "make_models.py", str(models)),
        work_dir=work_dir,
        environment=ENVIRONMENT,
    )
    return models

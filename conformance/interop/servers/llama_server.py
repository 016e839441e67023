"""Servers of language models that run where there is no GPU, with a tiny Llama made on the spot."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from interop.servers.process import Launch, RunningServer, answers, free_port, running
from interop.servers.scripts import run_script

MODEL = "tiny"

_SCRIPTS = Path(__file__).parent / "llama"
_CONTEXT = "512"
_OFFLINE = {"HF_HUB_OFFLINE": "1", "DO_NOT_TRACK": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}
_OF_TORCH = {
    **_OFFLINE,
    # More threads than one wait for each other longer than so small a model takes.
    "OMP_NUM_THREADS": "1",
}
_VLLM = {
    "VLLM_TARGET_DEVICE": "cpu",
    "VLLM_NO_USAGE_STATS": "1",
    # In GB.
    "VLLM_CPU_KVCACHE_SPACE": "1",
}


@contextmanager
def llama_cpp(*, python: Path, work_dir: Path, key: str) -> Generator[RunningServer, None, None]:
    """Run the server of llama-cpp-python, which takes `key` only."""
    run_script(python, _SCRIPTS / "make_gguf.py", MODEL, work_dir=work_dir, environment={})
    arguments = ["-m", "llama_cpp.server", "--model", MODEL, "--model_alias", MODEL]
    arguments += ["--n_ctx", _CONTEXT, "--embedding", "true", "--api_key", key]
    with _running([str(python), *arguments], work_dir, "/v1/models", key, {}) as server:
        yield server


@contextmanager
def transformers_serve(*, python: Path, work_dir: Path) -> Generator[RunningServer, None, None]:
    """Run `transformers serve`; it asks no key."""
    _make_llama(python, work_dir)
    # It looks for other models here.
    (work_dir / "cache" / "hub").mkdir(parents=True)
    environment = {**_OF_TORCH, "HF_HOME": str(work_dir / "cache")}
    command = [str(python.with_name("transformers")), "serve", MODEL, "--device", "cpu"]
    with _running(command, work_dir, "/health", "", environment) as server:
        yield server


@contextmanager
def vllm(*, python: Path, work_dir: Path, key: str) -> Generator[RunningServer, None, None]:
    """Run vLLM's server on the CPU, which takes `key` only."""
    _make_llama(python, work_dir)
    # The command `vllm` looks for a distribution of that name, which the build for the CPU is not.
    arguments = ["-m", "vllm.entrypoints.openai.api_server", "--served-model-name", MODEL]
    arguments += ["--model", str(work_dir / MODEL), "--max-model-len", _CONTEXT, "--api-key", key]
    arguments += ["--enforce-eager", "--dtype", "float32", "--max-num-seqs", "4"]
    arguments += ["--enable-auto-tool-choice", "--tool-call-parser", "hermes"]
    environment = {**_OFFLINE, **_VLLM}
    with _running([str(python), *arguments], work_dir, "/health", "", environment) as server:
        yield server


@contextmanager
def _running(
    command: list[str], work_dir: Path, alive: str, token: str, environment: Mapping[str, str]
) -> Generator[RunningServer, None, None]:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    launch = Launch(
        command=[*command, "--host", "127.0.0.1", "--port", str(port)],
        work_dir=work_dir,
        environment=environment,
        ready=lambda _output: url if answers(f"{url}{alive}", token=token) else None,
        start_within_s=300.0,
    )
    with running(launch) as server:
        yield server


def _make_llama(python: Path, work_dir: Path) -> None:
    script = _SCRIPTS / "make_llama.py"
    run_script(python, script, MODEL, work_dir=work_dir, environment=_OF_TORCH)

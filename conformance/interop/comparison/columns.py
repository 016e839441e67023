"""Runs the probes of every client in its environment, and lays what they found out as a table."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from bench import import_cost

__all__ = ["CLIENTS", "MEASURED", "Column", "column", "table"]

CLIENTS: Mapping[str, str] = {
    "invocant_client": "",
    "openai_client": "clients",
    "databricks_client": "clients",
    "mlflow_client": "mlflow",
    "litellm_client": "litellm",
}
"""The modules with the clients, each with the environment it lives in; "" is this one."""

MEASURED = "CPU of import and client[^cpu]"
"""The row that no two runs agree on."""

_ROWS: Mapping[str, str] = {
    "async": "async",
    "streaming": "streaming",
    "management": "management API",
    "typed answers": "typed answers",
    "unknown enum": "unknown enum value kept",
    "cut stream": "cut stream noticed[^cut]",
    "page": "HTML page with status 200 noticed",
    "pickling": "errors pickle",
    "completeness": "type completeness (pyright)",
    "cost": MEASURED,
}
_NOTES = """\
[^cut]: Whether reading raises: the body ends in order but before the end of the stream, by closing
    the connection where that ends a body, and by closing it within a chunk.
[^cpu]: Against a process that imports httpx and pydantic, defines a model and makes
    `httpx.Client()`."""

_PAIRS = 5
_facts = TypeAdapter(dict[str, str])


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One client: its head, and its cells by the keys of the rows."""

    head: str
    cells: Mapping[str, str]


def column(client: str, python: str, urls: Mapping[str, str], home: Path) -> Column:
    """Probe one client with the interpreter of its environment."""
    facts = _probed(client, python, urls, home)
    # A client that asks its host for something when it is made gets an answer.
    construction = facts["construction"].replace("URL", urls["right"])
    cost = import_cost.measure(_PAIRS, construction, python)
    measured = {"completeness": _completeness(facts["module"], python), "cost": _coarse(cost.cpu)}
    name = facts["distribution"]
    head = name if name == "invocant" else f"{name} {facts['version']}"
    return Column(head=head, cells={**facts, **measured})


def table(columns: Sequence[Column]) -> str:
    """The table in Markdown, with its notes."""
    lines = [("", *(column.head for column in columns)), ("---",) * (len(columns) + 1)]
    lines += [(title, *(each.cells[key] for each in columns)) for key, title in _ROWS.items()]
    return "\n".join((*(f"| {' | '.join(cells)} |" for cells in lines), "", _NOTES))


def _probed(client: str, python: str, urls: Mapping[str, str], home: Path) -> dict[str, str]:
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        # What litellm knows of models it would fetch from the network instead.
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    }
    done = subprocess.run(
        [python, "-m", "interop.comparison.probes", client],
        input=json.dumps(dict(urls)),
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"comparison: the probes of {client} failed: {done.stderr[-2000:]}")
    # Some clients print what they have to say about themselves.
    return _facts.validate_json(done.stdout.splitlines()[-1])


def _completeness(module: str, python: str) -> str:
    """The share of public names whose types are known, as pyright sees it."""
    path = os.pathsep.join((str(Path(python).parent), os.environ.get("PATH", os.defpath)))
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--verifytypes", module, "--ignoreexternal"],
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": path},
        check=False,
    )
    told = [line for line in done.stdout.splitlines() if line.startswith("Type completeness")]
    if not told:
        raise SystemExit(f"comparison: pyright on {module}: {done.stdout[-2000:]}")
    share = float(told[0].rpartition(" ")[2].rstrip("%"))
    return f"{share:.0f} %"


def _coarse(ratio: float) -> str:
    return f"{ratio:.1f} x" if ratio < 2 else f"{ratio:.0f} x"

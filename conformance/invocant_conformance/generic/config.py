"""The configuration of schemathesis for a run; pure."""

from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

from ..operations import Operation
from ..target import Task
from .mapping import UNUSED
from .selection import Group

_NO_SERVER_FAULT: Final[list[JsonValue]] = ["2xx", "3xx", "4xx", "501", "502", "503", "504"]
"""Statuses that ERR-SERVER-001 allows; only 500 says that the request made the server fail."""

_ALL: Final = "models"
_KNOWN_MODEL_SHARE: Final = 0.9
_LONGEST_STREAM: Final = 5000
_LONGEST_CHAIN: Final = 6


def config(
    group: Group,
    *,
    url: str,
    token: str | None,
    seed: int,
    examples: int,
    exhaustive: bool,
    budgeted: bool,
    timeout: float,
) -> dict[str, JsonValue]:
    """Return the configuration for a group of operations.

    `examples` is the number of generated requests for an operation and of chains. `exhaustive`
    switches on the coverage phase, which has hundreds of requests for an operation with a body.
    Where requests are `budgeted`, the check that sends further ones for each is switched off; a
    directed check tries the same.
    """
    bearer: JsonValue = {"openapi": {"bearer": {"bearer": token}}} if token else {}
    unused: dict[str, JsonValue] = {name: {"enabled": False} for name in UNUSED}
    if not token or budgeted:
        unused["ignored_auth"] = {"enabled": False}
    served = [operation for operation in group.operations if operation.tasks]
    names: dict[str, list[str]] = {task: [name] for task, name in group.models.items()}
    names[_ALL] = [*group.models.values()]
    return {
        "base-url": url,
        "seed": seed,
        "continue-on-failure": True,
        "max-stream-events": _LONGEST_STREAM,
        "request-timeout": timeout,
        "warnings": False,
        "cache": {"enabled": False},
        "auth": bearer,
        "checks": {**unused, "not_a_server_error": {"expected-statuses": _NO_SERVER_FAULT}},
        "generation": {
            "deterministic": True,
            "database": "none",
            "max-examples": examples,
            "with-security-parameters": bool(token),
        },
        "phases": {
            "coverage": {"enabled": exhaustive},
            "stateful": {"max-steps": _LONGEST_CHAIN},
        },
        "dictionaries": {name: {"values": [*values]} for name, values in names.items() if values},
        "operations": [_naming(operation, group.models) for operation in served],
    }


def _naming(operation: Operation, models: Mapping[Task, str]) -> JsonValue:
    """Make most generated requests to an operation name a model that exists."""
    task = operation.tasks[0]
    in_path = "{name}" in operation.path
    dictionary = task if len(operation.tasks) == 1 and task in models else _ALL
    binding: JsonValue = {"dictionary": dictionary, "probability": _KNOWN_MODEL_SHARE}
    return {
        "include-operation-id": operation.id,
        "parameters": {"path.name" if in_path else "body.model": binding},
    }

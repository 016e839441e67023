"""The parts of schemathesis whose own annotations are incomplete, behind complete ones."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Protocol, cast

import schemathesis
from pydantic import JsonValue
from schemathesis import hooks
from schemathesis.engine.recorder import ScenarioRecorder
from schemathesis.specs.openapi.schemas import OpenApiSchema

# Every ignored line below is about bare `dict` or `Callable` in a signature of schemathesis.


def load(document: dict[str, JsonValue], settings: dict[str, JsonValue]) -> OpenApiSchema:
    """Return the operations of an OpenAPI document, configured like `schemathesis.toml`."""
    config = schemathesis.Config.from_dict(settings)  # pyright: ignore[reportUnknownMemberType]
    return schemathesis.openapi.from_dict(document, config=config)


class SentCase(Protocol):
    """What is used of a generated request that is about to be sent."""

    method: str
    path: str
    path_parameters: dict[str, object]
    body: object


class _Operation(Protocol):
    label: str


class _RecordedCase(Protocol):
    operation: _Operation
    body: object


def operation_and_body(recorder: ScenarioRecorder, case_id: str) -> tuple[str, object]:
    """Return the label of a recorded request's operation, and its body."""
    node = recorder.cases[case_id]
    case = cast(_RecordedCase, node.value)  # pyright: ignore[reportUnknownMemberType]
    return case.operation.label, case.body


@contextmanager
def hooked(name: str, function: Callable[..., None]) -> Generator[None]:
    """Call a function at every hook of this name, in every run of the process."""
    schemathesis.hook(name)(function)  # pyright: ignore[reportUnknownMemberType]
    try:
        yield
    finally:
        hooks.unregister(function)  # pyright: ignore[reportUnknownMemberType]

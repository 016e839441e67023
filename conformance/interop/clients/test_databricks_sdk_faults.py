"""The official `databricks-sdk`: its exception for each status, and its retries.

The endpoint's name asks for the fault, since the SDK sends no headers of its caller.
"""

from __future__ import annotations

import pytest
from databricks.sdk import WorkspaceClient
from databricks.sdk.core import Config
from databricks.sdk.errors import (
    BadRequest,
    DeadlineExceeded,
    InternalError,
    NotFound,
    PermissionDenied,
    ResourceConflict,
    Unauthenticated,
)
from databricks.sdk.errors.base import DatabricksError
from databricks.sdk.service.serving import ChatMessage, ChatMessageRole

from interop.clients.surfaces import TOKEN, server_url

MESSAGES = [ChatMessage(role=ChatMessageRole.USER, content="Hello!")]


def ask(fault: str, patience: int = 1) -> str | None:
    """The answer of an endpoint with a fault, within some seconds of retries."""
    config = Config(host=server_url(), token=TOKEN, retry_timeout_seconds=patience)
    endpoints = WorkspaceClient(config=config).serving_endpoints
    choices = endpoints.query(f"fault-{fault}", messages=MESSAGES).choices
    assert choices
    assert choices[0].message
    return choices[0].message.content


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, BadRequest),
        (401, Unauthenticated),
        (403, PermissionDenied),
        (404, NotFound),
        (409, ResourceConflict),
        (500, InternalError),
        (502, DatabricksError),
        (504, DeadlineExceeded),
    ],
)
def test_each_status_has_its_exception(status: int, error: type[DatabricksError]) -> None:
    with pytest.raises(error) as caught:
        ask(str(status))

    assert str(caught.value)


@pytest.mark.parametrize("status", [429, 503])
def test_a_failure_that_lasts_is_a_time_out_with_the_refusal_as_its_cause(status: int) -> None:
    with pytest.raises(TimeoutError) as caught:
        ask(str(status))

    assert isinstance(caught.value.__cause__, DatabricksError)


@pytest.mark.parametrize("status", [429, 503])
def test_what_may_pass_is_tried_again(status: int) -> None:
    assert ask(f"{status};times=1", patience=30)


@pytest.mark.parametrize("status", [500, 502, 504])
def test_other_failures_of_the_server_are_not_tried_again(status: int) -> None:
    with pytest.raises(DatabricksError):
        ask(f"{status};times=1", patience=30)
    assert ask(f"{status};times=1", patience=30)


def test_the_pause_is_the_one_that_the_server_asks_for() -> None:
    assert ask("429;retry-after=1;times=1", patience=30)


def test_a_reset_connection_is_tried_again() -> None:
    assert ask("reset;times=1", patience=30)

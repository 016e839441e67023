"""`ChatDatabricks` fails and retries as the `openai` client that it is built on."""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import openai
import pytest

from interop.clients.surfaces import TOKEN, server_url

with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
    # It has no types, and what it imports warns of what it does itself.
    databricks_langchain: Any = importlib.import_module("databricks_langchain")


@contextmanager
def chat(fault: str, **more: Any) -> Iterator[Any]:
    """A model that is named after a fault; the library leaves its connections to others."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("DATABRICKS_HOST", server_url())
        patched.setenv("DATABRICKS_TOKEN", TOKEN)
        model = databricks_langchain.ChatDatabricks(model=f"fault-{fault}", **more)
        with model.client:
            yield model


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, openai.BadRequestError),
        (403, openai.PermissionDeniedError),
        (422, openai.UnprocessableEntityError),
        (429, openai.RateLimitError),
        (500, openai.InternalServerError),
        (503, openai.InternalServerError),
    ],
)
def test_each_status_has_the_exception_of_openai(status: int, error: type[Exception]) -> None:
    with chat(str(status), max_retries=0) as model, pytest.raises(error):
        model.invoke("hi")


@pytest.mark.parametrize("fault", ["429", "503", "reset"])
def test_what_may_pass_is_tried_three_times(fault: str) -> None:
    with chat(f"{fault};times=2") as model:
        assert model.invoke("hi").content


def test_a_stream_that_breaks_is_an_error_of_httpx_which_openai_2_lets_through() -> None:
    with chat("cut;after=3") as model, pytest.raises(httpx.RemoteProtocolError):
        list(model.stream("hi"))

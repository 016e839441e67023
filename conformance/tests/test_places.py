"""Mutations are told where to break by operation and task."""

import json

import pytest

from .mutants.middleware import Call
from .mutants.places import of_operation, of_task


def call(method: str, path: str, **body: object) -> Call:
    return Call(method=method, path=path, query="", headers={}, body=json.dumps(body).encode())


def test_an_operation_is_known_by_method_and_path_at_every_base() -> None:
    where = of_operation("listGatewayModels")
    assert where(call("GET", "/models"))
    assert where(call("GET", "/v1/models/"))
    assert not where(call("POST", "/models"))
    assert not where(call("GET", "/nowhere"))


def test_the_path_that_says_most_is_the_one() -> None:
    assert of_operation("createChatCompletion")(call("POST", "/serving-endpoints/chat/completions"))


def test_a_body_tells_the_tasks_of_a_path_apart() -> None:
    path = "/serving-endpoints/any/invocations"
    assert of_task("chat")(call("POST", path, messages=[]))
    assert of_task("embeddings")(call("POST", path, input=""))
    assert not of_task("chat")(call("POST", path, input=""))


def test_an_operation_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="no operation makeCoffee"):
        of_operation("makeCoffee")

"""Lets the suite call the deployments client for Databricks of `mlflow`.

Its settings are variables of the environment, and all its durations are whole seconds.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping, Sequence
from itertools import chain, islice
from typing import Any

import mlflow
import requests
from mlflow import deployments
from mlflow.exceptions import MlflowException

from interop.adapters.protocol import Call, Unsupported, run
from interop.adapters.seen import Json, Seen, kind_of_status

_ENDPOINTS = "Client.serving_endpoints."
_CHANGES = {
    f"{_ENDPOINTS}update_config": "update_endpoint_config",
    f"{_ENDPOINTS}patch": "update_endpoint_tags",
    f"{_ENDPOINTS}put": "update_endpoint_rate_limits",
    f"{_ENDPOINTS}put_ai_gateway": "update_endpoint_ai_gateway",
}
_QUERIES = tuple(
    f"Client.invocations.{name}"
    for name in (
        *("chat", "completions", "embeddings", "responses"),
        *("dataframe_split", "dataframe_records", "instances", "inputs"),
    )
)
# Enough for the second retry of the SDK below, whose pause is three seconds at most.
_SECONDS_OF_RETRIES = 4


class MlflowAdapter:
    """The client that `get_deploy_client("databricks")` gives."""

    name = "mlflow"
    version = mlflow.__version__
    operations: Sequence[str] = (
        *(f"{_ENDPOINTS}{name}" for name in ("get", "list", "create", "delete")),
        *_CHANGES,
        *_QUERIES,
    )
    abilities: Sequence[str] = ("stream", "retries", "leave")
    loggers: Sequence[str] = ("mlflow", "databricks.sdk")

    def __init__(self) -> None:
        # A stream that is left is not garbage before the reset.
        self._open: list[object] = []

    def call(self, call: Call, seen: Seen) -> None:
        """Make the call."""
        if call.query or call.headers or call.extra_query or call.extra_headers or call.extra_body:
            raise Unsupported("no argument for parameters, headers, or anything else")
        if not call.path.keys() <= {"name"}:
            raise Unsupported("no argument but the name of an endpoint")
        os.environ.update(_environment(call))
        untyped: Any = deployments
        client = untyped.get_deploy_client("databricks")
        seen.show(client)
        if call.operation in _QUERIES and call.streams:
            self._read(client, call, seen)
        elif call.method == "serving_endpoints.list":
            entries = client.list_endpoints()
            seen.entries(entries)
            seen.answer({"endpoints": entries})
        elif call.method == "serving_endpoints.delete":
            client.delete_endpoint(call.path["name"])
        else:
            seen.answer(_answer(client, call))

    def reset(self) -> None:
        """Let go of streams; a client has no connections of its own."""
        self._open.clear()

    def kind(self, error: Exception) -> str | None:
        """Refusals are errors of `requests`; the documented family is `MlflowException`."""
        if isinstance(error, requests.HTTPError) and error.response is not None:
            return kind_of_status(error.response.status_code)
        return "APIResponseError" if isinstance(error, MlflowException) else None

    def details(self, error: Exception) -> Mapping[str, Json | bytes]:
        """What an error tells."""
        response = getattr(error, "response", None)
        if not isinstance(response, requests.Response):
            return {}
        return {
            "status": response.status_code,
            "headers": dict(response.headers),
            "body": response.content,
            "error_code": response.json().get("error_code"),
        }

    def _read(self, client: Any, call: Call, seen: Seen) -> None:
        inputs = {name: value for name, value in call.body.items() if name != "stream"}
        stream = client.predict_stream(endpoint=call.path["name"], inputs=inputs)
        self._open.append(stream)
        # Nothing is sent before the first event is asked for, so refusals come as late.
        first = [*islice(stream, 1)]
        seen.begin()
        for event in chain(first, stream):
            leave = seen.event(event)
            if leave == "close":
                stream.close()
            if leave is not None:
                break


def _answer(client: Any, call: Call) -> Any:
    if call.method == "serving_endpoints.create":
        return client.create_endpoint(config=dict(call.body))
    endpoint, config = call.path["name"], dict(call.body)
    if call.operation in _CHANGES:
        return getattr(client, _CHANGES[call.operation])(endpoint=endpoint, config=config)
    if call.method == "serving_endpoints.get":
        return client.get_endpoint(endpoint)
    return client.predict(endpoint=endpoint, inputs=config)


def _environment(call: Call) -> Mapping[str, str]:
    timeout = str(math.ceil(call.timeout or 60))
    total = str(_SECONDS_OF_RETRIES if call.max_retries else 1)
    return {
        "DATABRICKS_HOST": call.base_url,
        "DATABRICKS_TOKEN": call.token,
        "MLFLOW_HTTP_REQUEST_MAX_RETRIES": str(call.max_retries),
        "MLFLOW_HTTP_REQUEST_TIMEOUT": timeout,
        "MLFLOW_DEPLOYMENT_PREDICT_TIMEOUT": timeout,
        "MLFLOW_DEPLOYMENT_PREDICT_TOTAL_TIMEOUT": total,
        "MLFLOW_DATABRICKS_ENDPOINT_HTTP_RETRY_TIMEOUT": total,
    }


if __name__ == "__main__":
    run(MlflowAdapter())

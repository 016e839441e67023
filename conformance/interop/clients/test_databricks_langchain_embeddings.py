"""`DatabricksEmbeddings` of `databricks-langchain` embeds documents and queries."""

from __future__ import annotations

import importlib
import warnings
from typing import Any

import pytest
import requests

from interop.clients.refusals import status_of
from interop.clients.surfaces import EMBEDDING_MODEL, TOKEN, server_url

with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
    # It has no types, and what it imports warns of what it does itself.
    databricks_langchain: Any = importlib.import_module("databricks_langchain")

DatabricksEmbeddings = databricks_langchain.DatabricksEmbeddings


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABRICKS_HOST", server_url())
    monkeypatch.setenv("DATABRICKS_TOKEN", TOKEN)


def test_documents_and_queries_are_embedded_alike() -> None:
    embeddings = DatabricksEmbeddings(endpoint=EMBEDDING_MODEL)
    vectors = embeddings.embed_documents(["a", "b", "c"])

    assert vectors[1] == embeddings.embed_query("b")
    assert len({tuple(each) for each in vectors}) == 3
    assert sum(number * number for number in vectors[0]) == pytest.approx(1)


def test_parameters_of_a_query_change_its_embedding() -> None:
    told = {"instruction": "Represent this sentence for searching relevant passages:"}
    plain = DatabricksEmbeddings(endpoint=EMBEDDING_MODEL)
    instructed = DatabricksEmbeddings(endpoint=EMBEDDING_MODEL, query_params=told)

    assert instructed.embed_query("hello") != plain.embed_query("hello")


def test_refusals_of_embeddings_are_http_errors() -> None:
    with pytest.raises(requests.HTTPError) as caught:
        DatabricksEmbeddings(endpoint="no-such-endpoint").embed_query("hi")

    assert status_of(caught.value) == 404

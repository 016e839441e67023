"""Operations are read from the bundled document with everything that is said of them elsewhere."""

import pytest

from invocant_conformance.json_values import as_object
from invocant_conformance.specification import document, operations
from invocant_conformance.specification.document import component

QUERY = operations.by_id()["queryServingEndpoint"]
CREATE = operations.by_id()["createServingEndpoint"]


def test_an_operation_has_a_signature_for_each_of_its_tasks() -> None:
    found = {each.task: (each.method, each.request) for each in QUERY.signatures}
    assert (
        found.items()
        >= {
            "chat": ("invocations.chat", component("ChatInvocation")),
            "embeddings": ("invocations.embeddings", component("EmbeddingsInvocation")),
        }.items()
    )


def test_only_a_task_that_streams_has_events() -> None:
    assert QUERY.signature("chat").event == component("ChatCompletionChunk")
    assert QUERY.signature("embeddings").event is None


def test_what_a_request_requires_is_found_behind_references() -> None:
    assert QUERY.signature("chat").required == {"messages"}
    assert QUERY.signature("embeddings").required == {"input"}


def test_an_example_is_found_behind_references() -> None:
    assert "messages" in QUERY.signature("chat").example
    assert "input" in QUERY.signature("embeddings").example


def test_an_operation_without_tasks_has_one_signature() -> None:
    (signature,) = CREATE.signatures
    assert (signature.task, signature.request) == (None, component("CreateServingEndpoint"))
    assert CREATE.tasks == ()


def test_an_answer_that_is_a_reference_has_its_schema() -> None:
    assert CREATE.answer_schema(409, None) == component("WorkspaceError")


def test_a_status_that_is_not_documented_has_no_schema() -> None:
    with pytest.raises(KeyError):
        CREATE.answer_schema(418, None)


def test_references_lead_through_escaped_steps() -> None:
    assert document.target("#/paths/~1models/get/operationId") == "listGatewayModels"


def test_nothing_is_where_no_step_leads() -> None:
    assert document.target("#/paths/nowhere/get") is None
    assert document.at(["tags", 1000]) is None
    assert document.resolve(component("Nothing")) == {}


def test_a_schema_stands_alone_with_the_schemas_it_refers_to() -> None:
    schema = document.standalone(component("EmbeddingsResponse"))
    kept = as_object(as_object(schema["components"])["schemas"])
    assert {"EmbeddingsResponse", "Embedding", "Usage"} <= kept.keys()
    assert "ChatCompletion" not in kept

"""Types of what `ai_query` gives in DuckDB."""

import json

import duckdb
import pytest

from invocant_conformance.testing import InvocantServer

from .tables import EMBEDDER, MODEL, rows, table

pytestmark = pytest.mark.usefixtures("registration")

COMPLETER = "completer"
SCORER = "scorer"
CITY = "STRUCT<city: STRUCT<name: STRING, people: BIGINT, tags: ARRAY<STRING>>>"
SCHEMA = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "people": {"type": "integer"}},
    "required": ["name", "people"],
    "additionalProperties": False,
}


def typed(connection: duckdb.DuckDBPyConnection, expression: str) -> tuple[str, object]:
    """Type and value of an expression."""
    relation = connection.sql(f"SELECT {expression} AS found")
    ((value,),) = relation.fetchall()
    return str(relation.types[0]), value


def test_embeddings_are_lists_of_floats(connection: duckdb.DuckDBPyConnection) -> None:
    kind, vector = typed(connection, f"ai_query('{EMBEDDER}', 'Hello')")
    assert kind == "FLOAT[]"
    assert isinstance(vector, list)
    lengths = f"SELECT list_inner_product(v, v) FROM (SELECT ai_query('{EMBEDDER}', 'Hello') AS v)"
    ((length,),) = rows(connection, lengths)
    assert float(str(length)) == pytest.approx(1, abs=1e-5)


def test_embeddings_may_be_of_another_type(connection: duckdb.DuckDBPyConnection) -> None:
    asked = f"ai_query('{EMBEDDER}', 'Hello', returnType => 'ARRAY<DOUBLE>')"
    assert typed(connection, asked)[0] == "DOUBLE[]"
    same = f"list_transform({asked}, lambda x: x::FLOAT) = ai_query('{EMBEDDER}', 'Hello')"
    assert typed(connection, same) == ("BOOLEAN", True)


@pytest.mark.parametrize(
    ("response_format", "kind"),
    [
        (CITY, 'STRUCT("name" VARCHAR, people BIGINT, tags VARCHAR[])'),
        (
            json.dumps({"type": "json_schema", "json_schema": {"name": "c", "schema": SCHEMA}}),
            'STRUCT("name" VARCHAR, people BIGINT)',
        ),
        ('{"type": "json_object"}', "VARCHAR"),
    ],
)
def test_answers_have_the_form_that_is_asked_for(
    response_format: str, kind: str, connection: duckdb.DuckDBPyConnection, server: InvocantServer
) -> None:
    asked = f"ai_query('{MODEL}', 'Rome, as JSON', responseFormat => '{response_format}')"
    found, value = typed(connection, asked)
    assert found == kind
    assert value
    assert server.requests()[-1].verdicts == ("valid",)


def test_fields_of_answers_are_columns(connection: duckdb.DuckDBPyConnection) -> None:
    table(connection, 5)
    asked = f"SELECT ai_query('{MODEL}', text, responseFormat => '{CITY}') AS city FROM texts"
    found = rows(connection, f"SELECT city.name, city.people, len(city.tags) FROM ({asked})")
    assert len(found) == 5
    assert all(isinstance(name, str) and isinstance(people, int) for name, people, _ in found)


def test_the_text_of_an_answer_is_to_be_had_as_well(connection: duckdb.DuckDBPyConnection) -> None:
    asked = f"ai_query('{MODEL}', 'Rome', responseFormat => '{CITY}', returnType => 'STRING')"
    kind, text = typed(connection, asked)
    assert kind == "VARCHAR"
    assert set(json.loads(str(text))) == {"name", "people", "tags"}


def test_what_does_not_fit_the_type_is_the_error_of_its_row(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    asked = f"ai_query('{MODEL}', 'Hello', returnType => 'INT'"
    with pytest.raises(duckdb.Error, match="the answer does not fit returnType: it is no JSON"):
        typed(connection, f"{asked})")
    kind, value = typed(connection, f"{asked}, failOnError => false)")
    assert kind == "STRUCT(result INTEGER, errorMessage VARCHAR)"
    assert "does not fit returnType" in str(value)


def test_completions_are_texts(
    connection: duckdb.DuckDBPyConnection, server: InvocantServer
) -> None:
    model = {"name": "m", "provider": "openai", "task": "llm/v1/completions"}
    secret = {"openai_config": {"openai_api_key": "{{secrets/a/b}}"}}
    create(server, COMPLETER, {"external_model": {**model, **secret}})
    kind, text = typed(connection, f"ai_query('{COMPLETER}', 'Once upon a time')")
    assert kind == "VARCHAR"
    assert text


def test_custom_models_are_asked_by_name_of_their_inputs(
    connection: duckdb.DuckDBPyConnection, server: InvocantServer
) -> None:
    create(server, SCORER, {"entity_name": "main.fraud.detector", "entity_version": "3"})
    asked = f"ai_query('{SCORER}', {{'amount': i, 'country': 'IT'}}, returnType => 'DOUBLE')"
    found = rows(connection, f"SELECT {asked} FROM range(5) t(i)")
    assert all(isinstance(value, float) for (value,) in found)
    assert len({*found}) == 5
    kind, _ = typed(connection, f"ai_query('{SCORER}', 1.5, returnType => 'STRING')")
    assert kind == "VARCHAR"
    with pytest.raises(duckdb.Error, match="returnType: is required"):
        typed(connection, f"ai_query('{SCORER}', 1.5)")


def create(server: InvocantServer, name: str, entity: dict[str, object]) -> None:
    """Create an endpoint, ready at once."""
    with server.client() as client:
        body = {"name": name, "config": {"served_entities": [entity]}}
        client.serving_endpoints.create(name=name, extra_body=body)

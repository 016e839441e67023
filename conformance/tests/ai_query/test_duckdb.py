"""`ai_query` in DuckDB against the reference server."""

from collections import Counter as Tally

import duckdb
import pytest

import invocant.duckdb
from invocant import RequestError
from invocant.duckdb import Registration
from invocant_conformance.testing import InvocantServer

from .conftest import Counter
from .tables import EMBEDDER, MODEL, rows, table

pytestmark = pytest.mark.usefixtures("registration")

# The statement of the documentation, in the quotes that make texts in DuckDB.
SEED = f"SELECT ai_query('{MODEL}', 'Can you explain AI in ten words?')"

# More than DuckDB hands to a function at a time.
LARGE = 2100

FAULTS = ("429;retry-after=0", "503;retry-after=0", "500", "reset", "cut", "malformed", "html")


def test_the_documented_statement_is_answered(connection: duckdb.DuckDBPyConnection) -> None:
    ((said,),) = rows(connection, SEED)
    assert isinstance(said, str)
    assert said


def test_double_quotes_make_identifiers(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.BinderException, match=f'Referenced column "{MODEL}"'):
        connection.sql(SEED.replace("'", '"'))


def test_each_row_of_a_table_is_asked_once_and_keeps_its_place(
    connection: duckdb.DuckDBPyConnection, count: Counter
) -> None:
    table(connection, LARGE)
    asked = f"ai_query('{MODEL}', text, modelParameters => {{'max_tokens': 4}})"
    found = rows(connection, f"SELECT i, {asked} FROM texts")
    assert [row[0] for row in found] == [*range(LARGE)]
    assert count() == 1 + LARGE  # the look-up of the task
    last = f"SELECT {asked} FROM texts WHERE i = {LARGE - 1}"
    assert rows(connection, last) == [found[-1][1:]]


def test_rows_of_several_pipelines_are_asked_once_each(
    connection: duckdb.DuckDBPyConnection, count: Counter
) -> None:
    table(connection, 60)
    both = "(SELECT i, text FROM texts UNION ALL SELECT -i, 'other ' || i FROM texts)"
    found = rows(connection, f"SELECT i, ai_query('{MODEL}', text) FROM {both}")
    assert sorted(int(str(row[0])) for row in found) == sorted([*range(60), *range(0, -60, -1)])
    assert count() == 1 + 120


def test_equal_rows_are_asked_each(connection: duckdb.DuckDBPyConnection, count: Counter) -> None:
    found = rows(connection, f"SELECT ai_query('{MODEL}', 'same') FROM range(40)")
    assert len(found) == 40
    assert count() == 1 + 40


def test_null_is_the_answer_to_null(connection: duckdb.DuckDBPyConnection, count: Counter) -> None:
    table(connection, 30)
    asked = "CASE WHEN i % 3 = 0 THEN NULL ELSE text END"
    found = rows(connection, f"SELECT i, ai_query('{MODEL}', {asked}) FROM texts")
    assert [row[0] for row in found if row[1] is None] == [*range(0, 30, 3)]
    assert count() == 1 + 20
    lenient = f"SELECT ai_query('{MODEL}', NULL, failOnError => false)"
    assert rows(connection, lenient) == [(None,)]
    assert count() == 1 + 20


@pytest.mark.parametrize(
    "statement",
    [
        f"EXPLAIN {SEED}",
        f"DESCRIBE {SEED}",
        f"PREPARE asked AS {SEED}",
        f"CREATE TEMP VIEW asked AS {SEED}",
        f"SELECT count(*) FROM (SELECT ai_query('{MODEL}', text) FROM texts)",
        f"SELECT ai_query('{MODEL}', text) FROM texts WHERE false",
        f"SELECT CASE WHEN i < 0 THEN ai_query('{MODEL}', text) END FROM texts",
    ],
)
def test_what_needs_no_answer_costs_none(
    statement: str, connection: duckdb.DuckDBPyConnection, count: Counter
) -> None:
    table(connection, 20)
    connection.execute(statement).fetchall()
    assert count() == 1


def test_only_the_rows_within_a_limit_are_asked(
    connection: duckdb.DuckDBPyConnection, count: Counter
) -> None:
    table(connection, LARGE)
    assert len(rows(connection, f"SELECT ai_query('{MODEL}', text) FROM texts LIMIT 7")) == 7
    newest = "(SELECT text FROM texts ORDER BY i DESC LIMIT 7)"
    assert len(rows(connection, f"SELECT ai_query('{MODEL}', text) FROM {newest}")) == 7
    assert count() == 1 + 7 + 7


def test_fields_of_a_result_do_not_ask_again(
    connection: duckdb.DuckDBPyConnection, count: Counter
) -> None:
    table(connection, 20)
    asked = f"SELECT ai_query('{MODEL}', text, failOnError => false) AS answer FROM texts"
    fields = "SELECT answer.result, answer.errorMessage"
    found = rows(connection, f"{fields} FROM ({asked}) WHERE answer.errorMessage IS NULL")
    assert len(found) == 20
    assert count() == 1 + 20


def test_parameters_are_sent(connection: duckdb.DuckDBPyConnection, server: InvocantServer) -> None:
    parameters = "{'max_tokens': 3, 'stop': ['x'], 'temperature': 0.5}"
    asked = f"ai_query('{MODEL}', 'Hello', modelParameters => {parameters})"
    ((said,),) = rows(connection, f"SELECT {asked}")
    assert len(str(said).split()) <= 3
    assert server.requests()[-1].verdicts == ("valid",)


def test_arguments_may_be_given_by_any_of_the_forms(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    asked = connection.execute("SELECT ai_query(?, ?)", [MODEL, "Hello"]).fetchall()
    assert asked == rows(connection, f"SELECT ai_query(endpoint => '{MODEL}', request => 'Hello')")
    assert asked == rows(connection, f"SELECT ai_query('{MODEL}', 'Hello', returnType := 'STRING')")


def test_an_endpoint_that_is_not_there_fails_the_statement_while_it_is_bound(
    connection: duckdb.DuckDBPyConnection, server: InvocantServer
) -> None:
    with pytest.raises(duckdb.Error, match="endpoint 'none': 404 RESOURCE_DOES_NOT_EXIST"):
        connection.execute("EXPLAIN SELECT ai_query('none', 'Hello')")
    assert {entry.method for entry in server.requests()} == {"GET"}


def test_a_refused_row_fails_the_statement_and_names_endpoint_and_status(
    connection: duckdb.DuckDBPyConnection, server: InvocantServer
) -> None:
    table(connection, 100)
    with (
        server.fault("403;path=/serving-endpoints/chat/completions;every=20"),
        pytest.raises(duckdb.Error, match=f"endpoint '{MODEL}': 403") as caught,
    ):
        rows(connection, f"SELECT ai_query('{MODEL}', text) FROM texts")
    assert server.token not in str(caught.value)


def test_refused_rows_are_values_where_errors_do_not_fail(
    connection: duckdb.DuckDBPyConnection, server: InvocantServer, count: Counter
) -> None:
    table(connection, 100)
    asked = f"SELECT i, ai_query('{MODEL}', text, failOnError => false) AS a FROM texts"
    with server.fault("403;path=/serving-endpoints/chat/completions;every=20"):
        found = rows(connection, f"SELECT i, a.result, a.errorMessage FROM ({asked})")
    assert [row[0] for row in found] == [*range(100)]
    refused = [row[2] for row in found if row[1] is None]
    assert len(refused) == 5
    assert all(str(told).startswith(f"ai_query: endpoint '{MODEL}': 403") for told in refused)
    assert [row[2] for row in found if row[1] is not None] == [None] * 95
    assert count() == 1 + 100


@pytest.mark.parametrize("fault", FAULTS)
def test_every_row_is_answered_or_has_its_error_under_faults(
    fault: str,
    connection: duckdb.DuckDBPyConnection,
    registration: Registration,
    server: InvocantServer,
    count: Counter,
) -> None:
    table(connection, 120)
    asked = f"SELECT i, ai_query('{MODEL}', text, failOnError => false) AS a FROM texts"
    with server.fault(f"{fault};rate=0.1;path=/serving-endpoints/chat/completions"):
        found = rows(connection, f"SELECT i, a.result, a.errorMessage FROM ({asked})")
    assert [row[0] for row in found] == [*range(120)]
    assert Tally((row[1] is None) is (row[2] is None) for row in found) == {False: 120}
    assert count() == 1 + 120 + registration.statistics.retries
    assert registration.statistics.failed == sum(row[1] is None for row in found)


@pytest.mark.parametrize(
    ("arguments", "rule"),
    [
        ("'Hello', returnType => 'VARCHAR'", "returnType: only STRING"),
        ("'Hello', returnType => 'STRUCT<>'", "returnType: a STRUCT of DuckDB has fields"),
        ("'Hello', failOnError => 'no'", "failOnError: is true or false"),
        ("'Hello', responseFormat => 7", "responseFormat: is a STRING"),
        ("'Hello', modelParameters => 7", "modelParameters: is a struct"),
        ("'Hello', returnType => text", "must be a constant expression"),
        ("7", "request: is a STRING, but for custom models"),
        ("'Hello', files => 'x'::BLOB", "files: is no image in JPEG or PNG"),
        ("'Hello', other => 7", "does not support the supplied arguments"),
    ],
)
def test_arguments_that_mean_nothing_are_refused(
    arguments: str, rule: str, connection: duckdb.DuckDBPyConnection
) -> None:
    table(connection, 1)
    with pytest.raises(duckdb.Error, match=rule):
        rows(connection, f"SELECT ai_query('{MODEL}', {arguments}) FROM texts")


def test_a_name_that_is_none_is_refused(
    connection: duckdb.DuckDBPyConnection, server: InvocantServer
) -> None:
    with server.client() as client, pytest.raises(RequestError, match="name: is an identifier"):
        invocant.duckdb.register(connection, client, name="a; DROP TABLE texts")


def test_a_gateway_is_asked_for_models_of_its_own(
    connection: duckdb.DuckDBPyConnection, server: InvocantServer, count: Counter
) -> None:
    with (
        server.gateway() as gateway,
        invocant.duckdb.register(connection, gateway, name="ask", tasks={"m": "llm/v1/chat"}),
    ):
        ((said, length),) = rows(
            connection, f"SELECT ask('{MODEL}', 'Hello'), len(ask('{EMBEDDER}', 'Hello'))"
        )
    assert said
    assert length == 1024
    assert count() == 2

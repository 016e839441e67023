"""`ai_query` in Spark's SQL, against the reference server."""

import json
from collections import Counter

import pytest
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from .statements import EMBEDDER, MODEL, SECRET, rows, texts
from .watching import WatchedServer

# The statement of the documentation, as it is written there.
SEED = (
    'SELECT ai_query("databricks-meta-llama-3-3-70b-instruct", "Can you explain AI in ten words?")'
)

FAULTS = ("429;retry-after=0", "503;retry-after=0", "500", "reset", "cut", "malformed")


def test_the_documented_statement_is_answered(spark: SparkSession, server: WatchedServer) -> None:
    ((said,),) = rows(spark, SEED)
    assert isinstance(said, str)
    assert said
    assert server.texts == ["Can you explain AI in ten words?"]


def test_each_row_of_a_table_is_asked_once_and_keeps_its_place(
    spark: SparkSession, server: WatchedServer
) -> None:
    texts(spark, 1200)
    asked = f"ai_query('{MODEL}', text, modelParameters => named_struct('max_tokens', 4))"
    found = rows(spark, f"SELECT id, {asked} FROM texts")
    assert [row[0] for row in found] == [*range(1200)]
    assert sorted(server.texts) == sorted(f"text {i}" for i in range(1200))
    assert rows(spark, f"SELECT id, {asked} FROM texts WHERE id IN (7, 1100)") == [
        found[7],
        found[1100],
    ]


def test_equal_rows_are_asked_each(spark: SparkSession, server: WatchedServer) -> None:
    assert len(rows(spark, f"SELECT ai_query('{MODEL}', 'same') FROM range(30)")) == 30
    assert server.texts == ["same"] * 30


def test_null_is_the_answer_to_null(spark: SparkSession, server: WatchedServer) -> None:
    texts(spark, 30)
    asked = f"ai_query('{MODEL}', IF(id % 3 = 0, NULL, text))"
    found = rows(spark, f"SELECT id, {asked} FROM texts")
    assert [row[0] for row in found if row[1] is None] == [*range(0, 30, 3)]
    assert len(server.texts) == 20


def test_endpoints_may_differ_by_row(spark: SparkSession, server: WatchedServer) -> None:
    texts(spark, 10)
    endpoint = f"IF(id < 5, '{MODEL}', '{EMBEDDER}')"
    found = rows(spark, f"SELECT ai_query({endpoint}, text) FROM texts")
    assert [str(row[0]).startswith("[") for row in found] == [False] * 5 + [True] * 5
    assert len(json.loads(str(found[-1][0]))) == 1024
    assert sorted(server.texts) == [f"text {i}" for i in range(10)]


@pytest.mark.parametrize(
    "parameters",
    [
        "named_struct('max_tokens', 3, 'temperature', 0.5)",
        "map('max_tokens', 3, 'temperature', 0.5)",
    ],
)
def test_parameters_are_sent_as_numbers(
    parameters: str, spark: SparkSession, server: WatchedServer
) -> None:
    statement = f"SELECT ai_query('{MODEL}', 'Hello', modelParameters => {parameters})"
    ((said,),) = rows(spark, statement)
    assert len(str(said).split()) <= 3
    (asked,) = server.asked
    assert asked.fields == {"model": MODEL, "max_tokens": 3, "temperature": 0.5}
    assert server.requests()[-1].verdicts == ("valid",)


def test_arguments_may_be_given_by_name_in_any_case_and_order(spark: SparkSession) -> None:
    ((expected,),) = rows(spark, f"SELECT ai_query('{MODEL}', 'Hello')")
    named = f"FAILONERROR => false, request => 'Hello', endpoint => '{MODEL}'"
    ((found,),) = rows(spark, f"SELECT ai_query({named})")
    assert json.loads(str(found)) == {"result": expected, "errorMessage": None}


@pytest.mark.parametrize(
    "statement",
    [
        f"EXPLAIN EXTENDED {SEED}",
        f"SELECT count(*) FROM (SELECT ai_query('{MODEL}', text) AS a FROM texts)",
        f"SELECT ai_query('{MODEL}', text) FROM texts WHERE id < 0",
    ],
)
def test_what_needs_no_answer_costs_none(
    statement: str, spark: SparkSession, server: WatchedServer
) -> None:
    texts(spark, 20)
    rows(spark, statement)
    assert server.texts == []


def test_only_the_rows_within_a_limit_are_asked(spark: SparkSession, server: WatchedServer) -> None:
    texts(spark, 1000)
    limited = "(SELECT text FROM texts LIMIT 7)"
    assert len(rows(spark, f"SELECT ai_query('{MODEL}', text) FROM {limited}")) == 7
    assert len(server.texts) == 7


def test_a_condition_on_the_result_asks_each_row_once(
    spark: SparkSession, server: WatchedServer
) -> None:
    texts(spark, 40)
    asked = f"SELECT ai_query('{MODEL}', text) AS a FROM texts"
    found = rows(spark, f"SELECT a, length(a) FROM ({asked}) WHERE a IS NOT NULL AND a <> ''")
    assert len(found) == 40
    assert len(server.texts) == 40


def test_a_refused_row_fails_the_statement_and_names_endpoint_and_status(
    spark: SparkSession, server: WatchedServer
) -> None:
    texts(spark, 100)
    with (
        server.fault("403;path=/serving-endpoints/chat/completions;every=20"),
        pytest.raises(PySparkException, match=f"endpoint '{MODEL}': 403") as caught,
    ):
        rows(spark, f"SELECT ai_query('{MODEL}', text) FROM texts")
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("fault", FAULTS)
def test_every_row_is_answered_or_has_its_error_under_faults(
    fault: str, spark: SparkSession, server: WatchedServer
) -> None:
    texts(spark, 400)
    asked = f"SELECT id, ai_query('{MODEL}', text, failOnError => false) AS a FROM texts"
    with server.fault(f"{fault};rate=0.05;path=/serving-endpoints/chat/completions"):
        found = rows(spark, asked)
    assert [row[0] for row in found] == [*range(400)]
    answers = [json.loads(str(row[1])) for row in found]
    assert all((each["result"] is None) is not (each["errorMessage"] is None) for each in answers)
    sent = Counter(server.texts)
    assert sent.keys() == {f"text {i}" for i in range(400)}
    refused = fault.startswith(("429", "503"))
    assert (max(sent.values()) > 1) is refused
    assert any(each["result"] is None for each in answers) is not refused


@pytest.mark.parametrize(
    ("arguments", "rule"),
    [
        ("'Hello', failOnError => 'no'", "failOnError: is true or false"),
        ("'Hello', responseFormat => 7", "responseFormat: is a STRING"),
        ("'Hello', returnType => 'VARCHAR(3)'", "returnType: "),
        ("text, returnType => text", "returnType: is constant"),
        ("'Hello', other => 7", "other: is none of endpoint, request"),
        ("'Hello', 'STRING', returntype => 'STRING'", "returnType: is given twice"),
        ("7", "request: is a STRING, but for custom models"),
    ],
)
def test_arguments_that_mean_nothing_are_refused(
    arguments: str, rule: str, spark: SparkSession, server: WatchedServer
) -> None:
    texts(spark, 4, partitions=1)
    with pytest.raises(PySparkException, match=rule):
        rows(spark, f"SELECT ai_query('{MODEL}', {arguments}) FROM texts")
    assert server.texts == []

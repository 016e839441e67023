"""`ai_query` as a function of columns, with the types of its results."""

import json
from base64 import b64encode
from datetime import date, datetime
from decimal import Decimal
from urllib.parse import quote

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from invocant import APIStatusError, Client, RequestError
from invocant.spark import ai_query

from .statements import EMBEDDER, MODEL, collected, texts
from .watching import WatchedServer

SCORER = "scorer"
CITY = "STRUCT<city: STRUCT<name: STRING, people: BIGINT, tags: ARRAY<STRING>>>"


def saying(text: str) -> str:
    """The fault of a model that says nothing but this."""
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    body = json.dumps({"id": "c", "object": "chat.completion", "choices": [choice]})
    answer = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{body}"
    return f"raw;task=chat;base64={quote(b64encode(answer.encode()).decode(), safe='')};end=close"


def kind(table: DataFrame) -> str:
    """The type of the first column."""
    return table.schema[0].dataType.simpleString()


def test_embeddings_are_arrays_of_floats(spark: SparkSession, server: WatchedServer) -> None:
    table = texts(spark, 600).select("id", ai_query(EMBEDDER, "text").alias("vector"))
    assert table.schema["vector"].dataType.simpleString() == "array<float>"
    lengths = "aggregate(vector, 0D, (sum, x) -> sum + x * x) AS length"
    found = collected(table.selectExpr("id", lengths))
    assert [row[0] for row in found] == [*range(600)]
    assert [row[1] for row in found] == pytest.approx([1.0] * 600, abs=1e-4)
    assert len(server.texts) == 600


def test_answers_are_structs_of_the_form_that_is_asked_for(spark: SparkSession) -> None:
    asked = ai_query(MODEL, F.col("text"), response_format=CITY).alias("city")
    table = texts(spark, 5).select(asked)
    assert kind(table) == "struct<name:string,people:bigint,tags:array<string>>"
    found = collected(table.select("city.name", "city.people", F.size("city.tags")))
    assert all(isinstance(row[0], str) and isinstance(row[1], int) for row in found)


@pytest.mark.parametrize(
    ("said", "returns", "value"),
    [
        ("12.345", "DECIMAL(8,2)", Decimal("12.35")),
        ('"2026-02-28"', "DATE", date(2026, 2, 28)),
        ("[1, null, 3]", "ARRAY<SMALLINT>", [1, None, 3]),
        ('{"a": {"b": 1.5}}', "MAP<STRING, MAP<STRING, DOUBLE>>", {"a": {"b": 1.5}}),
        ('{"a": true}', "STRUCT<a: BOOLEAN, b: STRING>", (True, None)),
        ("null", "INT", None),
    ],
)
def test_values_have_the_type_that_is_asked_for(
    said: str, returns: str, value: object, spark: SparkSession, server: WatchedServer
) -> None:
    table = texts(spark, 1, partitions=1)
    with server.fault(saying(said)):
        ((found,),) = collected(table.select(ai_query(MODEL, "text", returns)))
    assert found == value


def test_moments_are_those_that_the_model_meant(spark: SparkSession, server: WatchedServer) -> None:
    table = texts(spark, 1, partitions=1)
    with server.fault(saying('"2026-03-01T12:00:00+02:00"')):
        ((found,),) = collected(table.select(ai_query(MODEL, "text", "TIMESTAMP").cast("long")))
    assert found == datetime.fromisoformat("2026-03-01T10:00:00+00:00").timestamp()


def test_errors_are_values_where_they_do_not_fail(
    spark: SparkSession, server: WatchedServer
) -> None:
    table = texts(spark, 40).select(ai_query(MODEL, "text", fail_on_error=False).alias("a"))
    assert kind(table) == "struct<result:string,errorMessage:string>"
    with server.fault("403;task=chat;every=10"):
        found = collected(table.select("a.*"))
    told = [row[1] for row in found if row[0] is None]
    assert len(told) == 4
    assert all(str(each).startswith(f"ai_query: endpoint '{MODEL}': 403") for each in told)
    assert [row[1] for row in found if row[0] is not None] == [None] * 36


def test_custom_models_are_asked_by_name_of_their_inputs(
    spark: SparkSession, server: WatchedServer, client: Client
) -> None:
    entity = {"entity_name": "main.fraud.detector", "entity_version": "3"}
    body = {"name": SCORER, "config": {"served_entities": [entity]}}
    client.serving_endpoints.create(name=SCORER, extra_body=body)
    inputs = F.struct(F.col("id").alias("amount"), F.lit("IT").alias("country"))
    table = texts(spark, 5).select(ai_query(SCORER, inputs, "DOUBLE"))
    assert kind(table) == "double"
    assert len({*collected(table)}) == 5
    sent = [each.fields["dataframe_records"] for each in server.asked if "dataframe" in str(each)]
    assert sorted(map(str, sent)) == [f"[{{'amount': {i}, 'country': 'IT'}}]" for i in range(5)]


def test_parameters_are_sent(spark: SparkSession, server: WatchedServer) -> None:
    parameters = {"max_tokens": 3, "stop": ["x"]}
    texts(spark, 1, partitions=1).select(
        ai_query(MODEL, "text", model_parameters=parameters)
    ).collect()
    assert server.asked[0].fields == {"model": MODEL, **parameters}


def test_explaining_costs_nothing(
    spark: SparkSession, server: WatchedServer, capsys: pytest.CaptureFixture[str]
) -> None:
    texts(spark, 20).select(ai_query(EMBEDDER, "text")).explain(extended=True)
    assert "ai_query(text" in capsys.readouterr().out
    assert server.texts == []


def test_an_endpoint_that_is_not_there_is_told_at_once(spark: SparkSession) -> None:
    with pytest.raises(APIStatusError, match="endpoint 'none': 404"):
        ai_query("none", "text")


def test_arguments_that_contradict_each_other_are_refused_at_once(spark: SparkSession) -> None:
    with pytest.raises(RequestError, match="returnType: only STRING"):
        ai_query(MODEL, "text", "VARCHAR(3)")
    with pytest.raises(RequestError, match="responseFormat: is for chat"):
        ai_query(EMBEDDER, "text", response_format=CITY)

"""Checks of MLflow's scoring protocol: what a request may hold, and what rows are answered with."""

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped, expect
from ..probes.query import Query
from ..probes.scoring import Scoring
from ..registry import check
from .answers import body
from .schemas import expect_documented


@check("SCORE-SCHEMA-001", task="dataframe_split")
async def scores_fit(scoring: Scoring) -> None:
    """Rows are answered as documented, in both forms of a table."""
    for exchange in (await scoring.plain(), await scoring.records(), await scoring.indexed()):
        expect_documented(exchange, scoring.surface.operation_id, "dataframe_split")


@check("SCORE-ANSWER-001", task="dataframe_split")
async def rows_are_answered(scoring: Scoring) -> None:
    """The answer has predictions, or a list of outputs."""
    for exchange in (await scoring.plain(), await scoring.records()):
        answer = body(exchange)
        answered = "predictions" in answer or isinstance(answer.get("outputs"), list)
        expect(answered, "the answer has neither predictions nor outputs", exchange)


@check("SCORE-KEYS-001", task="dataframe_split")
async def two_kinds_of_data_are_refused(scoring: Scoring) -> None:
    """A body with rows in two forms is answered with 400."""
    body(await scoring.plain())
    _expect_refusal(await scoring.two_kinds(), "two kinds of data")


@check("SCORE-KEYS-001", task="dataframe_split")
async def no_data_is_refused(scoring: Scoring) -> None:
    """A body without rows is answered with 400."""
    body(await scoring.plain())
    _expect_refusal(await scoring.no_kind(), "a body without data")


@check("SCORE-SPLIT-001", task="dataframe_split")
async def a_table_in_a_list_is_refused(scoring: Scoring) -> None:
    """dataframe_split within a list is answered with 400."""
    body(await scoring.plain())
    _expect_refusal(await scoring.wrapped(), "dataframe_split as a list")


@check("SCORE-SPLIT-002", task="dataframe_split")
async def long_rows_are_refused(scoring: Scoring) -> None:
    """A row with more values than there are columns is answered with 400."""
    body(await scoring.plain())
    _expect_refusal(await scoring.ragged(), "a row that is too long")


@check("SCORE-TENSOR-001", task="instances")
async def examples_of_several_lengths_are_refused(query: Query) -> None:
    """Instances of different lengths are answered with 400, those of one length accepted."""
    body(await query.ask(instances=[[5.1, 3.5], [4.9, 3.0]]))
    exchange = await query.ask(instances=[[5.1, 3.5], [4.9]])
    _expect_refusal(exchange, "instances of several lengths")


@check("SCORE-TENSOR-001", task="instances")
async def examples_of_several_names_are_refused(query: Query) -> None:
    """Instances of which one lacks a name are answered with 400."""
    body(await query.plain())
    exchange = await query.ask(instances=[{"a": 5.1, "b": 3.5}, {"a": 4.9}])
    _expect_refusal(exchange, "instances with several names")


def _expect_refusal(exchange: Exchange, what: str) -> None:
    expect(exchange.status == 400, f"{what} is answered with {exchange.status}", exchange)


@check("SCORE-FORMS-001", task="dataframe_split")
async def forms_are_predicted_alike(scoring: Scoring) -> None:
    """The same rows in both forms of a table have the same predictions."""
    _expect_same(await scoring.records(), _result(await scoring.plain()), "as records")


@check("SCORE-INDEX-001", task="dataframe_split")
async def labels_change_nothing(scoring: Scoring) -> None:
    """Rows with labels have the predictions that they have without."""
    _expect_same(await scoring.indexed(), _result(await scoring.plain()), "with an index")


@check("SCORE-PARAMS-001", task="dataframe_split")
async def parameters_are_accepted(scoring: Scoring) -> None:
    """Rows with params are accepted."""
    body(await scoring.plain())
    exchange = await scoring.with_params()
    expect(exchange.status < 300, f"params are answered with {exchange.status}", exchange)


@check("SCORE-EXTRA-001", task="dataframe_split")
async def members_of_the_platform_are_accepted(scoring: Scoring) -> None:
    """Rows with members of the platform have the predictions that they have without."""
    plain = _result(await scoring.plain())
    exchange = await scoring.with_extras()
    expect(exchange.status < 300, f"the members are answered with {exchange.status}", exchange)
    _expect_same(exchange, plain, "with them")


@check("SCORE-ORDER-001", task="dataframe_split")
async def predictions_keep_the_order_of_the_rows(scoring: Scoring) -> None:
    """Rows in reverse order have the predictions in reverse order."""
    exchange = await scoring.plain()
    found = _result(exchange)
    if not isinstance(found, list) or len(found) != len(scoring.data):
        raise Skipped("there is not one prediction for each row", exchange)
    if found == found[::-1]:
        raise Skipped("predictions of different rows do not differ", exchange)
    _expect_same(await scoring.reversed(), found[::-1], "in reverse order")


def _expect_same(exchange: Exchange, expected: JsonValue, how: str) -> None:
    found = _result(exchange)
    expect(found == expected, f"rows {how} have other predictions: {found!r:.80}", exchange)


def _result(exchange: Exchange) -> JsonValue:
    """Return the predictions, or the outputs of a feature spec."""
    answer = body(exchange)
    return answer.get("predictions", answer.get("outputs"))


@check("SCORE-NULL-001", task="dataframe_split")
async def missing_values_are_answered_in_json(scoring: Scoring) -> None:
    """The answer to a row with a null is JSON, or a refusal."""
    exchange = await scoring.incomplete()
    answered = exchange.status in (200, 400)
    expect(answered, f"a null is answered with {exchange.status}", exchange)
    json_of(exchange)


@check("SCORE-NULL-001", task="dataframe_split")
async def whole_rows_are_answered_in_json(scoring: Scoring) -> None:
    """The answer to rows without a null is JSON."""
    json_of(await scoring.plain())


@check("SCORE-TYPE-001", task="dataframe_split")
async def another_media_type_is_refused(scoring: Scoring) -> None:
    """A table that calls itself plain text is answered with 415 or 400."""
    body(await scoring.plain())
    exchange = await scoring.as_text()
    refused = exchange.status in (400, 415)
    expect(refused, f"text/plain is answered with {exchange.status}", exchange)

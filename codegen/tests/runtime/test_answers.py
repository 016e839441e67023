"""Answers that are no models: texts, lists, unions."""

import httpx
import pytest

from runtime.errors import APIResponseError
from runtime.models import Model
from runtime.operation import Arguments, Operation
from runtime.typed import Typed

from .support import Bench, again, json_answer

TEXT = Operation(id="text", method="GET", path="/", accept="text/plain")
EITHER = Operation(id="list", method="GET", path="/", accept="application/json, text/plain")
NOTHING = Arguments()


class Thing(Model):
    name: str


def text_answer(content: bytes, kind: str = "text/plain") -> httpx.Response:
    return httpx.Response(200, content=content, headers={"content-type": kind})


def read_text(bench: Bench, answer: httpx.Response) -> str:
    return bench.over(lambda request: again(answer)).request_text(TEXT, NOTHING)


def test_text_is_utf_8_unless_it_says_otherwise(bench: Bench) -> None:
    assert read_text(bench, text_answer("ä\n".encode())) == "ä\n"
    latin = text_answer("ä".encode("latin-1"), "text/plain; version=0.0.4; charset=ISO-8859-1")
    assert read_text(bench, latin) == "ä"


def test_a_text_may_be_empty(bench: Bench) -> None:
    assert read_text(bench, text_answer(b"")) == ""


@pytest.mark.parametrize(
    ("answer", "rule"),
    [
        (text_answer(b"{}", "application/json"), "application/json, expected text/plain"),
        (text_answer(b"<html>", "text/html"), "text/html, expected text/plain"),
        (httpx.Response(200, content=b"a"), "missing, expected text/plain"),
        (text_answer(b"\xff"), "no text in 'utf-8'"),
        (text_answer(b"a", "text/plain; charset=klingon"), "no text in 'klingon'"),
    ],
)
def test_what_is_no_such_text_is_refused(bench: Bench, answer: httpx.Response, rule: str) -> None:
    with pytest.raises(APIResponseError, match=rule) as caught:
        read_text(bench, answer)
    assert caught.value.body == answer.content


@pytest.mark.parametrize("accept", [TEXT, EITHER], ids=lambda operation: operation.id)
def test_the_request_says_what_the_operation_answers(bench: Bench, accept: Operation) -> None:
    seen: list[str] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["accept"])
        return text_answer(b"[]")

    transport = bench.over(handle)
    if accept is TEXT:
        transport.request_text(accept, NOTHING)
    else:
        transport.request(accept, Typed[list[int]], NOTHING)
    assert seen == [accept.accept]


def test_a_list_comes_as_a_list_of_models(bench: Bench) -> None:
    transport = bench.over(lambda request: json_answer(body=[{"name": "a", "later": 1}]))
    [thing] = transport.request(EITHER, Typed[list[Thing]], NOTHING)
    assert (thing.name, thing.model_extra) == ("a", {"later": 1})


def test_json_may_be_called_text_where_both_are_declared(bench: Bench) -> None:
    transport = bench.over(lambda request: text_answer(b'[{"name": "a"}]'))
    assert transport.request(EITHER, Typed[list[Thing]], NOTHING) == [Thing(name="a")]
    with pytest.raises(APIResponseError, match="text/html"):
        bench.over(lambda request: text_answer(b"[]", "text/html")).request(
            EITHER, Typed[list[Thing]], NOTHING
        )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("text", "text"),
        (5, 5),
        ({"name": "a"}, Thing(name="a")),
        ([1, {"name": "b"}], [1, Thing(name="b")]),
    ],
)
def test_a_union_comes_as_the_member_that_fits(
    bench: Bench, value: object, expected: object
) -> None:
    transport = bench.over(lambda request: json_answer(body=value))
    kind = Typed[str | int | Thing | list[int | Thing]]
    assert transport.request(EITHER, kind, NOTHING) == expected


def test_a_wrong_value_is_named_with_its_place(bench: Bench) -> None:
    transport = bench.over(lambda request: json_answer(body=[{"name": "a"}, {"name": 1}]))
    with pytest.raises(APIResponseError, match=r"\[1\]\.name"):
        transport.request(EITHER, Typed[list[Thing]], NOTHING)


def test_whole_numbers_may_be_written_as_fractions(bench: Bench) -> None:
    transport = bench.over(lambda request: json_answer(body=[1.0, 2]))
    assert transport.request(EITHER, Typed[list[int]], NOTHING) == [1, 2]

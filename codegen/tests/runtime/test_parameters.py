"""Parameters of query and header, and the choice of a path."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.errors import RequestError
from runtime.omit import OMIT
from runtime.operation import Arguments, Operation, Parameter
from runtime.options import RequestOptions
from runtime.request import PreparedRequest, prepare

from .support import SETTINGS

LIST = Operation(
    id="list",
    method="GET",
    path="/a/{name}",
    aliases=("/a/{name}/b/{part}:run",),
    query=(
        Parameter(name="text", key="te-xt", type=str),
        Parameter(name="count", key="count", type=int),
        Parameter(name="share", key="share", type=float),
        Parameter(name="fresh", key="fresh", type=bool),
    ),
    headers=(
        Parameter(name="x_text", key="X-Text", type=str),
        Parameter(name="x_seconds", key="x-seconds", type=float),
        Parameter(name="x_api_key", key="x-api-key", type=str),
    ),
)


def prepared(
    *, path: dict[str, object] | None = None, options: RequestOptions | None = None, **given: object
) -> PreparedRequest:
    arguments = Arguments(path=path or {"name": "n"}, parameters=given, options=options or {})
    return prepare(LIST, arguments, SETTINGS, LIST.accept)


def test_values_are_written_as_the_wire_wants_them() -> None:
    request = prepared(text="ä&b", count=3, share=0.5, fresh=True)
    assert request.query == {"te-xt": "ä&b", "count": "3", "share": "0.5", "fresh": "true"}


def test_headers_have_no_case() -> None:
    headers = prepared(x_text="a b", x_seconds=2).headers
    assert (headers["x-text"], headers["x-seconds"]) == ("a b", "2")


def test_what_is_omitted_is_not_sent() -> None:
    request = prepared(text=OMIT, fresh=False, x_text=OMIT)
    assert request.query == {"fresh": "false"}
    assert "x-text" not in request.headers


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", 1),
        ("text", None),
        ("text", "\ud800"),
        ("count", "1"),
        ("count", True),
        ("count", 1.0),
        ("share", "1"),
        ("share", True),
        ("share", float("nan")),
        ("fresh", "true"),
        ("fresh", 1),
        ("x_text", "a\r\nb: c"),
        ("x_text", "ä"),
        ("x_text", " a"),
        ("x_text", None),
        ("x_seconds", float("inf")),
    ],
)
def test_a_value_that_cannot_be_sent_is_refused_by_the_name_of_its_argument(
    name: str, value: object
) -> None:
    with pytest.raises(RequestError) as caught:
        prepare(LIST, Arguments(path={"name": "n"}, parameters={name: value}), SETTINGS, "*/*")
    assert caught.value.field == name


def test_a_refused_value_is_not_shown_unless_it_is_a_number() -> None:
    with pytest.raises(RequestError, match="got list") as caught:
        prepared(text=["sk-sentinel-0123"])
    assert "sentinel" not in str(caught.value)


def test_a_credential_in_a_parameter_is_a_secret() -> None:
    assert "sk-sentinel-0123" in prepared(x_api_key="sk-sentinel-0123").secrets


def test_extra_query_and_extra_headers_win() -> None:
    options: RequestOptions = {"extra_query": {"count": "9"}, "extra_headers": {"X-TEXT": "b"}}
    request = prepared(count=3, x_text="a", options=options)
    assert (request.query, request.headers["x-text"]) == ({"count": "9"}, "b")


def test_extra_query_has_to_be_text_that_can_be_written() -> None:
    with pytest.raises(RequestError):
        prepared(options={"extra_query": {"a": "\ud800"}})


def test_an_argument_of_an_alias_chooses_its_path() -> None:
    assert prepared(path={"name": "n", "part": "p:q"}).path == "/a/n/b/p%3Aq:run"
    assert prepared(path={"name": "n", "part": OMIT}).path == "/a/n"


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ({"part": "p"}, "name"),
        ({"name": "n", "other": "o"}, "other"),
        ({"name": "n", "part": 1}, "part"),
        ({"name": "n", "part": ".."}, "part"),
        ({"name": "n", "part": None}, "part"),
    ],
)
def test_arguments_that_no_path_has_places_for_are_refused(
    path: dict[str, object], field: str
) -> None:
    with pytest.raises(RequestError) as caught:
        prepared(path=path)
    assert caught.value.field == field


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda text: text not in ".."))
def test_every_value_is_one_piece_of_the_path(value: str) -> None:
    piece = prepared(path={"name": "n", "part": value}).path
    start, end = "/a/n/b/", ":run"
    assert (piece[: len(start)], piece[-len(end) :]) == (start, end)
    encoded = piece.removeprefix(start).removesuffix(end)
    assert not set(encoded) & set("/:?#")
    assert unquote(encoded) == value

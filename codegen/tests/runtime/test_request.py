"""From arguments to a request, or to an error that names the field."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated, NotRequired, cast
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field
from typing_extensions import TypedDict

from runtime.errors import RequestError
from runtime.models import Model, Unknown
from runtime.omit import OMIT
from runtime.operation import Arguments, Base, Operation
from runtime.options import RequestOptions, Timeout
from runtime.request import PreparedRequest, prepare

from .support import SETTINGS, TOKEN

KEY = "sk-sentinel-0123456789"


class TextPart(TypedDict):
    type: str
    text: str


class Message(TypedDict):
    role: str
    content: NotRequired[str | Sequence[TextPart] | None]


class Provider(TypedDict):
    api_key: NotRequired[str]
    region: NotRequired[str]


class Body(TypedDict):
    messages: Sequence[Message]
    n: NotRequired[int]
    temperature: NotRequired[float | None]
    stop: NotRequired[str | Sequence[str]]
    provider: NotRequired[Provider]


POST = Operation(
    id="post", method="POST", path="/a/{name}/b", body=lambda: Body, secrets=frozenset({"api_key"})
)
FREE = Operation(id="free", method="POST", path="/a/{name}/b")


def request(
    body: Mapping[str, object] | None = None,
    *,
    operation: Operation = POST,
    name: str = "n",
    options: RequestOptions | None = None,
) -> PreparedRequest:
    arguments = Arguments(path={"name": name}, body=body, options=options or {})
    return prepare(operation, arguments, SETTINGS, "application/json")


def content(body: Mapping[str, object], options: RequestOptions | None = None) -> object:
    sent = request(body, options=options).content
    assert sent is not None
    return json.loads(sent)


USER = {"role": "user", "content": "hi"}


def test_omitted_fields_are_not_sent_and_none_is_null() -> None:
    body = {"messages": [USER | {"content": OMIT}], "n": OMIT, "temperature": None}
    assert content(body) == {"messages": [{"role": "user"}], "temperature": None}


def test_models_are_sent_as_they_came() -> None:
    message = Unknown.model_validate({"role": "assistant", "content": None, "refusal": None})
    assert content({"messages": [USER, message]}) == {
        "messages": [USER, {"role": "assistant", "content": None, "refusal": None}]
    }


def test_tuples_and_mappings_are_json_too() -> None:
    assert content({"messages": (USER,), "stop": ("a", "b")}) == {
        "messages": [USER],
        "stop": ["a", "b"],
    }


def test_fields_that_this_release_does_not_know_are_let_through() -> None:
    body: dict[str, object] = {"messages": [USER], "cache_control": {}, "top_k": 3}
    assert content(body) == body


def test_the_extra_body_adds_and_wins() -> None:
    options: RequestOptions = {"extra_body": {"n": "many", "x": {"y": None}}}
    sent = content({"messages": [USER], "n": 1}, options)
    assert sent == {"messages": [USER], "n": "many", "x": {"y": None}}


def test_a_parameter_that_the_method_does_not_have_is_refused() -> None:
    misspelt = cast("RequestOptions", {"temprature": 1})
    with pytest.raises(RequestError, match=r"^temprature: .*extra_body"):
        request({"messages": [USER]}, options=misspelt)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("extra_headers", [("authorization", KEY)]),
        ("extra_query", "a=b"),
        ("extra_body", [1]),
        ("timeout", "5"),
        ("timeout", 0),
        ("timeout", -1.0),
        ("timeout", True),
        ("timeout", math.nan),
        ("timeout", math.inf),
        ("timeout", 1e9),
        ("timeout", Timeout(read=-1)),
        ("max_retries", -1),
        ("max_retries", 1.5),
        ("retry_unsafe", "no"),
    ],
)
def test_an_option_that_cannot_be_used_is_refused(name: str, value: object) -> None:
    options = cast("RequestOptions", {name: value})
    with pytest.raises(RequestError, match=rf"^{name}: Must be ") as caught:
        request({"messages": [USER]}, options=options)
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("value", [0.1, 600, 1_000_000, Timeout(read=None)])
def test_any_positive_timeout_is_taken(value: float | Timeout) -> None:
    assert request({"messages": [USER]}, options={"timeout": value}).content


def test_an_option_that_is_none_is_left_out() -> None:
    nothing: RequestOptions = {"extra_headers": None, "extra_query": None, "extra_body": None}
    assert request({"messages": [USER]}, options=nothing) == request({"messages": [USER]})


@pytest.mark.parametrize(
    ("name", "value"), [("X-Api-Key", KEY), ("Authorization", f"Basic {KEY}"), ("cookie", KEY)]
)
def test_a_credential_in_an_extra_header_is_a_secret(name: str, value: str) -> None:
    made = request({"messages": [USER]}, options={"extra_headers": {name: value}})
    assert KEY in made.secrets


def test_without_a_body_nothing_is_sent() -> None:
    made = request(operation=FREE)
    assert made.content is None
    assert "content-type" not in made.headers


VIOLATIONS: list[tuple[Mapping[str, object], str, str]] = [
    ({}, "messages", "Field required"),
    ({"messages": [{}]}, "messages[0].role", "Field required"),
    ({"messages": "hi"}, "messages", "(got 'hi')"),
    ({"messages": [USER, {"role": 5}]}, "messages[1].role", "(got 5)"),
    ({"messages": [USER], "n": "5"}, "n", "(got '5')"),
    ({"messages": [USER], "n": True}, "n", "(got True)"),
    ({"messages": [USER], "n": None}, "n", "(got null)"),
    ({"messages": [USER], "n": [1]}, "n", "(got an array)"),
    ({"messages": [USER], "temperature": math.nan}, "temperature", "(got nan)"),
    ({"messages": [USER], "temperature": -math.inf}, "temperature", "(got -inf)"),
    ({"messages": [USER], "n": b"x"}, "n", "an instance of bytes"),
    ({"messages": [USER], "x": {"y": [{1}]}}, "x.y[0]", "an instance of set"),
    ({"messages": [USER], "x": [OMIT]}, "x[0]", "an instance of Omit"),
    ({"messages": [USER], "x": {1: 2}}, "x", "Keys must be strings"),
    (
        {"messages": [{"role": "user", "content": [{"type": "text"}]}]},
        "messages[0].content[0].text",
        "Field required",
    ),
    (
        {"messages": [{"role": "user", "content": [{"type": "text", "text": 5}]}]},
        "messages[0].content[0].text",
        "(got 5)",
    ),
]


@pytest.mark.parametrize(("body", "field", "told"), VIOLATIONS)
def test_what_breaks_the_schema_is_named_with_path_value_and_rule(
    body: Mapping[str, object], field: str, told: str
) -> None:
    with pytest.raises(RequestError) as caught:
        request(body)
    error = caught.value
    assert error.field == field
    assert error.rule
    assert str(error).startswith(f"{field}: {error.rule}")
    assert told in str(error)
    assert "\n" not in str(error)
    assert error.__context__ is None


@pytest.mark.parametrize(
    "provider",
    [
        {"api_key": [KEY]},
        {"api_key": {"value": KEY}},
        {"api_key": KEY, "region": {"x": KEY}},
        {"api_key": KEY, "region": [KEY]},
        KEY,
        [KEY],
    ],
)
def test_a_secret_is_in_no_error(provider: object) -> None:
    with pytest.raises(RequestError) as caught:
        request({"messages": [USER], "provider": provider})
    assert KEY not in f"{caught.value!r} {caught.value.__dict__!r}"


def test_a_secret_in_a_wrong_place_is_masked() -> None:
    with pytest.raises(RequestError) as caught:
        request({"messages": [USER], "provider": {"api_key": KEY}, "n": KEY})
    assert str(caught.value).endswith("(got '[secret]')")


def test_a_secret_longer_than_what_is_shown_is_masked_whole() -> None:
    key = "sk-" + "0123456789" * 20
    with pytest.raises(RequestError) as caught:
        request({"messages": [USER], "provider": {"api_key": key}, "n": key})
    assert "0123" not in str(caught.value)


def test_a_request_does_not_show_what_it_carries() -> None:
    made = request({"messages": [USER], "provider": {"api_key": KEY}})
    assert TOKEN not in repr(made)
    assert KEY not in repr(made)
    assert made.secrets == {TOKEN, KEY}


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_path_parameter_is_one_segment_and_comes_back(name: str) -> None:
    if name in {".", ".."}:
        return
    path = request(operation=FREE, name=name).path
    prefix, segment, suffix = path.removeprefix("/").split("/")
    assert (prefix, unquote(segment), suffix) == ("a", name, "b")
    assert path.isascii()
    assert not set(path) & set("?# ")


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_a_segment_that_would_name_another_resource_is_refused(name: str) -> None:
    with pytest.raises(RequestError, match=r"^name: "):
        request(operation=FREE, name=name)


def test_a_missing_path_parameter_is_refused() -> None:
    with pytest.raises(RequestError, match=r"^name: "):
        prepare(FREE, Arguments(), SETTINGS, "application/json")


@pytest.mark.parametrize(
    "headers",
    [{"a b": "v"}, {"a": "v\r\nx: y"}, {"": "v"}, {"a": "ü"}, {"a\n": "v"}, {"a": 5}, {5: "a"}],
)
def test_what_is_no_header_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(RequestError, match=r"^extra_headers"):
        request({"messages": [USER]}, options={"extra_headers": headers})


def test_an_extra_header_replaces_ours_whatever_its_case() -> None:
    made = request({"messages": [USER]}, options={"extra_headers": {"ACCEPT": "text/plain"}})
    assert made.headers["accept"] == "text/plain"
    assert "ACCEPT" not in made.headers


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text(), JSON))
def test_json_data_arrives_as_it_was_given(body: dict[str, object]) -> None:
    sent = request(body, operation=FREE).content
    assert sent is not None
    assert json.loads(sent) == body


def test_a_body_that_contains_itself_is_refused() -> None:
    body: dict[str, object] = {"messages": [USER]}
    body["again"] = body
    with pytest.raises(RequestError, match="nested too deeply"):
        request(body)


class Nested(Model):
    x: int | None = None
    class_: Annotated[str | None, Field(alias="class")] = None


def test_a_model_is_sent_under_its_json_names() -> None:
    sent = content({"messages": [USER], "extra": Nested(class_="c")})
    assert sent == {"messages": [USER], "extra": {"class": "c"}}


def test_text_is_sent_as_utf_8_without_escapes_or_spaces() -> None:
    sent = request({"a": "ü", "b": [1, 2]}, operation=FREE).content
    assert sent == '{"a":"ü","b":[1,2]}'.encode()


def test_text_that_utf_8_cannot_hold_is_escaped() -> None:
    assert request({"a": "\ud800"}, operation=FREE).content == b'{"a":"\\ud800"}'


def test_a_model_made_by_hand_sends_only_what_was_set() -> None:
    assert content({"messages": [USER], "extra": Nested()}) == {"messages": [USER], "extra": {}}


@pytest.mark.parametrize(
    ("base", "address", "url"),
    [
        (Base(own="/v1", others=("",)), "https://host", "https://host/v1"),
        (Base(own="/v1", others=("",)), "https://host/v1", "https://host/v1"),
        (Base(own="", others=("/v1",)), "https://host/proxy/v1", "https://host/proxy"),
        (Base(own="", others=("/v1",)), "https://host", "https://host"),
    ],
)
def test_an_operation_is_at_its_own_base_path(base: Base, address: str, url: str) -> None:
    operation = Operation(id="get", method="GET", path="/it", base=base)
    settings = replace(SETTINGS, base_url=address)
    assert prepare(operation, Arguments(), settings, "*/*").url == f"{url}/it"

"""Models and open unions keep whatever the server sent."""

import copy
import json
import pickle
from decimal import Decimal
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError
from typing_extensions import TypeAliasType

from runtime import unions
from runtime.decoding import decode, decoder
from runtime.errors import APIResponseError
from runtime.headers import Headers
from runtime.json_data import is_array, is_object
from runtime.models import Model
from runtime.omit import OMIT
from runtime.pages import Page
from runtime.reply import Reply
from runtime.unions import Unknown


class Text(Model):
    type: Literal["text"] = "text"
    text: str


class Image(Model):
    type: Literal["image"] = "image"
    url: str


Part = TypeAliasType(
    "Part",
    Annotated[
        Annotated[Text, unions.Tag("text")]
        | Annotated[Image, unions.Tag("image")]
        | Annotated[Unknown, unions.Tag("")],
        unions.open_tag("type", "text", "image"),
    ],
)


class Entry(Model):
    name: str | None = None
    level: Literal["low", "high"] | str | None = None
    class_: Annotated[str | None, Field(alias="class")] = None
    model_config_: Annotated[int | None, Field(alias="model_config")] = None
    parts: list[Part] | None = None
    size: float | None = None
    ready: bool | None = None
    count: int | None = None


def dump(model: Model) -> object:
    return json.loads(model.model_dump_json(by_alias=True, exclude_unset=True))


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"name": None},
        {"level": "unheard of"},
        {"class": "c", "model_config": 1},
        {"later": {"deep": [1, None, {"x": "y"}]}, "model_extra": 1, "copy": 2, "json": 3},
        {"parts": [{"type": "text", "text": "t", "later": 1}]},
        {"parts": [{"type": "video", "frames": [1]}, {"no": "tag"}, {"type": None}, {"type": 5}]},
        {"size": 1},
        {"count": 10**30},
    ],
)
def test_what_came_goes_out_again(sent: dict[str, object]) -> None:
    model = Entry.model_validate_json(json.dumps(sent), strict=True)
    assert dump(model) == sent
    assert pickle.loads(pickle.dumps(model)) == model == copy.deepcopy(model)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["name", "parts", "type", "text", "count", "ready", "size", "x"]), inner
        )
    ),
)


@given(st.dictionaries(st.sampled_from(["name", "parts", "count", "ready", "size", "z"]), JSON))
def test_whatever_is_accepted_is_given_back(sent: dict[str, object]) -> None:
    try:
        model = Entry.model_validate_json(json.dumps(sent), strict=True)
    except ValidationError:
        return
    given_back = dump(model)
    assert given_back == sent
    assert typed(given_back) == typed(sent)


def typed(value: object) -> object:
    """Tells ``1`` from ``True``, which Python holds to be equal."""
    if is_object(value):
        return {key: typed(item) for key, item in value.items()}
    if is_array(value):
        return [typed(item) for item in value]
    return isinstance(value, bool), value


def test_a_known_tag_gives_its_class_and_an_unknown_one_unknown() -> None:
    parts = [{"type": "text", "text": "t"}, {"type": "image", "url": "u"}, {"type": "video"}]
    entry = Entry.model_validate({"parts": parts})
    assert [type(part) for part in entry.parts or []] == [Text, Image, Unknown]


def test_a_known_tag_with_a_wrong_body_is_refused() -> None:
    with pytest.raises(ValidationError, match="text"):
        Entry.model_validate_json('{"parts": [{"type": "text", "text": 5}]}')


def test_a_union_takes_models_that_were_made_by_hand() -> None:
    part = Text(text="t")
    assert Entry(parts=[part, Unknown()]).parts == [part, Unknown()]


def test_fields_can_be_set_by_both_names() -> None:
    assert Entry(class_="c") == Entry.model_validate({"class": "c"})


def test_a_repr_shows_fields_and_extras() -> None:
    assert repr(Text.model_validate({"text": "t", "later": 1})) == (
        "Text(type='text', text='t', later=1)"
    )


def test_omission_is_one_object_and_false() -> None:
    assert pickle.loads(pickle.dumps(OMIT)) is OMIT
    assert copy.deepcopy(OMIT) is OMIT
    assert (bool(OMIT), repr(OMIT)) == (False, "OMIT")


def test_a_page_is_its_items() -> None:
    page = Page([1, 2])
    assert (list(page), len(page), page.items) == ([1, 2], 2, [1, 2])


def received(kind: type[Model], text: str) -> Model:
    """What the client makes of an answer's text."""
    headers = Headers([("content-type", "application/json")])
    reply = Reply(call="GET /", status=200, reason="OK", headers=headers, body=text.encode())
    return decode(decoder(kind), reply)


@given(
    st.dictionaries(
        st.sampled_from(["class_", "class", "model_config_", "model_config"]), st.none()
    )
)
def test_a_member_called_as_another_field_is_none_of_it(sent: dict[str, object]) -> None:
    assert dump(received(Entry, json.dumps({**sent, "parts": []}))) == {**sent, "parts": []}


NUMBERS = st.integers().map(str) | st.floats(allow_nan=False, allow_infinity=False).map(repr)


@given(
    st.sampled_from(["size", "count", "later"]), NUMBERS | st.sampled_from(["-0.0", "1E5", "-0"])
)
def test_numbers_keep_their_value_and_their_sign(name: str, number: str) -> None:
    try:
        model = received(Entry, f'{{"{name}": {number}}}')
    except APIResponseError:
        assert name == "count"
        assert not float(number).is_integer() or abs(float(number)) >= 2**53
        return
    text = model.model_dump_json(by_alias=True, exclude_unset=True)
    [(_, got)] = json.loads(text, parse_int=Decimal, parse_float=Decimal).items()
    exact = Decimal(number) if name != "size" else Decimal(repr(float(number)))
    assert got == exact
    assert name == "count" or got.is_signed() == exact.is_signed() or number == "-0"


@pytest.mark.parametrize("number", ["1e400", "-1e400"])
def test_a_number_that_no_double_holds_is_not_taken_for_null(number: str) -> None:
    for name in ("size", "later"):
        assert dump(received(Entry, f'{{"{name}": {number}}}')) == {name: json.loads(number)}

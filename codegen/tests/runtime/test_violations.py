"""A violation is named by its place in the document, whatever unions lie on the way."""

from typing import Annotated, Literal, NotRequired

import pytest
from pydantic import Discriminator, TypeAdapter, ValidationError
from typing_extensions import TypedDict

from runtime.violations import describe


class Cache(TypedDict):
    type: str


class Text(TypedDict):
    type: Literal["text"]
    text: str
    cache: NotRequired[Cache]


class Image(TypedDict):
    type: Literal["image"]
    url: str


PARTS = TypeAdapter(list[Annotated[Text | Image, Discriminator("type")]])


@pytest.mark.parametrize(
    ("part", "field"),
    [
        ({"type": "text", "text": "hi", "cache": {"type": 5}}, "[0].cache.type"),
        ({"type": "text", "text": "hi", "cache": {}}, "[0].cache.type"),
        ({"type": "text", "text": "hi", "cache": 5}, "[0].cache"),
        ({"type": "text", "text": 5}, "[0].text"),
        ({"type": "text"}, "[0].text"),
        ({"type": "image", "url": 5}, "[0].url"),
        ({"type": "image"}, "[0].url"),
    ],
)
def test_union_member_called_like_a_field_is_not_part_of_the_path(
    part: dict[str, object], field: str
) -> None:
    with pytest.raises(ValidationError) as raised:
        PARTS.validate_python([part])
    assert describe(raised.value, [part]).field == field

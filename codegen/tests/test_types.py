"""Type expressions of one module, as another module has to write them."""

import pytest

from invocant_codegen.generated_types import GeneratedType
from invocant_codegen.types import optional, qualified

TYPES = {
    name: GeneratedType(name=name, module=module, fields=())
    for name, module in {"Message": "chat", "Usage": "usage"}.items()
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("str | None", "str | None"),
        ("NotRequired[Sequence[Message]]", "Sequence[params.chat.Message]"),
        ("NotRequired[Mapping[str, Message] | None]", "Mapping[str, params.chat.Message] | None"),
        ("usage_1.Usage", "params.usage.Usage"),
        ("Literal['Message', 'a'] | str", "Literal['Message', 'a'] | str"),
    ],
)
def test_generated_names_are_qualified(text: str, expected: str) -> None:
    assert qualified(text, TYPES, "params", {}) == expected


def test_twins_are_accepted_beside_a_name() -> None:
    twins = {"Message": ["models.chat.Answer"]}
    expected = "Sequence[params.chat.Message | models.chat.Answer]"
    assert qualified("Sequence[Message]", TYPES, "params", twins) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("str", "str | Omit"), ("str | None", "str | Omit | None")]
)
def test_none_stays_the_last_alternative(text: str, expected: str) -> None:
    assert optional(text) == expected

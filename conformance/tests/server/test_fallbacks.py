"""Which served entity answers, for every choice of what can be reached."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.server.entities import Entity
from invocant_conformance.server.errors import Kind, Refused
from invocant_conformance.server.fallbacks import answering, is_reachable

ENTITIES = ("a", "b", "c", "d")
SOME = st.lists(st.sampled_from(ENTITIES), unique=True)


@given(chosen=st.sampled_from(ENTITIES), reachable=SOME.filter(bool))
def test_the_nearest_reachable_entity_after_the_chosen_one_answers(
    chosen: str, reachable: list[str]
) -> None:
    found = answering(chosen, entities=ENTITIES, reachable=reachable, fallback=True)
    distance = {name: (ENTITIES.index(name) - ENTITIES.index(chosen)) % 4 for name in ENTITIES}
    assert found == min(reachable, key=lambda name: distance[name])


@given(chosen=st.sampled_from(ENTITIES), reachable=SOME)
def test_without_fallbacks_only_the_chosen_one_answers(chosen: str, reachable: list[str]) -> None:
    if chosen in reachable:
        found = answering(chosen, entities=ENTITIES, reachable=reachable, fallback=False)
        assert found == chosen
        return
    with pytest.raises(Refused, match=f"'{chosen}' cannot be reached"):
        answering(chosen, entities=ENTITIES, reachable=reachable, fallback=False)


def test_the_refusal_names_the_last_that_was_tried() -> None:
    with pytest.raises(Refused, match="'a' cannot be reached") as caught:
        answering("b", entities=ENTITIES, reachable=(), fallback=True)
    assert caught.value.kind is Kind.UNREACHABLE


@pytest.mark.parametrize(
    ("address", "reachable"),
    [
        ("https://models.invalid/v1", False),
        ("https://models.example.com/v1", True),
        ("https://models.example.com/.invalid", True),
        ("", True),
    ],
)
def test_a_host_that_never_exists_is_not_reachable(address: str, reachable: bool) -> None:
    model = {"custom_provider_config": {"custom_provider_url": address}}
    assert is_reachable(Entity(name="a", created=0, external_model=model)) is reachable


def test_other_models_are_reachable() -> None:
    assert is_reachable(Entity(name="a", created=0))

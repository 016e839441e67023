"""Keys that a gateway makes."""

from itertools import count

import pytest

from invocant_conformance.json_values import JsonObject
from invocant_conformance.server.errors import Kind, Refused
from invocant_conformance.server.gateway_keys import KeyStore, details, generated

from .conftest import Clock


@pytest.fixture
def keys(clock: Clock) -> KeyStore:
    numbers = count()
    return KeyStore(next_id=lambda: f"number-{next(numbers)}", now=clock)


def refusal_of(keys: KeyStore, token: str) -> Kind:
    with pytest.raises(Refused) as caught:
        keys.admit(token)
    return caught.value.kind


def test_keys_differ_and_are_found_by_themselves_and_by_their_digest(keys: KeyStore) -> None:
    first, second = keys.generate({}), keys.generate({})
    assert first.key != second.key
    assert keys.find(first.key) == keys.find(first.digest) == first


def test_any_other_token_is_no_key(keys: KeyStore) -> None:
    assert keys.admit("sk-another") is None


@pytest.mark.parametrize(
    ("duration", "seconds"),
    [("30s", 30), ("2m", 120), ("1h", 3600), ("1d", 86_400), ("1mo", 2_592_000)],
)
def test_a_key_expires(keys: KeyStore, clock: Clock, duration: str, seconds: int) -> None:
    key = keys.generate({"duration": duration})
    clock.seconds += seconds - 1
    assert keys.admit(key.key)
    clock.seconds += 1
    assert refusal_of(keys, key.key) is Kind.UNAUTHENTICATED
    assert details(key, now=clock())["status"] == "expired"


def test_a_key_for_ever_and_ever_ends_with_the_calendar(keys: KeyStore) -> None:
    assert str(generated(keys.generate({"duration": f"{10**30}mo"}))["expires"]).startswith("9999")


def test_a_blocked_key_is_refused(keys: KeyStore) -> None:
    assert refusal_of(keys, keys.generate({"blocked": True}).key) is Kind.UNAUTHENTICATED


def test_a_rate_limit_holds_for_a_minute(keys: KeyStore, clock: Clock) -> None:
    key = keys.generate({"rpm_limit": 1}).key
    assert keys.admit(key)
    assert refusal_of(keys, key) is Kind.LIMIT_EXCEEDED
    clock.seconds += 60
    assert keys.admit(key)


def test_a_key_that_is_there_is_not_made_again(keys: KeyStore) -> None:
    wanted: JsonObject = {"key": "sk-0123456789"}
    keys.generate(wanted)
    with pytest.raises(Refused):
        keys.generate(wanted)


def test_what_was_asked_for_is_told_without_the_key(keys: KeyStore, clock: Clock) -> None:
    key = keys.generate({"max_budget": 5, "models": ["a"]})
    told = details(key, now=clock())
    assert (told["max_budget"], told["models"]) == (5, ["a"])
    assert key.key not in str(told)

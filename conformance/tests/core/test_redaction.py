"""Secrets are masked by value."""

import base64
import json
from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.redaction import MASK, Redactor

SECRETS = st.text(st.characters(codec="utf-8"), min_size=4, max_size=20).filter(
    lambda text: text not in MASK
)
TEXTS = st.text(max_size=20)


@given(SECRETS, TEXTS, TEXTS)
def test_a_secret_is_masked_wherever_it_stands(secret: str, before: str, after: str) -> None:
    assert secret not in Redactor.of([secret]).text(f"{before}{secret}{after}").replace(MASK, "")


@given(SECRETS)
def test_a_secret_is_masked_in_every_encoding(secret: str) -> None:
    encoded = base64.b64encode(secret.encode()).decode()
    basic = base64.b64encode(f"token:{secret}".encode()).decode()
    for form in (json.dumps(secret)[1:-1], quote(secret, safe=""), encoded, basic):
        assert Redactor.of([secret]).text(f"<{form}>") == f"<{MASK}>"


@given(st.lists(SECRETS, max_size=3), TEXTS)
def test_text_without_secrets_stays(secrets: list[str], text: str) -> None:
    redactor = Redactor.of(secrets)
    if redactor.pattern is None or not redactor.pattern.search(text):
        assert redactor.text(text) == text


def test_a_secret_that_contains_another_is_masked_whole() -> None:
    assert Redactor.of(["abcd", "abcdefgh"]).text("abcdefgh abcd") == f"{MASK} {MASK}"


def test_json_is_masked_in_keys_and_values() -> None:
    value = Redactor.of(["hunter22"]).value({"hunter22": ["x hunter22", 1, None, {"a": True}]})
    assert value == {MASK: [f"x {MASK}", 1, None, {"a": True}]}

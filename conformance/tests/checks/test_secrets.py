"""A secret is found in an answer in whatever form it is shown."""

import base64

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.checks.secrets import shown_in
from invocant_conformance.exchange import Exchange

SECRET = "sentinel-8c1f0d6a29e74b53"


def _answer(body: str, **headers: str) -> Exchange:
    return Exchange(
        method="GET",
        url="http://target/",
        status=200,
        headers=httpx.Headers(headers),
        body=body.encode(),
    )


@pytest.mark.parametrize(
    "shown",
    [
        SECRET,
        SECRET[:14],
        SECRET[9:],
        SECRET.encode().hex(),
        base64.b64encode(SECRET.encode()).decode(),
        base64.urlsafe_b64encode(f"k:{SECRET}".encode()).decode(),
        base64.b64encode(f"token:{SECRET}:".encode()).decode(),
    ],
)
def test_a_secret_is_found_in_a_body(shown: str) -> None:
    assert shown_in(SECRET, _answer(f'{{"key": "{shown}"}}')) == "body"


def test_a_secret_is_found_in_a_header() -> None:
    assert shown_in(SECRET, _answer("{}", debug=SECRET)) == "headers"


@given(before=st.binary(max_size=6), after=st.binary(max_size=6))
def test_base64_is_seen_through_at_any_offset(before: bytes, after: bytes) -> None:
    shown = base64.b64encode(before + SECRET.encode() + after).decode()
    assert shown_in(SECRET, _answer(shown)) == "body"


@pytest.mark.parametrize(
    "shown", ["", "sentinel", "****4b53", "{{secrets/scope/key}}", "sentinel-0"]
)
def test_what_gives_nothing_away_is_not_found(shown: str) -> None:
    assert shown_in(SECRET, _answer(shown)) is None

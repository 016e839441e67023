"""Tokens are taken from four places; all else is 401 and quotes nothing."""

import base64

import pytest

from invocant_conformance.server.auth import authorise
from invocant_conformance.server.errors import Kind, Refused


def basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"authorization": "Bearer dapi-1"},
        {"authorization": "bearer   sk-1"},
        {"authorization": basic("token", "dapi-1")},
        {"x-api-key": "sk-1"},
        {"api-key": "dapi-1"},
    ],
)
def test_a_token_of_a_known_form_is_let_in(headers: dict[str, str]) -> None:
    authorise(headers, expected=None)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"authorization": ""},
        {"authorization": "Bearer"},
        {"authorization": "Bearer wrong-secret"},
        {"authorization": "dapi-1"},
        {"authorization": "Digest dapi-1"},
        {"authorization": basic("user", "dapi-1")},
        {"authorization": "Basic dapi-1"},
        {"authorization": "Basic /w=="},
        {"authorization": "Bearer wrong-secret", "x-api-key": "sk-1"},
        {"x-api-key": "wrong-secret"},
    ],
)
def test_anything_else_is_unauthenticated(headers: dict[str, str]) -> None:
    with pytest.raises(Refused) as caught:
        authorise(headers, expected=None)
    assert caught.value.kind is Kind.UNAUTHENTICATED
    assert "wrong-secret" not in caught.value.message


def test_an_expected_token_is_the_only_one() -> None:
    authorise({"authorization": "Bearer any-form"}, expected="any-form")
    with pytest.raises(Refused):
        authorise({"authorization": "Bearer dapi-1"}, expected="any-form")


@pytest.mark.parametrize("header", ["Bearer", "Digest dapi-1", "Basic dapi-1", ""])
def test_an_empty_token_is_never_right(header: str) -> None:
    with pytest.raises(Refused):
        authorise({"authorization": header}, expected="")


def test_a_token_beyond_ascii_is_compared_like_any_other() -> None:
    with pytest.raises(Refused):
        authorise({"authorization": "Bearer größe"}, expected="dapi-1")

"""Nothing secret is left in what logs and hooks get to see."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.masking import masked_body, masked_headers, masked_url
from runtime.redact import MASK

SECRET = "0123456789abcdefghij"
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("authorization", f"Bearer {SECRET}", f"Bearer {MASK}"),
        ("Authorization", f"Basic {SECRET}", f"Basic {MASK}"),
        ("proxy-authorization", SECRET, MASK),
        ("x-api-key", SECRET, MASK),
        ("api-key", SECRET, MASK),
        ("X-Litellm-Api-Key", SECRET, MASK),
        ("cookie", f"session={SECRET}", MASK),
        ("set-cookie", f"session={SECRET}", MASK),
        ("x-databricks-azure-sp-management-token", SECRET, MASK),
        ("x-tenant-secret", SECRET, MASK),
        ("x-echo", f"the token dapi{SECRET}", f"the token {MASK}"),
        ("x-ratelimit-remaining-tokens", "100", "100"),
        ("content-type", JSON, JSON),
        ("x-request-id", SECRET, SECRET),
    ],
)
def test_headers_are_masked_by_their_names(name: str, value: str, shown: str) -> None:
    assert masked_headers({name: value}, ()) == {name.lower(): shown}


def test_known_secrets_are_masked_wherever_they_stand() -> None:
    assert masked_headers({"x-trace": f"a-{SECRET}"}, [SECRET]) == {"x-trace": f"a-{MASK}"}
    assert masked_body(f"plain {SECRET}".encode(), "text/plain", [SECRET]) == b"plain [secret]"


@pytest.mark.parametrize(
    "name",
    [
        *("openai_api_key_plaintext", "aws_access_key_id_plaintext", "value_plaintext"),
        *("access_token", "refresh_token", "id_token", "token", "client_secret", "password"),
        *("API_KEY", "DB_PASSWORD", "HF_TOKEN", "private_key", "apiKey", "assertion"),
    ],
)
def test_fields_are_masked_by_their_names(name: str) -> None:
    body = {"inner": [{name: SECRET, "other": "stays"}]}
    shown = json.loads(masked_body(json.dumps(body).encode(), JSON, ()))
    assert shown == {"inner": [{name: MASK, "other": "stays"}]}


@pytest.mark.parametrize("name", ["max_tokens", "prompt_tokens", "keywords", "model", "tokens"])
def test_other_fields_stay(name: str) -> None:
    body = {name: "plain"}
    assert json.loads(masked_body(json.dumps(body).encode(), JSON, ())) == body


@pytest.mark.parametrize(
    "secret",
    [
        *(f"sk-{SECRET}", f"dapi{SECRET}", f"Bearer {SECRET}", f"basic {SECRET}"),
        f"eyJ{SECRET}.eyJ{SECRET}.{SECRET}",
    ],
)
def test_what_looks_like_a_credential_is_masked_anywhere(secret: str) -> None:
    for body in (
        json.dumps({"note": f"use {secret}"}),
        f"use {secret} please",
        f'{{"cut": "{secret}',
    ):
        assert SECRET not in masked_body(body.encode(), JSON, ()).decode()


def test_forms_are_masked_by_their_names() -> None:
    form = f"grant_type=client_credentials&client_secret={SECRET}&scope=all+apis"
    shown = b"grant_type=client_credentials&client_secret=[secret]&scope=all+apis"
    assert masked_body(form.encode(), FORM, ()) == shown


@pytest.mark.parametrize("url", [f"https://u:{SECRET}@host:8443/a/b?key={SECRET}#{SECRET}"])
def test_addresses_have_neither_user_nor_query(url: str) -> None:
    assert masked_url(url) == "https://host:8443/a/b"


@given(st.binary())
def test_any_bytes_can_be_shown(body: bytes) -> None:
    for prefix in (b"", b"{", b'{"a": '):
        masked_body(prefix + body, JSON, [SECRET])


@given(st.recursive(st.none() | st.integers() | st.text(alphabet="aä\\"), st.lists))
def test_json_without_secrets_stays_the_same(value: object) -> None:
    body = {"value": value}
    assert json.loads(masked_body(json.dumps(body).encode(), JSON, ())) == body

"""Azure with Microsoft Entra ID: the secret is sent to the login, the token to Azure."""

from collections.abc import Generator
from urllib.parse import parse_qs

import pytest

from invocant_conformance.client.origin import Origin
from invocant_conformance.raw.answer import Answer
from invocant_conformance.server.upstream.allowed import read_host

from .chain import SENTINEL, Front, front, openai
from .scripts import LEAST, answer

TOKEN = {"access_token": "eyJ-token", "expires_in": 3600, "token_type": "Bearer"}


@pytest.fixture
def azure(origin: Origin) -> Generator[Front]:
    """A server in front of an Azure whose login is at the same host."""
    host = read_host(origin.url.partition("://")[2])
    with front(origin.url, allowed=(host,), entra=origin.url, answer_seconds=1.0) as first:
        entity = openai(
            origin.url,
            openai_api_type="azuread",
            microsoft_entra_tenant_id="my-tenant",
            microsoft_entra_client_id="my-application",
            microsoft_entra_client_secret_plaintext=SENTINEL,
            openai_api_version="2024-10-21",
            openai_deployment_name="gpt-4o",
        )
        del entity["external_model"]["openai_config"]["openai_api_key_plaintext"]
        first.serve("mine", entity)
        yield first


def test_one_login_is_enough_for_many_queries(azure: Front, origin: Origin) -> None:
    origin.play(answer(TOKEN), answer(LEAST), answer(LEAST))
    assert [azure.chat("mine").status_code for _ in range(2)] == [200, 200]
    login, *queries = origin.requests
    assert login.target == "/my-tenant/oauth2/v2.0/token"
    assert parse_qs(login.body.decode()) == {
        "grant_type": ["client_credentials"],
        "client_id": ["my-application"],
        "client_secret": [SENTINEL],
        "scope": ["https://cognitiveservices.azure.com/.default"],
    }
    for query in queries:
        assert query.target.startswith("/openai/deployments/gpt-4o/chat/completions?")
        assert query.headers["authorization"] == "Bearer eyJ-token"
        assert SENTINEL.encode() not in query.raw


REFUSALS = {
    "refused": answer({"error": "invalid_client", "error_description": SENTINEL}, 401),
    "no token": answer({"expires_in": 1}),
    "HTML": Answer(pieces=(b"<html>",)),
    "silence": Answer(status=None, end="hang"),
}


@pytest.mark.parametrize("kind", REFUSALS)
def test_without_a_token_nothing_is_asked(azure: Front, origin: Origin, kind: str) -> None:
    origin.play(REFUSALS[kind])
    got = azure.chat("mine")
    assert got.status_code in (502, 504)
    assert len(origin.requests) == 1
    assert SENTINEL not in got.text

"""The official `databricks-sdk` authenticates as its documentation says, with no argument but host.

Unified authentication: arguments, variables of the environment, profiles of a file; personal
access tokens, Basic with the user `token`, OAuth for service principals.
"""

from __future__ import annotations

import configparser
from pathlib import Path
from typing import TypedDict

import pytest
from databricks.sdk import WorkspaceClient
from databricks.sdk.core import Config
from databricks.sdk.errors import Unauthenticated
from databricks.sdk.service.serving import ChatMessage, ChatMessageRole

from interop.clients.surfaces import CHAT_MODEL, TOKEN, WRONG_TOKEN, server_url

SECRET = "dose-interop-31c7"
PROFILES = {
    "DEFAULT": {"token": TOKEN},
    "robot": {"client_id": "robot", "client_secret": SECRET},
    "wrong": {"token": WRONG_TOKEN},
}


class Given(TypedDict, total=False):
    """Arguments of the client beside the host."""

    token: str
    username: str
    password: str
    client_id: str
    client_secret: str
    auth_type: str


@pytest.fixture
def profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A configuration file whose profiles point at the server."""
    file = configparser.ConfigParser()
    file.read_dict({name: {"host": server_url(), **each} for name, each in PROFILES.items()})
    path = tmp_path / "databrickscfg"
    with path.open("w", encoding="utf-8") as written:
        file.write(written)
    monkeypatch.setenv("DATABRICKS_CONFIG_FILE", str(path))


def lists_endpoints(client: WorkspaceClient) -> bool:
    return CHAT_MODEL in {each.name for each in client.serving_endpoints.list()}


@pytest.mark.parametrize(
    ("given", "auth_type"),
    [
        (Given(token=TOKEN), "pat"),
        (Given(username="token", password=TOKEN, auth_type="basic"), "basic"),
        (Given(client_id="robot", client_secret=SECRET), "oauth-m2m"),
    ],
    ids=["token", "basic", "service-principal"],
)
def test_arguments_choose_how_to_authenticate(given: Given, auth_type: str) -> None:
    client = WorkspaceClient(host=server_url(), **given)

    assert lists_endpoints(client)
    assert client.config.auth_type == auth_type


@pytest.mark.parametrize(
    ("variables", "auth_type"),
    [
        ({"TOKEN": TOKEN}, "pat"),
        ({"CLIENT_ID": "robot", "CLIENT_SECRET": SECRET}, "oauth-m2m"),
    ],
    ids=["token", "service-principal"],
)
def test_variables_are_enough(
    variables: dict[str, str], auth_type: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"HOST": server_url(), **variables}.items():
        monkeypatch.setenv(f"DATABRICKS_{name}", value)
    client = WorkspaceClient()

    assert lists_endpoints(client)
    assert client.config.auth_type == auth_type


@pytest.mark.parametrize(("profile", "auth_type"), [("DEFAULT", "pat"), ("robot", "oauth-m2m")])
def test_a_profile_of_the_file_is_enough(profiles: None, profile: str, auth_type: str) -> None:
    client = WorkspaceClient(profile=profile)

    assert lists_endpoints(client)
    assert client.config.auth_type == auth_type


def test_the_discovered_workspace_goes_back_with_every_call() -> None:
    config = Config(host=server_url(), token=TOKEN)

    assert (config.workspace_id or "").isdecimal()
    assert config.discovery_url == f"{server_url()}/oidc/.well-known/oauth-authorization-server"
    assert lists_endpoints(WorkspaceClient(config=config))


def test_the_discovered_token_endpoint_issues_the_bearer_token() -> None:
    config = Config(host=server_url(), client_id="robot", client_secret=SECRET)
    endpoints = config.oidc_endpoints
    token = config.oauth_token()

    assert endpoints is not None
    assert endpoints.token_endpoint == f"{server_url()}/oidc/v1/token"
    assert token.token_type == "Bearer"
    assert token.expired is False
    assert config.authenticate() == {"Authorization": f"Bearer {token.access_token}"}


def test_one_oauth_token_serves_many_calls() -> None:
    client = WorkspaceClient(host=server_url(), client_id="robot", client_secret=SECRET)
    before = client.config.authenticate()
    message = ChatMessage(role=ChatMessageRole.USER, content="hi")
    client.serving_endpoints.query(CHAT_MODEL, messages=[message])

    assert lists_endpoints(client)
    assert client.config.authenticate() == before
    again = WorkspaceClient(host=server_url(), client_id="robot", client_secret=SECRET)
    assert again.config.authenticate() != before


def test_an_oauth_token_is_good_for_other_clients_too() -> None:
    robot = Config(host=server_url(), client_id="robot", client_secret=SECRET)

    assert lists_endpoints(
        WorkspaceClient(host=server_url(), token=robot.oauth_token().access_token)
    )


def test_a_wrong_secret_is_told_apart_and_not_repeated() -> None:
    with pytest.raises(ValueError, match="invalid_client") as caught:
        list(
            WorkspaceClient(
                host=server_url(), client_id="robot", client_secret=WRONG_TOKEN
            ).serving_endpoints.list()
        )

    assert WRONG_TOKEN not in str(caught.value)


@pytest.mark.parametrize(
    "given",
    [
        Given(token=WRONG_TOKEN),
        Given(username="token", password=WRONG_TOKEN, auth_type="basic"),
        Given(username="ada", password=TOKEN, auth_type="basic"),
    ],
    ids=["token", "password", "user"],
)
def test_wrong_credentials_are_unauthenticated(given: Given) -> None:
    with pytest.raises(Unauthenticated) as caught:
        lists_endpoints(WorkspaceClient(host=server_url(), **given))

    assert WRONG_TOKEN not in str(caught.value)


def test_a_wrong_token_of_a_profile_is_unauthenticated(profiles: None) -> None:
    with pytest.raises(Unauthenticated):
        lists_endpoints(WorkspaceClient(profile="wrong"))

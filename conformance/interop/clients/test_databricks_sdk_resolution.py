"""Our clients settle host and authentication as the official `databricks-sdk` does.

Every combination of arguments, variables and files is given to both. What the SDK asks the network
for while it is configured is answered here.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypedDict

import databricks.sdk.config
import pytest
from databricks.sdk.core import Config
from databricks.sdk.oauth import OidcEndpoints

from invocant import Client, ConfigurationError

Choice = Mapping[str, str]


class Given(TypedDict, total=False):
    """Arguments that both take."""

    host: str
    token: str
    client_id: str
    client_secret: str
    profile: str
    auth_type: str


FILE = """
[DEFAULT]
host = https://default.test
token = dapi-default

[pat]
host = https://pat.test/
token = dapi-pat

[m2m]
host = m2m.test:443
client_id = robot
client_secret = dose1

[two]
host = https://two.test
token = dapi-two
client_id = robot
client_secret = dose1

[basic]
host = https://basic.test
username = ada
password = pw

[azure]
host = https://adb-1.2.azuredatabricks.net
azure_client_id = app
azure_client_secret = dose1
azure_tenant_id = tenant

[chosen]
host = https://chosen.test
token = dapi-chosen
client_id = robot
client_secret = dose1
auth_type = oauth-m2m

[bare]
cluster_id = 1
"""
FILES = {
    "default": FILE,
    "settings": f"[__settings__]\ndefault_profile = m2m\n{FILE}",
    "no-default": FILE.partition("[pat]")[1] + FILE.partition("[pat]")[2],
    "dangling": f"[__settings__]\ndefault_profile = none\n{FILE}",
    "none": None,
}
HOSTS: tuple[Choice, ...] = ({}, {"DATABRICKS_HOST": "https://env.test:443/"})
TOKENS: tuple[Choice, ...] = ({}, {"DATABRICKS_TOKEN": "dapi-env"})
PRINCIPALS: tuple[Choice, ...] = (
    {},
    {"DATABRICKS_CLIENT_ID": "robot", "DATABRICKS_CLIENT_SECRET": "dose1"},
    {"ARM_CLIENT_ID": "app", "ARM_CLIENT_SECRET": "dose1", "ARM_TENANT_ID": "tenant"},
)
PROFILES = ("pat", "m2m", "two", "basic", "azure", "chosen", "bare", "DEFAULT", "__settings__", "x")
GIVEN: tuple[Given, ...] = (
    {},
    {"host": "argument.test"},
    {"token": "dapi-argument"},
    {"client_id": "robot", "client_secret": "dose2"},
    {"host": "argument.test", "token": "dapi-argument"},
    {"auth_type": "pat"},
    {"auth_type": "oauth-m2m"},
    {"auth_type": "azure-client-secret"},
    *(Given(profile=profile) for profile in PROFILES),
    *(Given(profile=profile, auth_type="pat") for profile in PROFILES),
)
REFUSED = "refused"


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither a network nor command-line tools, but token endpoints that are known."""

    def no_metadata(*_: object, **__: object) -> None:
        raise ValueError("offline")

    def endpoints(*_: object, **__: object) -> OidcEndpoints:
        return OidcEndpoints("https://x.test/authorize", "https://x.test/token")

    monkeypatch.setattr(databricks.sdk.config, "get_host_metadata", no_metadata)
    monkeypatch.setattr(databricks.sdk.config, "get_endpoints_from_url", endpoints)
    monkeypatch.setenv("PATH", str(tmp_path))


def cases() -> Iterator[tuple[str, Choice, Given]]:
    """Two files with all variables and arguments, the others with some arguments."""
    variables = [
        {**host, **token, **principal}
        for host, token, principal in itertools.product(HOSTS, TOKENS, PRINCIPALS)
    ]
    yield from itertools.product(("default", "none"), variables, GIVEN)
    yield from itertools.product(("settings", "no-default", "dangling"), variables, GIVEN[:4])


@pytest.mark.parametrize("file", FILES)
def test_host_and_authentication_are_those_of_the_sdk(
    file: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "databrickscfg"
    if FILES[file] is not None:
        path.write_text(str(FILES[file]), encoding="utf-8")
    differences: list[str] = []
    for _, env, given in (case for case in cases() if case[0] == file):
        with monkeypatch.context() as patched:
            for name, value in {**env, "DATABRICKS_CONFIG_FILE": str(path)}.items():
                patched.setenv(name, value)
            theirs, ours = _of_the_sdk(given), _of_ours(given)
        if theirs != ours:
            differences.append(f"{sorted(env)} {dict(given)}: SDK {theirs}, ours {ours}")
    assert not differences


def _of_the_sdk(given: Given) -> str:
    try:
        config = Config(**given)
    except ValueError:
        return REFUSED
    return f"{config.host} {config.auth_type}"


def _of_ours(given: Given) -> str:
    """What a client shows, unless it leaves all to the SDK, which then decides at a request."""
    try:
        with Client(**given) as client:
            shown = re.fullmatch(r"Client\(host='(.*)', auth='(.*)'\)", repr(client))
            assert shown is not None
            if shown[2] == "databricks-sdk":
                client.serving_endpoints.list()
    except ConfigurationError:
        return REFUSED
    return f"{shown[1]} {shown[2]}"

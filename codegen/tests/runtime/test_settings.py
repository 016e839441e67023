"""Where requests go, with which credential."""

import pickle
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.addresses import same_origin
from runtime.credentials import (
    Auth,
    CalledCredential,
    FlowCredential,
    OAuthCredential,
    StaticCredential,
    UnifiedCredential,
    token_credential,
)
from runtime.errors import ConfigurationError
from runtime.settings import Settings, WorkspaceArguments, gateway, read_file, workspace

SECRET = "hunter22"

OURS = {"DATABRICKS_HOST": "https://a.test", "DATABRICKS_TOKEN": "token-a"}
LITELLM = {
    "DATABRICKS_API_BASE": "https://b.test/serving-endpoints",
    "DATABRICKS_API_KEY": "token-b",
}
MACHINE = {"DATABRICKS_CLIENT_ID": "robot", "DATABRICKS_CLIENT_SECRET": SECRET}
AZURE = {"ARM_CLIENT_ID": "app", "ARM_CLIENT_SECRET": SECRET, "ARM_TENANT_ID": "tenant"}
AZURE_HOST = "adb-1.2.azuredatabricks.net"
HOST = {"DATABRICKS_HOST": "https://a.test"}
GATEWAY = {
    "OPENAI_BASE_URL": "https://a.test/v1",
    "OPENAI_API_KEY": "key-a",
    "LITELLM_PROXY_API_BASE": "https://b.test",
    "LITELLM_PROXY_API_KEY": "key-b",
}
PROFILES = """
[DEFAULT]
host = https://default.test
token = token-default

[other]
host = https://other.test
token = token-other

[machine]
host = https://machine.test
client_id = robot
client_secret = hunter22

[two]
host = https://two.test
token = token-two
client_id = robot
client_secret = hunter22

[bare]
cluster_id = 1

[cli]
host = https://cli.test
auth_type = databricks-cli
"""
SETTINGS = "[__settings__]\ndefault_profile = other\n"


def resolve(
    env: Mapping[str, str],
    given: WorkspaceArguments | None = None,
    *,
    file: str | None = None,
    sdk: bool = False,
    auth: Auth | None = None,
) -> Settings:
    """Settings with this text in every file."""
    arguments: WorkspaceArguments = given or {}
    return workspace(env, auth=auth, read=lambda path: file, sdk=lambda: sdk, **arguments)


def told(settings: Settings) -> str:
    """Address, kind of credential, and what identifies it."""
    credential = settings.credential
    what = ""
    if isinstance(credential, StaticCredential):
        what = credential.headers["authorization"].removeprefix("Bearer ")
    if isinstance(credential, OAuthCredential):
        [first, *_] = credential.grants
        what = first.client[0] if first.client else first.form["client_id"]
    if isinstance(credential, UnifiedCredential):
        what = " ".join(f"{name}={value}" for name, value in sorted(credential.arguments.items()))
    return f"{settings.base_url} {credential.auth_type} {what}".strip()


def refused(make: Callable[[], object]) -> str:
    with pytest.raises(ConfigurationError) as caught:
        make()
    assert SECRET not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("env", "given", "outcome"),
    [
        (OURS, {"host": "x.test", "token": "t"}, "https://x.test pat t"),
        (OURS, {}, "https://a.test pat token-a"),
        (OURS, {"host": "x.test"}, "https://x.test pat token-a"),
        (OURS, {"token": "t"}, "https://a.test pat t"),
        (OURS | LITELLM, {}, "https://a.test pat token-a"),
        (HOST | MACHINE, {}, "https://a.test oauth-m2m robot"),
        (HOST, {"client_id": "id", "client_secret": "s"}, "https://a.test oauth-m2m id"),
        (HOST | MACHINE, {"client_id": "id"}, "https://a.test oauth-m2m id"),
        (AZURE, {"host": AZURE_HOST}, f"https://{AZURE_HOST} azure-client-secret app"),
        (OURS | MACHINE, {"auth_type": "pat"}, "https://a.test pat token-a"),
        (OURS | MACHINE, {"auth_type": "oauth-m2m"}, "https://a.test oauth-m2m robot"),
        (OURS | MACHINE | {"DATABRICKS_AUTH_TYPE": "pat"}, {}, "https://a.test pat token-a"),
        (
            HOST | {"DATABRICKS_USERNAME": "ada", "DATABRICKS_PASSWORD": "pw"},
            {},
            "https://a.test basic Basic YWRhOnB3",
        ),
        (LITELLM, {}, "https://b.test pat token-b"),
        (LITELLM, {"host": "x.test"}, "https://x.test pat token-b"),
        (LITELLM, {"token": "t"}, "https://b.test pat t"),
        (LITELLM | {"DATABRICKS_TOKEN": "token-a"}, {}, "https://b.test pat token-b"),
        (
            {"DATABRICKS_API_BASE": "https://b.test/serving-endpoints"} | MACHINE,
            {},
            "https://b.test oauth-m2m robot",
        ),
        (
            {"DATABRICKS_API_BASE": "https://b.test"} | HOST | MACHINE,
            {},
            "https://a.test oauth-m2m robot",
        ),
    ],
)
def test_arguments_win_over_the_environment(
    env: dict[str, str], given: WorkspaceArguments, outcome: str
) -> None:
    assert told(resolve(env, given, file=PROFILES)) == outcome


@pytest.mark.parametrize(
    ("env", "given", "outcome"),
    [
        ({}, {}, "https://default.test pat token-default"),
        ({}, {"profile": "other"}, "https://other.test pat token-other"),
        ({"DATABRICKS_CONFIG_PROFILE": "other"}, {}, "https://other.test pat token-other"),
        (
            {"DATABRICKS_CONFIG_PROFILE": "two"},
            {"profile": "machine"},
            "https://machine.test oauth-m2m robot",
        ),
        ({}, {"profile": "DEFAULT"}, "https://default.test pat token-default"),
        (OURS, {"profile": "other"}, "https://a.test pat token-a"),
        (HOST, {"profile": "other"}, "https://a.test pat token-other"),
        ({}, {"profile": "other", "token": "t"}, "https://other.test pat t"),
        ({}, {"profile": "two", "auth_type": "pat"}, "https://two.test pat token-two"),
        (LITELLM, {"profile": "other"}, "https://other.test pat token-other"),
        (LITELLM, {}, "https://b.test pat token-b"),
    ],
)
def test_a_profile_completes_what_is_set_nowhere_else(
    env: dict[str, str], given: WorkspaceArguments, outcome: str
) -> None:
    assert told(resolve(env, given, file=PROFILES)) == outcome


@given(
    *(
        st.fixed_dictionaries(
            {},
            optional={
                "host": st.sampled_from(["a.test", "b.test"]),
                "token": st.sampled_from(["token-1", "token-2"]),
            },
        )
        for _ in range(3)
    ),
    st.booleans(),
)
def test_arguments_go_before_the_environment_and_that_before_the_file(
    given: dict[str, str], env: dict[str, str], file: dict[str, str], named: bool
) -> None:
    text = "[DEFAULT]\n" + "\n".join(f"{name} = {value}" for name, value in file.items())
    variables = {f"DATABRICKS_{name.upper()}": value for name, value in env.items()}
    arguments = cast("WorkspaceArguments", given | ({"profile": "DEFAULT"} if named else {}))
    read = file if named or not given | env else {}
    used = {**read, **env, **given}
    if used.keys() == {"host", "token"}:
        outcome = told(resolve(variables, arguments, file=text))
        assert outcome == f"https://{used['host']} pat {used['token']}"
    else:
        assert " is missing: " in refused(lambda: resolve(variables, arguments, file=text))


FAMILIES: dict[str, dict[str, str]] = {
    "pat": {"DATABRICKS_TOKEN": "token-a"},
    "oauth-m2m": MACHINE,
    "azure-client-secret": AZURE,
    "basic": {"DATABRICKS_USERNAME": "ada", "DATABRICKS_PASSWORD": "pw"},
}


@given(st.sets(st.sampled_from(sorted(FAMILIES)), min_size=1), st.none() | st.sampled_from("pmab"))
def test_one_family_is_used_and_of_several_the_one_that_is_chosen(
    configured: set[str], initial: str | None
) -> None:
    names = {"p": "pat", "m": "oauth-m2m", "a": "azure-client-secret", "b": "basic"}
    wanted = names[initial] if initial else None
    env = {name: value for family in configured for name, value in FAMILIES[family].items()}
    env["DATABRICKS_HOST"] = AZURE_HOST
    if wanted in configured or (wanted is None and len(configured) == 1):
        [expected] = [wanted] if wanted else configured
        assert resolve(env, {"auth_type": wanted}).credential.auth_type == expected
    else:
        told_of = refused(lambda: resolve(env, {"auth_type": wanted}))
        assert all(family in told_of for family in ([wanted] if wanted else configured))


def test_the_settings_of_the_file_name_its_default_profile() -> None:
    assert told(resolve({}, file=SETTINGS + PROFILES)) == "https://other.test pat token-other"
    named = resolve({}, {"profile": "DEFAULT"}, file=SETTINGS + PROFILES)
    assert told(named) == "https://default.test pat token-default"


@pytest.mark.parametrize(
    ("env", "given", "rule"),
    [
        ({}, {"profile": "bare"}, "host is missing"),
        ({}, {"profile": "none"}, "profile: ~/.databrickscfg has no profile 'none'"),
        ({}, {"profile": "__settings__"}, "profile: '__settings__' is no profile"),
        (HOST, {}, "token is missing"),
        ({"DATABRICKS_TOKEN": "t"}, {}, "host is missing"),
        (HOST, {"client_id": "robot"}, "client_secret is missing for oauth-m2m"),
        (HOST, {"azure_client_secret": SECRET}, "azure_client_id is missing for azure"),
        (HOST, {"auth_type": "pat"}, "token is missing for pat"),
        (HOST, {"auth_type": "azure-cli"}, "azure-cli needs the package databricks-sdk"),
        (HOST | {"GOOGLE_CREDENTIALS": SECRET}, {}, "google needs the package databricks-sdk"),
        (LITELLM | {"DATABRICKS_API_KEY": ""} | {"DATABRICKS_TOKEN": "t"}, {}, "token is missing"),
    ],
)
def test_what_is_missing_is_named(
    env: dict[str, str], given: WorkspaceArguments, rule: str
) -> None:
    assert rule in refused(lambda: resolve(env, given, file=PROFILES))


def test_what_is_missing_is_named_with_argument_and_variables() -> None:
    assert refused(lambda: resolve({}, {"token": "t"})) == (
        "host is missing: pass host= or set DATABRICKS_HOST or DATABRICKS_API_BASE"
    )
    assert refused(lambda: gateway({}, base_url="https://x.test")) == (
        "api_key is missing: pass api_key= or set OPENAI_API_KEY or LITELLM_PROXY_API_KEY"
    )


def test_several_ways_to_authenticate_are_refused_with_where_each_comes_from() -> None:
    env = HOST | MACHINE | {"ARM_TENANT_ID": "tenant"}
    assert refused(lambda: resolve(env, {"token": "t"})) == (
        "auth_type: more than one way to authenticate is configured, pat (token from token=) and "
        "oauth-m2m (client_id from DATABRICKS_CLIENT_ID, client_secret from "
        "DATABRICKS_CLIENT_SECRET) and azure-client-secret (azure_tenant_id from ARM_TENANT_ID): "
        "choose one with auth_type= or DATABRICKS_AUTH_TYPE"
    )
    told_of = refused(lambda: resolve({}, {"profile": "two"}, file=PROFILES))
    assert "pat (token from profile 'two' of ~/.databrickscfg)" in told_of


@pytest.mark.parametrize(
    ("env", "given"),
    [
        (OURS, {}),
        (HOST, {"token": "t"}),
        ({"DATABRICKS_TOKEN": "t"}, {"host": "x.test"}),
        (LITELLM, {}),
        (HOST | MACHINE, {}),
    ],
)
def test_no_file_is_read_where_address_or_credential_is_set(
    env: dict[str, str], given: WorkspaceArguments
) -> None:
    paths: list[str] = []

    def read(path: str) -> None:
        paths.append(path)

    workspace(env, read=read, sdk=lambda: False, **given)
    assert paths == []


def test_the_file_is_that_of_the_argument_else_of_the_environment() -> None:
    paths: list[str] = []

    def read(path: str) -> str:
        paths.append(path)
        return PROFILES

    env = {"DATABRICKS_CONFIG_FILE": "/from/env"}
    workspace(env, read=read, config_file="/from/argument")
    workspace(env, read=read)
    workspace({}, read=read)
    assert paths == ["/from/argument", "/from/env", "~/.databrickscfg"]


def test_a_profile_without_its_file_is_an_error_only_where_it_is_needed() -> None:
    assert told(resolve(OURS, {"profile": "other"})) == "https://a.test pat token-a"
    assert "there is no ~/.databrickscfg" in refused(lambda: resolve({}, {"profile": "other"}))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("token = hunter22", "line 1 is in no section"),
        ("[a]\nhunter22\n", "line 2 is no part of an INI file"),
        ("[a]\ntoken = x\ntoken = hunter22\n", "line 3 repeats a section or a key"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_without_quoting_it(text: str, rule: str) -> None:
    assert rule in refused(lambda: resolve({}, file=text))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "cannot be read (IsADirectoryError)" in refused(lambda: read_file(str(tmp_path)))
    assert read_file(str(tmp_path / "none")) is None


def test_databricks_sdk_does_what_nothing_else_is_configured_for() -> None:
    env, profile = {"DATABRICKS_CONFIG_PROFILE": "cli"}, "profile=cli"
    found = resolve(env, file=PROFILES, sdk=True)
    assert told(found) == f"https://cli.test databricks-sdk host=https://cli.test {profile}"
    asked = resolve(OURS, {"auth_type": "databricks-sdk"}, sdk=True)
    assert told(asked) == "https://a.test databricks-sdk host=https://a.test"
    named = resolve(HOST, {"auth_type": "azure-cli"}, sdk=True)
    assert told(named) == "https://a.test databricks-sdk auth_type=azure-cli host=https://a.test"


def test_databricks_sdk_never_completes_the_address_of_litellm() -> None:
    env = {"DATABRICKS_API_BASE": "https://b.test", "DATABRICKS_TOKEN": "token-a"}
    assert "token is missing" in refused(lambda: resolve(env, sdk=True))


@pytest.mark.parametrize("empty", ["", "  "])
def test_what_is_blank_is_not_set(empty: str) -> None:
    env = OURS | LITELLM | {"DATABRICKS_HOST": empty, "DATABRICKS_TOKEN": empty}
    assert told(resolve(env)) == "https://b.test pat token-b"
    assert told(resolve(OURS, {"host": empty, "token": empty})) == "https://a.test pat token-a"


def test_an_argument_of_another_type_is_refused_without_quoting_it() -> None:
    def wrong() -> object:
        return resolve({}, cast("WorkspaceArguments", {"host": "x.test", "token": 12345678}))

    assert refused(wrong) == "token: Must be a string (got int)"


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("x.test", "https://x.test"),
        ("x.test:8443", "https://x.test:8443"),
        ("https://x.test/", "https://x.test"),
        ("https://x.test:443/", "https://x.test"),
        ("http://x.test:443", "http://x.test:443"),
        ("http://localhost:4010", "http://localhost:4010"),
        ("https://x.test/base/path/", "https://x.test/base/path"),
        (" https://x.test\n", "https://x.test"),
        ("https://x.test/serving-endpoints", "https://x.test"),
        ("http://[::1]:80", "http://[::1]:80"),
        ("https://[::1]:443", "https://[::1]"),
    ],
)
def test_a_host_becomes_a_base_url(given: str, used: str) -> None:
    assert resolve({}, {"host": given, "token": "t"}).base_url == used


@pytest.mark.parametrize(
    "given",
    [
        "ftp://x.test",
        "https://",
        "https://user:hunter22@x.test",
        "https://x.test?o=1",
        "https://x.test#a",
        "https://x.test:port",
        "https://x.test:0",
        "https://x.test:99999",
        "https://a b.test",
        "https://a..b",
        "https://[::1",
        "https://x\x00.test",
    ],
)
def test_what_is_no_origin_is_refused_without_quoting_it(given: str) -> None:
    assert refused(lambda: resolve({}, {"host": given, "token": "t"})).startswith("host: ")


@pytest.mark.parametrize(
    ("url", "covered"),
    [
        ("https://x.test/serving-endpoints/a", True),
        ("https://x.test/base", True),
        ("https://x.test", True),
        ("https://x.test.evil.test/base", False),
        ("https://x.test@evil.test/base", False),
        ("https://x.test:8443/base", False),
        ("http://x.test/base", False),
        ("https://evil.test/https://x.test/", False),
    ],
)
def test_a_credential_is_for_one_origin(url: str, covered: bool) -> None:
    settings = Settings(base_url="https://x.test/base", credential=token_credential("t"))
    assert settings.covers(url) is covered
    assert same_origin(url, settings.base_url) is covered


@pytest.mark.parametrize("token", ["a b", "a\nb", "tökén", "a\x00b"])
def test_a_token_that_no_header_can_hold_is_refused_without_quoting_it(token: str) -> None:
    assert token not in refused(lambda: resolve({}, {"host": "x.test", "token": token}))


def test_a_token_loses_the_line_end_of_the_file_it_came_from() -> None:
    assert told(resolve({}, {"host": "x.test", "token": "dapi-1\n"})) == "https://x.test pat dapi-1"


@pytest.mark.parametrize("env", [OURS | {"DATABRICKS_TOKEN": SECRET}, HOST | MACHINE, AZURE])
def test_settings_do_not_show_secrets_and_pickle(env: dict[str, str]) -> None:
    made = resolve({"DATABRICKS_HOST": AZURE_HOST} | env)
    assert SECRET not in repr(made)
    assert pickle.loads(pickle.dumps(made)) == made


def test_what_authenticates_by_itself_takes_the_place_of_what_is_configured() -> None:
    flow = httpx.BasicAuth("ada", "pw")
    assert resolve(OURS, auth=flow).credential == FlowCredential(flow=flow)
    assert resolve(OURS, auth=str).credential == CalledCredential(provider=str)
    assert resolve({}, auth=str, file=PROFILES).base_url == "https://default.test"


class Config:
    """As databricks-sdk's."""

    host = "https://config.test/"

    def authenticate(self) -> dict[str, str]:
        return {}


def test_the_configuration_of_databricks_sdk_brings_its_host() -> None:
    config = Config()
    settings = resolve(OURS, auth=config, file="not read")
    assert settings == Settings(
        base_url="https://config.test", credential=UnifiedCredential(config=config)
    )
    other = refused(lambda: resolve({}, {"host": "x.test"}, auth=config))
    assert other == "host: auth is the configuration of another host"


def test_two_credentials_as_arguments_are_refused() -> None:
    several = refused(lambda: resolve(HOST, {"token": SECRET}, auth=str))
    assert several == "auth: token is given as well, only one can be used"
    assert "api_key" in refused(lambda: gateway(GATEWAY, api_key=SECRET, auth=str))


def test_what_cannot_authenticate_is_refused() -> None:
    def wrong() -> object:
        return resolve(HOST, auth=cast("Auth", SECRET))

    assert refused(wrong) == (
        "auth: Must be a function, an httpx.Auth or a Config of databricks-sdk (got str)"
    )


def test_a_gateway_takes_arguments_then_the_first_pair_of_variables() -> None:
    assert told(gateway(GATEWAY, base_url="x.test", api_key="t")) == "https://x.test api-key t"
    assert told(gateway(GATEWAY)) == "https://a.test/v1 api-key key-a"
    assert told(gateway(GATEWAY, api_key="t")) == "https://a.test/v1 api-key t"


def test_an_address_is_never_paired_with_the_key_of_another() -> None:
    env = {name: value for name, value in GATEWAY.items() if name != "OPENAI_BASE_URL"}
    assert told(gateway(env)) == "https://b.test api-key key-b"
    del env["LITELLM_PROXY_API_KEY"]
    assert "LITELLM_PROXY_API_KEY" in refused(lambda: gateway(env))


def test_the_key_of_a_gateway_can_be_a_function() -> None:
    made = gateway({}, base_url="x.test", api_key=str)
    assert made.credential == CalledCredential(provider=str)

"""Where requests go, with which credential."""

import pickle

import pytest

from runtime.errors import ConfigurationError
from runtime.settings import Settings, gateway, workspace

WORKSPACE = {
    "DATABRICKS_HOST": "https://a.test",
    "DATABRICKS_TOKEN": "token-a",
    "DATABRICKS_API_BASE": "https://b.test/serving-endpoints",
    "DATABRICKS_API_KEY": "token-b",
}
GATEWAY = {
    "OPENAI_BASE_URL": "https://a.test/v1",
    "OPENAI_API_KEY": "key-a",
    "LITELLM_PROXY_API_BASE": "https://b.test",
    "LITELLM_PROXY_API_KEY": "key-b",
}


def without(env: dict[str, str], *names: str) -> dict[str, str]:
    return {name: value for name, value in env.items() if name not in names}


def settings(base_url: str, token: str) -> Settings:
    return Settings(base_url=base_url, token=token)


def test_arguments_win_over_the_environment() -> None:
    assert workspace("https://x.test", "t", WORKSPACE) == settings("https://x.test", "t")
    assert gateway("https://x.test", "t", GATEWAY) == settings("https://x.test", "t")


def test_the_first_family_of_variables_wins() -> None:
    assert workspace(None, None, WORKSPACE) == settings("https://a.test", "token-a")
    assert gateway(None, None, GATEWAY) == settings("https://a.test/v1", "key-a")


def test_the_second_family_serves_where_the_first_is_unset() -> None:
    env = without(WORKSPACE, "DATABRICKS_HOST", "DATABRICKS_TOKEN")
    assert workspace(None, None, env) == settings("https://b.test", "token-b")


def test_an_argument_can_be_completed_by_the_environment() -> None:
    assert workspace("x.test", None, WORKSPACE) == settings("https://x.test", "token-a")
    assert workspace(None, "t", WORKSPACE) == settings("https://a.test", "t")


def test_an_address_is_never_paired_with_the_credential_of_another_family() -> None:
    env = without(GATEWAY, "OPENAI_BASE_URL")
    assert gateway(None, None, env) == settings("https://b.test", "key-b")
    with pytest.raises(ConfigurationError, match="LITELLM_PROXY_API_KEY"):
        gateway(None, None, without(env, "LITELLM_PROXY_API_KEY"))


@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_variable_is_unset(empty: str) -> None:
    env = WORKSPACE | {"DATABRICKS_HOST": empty, "DATABRICKS_TOKEN": empty}
    assert workspace(None, None, env) == settings("https://b.test", "token-b")


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("x.test", "https://x.test"),
        ("x.test:8443", "https://x.test:8443"),
        ("https://x.test/", "https://x.test"),
        ("http://localhost:4010", "http://localhost:4010"),
        ("https://x.test/base/path/", "https://x.test/base/path"),
        (" https://x.test\n", "https://x.test"),
        ("https://x.test/serving-endpoints", "https://x.test"),
        ("http://[::1]:80", "http://[::1]:80"),
    ],
)
def test_a_host_becomes_a_base_url(given: str, used: str) -> None:
    assert workspace(given, "t", {}).base_url == used


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
    with pytest.raises(ConfigurationError, match=r"^host: ") as caught:
        workspace(given, "t", {})
    assert "hunter22" not in str(caught.value)


def test_what_is_missing_is_named_with_argument_and_variables() -> None:
    with pytest.raises(
        ConfigurationError,
        match=r"^host is missing: pass host= or set DATABRICKS_HOST or DATABRICKS_API_BASE$",
    ):
        workspace(None, "t", {})
    with pytest.raises(
        ConfigurationError,
        match=r"^api_key is missing: pass api_key= or set OPENAI_API_KEY or LITELLM_PROXY_API_KEY$",
    ):
        gateway("https://x.test", None, {})


@pytest.mark.parametrize("token", ["a b", "a\nb", "tökén", "a\x00b"])
def test_a_token_that_no_header_can_hold_is_refused_without_quoting_it(token: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        workspace("x.test", token, {})
    assert token not in str(caught.value)


def test_a_token_loses_the_line_end_of_the_file_it_came_from() -> None:
    assert workspace("x.test", "dapi-1\n", {}).token == "dapi-1"


def test_settings_do_not_show_the_token_and_pickle() -> None:
    made = workspace("x.test", "dapi-1", {})
    assert "dapi-1" not in repr(made)
    assert pickle.loads(pickle.dumps(made)) == made

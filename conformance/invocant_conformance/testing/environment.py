"""Environment variables that lead clients of any make to a test server."""

import os
from collections.abc import Mapping

__all__ = ["environment"]

_ELSEWHERE = (
    "DATABRICKS_AUTH_TYPE",
    "DATABRICKS_CLIENT_ID",
    "DATABRICKS_CLIENT_SECRET",
    "DATABRICKS_CONFIG_PROFILE",
    "DATABRICKS_PASSWORD",
    "DATABRICKS_USERNAME",
    "LITELLM_PROXY_API_BASE",
    "LITELLM_PROXY_API_KEY",
    "OPENAI_ORGANIZATION",
    "OPENAI_ORG_ID",
    "OPENAI_PROJECT_ID",
)
"""Variables that would lead them to another server, or make them sign in in another way."""


def environment(url: str, token: str) -> Mapping[str, str | None]:
    """Return variables by name, None for those that must not be set.

    url: of the server, without a path. They are those of the Databricks SDK and what builds on it
    (MLflow, databricks-langchain), of LiteLLM's Databricks provider, of OpenAI's and of
    Anthropic's clients. Proxies are left out for the server's host.
    """
    return {
        "DATABRICKS_HOST": url,
        "DATABRICKS_TOKEN": token,
        "DATABRICKS_API_BASE": f"{url}/serving-endpoints",
        "DATABRICKS_API_KEY": token,
        "DATABRICKS_CONFIG_FILE": os.devnull,
        "OPENAI_BASE_URL": f"{url}/v1",
        "OPENAI_API_KEY": token,
        "ANTHROPIC_BASE_URL": url,
        "ANTHROPIC_API_KEY": token,
        "NO_PROXY": "127.0.0.1,localhost",
        "no_proxy": "127.0.0.1,localhost",
        **dict.fromkeys(_ELSEWHERE),
    }

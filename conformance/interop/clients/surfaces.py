"""Where the server under test is, and the surfaces on which the official clients meet it."""

from __future__ import annotations

import os
from dataclasses import dataclass

CHAT_MODEL = "databricks-meta-llama-3-3-70b-instruct"
EMBEDDING_MODEL = "databricks-bge-large-en"

TOKEN = "dapi-interop-4d1f"
WRONG_TOKEN = "wrong-interop-77aa"


@dataclass(frozen=True, kw_only=True, slots=True)
class Surface:
    """An OpenAI-compatible surface: the path that follows the server's root."""

    name: str
    path: str


WORKSPACE = Surface(name="workspace", path="/serving-endpoints")
GATEWAY_ROOT = Surface(name="gateway", path="")
GATEWAY_V1 = Surface(name="gateway-v1", path="/v1")

GATEWAYS = (GATEWAY_ROOT, GATEWAY_V1)
SURFACES = (WORKSPACE, *GATEWAYS)


def server_url() -> str:
    """The root of the server, from the variable INVOCANT_URL."""
    return os.environ["INVOCANT_URL"]

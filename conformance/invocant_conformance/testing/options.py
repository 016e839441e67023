"""What the clients of a test server can be told beside where it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from invocant import Hook

__all__ = ["ClientOptions", "GatewayOptions"]


class _Options(TypedDict, total=False):
    timeout: float
    max_retries: int
    hooks: "Sequence[Hook]"
    tracing: bool


class ClientOptions(_Options, total=False):
    """Options of a workspace's client; `token` takes the place of the server's."""

    token: str


class GatewayOptions(_Options, total=False):
    """Options of a gateway's client; `api_key` takes the place of the server's token."""

    api_key: str

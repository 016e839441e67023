"""The reference server on a port of the loopback interface, in a thread of the test's process."""

from collections.abc import Generator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final, Unpack

from ..server.settings import ServerSettings
from .options import ClientOptions, GatewayOptions
from .state import Fresh, Kept

if TYPE_CHECKING:
    from invocant import AsyncClient, AsyncGateway, Client, Gateway

__all__ = ["InvocantServer", "running"]

_TOKEN: Final = "dapi-invocant-test"


class InvocantServer(Kept):
    """A reference server that listens at `url` and accepts `token`.

    The workspace is at the root, the gateway at the root and at /v1.
    """

    def __init__(self, fresh: Fresh, url: str) -> None:
        super().__init__(fresh)
        self.url: str = url
        self.token: str = fresh.settings.token or _TOKEN

    def __repr__(self) -> str:
        return f"InvocantServer({self.url!r})"

    def client(self, **options: Unpack[ClientOptions]) -> "Client":
        """Return a client of the workspace; to be closed."""
        from invocant import Client

        told: ClientOptions = {"token": self.token, **options}
        return Client(host=self.url, **told)

    def async_client(self, **options: Unpack[ClientOptions]) -> "AsyncClient":
        """Return an asynchronous client of the workspace; to be closed."""
        from invocant import AsyncClient

        told: ClientOptions = {"token": self.token, **options}
        return AsyncClient(host=self.url, **told)

    def gateway(self, **options: Unpack[GatewayOptions]) -> "Gateway":
        """Return a client of the gateway; to be closed."""
        from invocant import Gateway

        told: GatewayOptions = {"api_key": self.token, **options}
        return Gateway(base_url=f"{self.url}/v1", **told)

    def async_gateway(self, **options: Unpack[GatewayOptions]) -> "AsyncGateway":
        """Return an asynchronous client of the gateway; to be closed."""
        from invocant import AsyncGateway

        told: GatewayOptions = {"api_key": self.token, **options}
        return AsyncGateway(base_url=f"{self.url}/v1", **told)


@contextmanager
def running(settings: ServerSettings) -> Generator[InvocantServer]:
    """Serve while the block runs. Raises RuntimeError when the server does not come up."""
    from .. import embedded

    fresh = Fresh(settings)
    with closing(fresh.services), embedded.served(fresh) as url:
        yield InvocantServer(fresh, url)

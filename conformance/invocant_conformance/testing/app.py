"""The reference server without a port: answers are computed in the process of the test."""

from typing import TYPE_CHECKING, Final, Unpack

from ..server.settings import ServerSettings
from .options import ClientOptions, GatewayOptions
from .state import Fresh, Kept

if TYPE_CHECKING:
    import httpx

    from invocant import AsyncClient, AsyncGateway

__all__ = ["InvocantApp"]

_TOKEN: Final = "dapi-invocant-test"


class InvocantApp(Kept):
    """A reference server as an ASGI application, for asynchronous clients.

    A stream arrives as a whole, since nothing is sent anywhere. url: what clients take for its
    address; no such host exists. token: one that it accepts.
    """

    url: Final = "http://invocant.invalid"

    def __init__(self, settings: ServerSettings) -> None:
        super().__init__(Fresh(settings))
        self.token: str = settings.token or _TOKEN

    def __repr__(self) -> str:
        return "InvocantApp()"

    @property
    def transport(self) -> "httpx.ASGITransport":
        """A transport for a client of httpx, and for every client that is given one."""
        import httpx

        return httpx.ASGITransport(self._fresh)

    def http(self) -> "httpx.AsyncClient":
        """Return a client of httpx that is signed; to be closed."""
        import httpx

        headers = {"authorization": f"Bearer {self.token}"}
        return httpx.AsyncClient(transport=self.transport, base_url=self.url, headers=headers)

    def async_client(self, **options: Unpack[ClientOptions]) -> "AsyncClient":
        """Return a client of the workspace; to be closed."""
        from invocant import AsyncClient

        told: ClientOptions = {"token": self.token, **options}
        return AsyncClient(host=self.url, http_client=self._bare(), **told)

    def async_gateway(self, **options: Unpack[GatewayOptions]) -> "AsyncGateway":
        """Return a client of the gateway; to be closed."""
        from invocant import AsyncGateway

        told: GatewayOptions = {"api_key": self.token, **options}
        return AsyncGateway(base_url=f"{self.url}/v1", http_client=self._bare(), **told)

    def _bare(self) -> "httpx.AsyncClient":
        import httpx

        return httpx.AsyncClient(transport=self.transport)

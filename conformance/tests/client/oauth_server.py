"""The reference server with OAuth over real sockets, and what it was asked."""

import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from invocant import Client
from invocant_conformance.embedded import served
from invocant_conformance.server.app import create_app
from invocant_conformance.server.settings import ServerSettings

TOKEN_PATH = "/oidc/v1/token"
SECRET = "dose-sentinel-0123456789"
OPTIMIZED, PLAIN = "optimized", "plain"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A request and the status that it was answered with."""

    path: str
    authorization: str
    status: int


@dataclass
class OAuthServer:
    """Where the server is, and the requests that it answered.

    `ahead`: seconds by which its clock is ahead. `hold`: seconds that the token endpoint takes.
    `broken`: the token endpoint answers 503.
    """

    url: str = ""
    seen: list[Seen] = field(default_factory=list[Seen])
    ahead: float = 0.0
    hold: float = 0.0
    broken: bool = False

    def clock(self) -> float:
        """Return seconds since 1970, as the server sees them."""
        return time.time() + self.ahead

    def at(self, path: str) -> list[Seen]:
        """Return the requests whose path ends so."""
        return [each for each in self.seen if each.path.endswith(path)]

    def client(self, max_retries: int = 2) -> Client:
        """Return a client that is a service principal."""
        return Client(
            host=self.url, client_id="robot", client_secret=SECRET, max_retries=max_retries
        )


@contextmanager
def oauth_server(*, lifetime: float = 3600.0) -> Generator[OAuthServer]:
    """Serve while the block runs; tokens are good for `lifetime` seconds."""
    server = OAuthServer()
    settings = ServerSettings(
        token_delay=0, deploy_seconds=0, clock=server.clock, oauth_seconds=lifetime
    )
    with served(_recording(create_app(settings), server)) as url:
        server.url = url
        yield server


def create_endpoints(client: Client) -> None:
    """Create two endpoints of a custom model, of which one is route-optimized."""
    for name in (OPTIMIZED, PLAIN):
        client.serving_endpoints.create(
            name=name,
            config={
                "served_entities": [{"entity_name": "main.fraud.detector", "entity_version": "3"}]
            },
            route_optimized=name == OPTIMIZED,
        )


def _recording(app: ASGIApp, server: OAuthServer) -> ASGIApp:
    import anyio

    async def recorded(scope: Scope, receive: Receive, send: Send) -> None:
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen = Seen(
                    path=scope["raw_path"].decode(),
                    authorization=headers.get("authorization", ""),
                    status=message["status"],
                )
                server.seen.append(seen)
            await send(message)

        if scope["path"] == TOKEN_PATH:
            await anyio.sleep(server.hold)
            if server.broken:
                await Response(status_code=503)(scope, receive, noting)
                return
        await app(scope, receive, noting)

    return recorded

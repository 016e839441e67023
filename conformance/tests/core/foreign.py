"""The reference server in disguise: a target that the suite has to be careful with."""

import httpx
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from invocant_conformance.server.app import create_app
from invocant_conformance.server.settings import ServerSettings

from .small import TOKEN

MANAGED = "/api/2.0/serving-endpoints"


class Foreign:
    """The reference server, which does not say what it is, and remembers who called."""

    def __init__(self, token: str | None = TOKEN) -> None:
        self.app = create_app(ServerSettings(token=token, token_delay=0, deploy_seconds=0))
        self.calls: list[tuple[str, str]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            self.calls.append((scope["method"], scope["path"]))
            if scope["path"] == "/.well-known/invocant":
                await PlainTextResponse("no", 404)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    @property
    def writes(self) -> list[tuple[str, str]]:
        """The requests that could change an endpoint."""
        return [call for call in self.calls if call[0] != "GET" and call[1].startswith(MANAGED)]


async def names(app: ASGIApp) -> list[str]:
    """Return the names of the endpoints of a server."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
        headers = {"authorization": f"Bearer {TOKEN}"}
        listing = (await client.get(f"http://host{MANAGED}", headers=headers)).json()
    return sorted(item["name"] for item in listing.get("endpoints", []))

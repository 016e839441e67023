"""A reference server whose state can be thrown away while it runs."""

from typing import TYPE_CHECKING

from ..server.settings import ServerSettings

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from ..server.handlers import Services

__all__ = ["Fresh"]


class Fresh:
    """ASGI application: a reference server, and on `reset` another one just like it.

    used: whether a request came since. services: the state and the means of the one that answers.
    """

    def __init__(self, settings: ServerSettings) -> None:
        self.settings = settings
        self.used = False
        self.reset()

    def reset(self) -> None:
        """Answer from now on as a server that was just started. Running answers go on."""
        from ..server import app

        self.services: Services = app.services(self.settings)
        self._app = app.application(self.services)
        self.used = False

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Have a request answered."""
        self.used = self.used or scope["type"] == "http"
        await self._app(scope, receive, send)

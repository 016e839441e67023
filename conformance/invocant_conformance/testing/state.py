"""A reference server whose state can be thrown away while it runs."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..server.settings import ServerSettings

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from ..server.journal import Entry

__all__ = ["Fresh", "Kept"]


class Fresh:
    """ASGI application: a reference server that is as just started again after a `reset`.

    used: whether a request came since.
    """

    def __init__(self, settings: ServerSettings) -> None:
        from ..server import app

        self.settings = settings
        self.used = False
        self.services = app.services(settings)
        self._app = app.application(self.services)

    def reset(self) -> None:
        """Forget all that was done. Running answers go on."""
        from ..server import admin

        admin.reset(self.services)
        self.used = False

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Have a request answered."""
        self.used = self.used or scope["type"] == "http"
        await self._app(scope, receive, send)


class Kept:
    """What can be told and asked of a server by the test that has it."""

    def __init__(self, fresh: Fresh) -> None:
        self._fresh = fresh

    @property
    def used(self) -> bool:
        """Whether a request came since the state was fresh."""
        return self._fresh.used

    def reset(self) -> None:
        """Forget every endpoint, key and count, as if the server had just been started."""
        self._fresh.reset()

    def requests(self) -> "Sequence[Entry]":
        """Return the last requests since the state was fresh, the oldest first.

        Each with method, path, operation, model, status and `verdicts` against the specification:
        ("valid",), or the rules that it breaks.
        """
        return self._fresh.services.journal.entries()

    @contextmanager
    def fault(self, spec: str) -> Generator[None]:
        """Have requests meet a fault while the block runs, such as "429;retry-after=1".

        `invocant serve --fault help` tells all that there is. Raises ValueError for another one.
        """
        board = self._fresh.services.faults
        before = board.current()
        board.set([*before, spec])
        try:
            yield
        finally:
            board.set(before)

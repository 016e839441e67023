# Copied from codegen/runtime/; do not edit.
"""The HTTP clients behind one transport."""

import threading
from typing import TYPE_CHECKING, Final

from .._http import AsyncClient
from ..errors import InvocantError
from ..opening import ConnectionSettings, open_async_client, require, running_loop

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

__all__ = ["AsyncConnections"]

_opening: Final = threading.Lock()


class AsyncConnections:
    """Gives the HTTP client to send with: the caller's, or one made when it is first needed.

    Connections belong to the event loop that they were opened in. A client that outlives its loop,
    as in tests, notebooks or several ``asyncio.run``, gets others in the next one.
    """

    def __init__(self, settings: ConnectionSettings, given: AsyncClient | None) -> None:
        require(AsyncClient, given)
        self._settings: ConnectionSettings = settings
        self._given: AsyncClient | None = given
        self._opened: dict[AbstractEventLoop | None, AsyncClient] = {}
        self._closed: bool = False

    def __getstate__(self) -> dict[str, object]:
        """For pickling: the copy opens connections of its own."""
        return {**self.__dict__, "_opened": {}}

    def client(self) -> AsyncClient:
        """The HTTP client for the running event loop. Raises InvocantError once it is closed."""
        if self._closed or (self._given is not None and self._given.is_closed):
            raise InvocantError("the client is closed")
        if self._given is not None:
            return self._given
        loop = running_loop()
        return self._opened.get(loop) or self._open(loop)

    async def close(self) -> None:
        """Close what was opened here, for good. May be called again."""
        self._closed = True
        with _opening:
            opened = self._opened.pop(running_loop(), None)
            self._opened.clear()
        if opened is not None:
            await opened.aclose()

    def _open(self, loop: "AbstractEventLoop | None") -> AsyncClient:
        # Only the first requests of a client come here, and wait for each other.
        with _opening:
            if loop not in self._opened:
                self._forget_ended_loops()
                self._opened[loop] = open_async_client(self._settings)
            return self._opened[loop]

    def _forget_ended_loops(self) -> None:
        for loop in [each for each in self._opened if each is not None and each.is_closed()]:
            del self._opened[loop]

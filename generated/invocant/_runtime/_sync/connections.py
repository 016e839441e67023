# Copied from codegen/runtime/; do not edit.
"""The HTTP clients behind one transport."""

import threading
from typing import TYPE_CHECKING, Final

from .._http import Client
from ..errors import InvocantError
from ..opening import ConnectionSettings, any_loop, open_client, require

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

__all__ = ["Connections"]

_opening: Final = threading.Lock()


class Connections:
    """Gives the HTTP client to send with: the caller's, or one made when it is first needed.

    Connections belong to the event loop that they were opened in. A client that outlives its loop,
    as in tests, notebooks or several ``asyncio.run``, gets others in the next one.
    """

    def __init__(self, settings: ConnectionSettings, given: Client | None) -> None:
        require(Client, given)
        self._settings: ConnectionSettings = settings
        self._given: Client | None = given
        self._opened: dict[AbstractEventLoop | None, Client] = {}
        self._closed: bool = False

    def __getstate__(self) -> dict[str, object]:
        """For pickling: the copy opens connections of its own."""
        return {**self.__dict__, "_opened": {}}

    def client(self) -> Client:
        """The HTTP client for the running event loop. Raises InvocantError once it is closed."""
        if self._closed or (self._given is not None and self._given.is_closed):
            raise InvocantError("the client is closed")
        if self._given is not None:
            return self._given
        loop = any_loop()
        return self._opened.get(loop) or self._open(loop)

    def close(self) -> None:
        """Close what was opened here, for good. May be called again."""
        self._closed = True
        with _opening:
            opened = self._opened.pop(any_loop(), None)
            self._opened.clear()
        if opened is not None:
            opened.close()

    def _open(self, loop: "AbstractEventLoop | None") -> Client:
        # Only the first requests of a client come here, and wait for each other.
        with _opening:
            if loop not in self._opened:
                self._forget_ended_loops()
                self._opened[loop] = open_client(self._settings)
            return self._opened[loop]

    def _forget_ended_loops(self) -> None:
        for loop in [each for each in self._opened if each is not None and each.is_closed()]:
            del self._opened[loop]

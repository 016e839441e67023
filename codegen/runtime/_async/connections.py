"""The connections behind one client."""

import threading
from typing import TYPE_CHECKING, Final

from .._http import AsyncHTTPClient
from ..errors import InvocantError
from ..opening import ConnectionSettings, running_loop
from ..processes import process
from .given import AsyncGiven
from .openers import async_opener
from .pools import AsyncPools

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

__all__ = ["AsyncConnections"]

Place = tuple[int, "AbstractEventLoop | None", str]

_opening: Final = threading.Lock()


class AsyncConnections:
    """Gives what to send with: the caller's client, or pools opened when they are first needed.

    Connections belong to a process, an event loop and an origin. A client that outlives its loop,
    as in tests, notebooks or several ``asyncio.run``, gets others in the next one, and so does one
    that was copied into a forked process.
    """

    def __init__(self, settings: ConnectionSettings, given: AsyncHTTPClient | None) -> None:
        self.settings: ConnectionSettings = settings
        self.http_client: AsyncHTTPClient | None = given
        self._given: AsyncGiven | None = None if given is None else AsyncGiven(given)
        self._opened: dict[Place, AsyncPools] = {}
        self._closed: bool = False

    def __getstate__(self) -> dict[str, object]:
        """For pickling: the copy opens connections of its own."""
        return {**self.__dict__, "_opened": {}}

    def to(self, origin: str) -> AsyncPools | AsyncGiven:
        """What sends to ``origin`` from here. Raises InvocantError once it is closed."""
        if self._given is not None:
            if self._closed or self._given.is_closed:
                raise InvocantError("the client is closed")
            return self._given
        place = (process(), running_loop(), origin)
        return self._opened.get(place) or self._open(place)

    async def close(self) -> None:
        """Close what was opened here, for good. May be called again."""
        with _opening:
            self._closed = True
            opened, self._opened = self._opened, {}
        here = (process(), running_loop())
        for place, pools in opened.items():
            if place[:2] == here:
                await pools.close()

    def _open(self, place: Place) -> AsyncPools:
        # Only the first requests of a client come here, and wait for each other.
        with _opening:
            if self._closed:
                raise InvocantError("the client is closed")
            if place not in self._opened:
                self._forget_what_is_gone(place[0])
                self._opened[place] = AsyncPools(async_opener(self.settings, place[2]))
            return self._opened[place]

    def _forget_what_is_gone(self, process: int) -> None:
        gone = [
            place
            for place in self._opened
            if place[0] != process or (place[1] is not None and place[1].is_closed())
        ]
        for place in gone:
            del self._opened[place]

# Copied from codegen/runtime/; do not edit.
"""The connections behind one client."""

import threading
from typing import TYPE_CHECKING, Final

from .._http import HTTPClient
from ..errors import InvocantError
from ..opening import ConnectionSettings, any_loop
from ..processes import process
from .given import Given
from .openers import opener
from .pools import Pools

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

__all__ = ["Connections"]

Place = tuple[int, "AbstractEventLoop | None", str]

_opening: Final = threading.Lock()


class Connections:
    """Gives what to send with: the caller's client, or pools opened when they are first needed.

    Connections belong to a process, an event loop and an origin. A client that outlives its loop,
    as in tests, notebooks or several ``asyncio.run``, gets others in the next one, and so does one
    that was copied into a forked process.
    """

    def __init__(self, settings: ConnectionSettings, given: HTTPClient | None) -> None:
        self.settings: ConnectionSettings = settings
        self.http_client: HTTPClient | None = given
        self._given: Given | None = None if given is None else Given(given)
        self._opened: dict[Place, Pools] = {}
        self._closed: bool = False

    def __getstate__(self) -> dict[str, object]:
        """For pickling: the copy opens connections of its own."""
        return {**self.__dict__, "_opened": {}}

    def to(self, origin: str) -> Pools | Given:
        """What sends to ``origin`` from here. Raises InvocantError once it is closed."""
        if self._given is not None:
            if self._closed or self._given.is_closed:
                raise InvocantError("the client is closed")
            return self._given
        place = (process(), any_loop(), origin)
        return self._opened.get(place) or self._open(place)

    def close(self) -> None:
        """Close what was opened here, for good. May be called again."""
        with _opening:
            self._closed = True
            opened, self._opened = self._opened, {}
        here = (process(), any_loop())
        for place, pools in opened.items():
            if place[:2] == here:
                pools.close()

    def _open(self, place: Place) -> Pools:
        # Only the first requests of a client come here, and wait for each other.
        with _opening:
            if self._closed:
                raise InvocantError("the client is closed")
            if place not in self._opened:
                self._forget_what_is_gone(place[0])
                self._opened[place] = Pools(opener(self.settings, place[2]))
            return self._opened[place]

    def _forget_what_is_gone(self, process: int) -> None:
        gone = [
            place
            for place in self._opened
            if place[0] != process or (place[1] is not None and place[1].is_closed())
        ]
        for place in gone:
            del self._opened[place]

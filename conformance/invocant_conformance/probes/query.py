"""Any task: the documented request for it, with the surface's model, and variations of it."""

import copy
from enum import Enum
from typing import Final, Literal, TypeAlias
from urllib.parse import quote

from ..exchange import Exchange
from ..json_values import JsonValue
from ..session import Session
from ..specification import document
from ..specification.records import Signature
from ..surfaces import headers, operation_of
from ..target import Surface
from .probe import Object, RememberingProbe


class Drop(Enum):
    """What a change of a request can be beside a value."""

    DROP = "leave the member out"


DROP: Final = Drop.DROP
"""Stands, in the place of a value, for a member that is left out."""

Change: TypeAlias = JsonValue | Literal[Drop.DROP]


class Query(RememberingProbe):
    """A surface of any task. Every method sends one request, once, and returns the exchange.

    The request is the documented example of the operation and task, with the surface's model.
    Probes of one task are made from this one by another `sample` and by named requests.
    """

    def __init__(self, session: Session, surface: Surface) -> None:
        super().__init__(session, surface)
        self._unknown = session.invent_name("unknown")

    @property
    def signature(self) -> Signature:
        """What the operation takes and gives for the task."""
        return operation_of(self.surface).signature(self.surface.task)

    def sample(self) -> Object:
        """Return the request that all others vary, without the model."""
        return copy.deepcopy(dict(self.signature.example))

    def request(self, **changes: Change) -> Object:
        """Return a small valid request body with some members set otherwise, or left out."""
        body: Object = self.sample()
        if self.surface.names_model_in_body:
            body["model"] = self.surface.model
        for name, value in changes.items():
            if isinstance(value, Drop):
                body.pop(name, None)
            else:
                body[name] = value
        return body

    async def ask(self, **changes: Change) -> Exchange:
        """Send the small request with some members set otherwise, or left out."""
        return await self._send(self.surface.path, self.request(**changes))

    async def repeat(self, **changes: Change) -> Exchange:
        """Send once more, byte for byte, what `ask` sends: a cache may answer it."""
        return await self._send(self.surface.path, self.request(**changes), again=1)

    async def plain(self) -> Exchange:
        """Ask without a stream, in whatever way the documented request does."""
        return await self.ask()

    async def stream(self) -> Exchange:
        """Ask for a stream; an operation that always streams has no member to ask for it."""
        asks = "stream" in document.properties(self.signature.request)
        return await (self.ask(stream=True) if asks else self.ask())

    async def of_unknown(self, **changes: Change) -> Exchange:
        """Ask a model that does not exist."""
        if self.surface.names_model_in_body:
            return await self.ask(**{"model": self._unknown, **changes})
        path = self.surface.path.replace(quote(self.surface.model, safe=""), self._unknown)
        return await self._send(path, self.request(**changes))

    async def _send(self, path: str, body: Object, *, again: int = 0) -> Exchange:
        needed = headers(operation_of(self.surface))
        method = self.surface.method
        return await self.once(method, path, json=body, headers=needed, again=again)

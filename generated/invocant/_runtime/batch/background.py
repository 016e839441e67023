# Copied from codegen/runtime/; do not edit.
"""A batch and its client in the background, one for each process."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from ..processes import process
from .asynchronous import AsyncBatch, HasOptions
from .session import Session

__all__ = ["Asynchronous", "Background", "Backgrounds", "Closes"]


class Closes(HasOptions, Protocol):
    """An asynchronous client."""

    async def close(self) -> None:
        """Close its connections."""
        ...


C = TypeVar("C", bound=Closes)
C_co = TypeVar("C_co", bound=Closes, covariant=True)


class Asynchronous(Protocol[C_co]):
    """A client of either flavour."""

    def asynchronous(self) -> C_co:
        """An asynchronous client like it, with connections of its own."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Background(Generic[C]):
    """A batch, and the loop in which it runs."""

    batch: AsyncBatch[C]
    session: Session


class Backgrounds(Generic[C]):
    """What runs in this process; nothing is started before it is used."""

    def __init__(self, client: Asynchronous[C], open_batch: Callable[[C], AsyncBatch[C]]) -> None:
        self._client: Asynchronous[C] = client
        self._open_batch: Callable[[C], AsyncBatch[C]] = open_batch
        # Those of other processes stay: who dropped them would close what the parent still uses.
        self._opened: dict[int, Background[C]] = {}

    def here(self) -> Background[C]:
        """The one of this process, made where there is none."""
        number = process()
        return self._opened.get(number) or self._opened.setdefault(number, self._open())

    def close(self) -> None:
        """End the one of this process, for good."""
        self.here().session.close()

    def _open(self) -> Background[C]:
        own = self._client.asynchronous()
        return Background(batch=self._open_batch(own), session=Session(own.close))

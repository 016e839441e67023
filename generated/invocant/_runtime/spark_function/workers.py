# Copied from codegen/runtime/; do not edit.
"""What a process that runs tasks asks with: made once, whatever number of tasks it runs."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from ..ai_query.asking import Asker
from ..batch.background import Asynchronous, Closes
from ..batch.facade import Batch

__all__ = ["Broadcasted", "Held", "MakesClient", "Settings", "asker"]

MakesClient = Callable[[], Asynchronous[Closes]]
"""A function that makes a client, where it is called."""


class Held(Protocol):
    """A broadcast variable of Spark."""

    @property
    def value(self) -> Asynchronous[Closes]:
        """What it holds, in any process."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Broadcasted:
    """Makes the client that a broadcast holds."""

    held: Held = field(repr=False)

    def __call__(self) -> Asynchronous[Closes]:
        """Return the client."""
        return self.held.value


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What is sent to workers, and shows in no plan.

    ``id``: of the registration. ``rate``: requests a second for one process, None for no bound.
    ``tasks``: what endpoints do, by name, where that is not to be looked up.
    """

    id: str
    client: MakesClient = field(repr=False)
    catalogue: Callable[[], object]
    concurrency: int
    attempts: int
    rate: float | None
    tasks: Mapping[str, str]

    def open(self) -> Asker:
        """Make what asks, with connections of its own."""
        model = self.client()

        def open_batch() -> Batch[Closes]:
            return Batch(
                model, concurrency=self.concurrency, attempts=self.attempts, rate=self.rate
            )

        return Asker(open_batch, catalogue=self.catalogue, tasks=self.tasks)


_OPENED: Final[dict[str, Asker]] = {}
_OPENING: Final = threading.Lock()

# Who registers again and again, as in a notebook, needs the connections of the last ones only.
_KEPT: Final = 4


def asker(settings: Settings) -> Asker:
    """What asks in this process, the same for all tasks of a registration.

    That of the registration that was used first is closed where there are more than four.
    """
    with _OPENING:
        found = _OPENED.get(settings.id)
        if found is None:
            found = _OPENED[settings.id] = settings.open()
        if len(_OPENED) > _KEPT:
            _OPENED.pop(next(iter(_OPENED))).close()
        return found

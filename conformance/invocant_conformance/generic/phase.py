"""Runs schemathesis over the operations of one base path."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import schemathesis
from invocant import spec
from schemathesis.engine import events, from_schema
from schemathesis.specs.openapi.schemas import OpenApiSchema
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..ledger import Ledger
from ..operations import Operation
from ..results import CaseResult
from ..target import Task
from .collector import Collector
from .config import config
from .document import restricted
from .guard import Guard


@dataclass(frozen=True, kw_only=True, slots=True)
class GenericPhase:
    """Generated requests to the operations of profiles that share a base path.

    `app` is called in process where it is given, else `url`. `examples` is the number of generated
    requests for an operation, and of chains; `exhaustive` adds a request for every constraint of
    the schemas and undeclared methods. `cancelled` ends the phase early.
    """

    operations: Sequence[Operation]
    url: str
    base: str
    token: str | None
    models: Mapping[Task, str]
    ledger: Ledger
    collection: str
    seed: int
    examples: int
    exhaustive: bool
    frugal: bool
    timeout: float
    cancelled: threading.Event
    app: ASGIApp | None = None

    def run(self, sent: Callable[[int], None]) -> tuple[CaseResult, ...]:
        """Send the requests and return one result for each row and built-in check.

        `sent` hears how many requests have just been sent.
        """
        labels = {operation.label: operation for operation in self.operations}
        collector = Collector(operations=labels, token=self.token)
        stream = from_schema(self._schema()).execute()
        guard = Guard(
            ledger=self.ledger,
            collection=self.collection,
            frugal=self.frugal,
            stop=stream.stop,
        )
        with guard.watching():
            for event in stream:
                if self.cancelled.is_set():
                    stream.stop()
                if isinstance(event, events.ScenarioFinished):
                    sent(collector.finished(event))
                elif isinstance(event, events.NonFatalError):
                    collector.failed(event)
                elif isinstance(event, events.FatalError):
                    raise event.exception
        return tuple(collector.results())

    def _schema(self) -> OpenApiSchema:
        ids = [operation.id for operation in self.operations]
        settings = config(
            self.operations,
            self.models,
            token=self.token,
            seed=self.seed,
            examples=self.examples,
            exhaustive=self.exhaustive,
            timeout=self.timeout,
        )
        schema = schemathesis.openapi.from_dict(
            restricted(spec.openapi(), ids, self.models),
            config=schemathesis.Config.from_dict(settings),
        )
        schema.config.update(base_url=self.url + self.base)
        if self.app is not None:
            schema.app = _answering(self.app)
        return schema


def _answering(app: ASGIApp) -> ASGIApp:
    """Wrap an app so that an exception ends in the answer 500, as it does behind a server."""

    async def answering(scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def noting(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await app(scope, receive, noting)
        except Exception:
            if not started:
                await PlainTextResponse("Internal Server Error", 500)(scope, receive, send)

    return answering

"""Runs schemathesis over the operations of one base path."""

import threading
from collections.abc import Callable, Collection, Mapping
from contextlib import nullcontext
from dataclasses import dataclass

from schemathesis.engine import events, from_schema
from schemathesis.engine.run.probes import PROBES
from schemathesis.specs.openapi.schemas import OpenApiSchema
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from invocant import spec

from ..connection import Connection
from ..credentials import Credentials
from ..ledger import Ledger
from ..plan import Limits
from ..probes.endpoints import Existing
from ..results import CaseResult
from ..specification.records import Operation
from .collector import Collector
from .config import config
from .connections import unkept
from .document import restricted
from .guard import Guard
from .library import load
from .rewriting import Rewriter
from .selection import Group, repeating


@dataclass(frozen=True, kw_only=True, slots=True)
class GenericPhase:
    """Generated requests to the operations of profiles that share a base path.

    `url` includes the base path; `app` is called in process where it is given. `examples` is the
    number of generated requests for an operation, and of chains. `collection` is the path of the
    endpoints that may be created, `creations` of every collection, `standing` has those that were,
    by the path template that needs one. `served` has the name of a served entity of a model.
    `cancelled` ends the phase. `own`: whether the server was started for this run.
    """

    group: Group
    limits: Limits
    url: str
    credentials: Credentials
    connection: Connection
    ledger: Ledger
    collection: str
    creations: Collection[str]
    standing: Mapping[str, Existing]
    served: Mapping[str, str]
    seed: int
    examples: int
    timeout: float
    cancelled: threading.Event
    app: ASGIApp | None = None
    own: bool = False

    def run(self, sent: Callable[[int], None]) -> tuple[CaseResult, ...]:
        """Send the requests and return one result for each row and built-in check.

        `sent` hears how many requests have just been sent.
        """
        labels = {operation.label: operation for operation in self.group.operations}
        collector = Collector(
            operations=labels,
            credentials=self.credentials,
            curl_options=self.connection.curl,
            others=self.group.others,
        )
        stream = from_schema(self._schema()).execute()
        guard = Guard(
            ledger=self.ledger,
            login=self.credentials.login,
            rewriter=self._rewriter(labels),
            stop=stream.stop,
            cancelled=self.cancelled,
        )
        if self.app is None:
            self.ledger.calls += len(PROBES)
        # Our own server drops no connection that was used just now.
        with guard.watching(), nullcontext() if self.own else unkept():
            for event in stream:
                if isinstance(event, events.ScenarioFinished):
                    sent(collector.finished(event))
                elif isinstance(event, events.NonFatalError):
                    collector.failed(event)
                elif isinstance(event, events.FatalError):
                    raise event.exception
        return tuple(collector.results())

    def _rewriter(self, labels: Mapping[str, Operation]) -> Rewriter:
        return Rewriter(
            operations=labels,
            models=self.group.models,
            collection=self.collection,
            prefix=self.ledger.prefix,
            created=self.ledger.created,
            creations=self.creations,
            standing=self.standing,
            served=self.served,
            frugal=self.limits.frugal,
        )

    def _schema(self) -> OpenApiSchema:
        settings = config(
            url=self.url,
            credentials=self.credentials,
            connection=self.connection,
            seed=self.seed,
            examples=self.examples,
            exhaustive=self.limits.exhaustive,
            budgeted=bool(self.limits.max_calls or self.limits.rate),
            timeout=self.timeout,
            repeating=repeating(self.group.operations),
            own=self.own,
        )
        ids = [operation.id for operation in self.group.operations]
        document = restricted(spec.openapi(), ids, self.group.models, self.group.others)
        schema = load(document, settings)
        if self.app is not None:
            schema.app = answering(self.app)
        return schema


def answering(app: ASGIApp) -> ASGIApp:
    """Wrap an app so that an exception ends in the answer 500, as it does behind a server.

    Frameworks answer and then raise what they logged, which a server ignores. An exception within
    an answer goes on to the caller: nothing that could be sent would make the answer whole.
    """

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        started = answered = False

        async def noting(message: Message) -> None:
            nonlocal started, answered
            started = True
            answered = message["type"] == "http.response.body" and not message.get("more_body")
            await send(message)

        try:
            await app(scope, receive, noting)
        except Exception:
            if started and not answered:
                raise
            if not started:
                await PlainTextResponse("Internal Server Error", 500)(scope, receive, send)

    return wrapped

"""Answers that faults change while they are sent."""

from dataclasses import replace

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from .board import Strike
from .record import Kind
from .rewriting import Rewriter
from .stages import Stage
from .striking import Means, Visit, delay, replacement

_EVENT_STREAM = "text/event-stream"


class FaultySend:
    """Stands between an answer and its reader, and lets a fault strike unless it is a refusal."""

    def __init__(
        self, visit: Visit, means: Means, scope: Scope, receive: Receive, send: Send
    ) -> None:
        self._visit = visit
        self._means = means
        self._scope = scope
        self._receive = receive
        self._send = send
        self._pass: Send = self._begin

    async def __call__(self, message: Message) -> None:
        """Send a message of the answer, or what a fault makes of it."""
        await self._pass(message)

    async def _begin(self, message: Message) -> None:
        """Decide, with the head of the answer, what becomes of it."""
        self._pass = self._send
        strike = self._strike(message)
        if strike is None:
            await self._send(message)
            return
        self._pass = _dropped
        if not await delay(strike, self._scope, self._means):
            return
        other = replacement(strike, self._visit, self._means, unread=False)
        if other is not None:
            await other(self._scope, self._receive, self._send)
        elif strike.fault.kind is Kind.LATENCY:
            self._pass = self._send
            await self._send(message)
        else:
            self._pass = self._rewriter(strike, message).body

    def _rewriter(self, strike: Strike, message: Message) -> Rewriter:
        return Rewriter(
            strike.fault,
            self._visit,
            head=message,
            stream=self._is_stream(message),
            scope=self._scope,
            send=self._send,
            sleep=self._means.sleep,
        )

    def _strike(self, message: Message) -> Strike | None:
        if message["status"] >= 400:
            return None
        facts = replace(self._visit.facts, stream=self._is_stream(message))
        return self._visit.pending.next(Stage.ANSWERED, facts)

    @staticmethod
    def _is_stream(message: Message) -> bool:
        kind = Headers(raw=list(message.get("headers", ()))).get("content-type", "")
        return kind.startswith(_EVENT_STREAM)


class Struck(Response):
    """An answer that faults may change."""

    def __init__(self, answer: Response, visit: Visit, means: Means) -> None:
        super().__init__()
        self._answer = answer
        self._visit = visit
        self._means = means

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer, or what a fault makes of it."""
        faulty = FaultySend(self._visit, self._means, scope, receive, send)
        await self._answer(scope, receive, faulty)


async def _dropped(message: Message) -> None:
    return

"""Sending a changed answer in the place of the one that is sent."""

from collections.abc import Awaitable, Callable, Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Scope, Send

from ...raw.answer import head
from ...raw.playing import DELIVERY_SECONDS
from ..watching import WITHOUT
from . import error_events
from .connection import ConnectionBroken, peer_of
from .editing import Editor, End, Step, editor
from .record import Fault, Kind
from .striking import Visit
from .waiting import wait

_OTHER_TYPE = "text/plain; charset=utf-8"
_OF_A_WORKSPACE = "served-model-name"


class Rewriter:
    """Takes the messages of an answer's body and sends what a fault makes of the answer.

    A stream is changed as it comes, any other body once it is complete. Without framing it is
    written past ASGI.
    """

    def __init__(
        self,
        fault: Fault,
        visit: Visit,
        *,
        head: Message,
        stream: bool,
        scope: Scope,
        send: Send,
        sleep: Callable[[float], Awaitable[object]],
    ) -> None:
        self._fault = fault
        self._head = head
        self._stream = stream
        self._send = send
        self._sleep = sleep
        self._peer = peer_of(scope)
        self._bare = fault.framing == "close" and self._peer is not None
        self._steps: list[Step] = []
        self._begun = self._over = False
        self._editor = _editor(fault, visit, head, stream=stream)

    async def body(self, message: Message) -> None:
        """Take a message of the body."""
        if self._over:
            return
        last = not message.get("more_body", False)
        steps: Iterable[Step] = self._editor.feed(message.get("body", b""), last=last)
        if not self._stream:
            self._steps += steps
            steps = self._steps if last else ()
        if not self._begun and (last or self._stream):
            self._begun = True
            await self._begin()
        for step in steps:
            if not self._over:
                await self._do(step)
        if last and not self._over:
            await self._end(End.PROPER)

    async def _begin(self) -> None:
        headers = MutableHeaders(raw=list(self._head.get("headers", ())))
        self._change(headers)
        status = self._head["status"]
        if self._fault.kind is Kind.EMPTY:
            status = self._fault.status or status
        if self._bare and self._peer is not None:
            del headers["content-length"]
            headers["connection"] = "close"
            self._peer.write(head(status, headers.items()))
            return
        await self._send({**self._head, "status": status, "headers": headers.raw, **self._lack()})

    def _change(self, headers: MutableHeaders) -> None:
        fault = self._fault
        if fault.kind is Kind.CONTENT_TYPE:
            headers["content-type"] = fault.type or _OTHER_TYPE
        ends_early = any(step in (End.CUT, End.RESET) for step in self._steps)
        if "content-length" in headers and not ends_early:
            sizes = [len(step) for step in self._steps if isinstance(step, bytes)]
            headers["content-length"] = str(sum(sizes))

    def _lack(self) -> Message:
        if self._fault.kind is not Kind.NO_HEADER:
            return {}
        return {WITHOUT: (self._fault.name or _OF_A_WORKSPACE).lower().encode()}

    async def _do(self, step: Step) -> None:
        if isinstance(step, End):
            await self._end(step)
        elif not isinstance(step, bytes):
            self._over = not await wait(step, self._peer, self._sleep)
        elif self._bare and self._peer is not None:
            self._peer.write(step)
        else:
            await self._send({"type": "http.response.body", "body": step, "more_body": True})

    async def _end(self, end: End) -> None:
        """End the answer.

        Where there is no connection, as in process, a stream that is cut just ends.
        """
        self._over = True
        if self._peer is None and end is not End.PROPER and not self._stream:
            raise ConnectionBroken("a fault broke the connection off within an answer")
        if self._peer is None or end is End.PROPER:
            await self._send({"type": "http.response.body", "body": b"", "more_body": False})
        elif end is End.CUT:
            self._peer.close()
        elif await wait(DELIVERY_SECONDS, self._peer, self._sleep):
            self._peer.reset()


def _editor(fault: Fault, visit: Visit, head: Message, *, stream: bool) -> Editor:
    headers = Headers(raw=list(head.get("headers", ())))
    shape = fault.shape or error_events.shape_of(visit.profile, visit.facts.tasks)
    return editor(
        fault,
        stream=stream,
        length=int(headers.get("content-length", "0")),
        say=lambda number: error_events.failure(shape, number),
    )

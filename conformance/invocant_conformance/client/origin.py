"""A server on loopback that answers with scripted bytes and records what reaches it.

It speaks just enough HTTP/1.1 to find the end of a request; what it sends is not checked, so that
answers can be broken in every way a network or a server can break them.
"""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Final, Self, TypeVar

import httpx

from ..exchange import Exchange
from ..raw.answer import Answer
from ..raw.playing import play, reset_on_close
from .received import Received, take_request

__all__ = ["Origin"]

R = TypeVar("R")

# SDKs of Databricks look for metadata of the host beside the calls that are made with them.
METADATA: Final = "/.well-known/databricks-config"
NO_METADATA: Final = Answer(status=404)


class Origin:
    """Serves on a thread of its own. One script at a time: play it, call the client, look.

    ``requests`` holds what arrived since the script began, ``answers`` what it was answered with.
    The metadata of a host, of which there are none, is part of no script.
    """

    def __init__(self) -> None:
        self.requests: list[Received] = []
        self.answers: list[Answer | None] = []
        self.port: int = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._changed = threading.Condition()
        self._answer: Callable[[int, Received], Answer | None] = _no_answer
        self._conversations: list[Conversation] = []
        self._server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        self._server = self._run(self._start())
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._run(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def play(self, *script: Answer) -> None:
        """Answer the coming requests with ``script``, in order; forget what was recorded.

        Connections that are still being answered are dropped. A request beyond the script is
        recorded, and its connection closed without an answer.
        """
        self.answer_with(lambda n, _: script[n] if n < len(script) else None)

    def repeat_last(self, *script: Answer) -> None:
        """Play a script, whose last answer also answers every request beyond it."""
        self.answer_with(lambda n, _: script[min(n, len(script) - 1)])

    def answer_with(self, answer: Callable[[int, Received], Answer | None]) -> None:
        """Answer the n-th coming request with ``answer(n, request)``; else as :meth:`play`."""
        self._run(self._reset(answer))

    def first_exchange(self) -> Exchange | None:
        """The first request since the script began and its answer; status 0 for none."""
        for request, answer in zip(self.requests, self.answers, strict=False):
            return Exchange(
                method=request.method,
                url=f"{self.url}{request.target}",
                request_headers=request.headers,
                request_body=request.body or None,
                status=(answer and answer.status) or 0,
                headers=httpx.Headers(answer.headers if answer else ()),
                body=answer.body if answer else b"",
            )
        return None

    def wait_until_released(self, seconds: float) -> bool:
        """Whether the client ended every connection whose answer is unfinished, in time."""
        with self._changed:
            return self._changed.wait_for(
                lambda: not any(each.answering for each in self._conversations), seconds
            )

    def _run(self, work: Coroutine[object, object, R]) -> R:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _start(self) -> asyncio.Server:
        return await self._loop.create_server(self._converse, "127.0.0.1", 0)

    async def _stop(self) -> None:
        if self._server is not None:
            self._server.close()
        for conversation in self._conversations:
            conversation.drop()
        await asyncio.gather(*(each.finished for each in self._conversations if each.finished))

    async def _reset(self, answer: Callable[[int, Received], Answer | None]) -> None:
        for conversation in self._conversations:
            if conversation.answering:
                conversation.drop()
        self._conversations = [each for each in self._conversations if not each.ended.is_set()]
        self._answer, self.requests, self.answers = answer, [], []

    def _converse(self) -> "Conversation":
        conversation = Conversation(self._next_answer, self._notify)
        self._conversations.append(conversation)
        return conversation

    def _next_answer(self, request: Received) -> Answer | None:
        if request.target == METADATA:
            return NO_METADATA
        answer = self._answer(len(self.requests), request)
        self.requests.append(request)
        self.answers.append(answer)
        return answer

    def _notify(self) -> None:
        with self._changed:
            self._changed.notify_all()


class Conversation(asyncio.Protocol):
    """One connection. ``answering``: an answer has begun and neither it nor the peer ended."""

    def __init__(
        self, answer: Callable[[Received], Answer | None], changed: Callable[[], None]
    ) -> None:
        self.ended = asyncio.Event()
        self.answering: bool = False
        self.finished: asyncio.Task[None] | None = None
        self._answer = answer
        self._changed = changed
        self._buffer = bytearray()
        self._arrival = asyncio.Event()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if not isinstance(transport, asyncio.Transport):
            raise TypeError("only connections are served")
        self._transport = transport
        self.finished = asyncio.get_running_loop().create_task(self._serve(transport))

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        self._arrival.set()

    def connection_lost(self, exc: Exception | None) -> None:
        self.answering = False
        self.ended.set()
        self._arrival.set()
        self._changed()

    def drop(self) -> None:
        """Close at once."""
        if self._transport is not None:
            self._transport.abort()
        self.connection_lost(None)

    def write(self, data: bytes) -> None:
        """Write bytes as they are."""
        if self._transport is not None:
            self._transport.write(data)

    def close(self) -> None:
        """End the connection in order, after what was written."""
        if self._transport is not None:
            self._transport.close()

    def reset(self) -> None:
        """Break the connection off with a TCP reset."""
        if self._transport is not None and not self.ended.is_set():
            reset_on_close(self._transport)
            self._transport.close()

    async def _serve(self, transport: asyncio.Transport) -> None:
        while (request := await self._next_request()) is not None:
            answer = self._answer(request)
            if answer is None:
                break
            self.answering = True
            await play(answer, self)
            self.answering = False
            self._changed()
            if answer.end != "keep":
                break
        transport.close()

    async def _next_request(self) -> Received | None:
        while not self.ended.is_set():
            request = take_request(self._buffer, arrived=time.monotonic(), date=time.time())
            if request is not None:
                return request
            self._arrival.clear()
            await self._arrival.wait()
        return None


def _no_answer(number: int, request: Received) -> Answer | None:
    return None

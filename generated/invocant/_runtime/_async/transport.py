# Copied from codegen/runtime/; do not edit.
"""Sends requests, repeats those that may be repeated, and hands answers to the decoders."""

import copy
import ssl
import time
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Final, TypeVar, overload

from .._http import AsyncHTTPClient
from ..answer_reader import AnswerReader
from ..clocks import async_sleep, jitter
from ..decoding import check_nothing, decode, decode_text, decoder
from ..errors import APIConnectionError, APIStatusError
from ..events import EventReader
from ..faults import body_error, connection_error, quotable
from ..models import Model
from ..observation import Observation
from ..observers import Observers
from ..opening import ConnectionSettings, TransportName, check_transport
from ..operation import Arguments, Operation
from ..option_rules import check_client_options, check_options
from ..options import RequestOptions, Timeout, merged
from ..reply import Reply, head, response_error, status_error
from ..request import PreparedRequest, prepare
from ..request_log import log_attempt
from ..response import attach
from ..retry import RetryPolicy, next_wait
from ..settings import Settings
from ..tls import Certificate
from ..typed import Typed
from .accumulating import AsyncAccumulatingStream, open_accumulating
from .answer import AsyncAnswer
from .connections import AsyncConnections
from .stream import AsyncStream, open_stream

__all__ = ["AsyncTransport"]

M = TypeVar("M", bound=Model)
A = TypeVar("A", bound=Model)
T = TypeVar("T")

EVENT_STREAM: Final = "text/event-stream"


class AsyncTransport:
    """Connects one client to one origin. Opens nothing before the first request.

    ``http_client`` replaces the connections made here, stays the caller's to close, and makes
    ``transport``, ``verify``, ``cert`` and ``proxy`` moot. Redirects are never followed: the
    credential is meant for the configured origin alone, and repeating a POST elsewhere is not this
    layer's to decide. ``options`` are those of all calls that do not say otherwise.
    ``sleep``, ``random`` (in [0, 1)) and ``clock`` (seconds since the epoch) serve retries;
    ``monotonic`` (seconds since any moment) serves those who wait for an endpoint.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        http_client: AsyncHTTPClient | None = None,
        transport: TransportName | None = None,
        verify: bool | ssl.SSLContext = True,
        cert: Certificate | None = None,
        proxy: str | None = None,
        options: RequestOptions | None = None,
        observers: Observers | None = None,
        sleep: Callable[[float], Awaitable[None]] = async_sleep,
        random: Callable[[], float] = jitter,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        check_client_options(options or {})
        check_transport(transport, asynchronous=True)
        self._settings: Settings = settings
        self._options: RequestOptions = options or {}
        self._connections: AsyncConnections = AsyncConnections(
            ConnectionSettings(transport=transport, verify=verify, cert=cert, proxy=proxy),
            http_client,
        )
        self._observers: Observers = observers or Observers()
        self._owner: bool = True
        self.sleep: Callable[[float], Awaitable[None]] = sleep
        self.random: Callable[[], float] = random
        self._clock: Callable[[], float] = clock
        self.monotonic: Callable[[], float] = monotonic

    @property
    def timeout(self) -> Timeout:
        """The limits of all calls that do not say otherwise."""
        return Timeout.of(self._options.get("timeout"))

    def sibling(
        self, *, settings: Settings | None = None, options: RequestOptions | None = None
    ) -> "AsyncTransport":
        """A transport over the same connections, which stay this one's to close.

        ``options`` go over those of this one. Raises RequestError for an unusable one.
        """
        check_options(options or {})
        twin = copy.copy(self)
        twin._owner = False
        twin._settings = settings or self._settings
        twin._options = merged(self._options, options or {})
        return twin

    @overload
    async def request(self, operation: Operation, answer: type[M], arguments: Arguments) -> M: ...

    @overload
    async def request(
        self, operation: Operation, answer: type[Typed[T]], arguments: Arguments
    ) -> T: ...

    async def request(
        self,
        operation: Operation,
        answer: type[Model] | type[Typed[object]],
        arguments: Arguments,
    ) -> object:
        """The answer, decoded from JSON. Raises any InvocantError but those of streams."""
        request = self._prepare(operation, arguments, operation.accept)
        with self._observers.observe(operation, arguments, request) as call:
            reply = await self._whole(request, call)
            return call.returning(attach(decode(decoder(answer), reply, operation.accept), reply))

    async def request_text(self, operation: Operation, arguments: Arguments) -> str:
        """The answer as text. Raises as :meth:`request` does."""
        request = self._prepare(operation, arguments, operation.accept)
        with self._observers.observe(operation, arguments, request) as call:
            reply = await self._whole(request, call)
            return call.returning(decode_text(reply, operation.accept))

    async def request_nothing(self, operation: Operation, arguments: Arguments) -> None:
        """For operations whose answer says nothing beyond success."""
        request = self._prepare(operation, arguments, operation.accept)
        with self._observers.observe(operation, arguments, request) as call:
            check_nothing(await self._whole(request, call))
            call.returning(None)

    @overload
    async def stream(
        self, operation: Operation, event: type[M], arguments: Arguments
    ) -> AsyncStream[M]: ...

    @overload
    async def stream(
        self, operation: Operation, event: type[Typed[T]], arguments: Arguments
    ) -> AsyncStream[T]: ...

    async def stream(
        self,
        operation: Operation,
        event: type[Model] | type[Typed[object]],
        arguments: Arguments,
    ) -> AsyncStream[object]:
        """The events of the answer, once it has begun. Raises as :meth:`request` does."""
        request = self._prepare(operation, arguments, f"{EVENT_STREAM}, {operation.accept}")
        with self._observers.observe(operation, arguments, request, stream=True) as call:
            answer, reply = await self._streamed(request, call)
            reader = EventReader(decoder(event), reply, operation.stream_end, request.asked)
            return await open_stream(answer, reply, reader, call)

    @overload
    async def stream_answer(
        self, operation: Operation, event: type[M], whole: type[A], arguments: Arguments
    ) -> AsyncAccumulatingStream[M, A]: ...

    @overload
    async def stream_answer(
        self, operation: Operation, event: type[Typed[T]], whole: type[A], arguments: Arguments
    ) -> AsyncAccumulatingStream[T, A]: ...

    async def stream_answer(
        self,
        operation: Operation,
        event: type[Model] | type[Typed[object]],
        whole: type[Model],
        arguments: Arguments,
    ) -> AsyncAccumulatingStream[object, Model]:
        """As :meth:`stream`, for an operation that says how events make up a whole answer."""
        request = self._prepare(operation, arguments, f"{EVENT_STREAM}, {operation.accept}")
        with self._observers.observe(operation, arguments, request, stream=True) as call:
            answer, reply = await self._streamed(request, call)
            reader = AnswerReader(decoder(event), decoder(whole), reply, operation, request.asked)
            return await open_accumulating(answer, reply, reader, call)

    async def exchange(self, request: PreparedRequest, timeout: Timeout | None = None) -> Reply:
        """Send a request as it is, to whatever origin, and return the answer whatever its status.

        Raises APIConnectionError where there is none.
        """
        limits = timeout or Timeout.of(self._options.get("timeout"))
        with self._observers.exchange(request) as call:
            answer, reply = await self._begun(request, call, limits, 0)
            reply = await self._read(answer, reply, request)
            call.received(reply, whole=True)
            return call.returning(reply)

    async def close(self) -> None:
        """Close the connections, unless they belong to the caller. May be called again."""
        if self._owner:
            await self._connections.close()

    async def _streamed(
        self, request: PreparedRequest, call: Observation
    ) -> tuple[AsyncAnswer, Reply]:
        answer, reply = await self._send(request, call, whole=False)
        if reply.content_type != EVENT_STREAM:
            reply = await self._read(answer, reply, request)
            kind = reply.content_type or "missing"
            raise response_error(reply, f"its content type is {kind}, expected {EVENT_STREAM}")
        return answer, reply

    def _prepare(self, operation: Operation, arguments: Arguments, accept: str) -> PreparedRequest:
        return prepare(operation, arguments, self._settings, accept, self._options)

    async def _whole(self, request: PreparedRequest, call: Observation) -> Reply:
        return (await self._send(request, call, whole=True))[1]

    async def _send(
        self, request: PreparedRequest, call: Observation, *, whole: bool
    ) -> tuple[AsyncAnswer, Reply]:
        policy = RetryPolicy.of(request.options)
        timeout = Timeout.of(request.options.get("timeout"))
        for attempt in count():
            try:
                return await self._attempt(request, call, timeout, attempt, whole=whole)
            except (APIConnectionError, APIStatusError) as error:
                wait = next_wait(
                    error,
                    method=request.method,
                    attempt=attempt,
                    policy=policy,
                    random=self.random(),
                )
                call.failed(error, wait)
                if wait is None:
                    raise
            await self.sleep(wait)
        raise AssertionError("count() does not end")

    async def _attempt(
        self,
        request: PreparedRequest,
        call: Observation,
        timeout: Timeout,
        attempt: int,
        *,
        whole: bool,
    ) -> tuple[AsyncAnswer, Reply]:
        answer, reply = await self._begun(request, call, timeout, attempt)
        whole = whole or not reply.is_success
        if whole:
            reply = await self._read(answer, reply, request)
        call.received(reply, whole=whole)
        if not reply.is_success:
            raise status_error(reply, self._clock())
        return answer, reply

    async def _begun(
        self, request: PreparedRequest, call: Observation, timeout: Timeout, attempt: int
    ) -> tuple[AsyncAnswer, Reply]:
        wire = self._connections.to(request.origin)
        call.sending(request)
        started = time.perf_counter()
        try:
            answer = await wire.send(request, timeout)
        except (wire.library.HTTPError, OSError) as error:
            log_attempt(request, "failed", attempt, started)
            failure = connection_error(error, wire.library, request)
            raise failure from quotable(error, request)
        log_attempt(request, answer.status, attempt, started)
        return answer, head(answer.status, answer.reason, answer.headers, request)

    async def _read(self, answer: AsyncAnswer, reply: Reply, request: PreparedRequest) -> Reply:
        try:
            return reply.with_body(await answer.read())
        except (answer.library.HTTPError, OSError) as error:
            if not reply.is_success:
                return reply
            raise body_error(error, answer.library, reply) from quotable(error, request)

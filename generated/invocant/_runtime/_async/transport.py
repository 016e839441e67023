# Copied from codegen/runtime/; do not edit.
"""Sends requests, repeats those that may be repeated, and hands answers to the decoders."""

import copy
import logging
import ssl
import time
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Final, TypeVar, overload

from .._http import AsyncHTTPClient
from ..clocks import async_sleep, jitter
from ..decoding import check_nothing, decode, decode_text, decoder
from ..errors import APIConnectionError, APIStatusError
from ..events import EventReader
from ..faults import body_error, connection_error, quotable
from ..models import Model
from ..opening import ConnectionSettings, TransportName, check_transport
from ..operation import Arguments, Operation
from ..option_rules import check_client_options, check_options
from ..options import RequestOptions, Timeout, merged
from ..reply import Reply, head, response_error, status_error
from ..request import PreparedRequest, prepare
from ..response import attach
from ..retry import RetryPolicy, next_wait
from ..settings import Settings
from ..tls import Certificate
from ..typed import Typed
from .answer import AsyncAnswer
from .connections import AsyncConnections
from .stream import AsyncStream, open_stream

__all__ = ["AsyncTransport"]

M = TypeVar("M", bound=Model)
T = TypeVar("T")

EVENT_STREAM: Final = "text/event-stream"

logger: Final = logging.getLogger("invocant")


class AsyncTransport:
    """Connects one client to one origin. Opens nothing before the first request.

    ``http_client`` replaces the connections made here, stays the caller's to close, and makes
    ``transport``, ``verify``, ``cert`` and ``proxy`` moot. Redirects are never followed: the
    credential is meant for the configured origin alone, and repeating a POST elsewhere is not this
    layer's to decide. ``options`` are those of all calls that do not say otherwise.
    ``sleep``, ``random`` (in [0, 1)) and ``clock`` (seconds since the epoch) serve retries.
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
        sleep: Callable[[float], Awaitable[None]] = async_sleep,
        random: Callable[[], float] = jitter,
        clock: Callable[[], float] = time.time,
    ) -> None:
        check_client_options(options or {})
        check_transport(transport, asynchronous=True)
        self._settings: Settings = settings
        self._options: RequestOptions = options or {}
        self._connections: AsyncConnections = AsyncConnections(
            ConnectionSettings(transport=transport, verify=verify, cert=cert, proxy=proxy),
            http_client,
        )
        self._owner: bool = True
        self._sleep: Callable[[float], Awaitable[None]] = sleep
        self._random: Callable[[], float] = random
        self._clock: Callable[[], float] = clock

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
        reply = await self._whole(operation, arguments)
        return attach(decode(decoder(answer), reply, operation.accept), reply)

    async def request_text(self, operation: Operation, arguments: Arguments) -> str:
        """The answer as text. Raises as :meth:`request` does."""
        return decode_text(await self._whole(operation, arguments), operation.accept)

    async def request_nothing(self, operation: Operation, arguments: Arguments) -> None:
        """For operations whose answer says nothing beyond success."""
        check_nothing(await self._whole(operation, arguments))

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
        accept = f"{EVENT_STREAM}, {operation.accept}"
        request = prepare(operation, arguments, self._settings, accept, self._options)
        answer, reply = await self._send(request, whole=False)
        if reply.content_type != EVENT_STREAM:
            reply = await self._read(answer, reply, request)
            kind = reply.content_type or "missing"
            raise response_error(reply, f"its content type is {kind}, expected {EVENT_STREAM}")
        reader = EventReader(decoder(event), reply, operation.stream_end, request.asked)
        return await open_stream(answer, reply, reader)

    async def exchange(self, request: PreparedRequest, timeout: Timeout | None = None) -> Reply:
        """Send a request as it is, to whatever origin, and return the answer whatever its status.

        Raises APIConnectionError where there is none.
        """
        limits = timeout or Timeout.of(self._options.get("timeout"))
        answer, reply = await self._begun(request, limits, 0)
        return await self._read(answer, reply, request)

    async def close(self) -> None:
        """Close the connections, unless they belong to the caller. May be called again."""
        if self._owner:
            await self._connections.close()

    async def _whole(self, operation: Operation, arguments: Arguments) -> Reply:
        accept = operation.accept
        request = prepare(operation, arguments, self._settings, accept, self._options)
        _, reply = await self._send(request, whole=True)
        return reply

    async def _send(self, request: PreparedRequest, *, whole: bool) -> tuple[AsyncAnswer, Reply]:
        policy = RetryPolicy.of(request.options)
        timeout = Timeout.of(request.options.get("timeout"))
        for attempt in count():
            try:
                return await self._attempt(request, timeout, attempt, whole=whole)
            except (APIConnectionError, APIStatusError) as error:
                wait = next_wait(
                    error,
                    method=request.method,
                    attempt=attempt,
                    policy=policy,
                    random=self._random(),
                )
                if wait is None:
                    raise
            await self._sleep(wait)
        raise AssertionError("count() does not end")

    async def _attempt(
        self, request: PreparedRequest, timeout: Timeout, attempt: int, *, whole: bool
    ) -> tuple[AsyncAnswer, Reply]:
        answer, reply = await self._begun(request, timeout, attempt)
        if whole or not reply.is_success:
            reply = await self._read(answer, reply, request)
        if not reply.is_success:
            raise status_error(reply, self._clock())
        return answer, reply

    async def _begun(
        self, request: PreparedRequest, timeout: Timeout, attempt: int
    ) -> tuple[AsyncAnswer, Reply]:
        wire = self._connections.to(request.origin)
        started = time.perf_counter()
        try:
            answer = await wire.send(request, timeout)
        except (wire.library.HTTPError, OSError) as error:
            _log(request, "failed", attempt, started)
            failure = connection_error(error, wire.library, request)
            raise failure from quotable(error, request)
        _log(request, answer.status, attempt, started)
        return answer, head(answer.status, answer.reason, answer.headers, request)

    async def _read(self, answer: AsyncAnswer, reply: Reply, request: PreparedRequest) -> Reply:
        try:
            return reply.with_body(await answer.read())
        except (answer.library.HTTPError, OSError) as error:
            if not reply.is_success:
                return reply
            raise body_error(error, answer.library, reply) from quotable(error, request)


def _log(request: PreparedRequest, outcome: object, attempt: int, started: float) -> None:
    if logger.isEnabledFor(logging.DEBUG):
        seconds = time.perf_counter() - started
        logger.debug(
            "%s %s %s attempt=%d %.3f s", request.method, request.url, outcome, attempt + 1, seconds
        )

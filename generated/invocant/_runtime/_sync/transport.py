# Copied from codegen/runtime/; do not edit.
"""Sends requests, repeats those that may be repeated, and hands answers to the decoders."""

import logging
import ssl
import time
from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Final, TypeVar, overload

from .._http import (
    Client,
    HTTPError,
    Response,
    body_error,
    build,
    connection_error,
    head,
    jitter,
    quotable,
    sleep,
)
from ..credentials import FlowCredential, StaticCredential
from ..decoding import check_nothing, decode, decode_text, decoder
from ..errors import APIConnectionError, APIStatusError, AuthenticationError
from ..events import EventReader
from ..models import Model
from ..opening import Certificate, ConnectionSettings
from ..operation import Arguments, Operation
from ..option_rules import check_client_options
from ..options import DEFAULT_MAX_RETRIES, RequestOptions, Timeout
from ..reply import Reply, response_error, status_error
from ..request import PreparedRequest, authenticated, prepare
from ..retry import RetryPolicy, next_wait
from ..settings import Settings
from ..typed import Typed
from .connections import Connections
from .stream import Stream, open_stream

if TYPE_CHECKING:
    from .authentication import Authenticator

__all__ = ["Transport"]

M = TypeVar("M", bound=Model)
T = TypeVar("T")

EVENT_STREAM: Final = "text/event-stream"

logger: Final = logging.getLogger("invocant")


class Transport:
    """Connects one client to one origin. Opens nothing before the first request.

    ``http_client`` replaces the connections made here, stays the caller's to close, and makes
    ``verify``, ``cert`` and ``proxy`` moot. Redirects are never followed: the credential is meant
    for the configured origin alone, and repeating a POST elsewhere is not this layer's to decide.
    ``sleep``, ``random`` (in [0, 1)) and ``clock`` (seconds since the epoch) serve retries.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        http_client: Client | None = None,
        timeout: float | Timeout | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        verify: bool | ssl.SSLContext = True,
        cert: Certificate | None = None,
        proxy: str | None = None,
        sleep: Callable[[float], None] = sleep,
        random: Callable[[], float] = jitter,
        clock: Callable[[], float] = time.time,
    ) -> None:
        check_client_options(timeout=timeout, max_retries=max_retries)
        self._settings: Settings = settings
        self._timeout: Timeout = Timeout.of(timeout)
        self._max_retries: int = max_retries
        self._connections: Connections = Connections(
            ConnectionSettings(base_url=settings.base_url, verify=verify, cert=cert, proxy=proxy),
            http_client,
        )
        self._sleep: Callable[[float], None] = sleep
        self._random: Callable[[], float] = random
        self._clock: Callable[[], float] = clock
        self._authenticator: Authenticator | None = self._authenticating()

    @overload
    def request(self, operation: Operation, answer: type[M], arguments: Arguments) -> M: ...

    @overload
    def request(self, operation: Operation, answer: type[Typed[T]], arguments: Arguments) -> T: ...

    def request(
        self,
        operation: Operation,
        answer: type[Model] | type[Typed[object]],
        arguments: Arguments,
    ) -> object:
        """The answer, decoded from JSON. Raises any InvocantError but those of streams."""
        reply = self._whole(operation, arguments)
        return decode(decoder(answer), reply, operation.accept)

    def request_text(self, operation: Operation, arguments: Arguments) -> str:
        """The answer as text. Raises as :meth:`request` does."""
        return decode_text(self._whole(operation, arguments), operation.accept)

    def request_nothing(self, operation: Operation, arguments: Arguments) -> None:
        """For operations whose answer says nothing beyond success."""
        check_nothing(self._whole(operation, arguments))

    @overload
    def stream(self, operation: Operation, event: type[M], arguments: Arguments) -> Stream[M]: ...

    @overload
    def stream(
        self, operation: Operation, event: type[Typed[T]], arguments: Arguments
    ) -> Stream[T]: ...

    def stream(
        self,
        operation: Operation,
        event: type[Model] | type[Typed[object]],
        arguments: Arguments,
    ) -> Stream[object]:
        """The events of the answer, once it has begun. Raises as :meth:`request` does."""
        accept = f"{EVENT_STREAM}, {operation.accept}"
        request = prepare(operation, arguments, self._settings, accept)
        response, reply = self._send(request, arguments.options, whole=False)
        if reply.content_type != EVENT_STREAM:
            reply = self._read(response, reply, request)
            kind = reply.content_type or "missing"
            raise response_error(reply, f"its content type is {kind}, expected {EVENT_STREAM}")
        reader = EventReader(decoder(event), reply, operation.stream_end, request.asked)
        return open_stream(response, reply, reader)

    @property
    def settings(self) -> Settings:
        """Where requests go, and with which credential."""
        return self._settings

    def close(self) -> None:
        """Close the connections, unless they belong to the caller. May be called again."""
        self._connections.close()

    def _whole(self, operation: Operation, arguments: Arguments) -> Reply:
        request = prepare(operation, arguments, self._settings, operation.accept)
        _, reply = self._send(request, arguments.options, whole=True)
        return reply

    def _send(
        self, request: PreparedRequest, options: RequestOptions, *, whole: bool
    ) -> tuple[Response, Reply]:
        retries, limit = options.get("max_retries"), options.get("timeout")
        policy = RetryPolicy(
            max_retries=self._max_retries if retries is None else retries,
            unsafe=bool(options.get("retry_unsafe")),
        )
        timeout = self._timeout if limit is None else Timeout.of(limit)
        renewed = False
        for attempt in count():
            sent, credential = self._authenticate(request)
            try:
                return self._attempt(sent, timeout, attempt, whole=whole)
            except (APIConnectionError, APIStatusError) as error:
                if not renewed and self._is_outdated(error, credential):
                    renewed = True
                    continue
                wait = next_wait(
                    error,
                    method=request.method,
                    attempt=attempt,
                    policy=policy,
                    random=self._random(),
                )
                if wait is None:
                    raise
            self._sleep(wait)
        raise AssertionError("count() does not end")

    def _authenticating(self) -> "Authenticator | None":
        if isinstance(self._settings.credential, StaticCredential):
            return None
        from .authentication import Authenticator  # most clients have one token
        from .token_endpoint import TokenEndpoint

        endpoint = TokenEndpoint(
            self.exchange,
            clock=self._clock,
            sleep=self._sleep,
            random=self._random,
            max_retries=self._max_retries,
        )
        return Authenticator(self._settings.credential, endpoint)

    def _authenticate(self, request: PreparedRequest) -> tuple[PreparedRequest, Mapping[str, str]]:
        """The request with the headers of a credential that is no part of it yet, and these."""
        if self._authenticator is None:
            return request, {}
        headers = self._authenticator.headers()
        return authenticated(request, headers, self._settings), headers

    def _is_outdated(self, error: Exception, credential: Mapping[str, str]) -> bool:
        if self._authenticator is None or not isinstance(error, AuthenticationError):
            return False
        return self._authenticator.rejected(credential)

    def _attempt(
        self, request: PreparedRequest, timeout: Timeout, attempt: int, *, whole: bool
    ) -> tuple[Response, Reply]:
        started = time.perf_counter()
        try:
            response = self._respond(request, timeout)
        except HTTPError as error:
            _log(request, "failed", attempt, started)
            raise connection_error(error, request) from quotable(error, request)
        _log(request, response.status_code, attempt, started)
        reply = head(response, request)
        if whole or not reply.is_success:
            reply = self._read(response, reply, request)
        if not reply.is_success:
            raise status_error(reply, self._clock())
        return response, reply

    def _respond(self, request: PreparedRequest, timeout: Timeout) -> Response:
        http, credential = self._connections.client(), self._settings.credential
        send = partial(http.send, stream=True, follow_redirects=False)
        built = build(http, request, timeout)
        if isinstance(credential, FlowCredential) and self._settings.covers(request.url):
            from .flows import send_through

            return send_through(credential.flow, built, send)
        return send(built)

    def exchange(self, request: PreparedRequest) -> Reply:
        """The reply of any status to one attempt without a credential, to any server.

        Raises APIConnectionError.
        """
        http = self._connections.client()
        try:
            response = http.send(
                build(http, request, self._timeout), stream=True, follow_redirects=False
            )
        except HTTPError as error:
            raise connection_error(error, request) from quotable(error, request)
        return self._read(response, head(response, request), request)

    def _read(self, response: Response, reply: Reply, request: PreparedRequest) -> Reply:
        try:
            return reply.with_body(response.read())
        except HTTPError as error:
            if not reply.is_success:
                return reply
            raise body_error(error, reply) from quotable(error, request)
        finally:
            response.close()


def _log(request: PreparedRequest, outcome: object, attempt: int, started: float) -> None:
    seconds = time.perf_counter() - started
    logger.debug(
        "%s %s %s attempt=%d %.3f s", request.method, request.url, outcome, attempt + 1, seconds
    )

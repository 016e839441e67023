# Copied from codegen/runtime/; do not edit.
"""Sends requests with credentials, and repeats those that may be repeated."""

import copy
import ssl
import time
from collections.abc import Callable, Mapping
from itertools import count
from typing import TYPE_CHECKING, Final, Self

from .._http import HTTPClient
from ..clocks import jitter, sleep
from ..credentials import Credential, FlowCredential, StaticCredential
from ..errors import APIConnectionError, APIStatusError, AuthenticationError
from ..faults import body_error, connection_error, quotable
from ..observation import Observation
from ..observers import Observers
from ..opening import ConnectionSettings, TransportName, check_transport
from ..option_rules import check_client_options, check_options
from ..options import RequestOptions, Timeout, merged
from ..reply import Reply, head, status_error
from ..request import PreparedRequest, authenticated
from ..request_log import log_attempt
from ..retry import RetryPolicy, next_wait
from ..settings import Settings
from ..setup import Setup
from ..tls import Certificate
from .answer import Answer
from .connections import Connections

if TYPE_CHECKING:
    from .authentication import Authenticator
    from .data_plane import DataPlane

__all__ = ["Sender"]

NOTHING: Final[Mapping[str, str]] = {}


class Sender:
    """Sends requests to one origin, and opens nothing before the first.

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
        http_client: HTTPClient | None = None,
        transport: TransportName | None = None,
        verify: bool | ssl.SSLContext = True,
        cert: Certificate | None = None,
        proxy: str | None = None,
        options: RequestOptions | None = None,
        observers: Observers | None = None,
        sleep: Callable[[float], None] = sleep,
        random: Callable[[], float] = jitter,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        check_client_options(options or {})
        check_transport(transport, asynchronous=False)
        self._settings: Settings = settings
        self._options: RequestOptions = options or {}
        self._connections: Connections = Connections(
            ConnectionSettings(transport=transport, verify=verify, cert=cert, proxy=proxy),
            http_client,
        )
        self.observers: Observers = observers or Observers()
        self._detour: DataPlane | None = None
        self._owner: bool = True
        self.sleep: Callable[[float], None] = sleep
        self.random: Callable[[], float] = random
        self._clock: Callable[[], float] = clock
        self.monotonic: Callable[[], float] = monotonic
        self._authenticator: Authenticator | None = None
        if not isinstance(settings.credential, StaticCredential):
            self._authenticator = self.authenticator()

    def sibling(
        self,
        *,
        settings: Settings | None = None,
        authenticator: "Authenticator | None" = None,
        detour: "DataPlane | None" = None,
        options: RequestOptions | None = None,
    ) -> Self:
        """A transport over the same connections, which stay this one's to close.

        ``authenticator`` comes with ``settings`` whose credential changes. ``detour`` sends what
        this one would. ``options`` go over those of this one. Raises RequestError for an unusable
        one.
        """
        check_options(options or {})
        twin = copy.copy(self)
        twin._owner = False
        twin._detour = detour or self._detour
        if settings is not None:
            twin._settings, twin._authenticator = settings, authenticator
        twin._options = merged(self._options, options or {})
        return twin

    @property
    def setup(self) -> Setup:
        """What a sender like this one is made from."""
        return Setup(
            settings=self._settings,
            connections=self._connections.settings,
            http_client=self._connections.http_client,
            options=self._options,
            observers=self.observers,
        )

    @property
    def options(self) -> RequestOptions:
        """The options of all calls that do not say otherwise."""
        return self._options

    @property
    def timeout(self) -> Timeout:
        """The limits of all calls that do not say otherwise."""
        return Timeout.of(self._options.get("timeout"))

    @property
    def settings(self) -> Settings:
        """Where requests go, and with which credential."""
        return self._settings

    @property
    def clock(self) -> Callable[[], float]:
        """Seconds since the epoch."""
        return self._clock

    def authenticator(
        self, credential: Credential | None = None, control: "Authenticator | None" = None
    ) -> "Authenticator":
        """What authenticates with a credential, by default with that of the settings.

        Tokens are asked for over these connections. ``control`` is for one whose tokens are had
        in exchange for those of another.
        """
        if credential is None and self._authenticator is not None:
            return self._authenticator
        from .authentication import Authenticator  # most clients have one token
        from .token_endpoint import TokenEndpoint

        clock, sleep, random = self._clock, self.sleep, self.random
        policy = RetryPolicy.of(self._options)
        endpoint = TokenEndpoint(
            self.exchange, clock=clock, sleep=sleep, random=random, policy=policy
        )
        return Authenticator(credential or self._settings.credential, endpoint, control)

    def exchange(self, request: PreparedRequest) -> Reply:
        """Send a request as it is, to whatever origin, and return the answer whatever its status.

        Nothing is added, not even by a caller's client. Raises APIConnectionError.
        """
        timeout = Timeout.of(request.options.get("timeout"))
        with self.observers.exchange(request) as call:
            answer, reply = self._begun(request, call, timeout, 0, bare=True)
            reply = self.read(answer, reply, request)
            call.received(reply, whole=True)
            return call.returning(reply)

    def close(self) -> None:
        """Close the connections, unless they belong to the caller. May be called again."""
        if self._owner:
            self._connections.close()

    def send(
        self, request: PreparedRequest, call: Observation, *, whole: bool
    ) -> tuple[Answer, Reply]:
        """The answer of success to a request, with its body or begun; repeated where it may be.

        Raises APIConnectionError and the class of any other status.
        """
        if self._detour is not None:
            return self._detour.send(request, call, whole=whole)
        timeout = Timeout.of(request.options.get("timeout"))
        renewed = False
        for attempt in count():
            sent, credential = request, NOTHING
            if self._authenticator is not None:
                credential = self._authenticator.headers()
                sent = authenticated(request, credential, self._settings)
            try:
                return self._attempt(sent, call, timeout, attempt, whole=whole)
            except (APIConnectionError, APIStatusError) as error:
                if not renewed and self._is_outdated(error, credential):
                    renewed = True
                    call.failed(error, 0.0)
                    continue
                wait = next_wait(
                    error,
                    method=request.method,
                    attempt=attempt,
                    policy=RetryPolicy.of(request.options),
                    random=self.random(),
                )
                call.failed(error, wait)
                if wait is None:
                    raise
            self.sleep(wait)
        raise AssertionError("count() does not end")

    def _is_outdated(self, error: Exception, credential: Mapping[str, str]) -> bool:
        if self._authenticator is None or not isinstance(error, AuthenticationError):
            return False
        return self._authenticator.rejected(credential)

    def _attempt(
        self,
        request: PreparedRequest,
        call: Observation,
        timeout: Timeout,
        attempt: int,
        *,
        whole: bool,
    ) -> tuple[Answer, Reply]:
        answer, reply = self._begun(request, call, timeout, attempt)
        whole = whole or not reply.is_success
        if whole:
            reply = self.read(answer, reply, request)
        call.received(reply, whole=whole)
        if not reply.is_success:
            raise status_error(reply, self._clock())
        return answer, reply

    def _begun(
        self,
        request: PreparedRequest,
        call: Observation,
        timeout: Timeout,
        attempt: int,
        *,
        bare: bool = False,
    ) -> tuple[Answer, Reply]:
        wire, credential = self._connections.to(request.origin), self._settings.credential
        call.sending(request)
        started = time.perf_counter()
        try:
            if bare:
                answer = wire.send_bare(request, timeout)
            elif isinstance(credential, FlowCredential) and self._settings.covers(request.url):
                from .flows import send_through

                answer, request = send_through(credential.flow, request, timeout, self._connections)
            else:
                answer = wire.send(request, timeout)
        except wire.engine.errors as error:
            log_attempt(request, "failed", attempt, started)
            failure = connection_error(error, wire.engine, request)
            raise failure from quotable(error, request)
        log_attempt(request, answer.status, attempt, started)
        return answer, head(answer.status, answer.reason, answer.headers, request)

    def read(self, answer: Answer, reply: Reply, request: PreparedRequest) -> Reply:
        """The reply with its body. Raises what tells that the body broke off."""
        try:
            return reply.with_body(answer.read())
        except answer.engine.errors as error:
            reply = reply.with_body(answer.received)
            if not reply.is_success:
                return reply
            raise body_error(error, answer.engine, reply) from quotable(error, request)

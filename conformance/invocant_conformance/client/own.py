"""Drivers of this project's own clients, one for each flavour."""

import asyncio
import inspect
import keyword
import re
import ssl
from collections.abc import Awaitable, Callable, Mapping
from operator import attrgetter
from typing import Final, Literal, TypeAlias, TypeGuard

import httpx

import invocant
from invocant import (
    AccumulatingStream,
    AsyncAccumulatingStream,
    AsyncStream,
    RequestOptions,
    Stream,
)

from .driver import Call, ErrorSeen, Outcome
from .witness import Witness

__all__ = ["AsyncDriver", "SyncDriver"]

# Reading the certificates takes longer than everything else that making a client does.
TLS: Final = ssl.create_default_context()

# What every method takes beside the arguments of its operation.
RESERVED: Final = frozenset({"self", "options", *RequestOptions.__annotations__})

OWN_TARGET: Final = "invocant"

Key: TypeAlias = tuple[str, str, str]
SyncClient: TypeAlias = invocant.Client | invocant.Gateway
AsyncClient: TypeAlias = invocant.AsyncClient | invocant.AsyncGateway


class SyncDriver:
    """Drives ``Client`` and ``Gateway`` over ``transport``.

    ``http_client`` makes connections to use instead.
    """

    name: str = "sync"
    target: str = OWN_TARGET

    def __init__(
        self,
        http_client: Callable[[], httpx.Client] | None = None,
        *,
        transport: Literal["httpx", "httpx2"] | None = None,
    ) -> None:
        if transport is not None:
            self.name = f"sync-{transport}"
        self._transport: Literal["httpx", "httpx2"] | None = transport
        self._http_client = http_client
        self._clients: dict[Key, SyncClient] = {}
        self._connections: list[httpx.Client] = []
        self._streams: list[object] = []

    def call(self, call: Call) -> Outcome:
        """Make the call and tell what came of it."""
        client = self._client(call)
        method: Callable[..., object] = attrgetter(call.method)(client)
        refused = _refused_by_python(method, call)
        if refused is not None:
            return refused
        with Witness(client) as witness:
            answer = method(**_arguments(call))
            if _is_stream(answer):
                self._streams.append(answer)
                self.read(answer, call, witness)
                if call.final:
                    witness.take_final(answer.final(), answer.notes)
            else:
                witness.take_answer(answer)
        return witness.outcome()

    def reset(self) -> None:
        """Close the clients, and let go of the streams that calls left open."""
        for client in (*self._clients.values(), *self._connections):
            client.close()
        self._clients.clear()
        self._connections.clear()
        self._streams.clear()

    def lacks(self, method: str) -> str | None:
        """Nothing: every method of the specification is there."""
        return None

    def close(self) -> None:
        """Close the clients."""
        self.reset()

    def read(self, stream: Stream[object], call: Call, witness: Witness) -> None:
        """Read a stream and leave it as the call says; it is not garbage before the reset."""
        if call.leave == "close":
            for event in stream:
                if witness.take_event(event) == call.take:
                    stream.close()
            return
        with stream:
            for event in stream:
                if witness.take_event(event) == call.take:
                    break

    def _client(self, call: Call) -> SyncClient:
        key = (call.client, call.base_url, call.token)
        if key not in self._clients:
            http = None if self._http_client is None else self._http_client()
            self._connections += [] if http is None else [http]
            self._clients[key] = (
                invocant.Gateway(
                    base_url=call.base_url,
                    api_key=call.token,
                    http_client=http,
                    transport=self._transport,
                    verify=TLS,
                )
                if call.client == "Gateway"
                else invocant.Client(
                    host=call.base_url,
                    token=call.token,
                    http_client=http,
                    transport=self._transport,
                    verify=TLS,
                )
            )
        return self._clients[key]


class AsyncDriver:
    """Drives ``AsyncClient`` and ``AsyncGateway`` over ``transport``, on a loop of its own.

    ``http_client`` makes connections to use instead.
    """

    name: str = "async"
    target: str = OWN_TARGET

    def __init__(
        self,
        http_client: Callable[[], httpx.AsyncClient] | None = None,
        *,
        transport: Literal["httpx", "httpx2", "aiohttp"] | None = None,
    ) -> None:
        if transport is not None:
            self.name = f"async-{transport}"
        self._transport: Literal["httpx", "httpx2", "aiohttp"] | None = transport
        self._http_client = http_client
        self._clients: dict[Key, AsyncClient] = {}
        self._connections: list[httpx.AsyncClient] = []
        self._streams: list[object] = []
        self._runner = asyncio.Runner()

    def call(self, call: Call) -> Outcome:
        """Make the call and tell what came of it."""
        return self._runner.run(self._call(call))

    def reset(self) -> None:
        """Close the clients, and let go of the streams that calls left open."""
        self._runner.run(self._reset())
        self._runner.close()
        self._runner = asyncio.Runner()

    def lacks(self, method: str) -> str | None:
        """Nothing: every method of the specification is there."""
        return None

    def close(self) -> None:
        """Close the clients."""
        self.reset()

    async def read(self, stream: AsyncStream[object], call: Call, witness: Witness) -> None:
        """Read a stream and leave it as the call says; it is not garbage before the reset."""
        if call.leave == "close":
            async for event in stream:
                if witness.take_event(event) == call.take:
                    await stream.close()
            return
        async with stream:
            async for event in stream:
                if witness.take_event(event) == call.take:
                    break

    async def _call(self, call: Call) -> Outcome:
        client = self._client(call)
        method: Callable[..., Awaitable[object]] = attrgetter(call.method)(client)
        refused = _refused_by_python(method, call)
        if refused is not None:
            return refused
        with Witness(client) as witness:
            answer = await method(**_arguments(call))
            if _is_async_stream(answer):
                self._streams.append(answer)
                await self.read(answer, call, witness)
                if call.final:
                    witness.take_final(await answer.final(), answer.notes)
            else:
                witness.take_answer(answer)
        return witness.outcome()

    async def _reset(self) -> None:
        for client in self._clients.values():
            await client.close()
        for connection in self._connections:
            await connection.aclose()
        self._clients.clear()
        self._connections.clear()
        self._streams.clear()

    def _client(self, call: Call) -> AsyncClient:
        key = (call.client, call.base_url, call.token)
        if key not in self._clients:
            http = None if self._http_client is None else self._http_client()
            self._connections += [] if http is None else [http]
            self._clients[key] = (
                invocant.AsyncGateway(
                    base_url=call.base_url,
                    api_key=call.token,
                    http_client=http,
                    transport=self._transport,
                    verify=TLS,
                )
                if call.client == "Gateway"
                else invocant.AsyncClient(
                    host=call.base_url,
                    token=call.token,
                    http_client=http,
                    transport=self._transport,
                    verify=TLS,
                )
            )
        return self._clients[key]


def _is_stream(answer: object) -> TypeGuard[AccumulatingStream[object, object]]:
    return isinstance(answer, AccumulatingStream)


def _is_async_stream(answer: object) -> TypeGuard[AsyncAccumulatingStream[object, object]]:
    return isinstance(answer, AsyncAccumulatingStream)


def _arguments(call: Call) -> dict[str, object]:
    options: dict[str, object] = {"max_retries": call.max_retries}
    if call.retry_unsafe:
        options["retry_unsafe"] = True
    if call.timeout is not None:
        options["timeout"] = call.timeout
    for name in ("extra_query", "extra_headers", "extra_body"):
        if getattr(call, name):
            options[name] = getattr(call, name)
    return {**_given(call), **options}


def _given(call: Call) -> dict[str, object]:
    """The arguments by their names in Python."""
    headers = {name.lower(): value for name, value in call.headers.items()}
    wire: Mapping[str, object] = {**headers, **call.query, **call.path, **call.body}
    return {_python_name(name): value for name, value in wire.items()}


def _python_name(name: str) -> str:
    """Underscores stand for what Python does not allow; reserved names have one more."""
    plain = re.sub(r"\W", "_", name)
    return f"{plain}_" if keyword.iskeyword(plain) or plain in RESERVED else plain


def _refused_by_python(method: Callable[..., object], call: Call) -> Outcome | None:
    """A call that lacks an argument: the language refuses it before the client sees it."""
    parameters = inspect.signature(method).parameters.values()
    given = _given(call)
    for parameter in parameters:
        named = parameter.kind is not parameter.VAR_KEYWORD
        if named and parameter.default is parameter.empty and parameter.name not in given:
            message = f"missing argument: {parameter.name}"
            return Outcome(
                error=ErrorSeen(kind="RequestError", message=message, field=parameter.name)
            )
    return None

"""Clients of every flavour over every HTTP library, called in one way."""

import asyncio
import ssl
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Literal, Protocol, Self, TypeAlias, TypedDict, TypeVar, Unpack

import invocant
from invocant import Model, RequestOptions, Timeout, params

__all__ = [
    "ASYNC_LANES",
    "LANES",
    "MESSAGES",
    "MODEL",
    "NAME",
    "SYNC_LANES",
    "TOKEN",
    "Caller",
    "ClientOptions",
    "Lane",
    "Result",
    "async_client",
    "reach",
    "sync_client",
]

TOKEN: Final = "dapi-fault-sentinel-0123456789"
NAME: Final = "endpoint-1"
MODEL: Final = "model-1"
MESSAGES: Final[list[params.chat.ChatMessage]] = [{"role": "user", "content": "hi"}]

# Reading the certificates takes longer than everything else that making a client does.
TLS: Final = ssl.create_default_context()

MOMENT: Final = 0.005

T = TypeVar("T")
Transport: TypeAlias = Literal["httpx", "httpx2", "aiohttp"]
Result: TypeAlias = Model | str | Sequence[Model] | None

SYNCHRONOUS: Final[tuple[Transport, ...]] = ("httpx", "httpx2")
ASYNCHRONOUS: Final[tuple[Transport, ...]] = ("httpx", "httpx2", "aiohttp")


@dataclass(frozen=True, kw_only=True, slots=True)
class Lane:
    """One flavour of the client over one HTTP library."""

    flavour: Literal["sync", "async"]
    transport: Transport

    @property
    def knows_trio(self) -> bool:
        """Whether the library runs under trio, too."""
        return self.transport != "aiohttp"

    def __str__(self) -> str:
        return f"{self.flavour}-{self.transport}"


SYNC_LANES: Final = tuple(Lane(flavour="sync", transport=each) for each in SYNCHRONOUS)
ASYNC_LANES: Final = tuple(Lane(flavour="async", transport=each) for each in ASYNCHRONOUS)
LANES: Final = (*SYNC_LANES, *ASYNC_LANES)


class ClientOptions(TypedDict, total=False):
    """Arguments that both flavours of the client take."""

    timeout: float | Timeout
    max_retries: int
    verify: bool | ssl.SSLContext
    cert: str
    proxy: str


class Caller(Protocol):
    """One client; its methods block whatever its flavour."""

    def chat(self, **options: Unpack[RequestOptions]) -> Result:
        """A POST that is answered with JSON."""
        ...

    def stream(self, **options: Unpack[RequestOptions]) -> Result:
        """A POST that is answered with events, read to their end."""
        ...

    def get(self, **options: Unpack[RequestOptions]) -> Result:
        """A GET that is answered with JSON."""
        ...

    def text(self, **options: Unpack[RequestOptions]) -> Result:
        """A GET that is answered with text."""
        ...

    def put(self, **options: Unpack[RequestOptions]) -> Result:
        """A PUT that is answered with JSON."""
        ...

    def delete(self, **options: Unpack[RequestOptions]) -> Result:
        """A DELETE whose answer says nothing."""
        ...

    def idle(self) -> None:
        """Make no call for a moment; an event loop runs on."""
        ...

    def close(self) -> None:
        """Close the client. May be called again."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...


def reach(lane: Lane, url: str, **options: Unpack[ClientOptions]) -> Caller:
    """A client of ``lane`` for the server at ``url``; leaving it closes it."""
    if lane.flavour == "sync":
        return SyncCaller(sync_client(lane, url, **options))
    return AsyncCaller(async_client(lane, url, **options))


def sync_client(lane: Lane, url: str, **options: Unpack[ClientOptions]) -> invocant.Client:
    """The client that a synchronous lane is about."""
    given: ClientOptions = {"verify": TLS, **options}
    return invocant.Client(host=url, token=TOKEN, transport=lane.transport, **given)


def async_client(lane: Lane, url: str, **options: Unpack[ClientOptions]) -> invocant.AsyncClient:
    """The client that an asynchronous lane is about."""
    given: ClientOptions = {"verify": TLS, **options}
    return invocant.AsyncClient(host=url, token=TOKEN, transport=lane.transport, **given)


class SyncCaller:
    """Calls ``Client``."""

    def __init__(self, client: invocant.Client) -> None:
        self._chat = client.chat.completions
        self._endpoints = client.serving_endpoints
        self._client = client

    def chat(self, **options: Unpack[RequestOptions]) -> Result:
        return self._chat.create(messages=MESSAGES, model=MODEL, **options)

    def stream(self, **options: Unpack[RequestOptions]) -> Result:
        with self._chat.create(messages=MESSAGES, model=MODEL, stream=True, **options) as stream:
            return list(stream)

    def get(self, **options: Unpack[RequestOptions]) -> Result:
        return self._endpoints.get(NAME, **options)

    def text(self, **options: Unpack[RequestOptions]) -> Result:
        return self._endpoints.export_metrics(NAME, **options)

    def put(self, **options: Unpack[RequestOptions]) -> Result:
        return self._endpoints.update_config(NAME, served_entities=[], **options)

    def delete(self, **options: Unpack[RequestOptions]) -> Result:
        self._endpoints.delete(NAME, **options)
        return None

    def idle(self) -> None:
        """Nothing runs between calls."""

    def close(self) -> None:
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncCaller:
    """Calls ``AsyncClient`` on an event loop of its own, which may keep no task."""

    def __init__(self, client: invocant.AsyncClient) -> None:
        self._chat = client.chat.completions
        self._endpoints = client.serving_endpoints
        self._client = client
        self._runner = asyncio.Runner()

    def chat(self, **options: Unpack[RequestOptions]) -> Result:
        return self._run(self._chat.create(messages=MESSAGES, model=MODEL, **options))

    def stream(self, **options: Unpack[RequestOptions]) -> Result:
        return self._run(self._events(options))

    def get(self, **options: Unpack[RequestOptions]) -> Result:
        return self._run(self._endpoints.get(NAME, **options))

    def text(self, **options: Unpack[RequestOptions]) -> Result:
        return self._run(self._endpoints.export_metrics(NAME, **options))

    def put(self, **options: Unpack[RequestOptions]) -> Result:
        return self._run(self._endpoints.update_config(NAME, served_entities=[], **options))

    def delete(self, **options: Unpack[RequestOptions]) -> Result:
        return self._run(self._endpoints.delete(NAME, **options))

    def idle(self) -> None:
        self._run(asyncio.sleep(MOMENT))

    def close(self) -> None:
        self._run(self._client.close())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._runner:
            self.close()
            assert not asyncio.all_tasks(self._runner.get_loop())

    async def _events(self, options: RequestOptions) -> list[Model]:
        stream = await self._chat.create(messages=MESSAGES, model=MODEL, stream=True, **options)
        async with stream:
            return [event async for event in stream]

    def _run(self, work: Coroutine[object, object, T]) -> T:
        return self._runner.run(work)

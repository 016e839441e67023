"""What the tests of the runtime share: a small API, and one way to drive both flavours."""

import asyncio
import importlib
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Generic, Literal, NotRequired, Protocol, TypeVar, overload

import httpx
from typing_extensions import TypedDict

from runtime._async.stream import AsyncStream
from runtime._async.transport import AsyncTransport
from runtime.credentials import token_credential
from runtime.models import Model
from runtime.observers import Observers
from runtime.operation import Arguments, Finished, Operation, StreamEnd
from runtime.options import RequestOptions, Timeout
from runtime.response import Response
from runtime.settings import Settings
from runtime.typed import Typed

TOKEN = "dapi-sentinel-0123456789"
SETTINGS = Settings(base_url="http://workspace.test", credential=token_credential(TOKEN))

M = TypeVar("M", bound=Model)
T = TypeVar("T")
E = TypeVar("E", covariant=True)
Handler = Callable[[httpx.Request], httpx.Response]
Flavour = Literal["sync", "async"]


class Message(TypedDict):
    role: str
    content: NotRequired[str | None]


class ChatRequest(TypedDict):
    messages: Sequence[Message]
    model: NotRequired[str]
    temperature: NotRequired[float | None]
    stream: NotRequired[bool]


class Delta(Model):
    content: str | None = None


class Choice(Model):
    index: int | None = None
    delta: Delta | None = None
    finish_reason: str | None = None


class Chunk(Model):
    choices: list[Choice]


class Answer(Model):
    id: str | None
    choices: list[Choice]


FINISHED = Finished(list="choices", key="index", field="finish_reason", count="n")
STREAM_END = StreamEnd(marker="[DONE]", finished=FINISHED)
CHAT = Operation(
    id="chat", method="POST", path="/chat", body=lambda: ChatRequest, stream_end=STREAM_END
)
GET = Operation(id="get", method="GET", path="/things/{name}")
DELETE = Operation(id="delete", method="DELETE", path="/things/{name}")

HELLO = Arguments(body={"messages": [{"role": "user", "content": "hi"}]})
THING = Arguments(path={"name": "thing"})


class StreamLike(Protocol[E]):
    """A stream of either flavour, driven synchronously."""

    @property
    def response(self) -> Response: ...
    @property
    def received(self) -> list[bytes]: ...
    def __iter__(self) -> Iterator[E]: ...
    def __next__(self) -> E: ...
    def __enter__(self) -> object: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...
    def close(self) -> None: ...


class TransportLike(Protocol):
    """A transport of either flavour, driven synchronously."""

    @overload
    def request(self, operation: Operation, answer: type[M], arguments: Arguments) -> M: ...
    @overload
    def request(self, operation: Operation, answer: type[Typed[T]], arguments: Arguments) -> T: ...
    def request_text(self, operation: Operation, arguments: Arguments) -> str: ...
    def request_nothing(self, operation: Operation, arguments: Arguments) -> None: ...
    @overload
    def stream(
        self, operation: Operation, event: type[M], arguments: Arguments
    ) -> StreamLike[M]: ...
    @overload
    def stream(
        self, operation: Operation, event: type[Typed[T]], arguments: Arguments
    ) -> StreamLike[T]: ...
    def close(self) -> None: ...


class DrivenStream(Generic[T]):
    """An asynchronous stream, one event a step of the loop."""

    def __init__(self, stream: AsyncStream[T], runner: asyncio.Runner) -> None:
        self._stream = stream
        self._runner = runner

    @property
    def response(self) -> Response:
        return self._stream.response

    @property
    def received(self) -> list[bytes]:
        return self._stream.received

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        async def step() -> T:
            return await anext(self._stream)

        try:
            return self._runner.run(step())
        except StopAsyncIteration:
            raise StopIteration from None

    def __enter__(self) -> "DrivenStream[T]":
        self._runner.run(self._stream.__aenter__())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._runner.run(self._stream.__aexit__(kind, error, traceback))

    def close(self) -> None:
        self._runner.run(self._stream.close())


class DrivenTransport:
    """An asynchronous transport behind the synchronous interface."""

    def __init__(self, transport: AsyncTransport, runner: asyncio.Runner) -> None:
        self._transport = transport
        self._runner = runner

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
        return self._runner.run(self._transport.request(operation, answer, arguments))

    def request_text(self, operation: Operation, arguments: Arguments) -> str:
        return self._runner.run(self._transport.request_text(operation, arguments))

    def request_nothing(self, operation: Operation, arguments: Arguments) -> None:
        self._runner.run(self._transport.request_nothing(operation, arguments))

    @overload
    def stream(
        self, operation: Operation, event: type[M], arguments: Arguments
    ) -> StreamLike[M]: ...
    @overload
    def stream(
        self, operation: Operation, event: type[Typed[T]], arguments: Arguments
    ) -> StreamLike[T]: ...
    def stream(
        self,
        operation: Operation,
        event: type[Model] | type[Typed[object]],
        arguments: Arguments,
    ) -> StreamLike[object]:
        stream = self._runner.run(self._transport.stream(operation, event, arguments))
        return DrivenStream(stream, self._runner)

    def close(self) -> None:
        self._runner.run(self._transport.close())


class Waits:
    """Stands in for sleeping; ``seconds`` tells what was asked for."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def sync(self, seconds: float) -> None:
        self.seconds.append(seconds)

    async def awaited(self, seconds: float) -> None:
        self.seconds.append(seconds)


class Bench:
    """Makes transports of one flavour.

    ``waits`` records what they would have slept; ``now`` is the time of their clock.
    """

    def __init__(self, flavour: Flavour, runner: asyncio.Runner) -> None:
        self.waits = Waits()
        self.now = 0.0
        self.flavour: Flavour = flavour
        self.runner = runner

    def over(
        self,
        handler: Handler,
        settings: Settings = SETTINGS,
        observers: Observers | None = None,
    ) -> TransportLike:
        """A transport whose requests ``handler`` answers."""
        mock = httpx.MockTransport(handler)
        http = httpx.Client if self.flavour == "sync" else httpx.AsyncClient
        return self.connected(settings, http_client=http(transport=mock), observers=observers)

    def connected(
        self,
        settings: Settings,
        *,
        http_client: httpx.Client | httpx.AsyncClient | None = None,
        timeout: float | Timeout | None = None,
        observers: Observers | None = None,
    ) -> TransportLike:
        """A transport that opens connections unless a client is given."""
        options: RequestOptions = {} if timeout is None else {"timeout": timeout}
        if self.flavour == "sync":
            make: Callable[..., TransportLike] = importlib.import_module(
                "runtime._sync.transport"
            ).Transport
            return make(
                settings,
                http_client=http_client,
                options=options,
                observers=observers,
                sleep=self.waits.sync,
                random=lambda: 0.0,
                clock=lambda: self.now,
            )
        assert not isinstance(http_client, httpx.Client)
        transport = AsyncTransport(
            settings,
            http_client=http_client,
            options=options,
            observers=observers,
            sleep=self.waits.awaited,
            random=lambda: 0.0,
            clock=lambda: self.now,
        )
        return DrivenTransport(transport, self.runner)

    def run(self, awaitable: Callable[[], Awaitable[None]]) -> None:
        """Let an asynchronous helper run on the loop of the transports."""

        async def wait() -> None:
            await awaitable()

        self.runner.run(wait())

    def settle(self) -> None:
        """Let the loop finish what was handed to it."""
        self.run(lambda: asyncio.sleep(0.01))


def again(answer: httpx.Response) -> httpx.Response:
    """The same answer for another request: a response serves one request of one flavour."""
    return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)


def json_answer(
    status: int = 200, body: object = None, headers: Mapping[str, str] | None = None
) -> httpx.Response:
    """An answer with JSON."""
    return httpx.Response(status, json=body, headers=headers)


def sse_answer(*events: str, end: str = "") -> httpx.Response:
    """An answer that streams ``events`` as data lines."""
    text = "".join(f"data: {event}\n\n" for event in events) + end
    return httpx.Response(200, content=text.encode(), headers={"content-type": "text/event-stream"})


def chunk(text: str, *, index: int = 0, finish: str | None = None) -> str:
    """One event of a chat stream, as JSON."""
    choice = Choice(index=index, delta=Delta(content=text), finish_reason=finish)
    return Chunk(choices=[choice]).model_dump_json()

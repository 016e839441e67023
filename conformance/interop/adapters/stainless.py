"""Adapters of libraries that Stainless generates: their clients differ in names only."""

from __future__ import annotations

import asyncio
import inspect
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from interop.adapters.protocol import Call, Unsupported, run
from interop.adapters.seen import Json, Seen

__all__ = ["Library", "main"]

_STATUS_KINDS = (
    *("BadRequestError", "AuthenticationError", "PermissionDeniedError", "NotFoundError"),
    *("ConflictError", "UnprocessableEntityError", "RateLimitError", "InternalServerError"),
    "APIStatusError",
)
# Arguments of every method that are no members of a body.
_OPTIONS = {"timeout", "extra_headers", "extra_query", "extra_body"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Library:
    """One of them. Its module and classes have no common type, hence `Any`.

    `methods`: for each operation what follows the host, and the method of the client. `base`: the
    URL for the client, from the one of the call. `finals`: by resource, how its stream helper
    gives the answer that the events made up. `event`: what came of an event of the helper, None
    for one that the helper added.
    """

    name: str
    module: Any
    client: Callable[..., Any]
    async_client: Callable[..., Any]
    methods: Mapping[str, tuple[str, str]]
    base: Callable[[str], str]
    finals: Mapping[str, str]
    event: Callable[[Any], object | None]

    def options(self, call: Call) -> dict[str, Any]:
        """Settings of a client."""
        base_url = self.base(call.base_url) + self.methods[call.operation][0]
        timeout = {} if call.timeout is None else {"timeout": call.timeout}
        return {"max_retries": call.max_retries, "base_url": base_url, **timeout}

    def method(self, client: Any, call: Call) -> tuple[Callable[..., Any], dict[str, Any]]:
        """The method to call, and its arguments."""
        name = self.methods[call.operation][1]
        method = attrgetter(name)(client)
        if not call.final:
            return method, _arguments(method, call)
        resource = name.rpartition(".")[0]
        if resource not in self.finals:
            raise Unsupported(f"no helper makes up the answer of {call.operation}")
        arguments = _arguments(method, call)
        # The helper asks for a stream by itself.
        arguments.pop("stream", None)
        return attrgetter(f"{resource}.stream")(client), arguments

    def final(self, stream: Any, call: Call) -> Callable[[], Any]:
        """The method of a helper that gives the answer."""
        resource = self.methods[call.operation][1].rpartition(".")[0]
        final: Callable[[], Any] = getattr(stream, self.finals[resource])
        return final

    def kind(self, error: Exception) -> str | None:
        """What the protocol calls an error of the library's family."""
        module = self.module
        if isinstance(error, module.APIResponseValidationError):
            return "APIResponseError"
        for kind in ("APITimeoutError", "APIConnectionError", *_STATUS_KINDS):
            if isinstance(error, getattr(module, kind)):
                return kind
        # What remains of the family is raised for an error within a stream.
        return "StreamError" if isinstance(error, module.APIError) else None

    def details(self, error: Any) -> Mapping[str, Json | bytes]:
        """What an error tells."""
        code = getattr(error, "code", None) or getattr(error, "type", None)
        told: dict[str, Json | bytes] = {"error_code": None if code is None else str(code)}
        if isinstance(error, self.module.APIStatusError | self.module.APIResponseValidationError):
            response = error.response
            told["status"] = error.status_code
            told["headers"] = dict(response.headers)
            told["body"] = _body(response)
            told["request_id"] = getattr(error, "request_id", None)
        return told


class _Adapter:
    """What both flavours share. A client lives until the reset."""

    loggers: Sequence[str]
    abilities: Sequence[str] = ("stream", "final", "retries", "leave", "extra")

    def __init__(self, library: Library, name: str) -> None:
        self.name = name
        self.version: str = library.module.__version__
        self.operations: Sequence[str] = (*library.methods,)
        self.loggers = (library.module.__name__,)
        self._library = library
        self._client: Any = None
        # A stream that is left is not garbage before the reset.
        self._open: list[object] = []

    def kind(self, error: Exception) -> str | None:
        """What the protocol calls an error of the library's family."""
        return self._library.kind(error)

    def details(self, error: Exception) -> Mapping[str, Json | bytes]:
        """What an error tells."""
        return self._library.details(error)


class _Sync(_Adapter):
    """The synchronous client."""

    def call(self, call: Call, seen: Seen) -> None:
        """Make the call."""
        library = self._library
        if self._client is None:
            self._client = library.client(api_key=call.token, base_url=call.base_url)
        client = self._client.with_options(**library.options(call))
        seen.show(client)
        method, arguments = library.method(client, call)
        answer = method(**arguments)
        self._open.append(answer)
        if call.final:
            self._read_final(answer, call, seen)
        elif isinstance(answer, library.module.Stream):
            self._read(answer, seen)
        else:
            _take(answer, [*answer] if hasattr(answer, "has_next_page") else None, seen)

    def reset(self) -> None:
        """Close the client."""
        if self._client is not None:
            self._client.close()
        self._client = None
        self._open.clear()

    def _read(self, stream: Any, seen: Seen) -> None:
        seen.begin()
        with stream:
            for event in stream:
                leave = seen.event(_dump(event))
                if leave == "close":
                    stream.close()
                if leave is not None:
                    break

    def _read_final(self, helper: Any, call: Call, seen: Seen) -> None:
        with helper as stream:
            seen.begin()
            for event in stream:
                _take_event(self._library.event(event), seen)
            seen.make_up(_dump(self._library.final(stream, call)()))


class _Async(_Adapter):
    """The asynchronous client, on a loop that lives as long."""

    abilities: Sequence[str] = (*_Adapter.abilities, "async")

    def __init__(self, library: Library, name: str) -> None:
        super().__init__(library, name)
        self._runner = asyncio.Runner()

    def call(self, call: Call, seen: Seen) -> None:
        """Make the call."""
        self._runner.run(self._call(call, seen))

    def reset(self) -> None:
        """Close the client and its loop."""
        if self._client is not None:
            self._runner.run(self._client.close())
        self._client = None
        self._open.clear()
        self._runner.close()
        self._runner = asyncio.Runner()

    async def _call(self, call: Call, seen: Seen) -> None:
        library = self._library
        if self._client is None:
            self._client = library.async_client(api_key=call.token, base_url=call.base_url)
        client = self._client.with_options(**library.options(call))
        seen.show(client)
        method, arguments = library.method(client, call)
        answer = method(**arguments)
        answer = await answer if inspect.isawaitable(answer) else answer
        self._open.append(answer)
        if call.final:
            await self._read_final(answer, call, seen)
        elif isinstance(answer, library.module.AsyncStream):
            await self._read(answer, seen)
        else:
            pages = hasattr(answer, "has_next_page")
            _take(answer, [each async for each in answer] if pages else None, seen)

    async def _read(self, stream: Any, seen: Seen) -> None:
        seen.begin()
        async with stream:
            async for event in stream:
                leave = seen.event(_dump(event))
                if leave == "close":
                    await stream.close()
                if leave is not None:
                    break

    async def _read_final(self, helper: Any, call: Call, seen: Seen) -> None:
        async with helper as stream:
            seen.begin()
            async for event in stream:
                _take_event(self._library.event(event), seen)
            seen.make_up(_dump(await self._library.final(stream, call)()))


def main(library: Library) -> None:
    """Serve the library's client; with `--async` its asynchronous one."""
    if "--async" in sys.argv:
        run(_Async(library, f"{library.name}-async"))
    else:
        run(_Sync(library, library.name))


def _arguments(method: Callable[..., Any], call: Call) -> dict[str, Any]:
    """Members that are no arguments go where users put them, into `extra_body`."""
    known = set(inspect.signature(method).parameters) - _OPTIONS
    extra = {name: value for name, value in call.body.items() if name not in known}
    others = {
        "extra_body": {**extra, **call.extra_body},
        "extra_headers": call.all_headers(),
        "extra_query": call.all_query(),
    }
    given = {name: value for name, value in call.body.items() if name in known}
    return {**call.path, **given, **{name: value for name, value in others.items() if value}}


def _body(response: Any) -> bytes | None:
    """None for a stream, which an error does not read."""
    try:
        body: bytes = response.content
    except RuntimeError:
        return None
    return body


def _take(answer: Any, entries: list[Any] | None, seen: Seen) -> None:
    if entries is not None:
        seen.entries([*map(_dump, entries)])
    seen.answer(_dump(answer))


def _take_event(event: object | None, seen: Seen) -> None:
    if event is not None:
        seen.event(_dump(event))


def _dump(answer: Any) -> Json:
    """What a caller gets; other things than models come where the body was something else."""
    if hasattr(answer, "to_dict"):
        return _dump(answer.to_dict(mode="python", warnings=False))
    if isinstance(answer, list):
        return [_dump(each) for each in answer]
    if isinstance(answer, dict):
        return {str(name): _dump(value) for name, value in answer.items()}
    return answer if isinstance(answer, bool | int | float | str | None) else repr(answer)

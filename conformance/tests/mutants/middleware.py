"""ASGI middleware that lets one function change every request and answer of an application."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias
from urllib.parse import unquote

from pydantic import JsonValue, TypeAdapter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Object: TypeAlias = dict[str, JsonValue]
_OBJECT: TypeAdapter[Object] = TypeAdapter(Object)


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A request; header names are in lower case, `path` is as it was sent, without the query."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Object:
        """The body as an object, empty where it is none."""
        return read_object(self.body)

    def with_json(self, value: JsonValue) -> "Call":
        """Return the call with another body."""
        return replace(self, body=json.dumps(value).encode())


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """A whole answer; header names are in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Object:
        """The body as an object, empty where it is none."""
        return read_object(self.body)

    @property
    def value(self) -> JsonValue:
        """The body as JSON of any kind, None where it is none."""
        try:
            value: JsonValue = json.loads(self.body)
        except ValueError:
            return None
        return value

    @property
    def is_json(self) -> bool:
        """Whether the answer is JSON."""
        return self.headers.get("content-type", "").startswith("application/json")

    @property
    def is_stream(self) -> bool:
        """Whether the answer is an event stream."""
        return self.headers.get("content-type", "").startswith("text/event-stream")

    def with_body(self, body: bytes, *, content_type: str | None = None) -> "Answer":
        """Return the answer with another body."""
        headers = self.headers | ({"content-type": content_type} if content_type else {})
        return replace(self, body=body, headers=headers)

    def with_json(self, value: JsonValue) -> "Answer":
        """Return the answer with another JSON body."""
        return self.with_body(json.dumps(value).encode(), content_type="application/json")


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """The unbroken application behind a mutation; `memory` lasts as long as the application."""

    app: ASGIApp
    scope: Scope
    memory: dict[str, JsonValue]

    async def answer(self, call: Call) -> Answer:
        """Let the unbroken application answer a call."""
        return await _answer(self.app, self.scope, call)


Mutation: TypeAlias = Callable[[Call, Server], Awaitable[Answer]]


@dataclass(kw_only=True, slots=True)
class Mutated:
    """An application whose every exchange goes through a mutation while the switch is on."""

    app: ASGIApp
    mutation: Mutation
    on: bool
    memory: dict[str, JsonValue] = field(default_factory=dict[str, JsonValue])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or take part in the lifespan."""
        if scope["type"] != "http" or not self.on:
            await self.app(scope, receive, send)
            return
        call = await _read(scope, receive)
        server = Server(app=self.app, scope=scope, memory=self.memory)
        await _send(await self.mutation(call, server), send)


def read_object(body: bytes) -> Object:
    """Return a JSON object, an empty one for anything else."""
    try:
        return _OBJECT.validate_json(body)
    except ValueError:
        return {}


async def _read(scope: Scope, receive: Receive) -> Call:
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    return Call(
        method=scope["method"],
        path=scope["raw_path"].decode() if scope.get("raw_path") else scope["path"],
        query=scope["query_string"].decode(),
        headers={name.decode(): value.decode() for name, value in scope["headers"]},
        body=body,
    )


async def _answer(app: ASGIApp, scope: Scope, call: Call) -> Answer:
    parts: list[bytes] = []
    start: Message = {}
    pending = [{"type": "http.request", "body": call.body, "more_body": False}]

    async def receive() -> Message:
        if not pending:
            await asyncio.Event().wait()
        return pending.pop()

    async def send(message: Message) -> None:
        start.update(message)
        parts.append(message.get("body", b""))

    headers = call.headers | {"content-length": str(len(call.body))}
    await app(_scope(scope, call, headers), receive, send)
    return Answer(
        status=start["status"],
        headers={name.decode().lower(): value.decode() for name, value in start["headers"]},
        body=b"".join(parts),
    )


def _scope(scope: Scope, call: Call, headers: dict[str, str]) -> Scope:
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    return {
        **scope,
        "method": call.method,
        "path": unquote(call.path),
        "raw_path": call.path.encode(),
        "query_string": call.query.encode(),
        "headers": raw,
    }


async def _send(answer: Answer, send: Send) -> None:
    headers = answer.headers | {"content-length": str(len(answer.body))}
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": answer.status, "headers": raw})
    await send({"type": "http.response.body", "body": answer.body})

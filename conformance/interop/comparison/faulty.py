"""Servers that do what servers should not: each answers every request in one scripted way."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager

__all__ = ["CUTS", "UNKNOWN", "WRONG_TYPES", "faulty_servers"]

UNKNOWN = "of_tomorrow"
CUTS = ("cut-in-order", "cut-without-framing", "cut-within-a-chunk")
"""Streams that end too early: the body ended as HTTP wants it, by closing the connection where
that ends a body, or by closing it where it does not."""
WRONG_TYPES = ("created-is-a-list", "content-is-a-number", "tokens-are-words")
"""Chat answers of which one field breaks its type."""

_ABOUT = {"id": "chatcmpl-1", "created": 1732190400, "model": "served"}
_USAGE = {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}
_STATE = {"ready": UNKNOWN, "config_update": "NOT_UPDATING"}


def _answer(status: str, kind: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 {status}\r\ncontent-type: {kind}\r\nconnection: close\r\n"
    return f"{head}content-length: {len(body)}\r\n\r\n".encode() + body


def _json(value: object, status: str = "200 OK") -> bytes:
    return _answer(status, "application/json", json.dumps(value).encode())


def _chat(
    *, content: object = "Hello!", finish_reason: str = "stop", **other: object
) -> dict[str, object]:
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": finish_reason}
    about = {**_ABOUT, "object": "chat.completion"}
    return {**about, "choices": [choice], "usage": _USAGE, **other}


def _events() -> list[bytes]:
    """A whole stream; without its last two events, one that was cut."""
    events: list[str] = []
    for number, word in enumerate(("One", " two", " three", "")):
        reason = "stop" if not word else None
        delta = {"role": "assistant", "content": word}
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        chunk = {**_ABOUT, "object": "chat.completion.chunk", "choices": [choice]}
        usage = {**_USAGE, "completion_tokens": number, "total_tokens": number + 3}
        events.append(json.dumps({**chunk, "usage": usage}))
    return [f"data: {event}\n\n".encode() for event in (*events, "[DONE]")]


def _chunks(events: list[bytes]) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(event), event) for event in events)


def _answers() -> Mapping[str, bytes]:
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n"
    chunked = head + b"transfer-encoding: chunked\r\n\r\n"
    whole = _events()
    begun = whole[:-2]
    page = b"<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>"
    refusal = {"error_code": "RESOURCE_DOES_NOT_EXIST", "message": "There is no such endpoint."}
    endpoint = {"name": "served", "id": "1", "state": _STATE}
    return {
        "whole": chunked + _chunks(whole) + b"0\r\n\r\n",
        "cut-in-order": chunked + _chunks(begun) + b"0\r\n\r\n",
        "cut-without-framing": head + b"\r\n" + b"".join(begun),
        "cut-within-a-chunk": chunked + _chunks(begun) + b"ff\r\ndata: {",
        "html": _answer("200 OK", "text/html; charset=utf-8", page),
        "refused": _json(refusal, "404 Not Found"),
        # A chat and an endpoint at once: each client asks for what it has an enumeration of.
        "unknown-enum": _json({**_chat(finish_reason=UNKNOWN), **endpoint}),
        "created-is-a-list": _json(_chat(created=["yesterday"])),
        "content-is-a-number": _json(_chat(content=7)),
        "tokens-are-words": _json(_chat(usage={**_USAGE, "total_tokens": "five"})),
        "right": _json(_chat()),
    }


@contextmanager
def faulty_servers() -> Generator[dict[str, str], None, None]:
    """The URL of a server for every fault by name; "right" and "whole" answer as they should."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        started = [_start(name, answer) for name, answer in _answers().items()]
        yield dict(
            asyncio.run_coroutine_threadsafe(each, loop).result(timeout=10) for each in started
        )
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _start(name: str, answer: bytes) -> tuple[str, str]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        # What databricks-sdk asks of a host before anything else is answered in order.
        discovery = head.startswith(b"GET /.well-known/")
        length = head.lower().partition(b"content-length:")[2].split(b"\r\n")[0]
        await reader.readexactly(int(length or 0))
        writer.write(_json({"workspace_id": "1234567890"}) if discovery else answer)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    return name, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

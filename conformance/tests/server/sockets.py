"""Asking a server over a bare socket, to see what a client library would hide."""

import json
import socket
from dataclasses import dataclass
from typing import Any, Final

from .examples import CHAT_MODEL, MESSAGES

CHAT_PATH: Final = "/serving-endpoints/chat/completions"
PATIENCE: Final = 5.0


@dataclass(frozen=True, kw_only=True)
class Heard:
    """All bytes that came, and whether a reset followed them instead of the end."""

    data: bytes
    reset: bool

    @property
    def head(self) -> str:
        return self.data.partition(b"\r\n\r\n")[0].decode("latin-1")

    @property
    def body(self) -> bytes:
        return self.data.partition(b"\r\n\r\n")[2]

    @property
    def status(self) -> int:
        return int(self.head.split(" ")[1])

    @property
    def headers(self) -> dict[str, str]:
        pairs = (line.partition(": ") for line in self.head.split("\r\n")[1:])
        return {name.lower(): value for name, _, value in pairs}


def connect(url: str) -> socket.socket:
    host, _, port = url.removeprefix("http://").partition(":")
    return socket.create_connection((host, int(port)), timeout=PATIENCE)


def chat(**changes: Any) -> dict[str, Any]:
    return {"model": CHAT_MODEL, "messages": MESSAGES, "max_tokens": 3} | changes


def request(
    *faults: str,
    path: str = CHAT_PATH,
    body: Any = None,
    method: str = "POST",
    token: str = "dapi-test",
    last: bool = True,
) -> bytes:
    """Write a request; after the last one on a connection the server closes it."""
    raw = b"" if method == "GET" else json.dumps(chat() if body is None else body).encode()
    lines = [
        f"{method} {path} HTTP/1.1",
        "host: server",
        f"authorization: Bearer {token}",
        "content-type: application/json",
        f"content-length: {len(raw)}",
        *(["connection: close"] if last else []),
        *(f"x-invocant-fault: {fault}" for fault in faults),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + raw


def hear(connection: socket.socket) -> Heard:
    """Read until the connection ends."""
    data = b""
    try:
        while piece := connection.recv(65536):
            data += piece
    except ConnectionResetError:
        return Heard(data=data, reset=True)
    return Heard(data=data, reset=False)


def ask(url: str, *faults: str, **more: Any) -> Heard:
    """Send one request and read until the connection ends."""
    with connect(url) as connection:
        connection.sendall(request(*faults, **more))
        return hear(connection)

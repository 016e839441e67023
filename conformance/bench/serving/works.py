"""What servers are asked for, and how much it may cost."""

from __future__ import annotations

import json
from dataclasses import dataclass

__all__ = ["MODEL", "PATH", "TOKEN", "WORKS", "Work", "content", "request"]

PATH = "/serving-endpoints/chat/completions"
MODEL = "databricks-meta-llama-3-3-70b-instruct"
TOKEN = "dapi-bench"


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """`times` requests a round over `connections`, streamed or not.

    `bar`: how many times the CPU of bare Starlette the reference server may use.
    """

    name: str
    title: str
    streamed: bool
    times: int
    connections: int = 16
    bar: float = 2.0


WORKS = (
    Work(name="chat", title="chat", streamed=False, times=4000),
    Work(name="stream", title="stream of some 40 events", streamed=True, times=800),
)


def content(number: int, *, streamed: bool, model: str = MODEL) -> dict[str, object]:
    """The body of one request, unlike those with other numbers."""
    return {
        "model": model,
        "messages": [
            {"role": "system", "content": "You are a helpful assistant."},
            {"role": "user", "content": f"What is a mixture of {number} experts, in two words?"},
        ],
        "temperature": 0.1,
        "max_tokens": 64,
        "stream": streamed,
    }


def request(number: int, *, streamed: bool, model: str = MODEL) -> bytes:
    """One request as it goes over the wire."""
    body = json.dumps(content(number, streamed=streamed, model=model)).encode()
    head = (
        f"POST {PATH} HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {TOKEN}\r\n"
        "Content-Type: application/json\r\nAccept: application/json\r\nUser-Agent: bench\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body

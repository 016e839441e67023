"""What reached the origin: requests, byte for byte."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ..json_values import JsonValue

__all__ = ["Received", "take_request"]

END_OF_HEAD: Final = b"\r\n\r\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Received:
    """One request. ``arrived`` and ``date`` are its time in seconds, monotonic and wall clock."""

    raw: bytes = field(repr=False)
    method: str
    target: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    arrived: float
    date: float

    def json(self) -> JsonValue:
        """The body as JSON. Raises ValueError when it is none."""
        value: JsonValue = json.loads(self.body)
        return value


def take_request(buffer: bytearray, *, arrived: float, date: float) -> Received | None:
    """Remove the first complete request from ``buffer``; ``None`` while it is incomplete."""
    head, found, rest = bytes(buffer).partition(END_OF_HEAD)
    if not found:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in _pairs(lines)}
    taken = _take_body(headers, rest)
    if taken is None:
        return None
    body, length = taken
    size = len(head) + len(END_OF_HEAD) + length
    raw = bytes(buffer[:size])
    del buffer[:size]
    method, target, *_ = [*first.split(" "), "", ""]
    return Received(
        raw=raw,
        method=method,
        target=target,
        headers=headers,
        body=body,
        arrived=arrived,
        date=date,
    )


def _pairs(lines: list[str]) -> list[tuple[str, str, str]]:
    return [line.partition(":") for line in lines]


def _take_body(headers: Mapping[str, str], rest: bytes) -> tuple[bytes, int] | None:
    """The body at the start of ``rest`` and how many bytes it takes there."""
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return _take_chunks(rest)
    length = int(headers.get("content-length", "0"))
    return (rest[:length], length) if len(rest) >= length else None


def _take_chunks(rest: bytes) -> tuple[bytes, int] | None:
    body, position = b"", 0
    while True:
        end = rest.find(b"\r\n", position)
        if end < 0:
            return None
        size = int(rest[position:end].split(b";")[0], 16)
        start, position = end + 2, end + 2 + size + 2
        if len(rest) < position:
            return None
        if size == 0:
            return body, position
        body += rest[start : start + size]

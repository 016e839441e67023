"""Bytes that are no HTTP, or HTTP that nobody may rely on."""

from typing import Final

from invocant import APIConnectionError, APIResponseError, APIStatusError

from .conversation import End
from .faults import Fault, answer, stream

__all__ = ["GARBAGE"]

CHUNKED: Final = stream(kind=b"application/json")

NOT_HTTP: Final[dict[str, bytes]] = {
    "noise": bytes(range(256)),
    "line-ends": b"\r\n" * 8,
    "zeros": bytes(64),
    "page-without-headers": b"<html><title>Sign in</title></html>\r\n\r\n",
    "other-protocol": b"SSH-2.0-OpenSSH_9.6\r\n",
    "http-2": b"\0\0\x12\x04\0\0\0\0\0\0\x03\0\0\0d",
    "status-of-letters": answer(status=b"abc OK"),
    "status-of-two-digits": answer(status=b"20 OK"),
    "header-without-colon": answer(b"{}", b"no colon here"),
    "header-with-nul": answer(b"{}", b"x-nul: a\0b"),
    "header-name-with-space": answer(b"{}", b"x nul: a"),
    "headers-of-a-megabyte": answer(b"{}", b"x-long: " + b"a" * 1_000_000),
    "headers-without-end": b"HTTP/1.1 200 OK\r\n" + b"x-more: a\r\n" * 100_000,
    "lengths-that-differ": answer(b"{}", b"content-length: 3"),
    "length-negative": answer(b"{}").replace(b"length: 2", b"length: -2"),
    "length-of-letters": answer(b"{}").replace(b"length: 2", b"length: two"),
}
BROKEN_CHUNKS: Final[dict[str, bytes]] = {
    "chunk-size-of-letters": CHUNKED + b"zz\r\n{}\r\n",
    "chunk-size-negative": CHUNKED + b"-2\r\n{}\r\n",
    "chunk-longer-than-its-size": CHUNKED + b"2\r\n{}{}\r\n0\r\n\r\n",
    "chunk-size-immense": CHUNKED + b"f" * 30 + b"\r\n{}\r\n",
}

GARBAGE: Final = (
    *(
        Fault(id=f"chat-{name}", scripts=((raw, End.CLOSE),), error=APIConnectionError)
        for name, raw in (NOT_HTTP | BROKEN_CHUNKS).items()
    ),
    Fault(
        id="chat-protocol-switched",
        scripts=((b"HTTP/1.1 101 Switching Protocols\r\nupgrade: own\r\n\r\n", End.CLOSE),),
        error=APIConnectionError,
        also=APIStatusError,
    ),
    Fault(
        id="chat-coding-unknown",
        scripts=((CHUNKED.replace(b"chunked", b"rot13") + b'{"pubvprf":[]}', End.CLOSE),),
        error=APIConnectionError,
        also=APIResponseError,
    ),
    Fault(
        id="chat-not-modified",
        scripts=((b"HTTP/1.1 304 Not Modified\r\n\r\n",),),
        error=APIStatusError,
        attributes={"status": 304},
    ),
)

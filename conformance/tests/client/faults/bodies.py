"""Complete answers that are not what the operation answers with, and odd ones that are."""

import gzip
import zlib
from typing import Final

from invocant import APIResponseError, InternalServerError, StreamInterrupted

from .conversation import End, Script
from .faults import DONE, END, EVENT, EVENTS, JSON, VALUE, Fault, answer, chunk, stream

__all__ = ["BODIES"]

PAGE: Final = b"<!doctype html><title>Sign in</title>"
GZIP: Final = b"content-encoding: gzip"
ZIPPED: Final = gzip.compress(JSON)
ZIPPED_EVENTS: Final = gzip.compress(EVENT + DONE)
ZIPPED_TEXT: Final = gzip.compress(b"".join(b"metric_%d %d\n" % (n, n * n) for n in range(400)))

UNFIT: Final[dict[str, tuple[bytes, bytes]]] = {
    "page": (answer(PAGE, kind=b"text/html"), PAGE),
    "json-called-a-page": (answer(JSON, kind=b"text/html"), JSON),
    "json-called-text": (answer(JSON, kind=b"text/plain"), JSON),
    "type-missing": (b"HTTP/1.1 200 OK\r\ncontent-length: 25\r\n\r\n" + JSON, JSON),
    "empty": (answer(b""), b""),
    "blank": (answer(b" \r\n"), b" \r\n"),
    "nul-bytes": (answer(b"\0" * 14), b"\0" * 14),
    "nul-in-a-string": (answer(b'{"id":"\0","choices":[]}'), b'{"id":"\0","choices":[]}'),
    "latin-1": (answer(b'{"id":"\xe4","choices":[]}'), b'{"id":"\xe4","choices":[]}'),
    "events": (answer(EVENT + DONE, kind=b"text/event-stream"), EVENT + DONE),
    "gzip-unannounced": (answer(ZIPPED), ZIPPED),
    "json-cut": (answer(JSON[:-1]), JSON[:-1]),
    "json-twice": (answer(JSON + JSON), JSON + JSON),
}
"""An answer, and its body as the error has to give it."""

UNDECODABLE: Final[dict[str, bytes]] = {
    "gzip-that-is-none": answer(JSON, GZIP),
    "gzip-corrupt": answer(ZIPPED[:12] + b"\xff\xff" + ZIPPED[14:], GZIP),
    "gzip-truncated": answer(ZIPPED[:-12], GZIP),
    "gzip-with-a-wrong-checksum": answer(ZIPPED[:-8] + bytes(8), GZIP),
    "encoding-unknown": answer(ZIPPED, b"content-encoding: x-own"),
    "deflate-that-is-none": answer(JSON, b"content-encoding: deflate"),
    "brotli-that-is-none": answer(JSON + b"\xff", b"content-encoding: br"),
    "zstd-that-is-none": answer(JSON + b"\xff", b"content-encoding: zstd"),
}
READABLE: Final[dict[str, Script]] = {
    "gzip": (answer(ZIPPED, GZIP),),
    "gzip-in-chunks": (
        stream(GZIP, kind=b"application/json"),
        *(chunk(bytes([byte])) for byte in ZIPPED),
        END,
    ),
    "deflate": (answer(zlib.compress(JSON), b"content-encoding: deflate"),),
    "deflate-raw": (answer(zlib.compress(JSON, wbits=-15), b"content-encoding: deflate"),),
    "identity": (answer(JSON, b"content-encoding: identity"),),
    "charset-wrong": (answer(kind=b"application/json; charset=utf-16"),),
    "charset-unknown": (answer(kind=b"application/json; charset=klingon"),),
    "http-1.0": (answer().replace(b"HTTP/1.1", b"HTTP/1.0"), End.CLOSE),
    "reason-missing": (answer(status=b"200 "),),
    "body-byte-by-byte": tuple(answer()[at : at + 1] for at in range(len(answer()))),
    "interim-answer": (b"HTTP/1.1 100 Continue\r\n\r\n", answer()),
    "interim-answers": (
        b"HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n",
        b"HTTP/1.1 102 Processing\r\n\r\n" + answer(),
    ),
    "headers-of-60-kB": (answer(JSON, *(b"x-%d: " % n + b"a" * 1000 for n in range(60))),),
    "header-of-60-kB": (answer(JSON, b"x-long: " + b"a" * 60_000),),
    "header-not-ascii": (answer(JSON, b"x-name: Gr\xfc\xc3\xbc\xdfe"),),
}
READABLE_STREAMS: Final[dict[str, Script]] = {
    "gzip": (stream(GZIP), chunk(ZIPPED_EVENTS), END),
    "gzip-cut-everywhere": (
        stream(GZIP),
        *(chunk(bytes([byte])) for byte in ZIPPED_EVENTS),
        END,
    ),
    "charset-wrong": (
        stream(kind=b"text/event-stream; charset=latin-1"),
        chunk(EVENT + DONE) + END,
    ),
    "end-marker-repeated": (stream(), chunk(EVENT + DONE + DONE) + END),
    "more-after-the-end-marker": (stream(), chunk(EVENT + DONE + EVENT) + END),
    "interim-answer": (b"HTTP/1.1 100 Continue\r\n\r\n", stream(), chunk(EVENT + DONE) + END),
}
UNFIT_STREAMS: Final[dict[str, bytes]] = {
    "json": answer(),
    "page": answer(PAGE, kind=b"text/html"),
    "empty": answer(b""),
    "no-content": b"HTTP/1.1 204 No Content\r\n\r\n",
}
CUT_GZIP_STREAMS: Final[dict[str, Script]] = {
    "gzip-truncated": (stream(GZIP), chunk(ZIPPED_EVENTS[:-30]) + END),
    "gzip-corrupt": (stream(GZIP), chunk(ZIPPED_EVENTS[:20] + bytes(20)) + END),
    "gzip-that-is-none": (stream(GZIP), chunk(EVENT + DONE) + END),
}

BODIES: Final = (
    *(
        Fault(
            id=f"chat-{name}",
            scripts=((raw,),),
            error=APIResponseError,
            attributes={"status": 200, "body": body},
        )
        for name, (raw, body) in UNFIT.items()
    ),
    *(
        Fault(
            id=f"chat-{name}",
            scripts=((raw,),),
            error=APIResponseError,
            attributes={"status": 200},
        )
        for name, raw in UNDECODABLE.items()
    ),
    *(
        Fault(id=f"chat-{name}", scripts=(script,), result=VALUE)
        for name, script in READABLE.items()
    ),
    *(
        Fault(id=f"stream-{name}", call="stream", scripts=(script,), result=EVENTS)
        for name, script in READABLE_STREAMS.items()
    ),
    *(
        Fault(id=f"stream-{name}", call="stream", scripts=((raw,),), error=APIResponseError)
        for name, raw in UNFIT_STREAMS.items()
    ),
    *(
        Fault(id=f"stream-{name}", call="stream", scripts=(script,), error=StreamInterrupted)
        for name, script in CUT_GZIP_STREAMS.items()
    ),
    *(
        Fault(
            id=f"delete-{name}",
            call="delete",
            scripts=((answer(PAGE, kind=b"text/html"),),),
            error=APIResponseError,
        )
        for name in ("page",)
    ),
    Fault(
        id="chat-no-content",
        scripts=((b"HTTP/1.1 204 No Content\r\n\r\n",),),
        error=APIResponseError,
        attributes={"status": 204, "body": b""},
    ),
    Fault(id="delete-no-content", call="delete", scripts=((b"HTTP/1.1 204 No Content\r\n\r\n",),)),
    Fault(
        id="text-gzip-truncated",
        call="text",
        scripts=((answer(ZIPPED_TEXT[:-200], GZIP, kind=b"text/plain"),),),
        error=APIResponseError,
        attributes={"status": 200},
    ),
    Fault(
        id="text-charset-unknown",
        call="text",
        scripts=((answer(b"a 1\n", kind=b"text/plain; charset=klingon"),),),
        error=APIResponseError,
        attributes={"status": 200, "body": b"a 1\n"},
    ),
    Fault(
        id="chat-refusal-with-broken-gzip-keeps-its-status",
        scripts=((answer(b"oh dear", GZIP, status=b"500 Oops"),),),
        error=InternalServerError,
        attributes={"status": 500},
    ),
)

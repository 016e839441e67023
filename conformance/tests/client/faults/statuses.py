"""Refusals: which of them are met with the same request again, how often and when."""

from collections.abc import Iterator
from typing import Final

from invocant import (
    APIStatusError,
    ConflictError,
    InternalServerError,
    InvocantError,
    NotFoundError,
    RateLimitError,
)

from .conversation import Script
from .faults import EVENTS, FINE, FINE_STREAM, VALUE, Call, Fault, answer

__all__ = ["STATUSES"]

BACKOFF: Final = (0.5, 1.0)
WRITING: Final[tuple[Call, ...]] = ("chat", "stream", "put", "delete")
TURNED_AWAY: Final[dict[int, type[InvocantError]]] = {
    429: RateLimitError,
    503: InternalServerError,
}
PERHAPS_EXECUTED: Final[dict[int, type[InvocantError]]] = {
    408: APIStatusError,
    500: InternalServerError,
    502: InternalServerError,
    503: InternalServerError,
    504: InternalServerError,
}
FINAL: Final[dict[int, type[InvocantError]]] = {
    404: NotFoundError,
    409: ConflictError,
    425: APIStatusError,
    501: InternalServerError,
    529: InternalServerError,
}


def refusal(status: int, *headers: bytes) -> Script:
    """An answer that refuses."""
    return (answer(b'{"message":"no"}', *headers, status=b"%d No" % status),)


def asked_to_wait(name: str, header: bytes, waits: tuple[float, ...], call: Call) -> Fault:
    """A call that is asked twice to come back later, and then succeeds."""
    return Fault(
        id=f"{call}-429-{name}",
        call=call,
        scripts=(refusal(429, header), refusal(429, header), FINE),
        result=VALUE,
        requests=3,
        waits=waits,
    )


def _repeated() -> Iterator[Fault]:
    for call in ("get", "chat", "put"):
        for status, kind in TURNED_AWAY.items():
            yield Fault(
                id=f"{call}-{status}-with-a-wait-until-the-retries-are-spent",
                call=call,
                scripts=3 * (refusal(status, b"retry-after: 2"),),
                error=kind,
                attributes={"status": status, "retry_after": 2.0},
                requests=3,
                waits=(2.0, 2.0),
            )
    for status, kind in PERHAPS_EXECUTED.items():
        yield Fault(
            id=f"get-{status}-until-the-retries-are-spent",
            call="get",
            scripts=3 * (refusal(status),),
            error=kind,
            attributes={"status": status, "retry_after": None},
            requests=3,
            waits=BACKOFF,
        )
        yield Fault(
            id=f"chat-{status}-repeated-when-that-is-wanted",
            scripts=(refusal(status), refusal(status), FINE),
            options={"retry_unsafe": True},
            result=VALUE,
            requests=3,
            waits=BACKOFF,
        )


def _once() -> Iterator[Fault]:
    for status, kind in PERHAPS_EXECUTED.items():
        for call in WRITING:
            yield Fault(
                id=f"{call}-{status}-once",
                call=call,
                scripts=(refusal(status),),
                error=kind,
                attributes={"status": status},
            )
    for status, kind in FINAL.items():
        yield Fault(
            id=f"get-{status}-once",
            call="get",
            scripts=(refusal(status),),
            error=kind,
            attributes={"status": status},
        )


STATUSES: Final = (
    *_repeated(),
    *_once(),
    asked_to_wait("seconds", b"retry-after: 7", (7.0, 7.0), "chat"),
    asked_to_wait("fraction", b"retry-after: 1.5", (1.5, 1.5), "chat"),
    asked_to_wait("milliseconds", b"retry-after-ms: 250", (0.25, 0.25), "chat"),
    asked_to_wait("absent", b"x: y", BACKOFF, "chat"),
    asked_to_wait("nonsense", b"retry-after: soon", BACKOFF, "chat"),
    asked_to_wait("negative", b"retry-after: -7", BACKOFF, "chat"),
    asked_to_wait("infinite", b"retry-after: inf", BACKOFF, "chat"),
    asked_to_wait("cap", b"retry-after: 60", (60.0, 60.0), "get"),
    Fault(
        id="get-429-above-the-cap",
        call="get",
        scripts=(refusal(429, b"retry-after: 61"),),
        error=RateLimitError,
        attributes={"status": 429, "retry_after": 61.0},
    ),
    Fault(
        id="chat-503-above-the-cap",
        scripts=(refusal(503, b"retry-after: Fri, 31 Dec 9999 23:59:59 GMT"),),
        error=InternalServerError,
        attributes={"status": 503},
    ),
    Fault(
        id="chat-429-without-retries",
        scripts=(refusal(429, b"retry-after: 1"),),
        options={"max_retries": 0},
        error=RateLimitError,
        attributes={"status": 429, "retry_after": 1.0},
    ),
    Fault(
        id="stream-429-and-repeated",
        call="stream",
        scripts=(refusal(429, b"retry-after: 3"), FINE_STREAM),
        result=EVENTS,
        requests=2,
        waits=(3.0,),
    ),
)

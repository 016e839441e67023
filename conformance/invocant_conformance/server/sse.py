"""Server-sent events."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass

from starlette.responses import StreamingResponse

from ..json_values import JsonObject, dump_bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """An event with a name of its own, as the Messages and Responses formats have."""

    event: str
    data: JsonObject


def event(data: bytes, name: str = "") -> bytes:
    """Write one event; neither the data nor the name, "" for none, has line breaks."""
    named = b"event: %b\n" % name.encode() if name else b""
    return b"%bdata: %b\n\n" % (named, data)


def stream_response(
    chunks: Iterable[JsonObject | Named],
    *,
    end_marker: str,
    delay: float,
    sleep: Callable[[float], Awaitable[object]],
) -> StreamingResponse:
    """Answer with events that leave one by one, delay seconds apart, and the end marker, if any."""

    async def events() -> AsyncIterator[bytes]:
        for number, chunk in enumerate(chunks):
            if number and delay:
                await sleep(delay)
            if isinstance(chunk, Named):
                yield event(dump_bytes(chunk.data), chunk.event)
            else:
                yield event(dump_bytes(chunk))
        if end_marker:
            yield event(end_marker.encode())

    headers = {"cache-control": "no-cache", "x-accel-buffering": "no"}
    return StreamingResponse(events(), headers=headers, media_type="text/event-stream")

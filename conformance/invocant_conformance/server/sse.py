"""Server-sent events."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass

from starlette.responses import StreamingResponse

from ..json_values import JsonObject, dump


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """An event with a name of its own, as the Messages and Responses formats have."""

    event: str
    data: JsonObject


def event(data: str, name: str = "") -> bytes:
    """Write one event; neither the data nor the name, "" for none, has line breaks."""
    named = f"event: {name}\n" if name else ""
    return f"{named}data: {data}\n\n".encode()


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
                yield event(dump(chunk.data), chunk.event)
            else:
                yield event(dump(chunk))
        if end_marker:
            yield event(end_marker)

    headers = {"cache-control": "no-cache", "x-accel-buffering": "no"}
    return StreamingResponse(events(), headers=headers, media_type="text/event-stream")

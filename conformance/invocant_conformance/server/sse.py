"""Server-sent events."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

from starlette.responses import StreamingResponse

from ..json_values import JsonObject, dump


def event(data: str) -> bytes:
    """Write one event; the data has no line breaks."""
    return f"data: {data}\n\n".encode()


def stream_response(
    chunks: Iterator[JsonObject],
    *,
    end_marker: str,
    delay: float,
    sleep: Callable[[float], Awaitable[object]],
) -> StreamingResponse:
    """Answer with events that leave one by one, delay seconds apart, and the end marker."""

    async def events() -> AsyncIterator[bytes]:
        for number, chunk in enumerate(chunks):
            if number and delay:
                await sleep(delay)
            yield event(dump(chunk))
        yield event(end_marker)

    headers = {"cache-control": "no-cache", "x-accel-buffering": "no"}
    return StreamingResponse(events(), headers=headers, media_type="text/event-stream")

"""What a connection holds when an answer, or all of interest in it, has been read.

httpcore takes bytes that follow a complete answer in the same read for the beginning of the next
answer on that connection, which then is somebody else's.
"""

import select
import socket
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Final, cast

__all__ = ["async_drain", "connection_of", "drain", "has_leftover"]

# The last bytes of a body follow its last event at once, or not for a long time.
PATIENCE: Final = 0.05

# How a chunked body ends, if without trailers.
LAST_CHUNK: Final = b"0\r\n\r\n"

# Where httpcore keeps the state of the connection; whatever is not found is not asked.
STATE: Final = ("stream", "_stream", "_connection", "_h11_state")


def has_leftover(response: object) -> bool:
    """Whether bytes were read from the connection that do not belong to what was given out."""
    return bool(_read_ahead(response))


def connection_of(response: object) -> object:
    """The socket that a response comes from; ``None`` where that is not known."""
    extensions: Mapping[str, object] = getattr(response, "extensions", {})
    return getattr(extensions.get("network_stream"), "get_extra_info", _nothing)("socket")


def _nothing(info: str) -> None:
    """Stand in for what is not there."""


def _read_ahead(response: object) -> bytes:
    state = response
    for name in STATE:
        state = getattr(state, name, None)
    pending: object = getattr(state, "trailing_data", (b"",))
    data: object = cast("tuple[object, ...]", pending)[0]
    return data if isinstance(data, bytes) else b""


async def async_drain(pieces: AsyncIterator[bytes], _: object) -> None:
    """Read the rest of a body if it comes at once, so that its connection can be used again."""
    import anyio  # costs as much as a client to make

    with anyio.move_on_after(PATIENCE):
        async for _piece in pieces:
            pass


def drain(pieces: Iterator[bytes], response: object) -> None:
    """The synchronous twin of :func:`async_drain`, which looks before it reads."""
    found = connection_of(response)
    if not isinstance(found, socket.socket):
        return
    while _read_ahead(response).endswith(LAST_CHUNK) or select.select([found], [], [], PATIENCE)[0]:
        if next(pieces, None) is None:
            return

"""What an answer leaves behind in its connection."""

from contextlib import suppress
from typing import Final

import pytest

from invocant import APIConnectionError

from .conversation import End, Script
from .faults import END, EVENTS, FINE, FINE_STREAM, VALUE, answer, chunk, stream
from .lanes import LANES, Lane, reach
from .results import plain
from .server import FaultServer

OTHER: Final = answer(b'{"name":"of somebody else","choices":[]}')
TOO_MUCH: Final[dict[str, Script]] = {
    "bytes": (answer() + b"\r\nmore", End.HANG),
    "another-answer": (answer() + OTHER, End.HANG),
    "another-answer-later": (answer(), 0.01, OTHER, End.HANG),
    "after-chunks": (
        stream(kind=b"application/json") + chunk(b'{"name":"a","choices":[]}') + END + OTHER,
        End.HANG,
    ),
}


@pytest.mark.parametrize("more", TOO_MUCH)
@pytest.mark.parametrize("lane", LANES, ids=str)
def test_bytes_after_an_answer_are_not_the_next_answer(lane: Lane, more: str) -> None:
    with FaultServer(TOO_MUCH[more], FINE) as server, reach(lane, server.url) as caller:
        with suppress(APIConnectionError):  # aiohttp refuses an answer that nonsense follows
            assert plain(caller.chat()) == VALUE
        server.wait_until_stalled()
        caller.idle()
        assert plain(caller.chat()) == VALUE
    assert server.connections == 2


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_the_connection_of_a_complete_stream_is_used_again(lane: Lane) -> None:
    with FaultServer(FINE_STREAM, FINE) as server, reach(lane, server.url) as caller:
        assert plain(caller.stream()) == EVENTS
        assert plain(caller.chat()) == VALUE
        assert server.connections == 1

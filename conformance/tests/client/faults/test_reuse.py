"""Connections are used again where that is safe, and nowhere else."""

import re
from contextlib import suppress
from typing import Final

import pytest

from invocant import APIConnectionError, InvocantError

from .conversation import End, Script
from .faults import (
    DONE,
    EVENT,
    EVENTS,
    FINE,
    JSON,
    VALUE,
    Call,
    answer,
    chunk,
    stream,
)
from .lanes import LANES, Lane, reach
from .results import plain
from .server import FaultServer

LATE_REFUSAL: Final = answer(b"{}", b"connection: close", status=b"408 Request Timeout")

BODY_HEADERS: Final = re.compile(
    b"\r\n(transfer-encoding|content-type|content-length: [1-9])", re.IGNORECASE
)

LEFT_BEHIND: Final[dict[str, Script]] = {
    "closed": (answer(), End.CLOSE),
    "reset": (answer(), End.RESET),
    "half-closed": (answer(), End.HALF_CLOSE),
    "closed-as-announced": (answer(JSON, b"connection: close"), End.CLOSE),
    "told-something-else-later": (answer(), 0.01, answer(b'{"name":"b","choices":[]}'), End.HANG),
    "told-it-waited-too-long": (answer(), 0.03, LATE_REFUSAL, End.CLOSE),
}


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_one_connection_serves_one_call_after_the_other(lane: Lane) -> None:
    refusal = (answer(b"{}", status=b"404 Not Found"),)
    with FaultServer(FINE, FINE, refusal, FINE) as server, reach(lane, server.url) as caller:
        caller.chat()
        caller.get()
        with pytest.raises(Exception, match="404"):
            caller.delete()
        caller.put()
        assert server.connections == 1


@pytest.mark.parametrize("call", ["get", "text", "delete"])
@pytest.mark.parametrize("lane", LANES, ids=str)
def test_a_call_without_body_sends_none(lane: Lane, call: Call) -> None:
    with FaultServer((answer(kind=b"text/plain"),)) as server, reach(lane, server.url) as caller:
        with suppress(InvocantError):
            getattr(caller, call)()
        [request] = server.requests
    assert request.endswith(b"\r\n\r\n")
    assert not re.search(
        b"\r\n(transfer-encoding|content-type|content-length: [1-9])", request, re.I
    )


@pytest.mark.parametrize("left", LEFT_BEHIND)
@pytest.mark.parametrize("lane", LANES, ids=str)
def test_a_connection_that_ended_while_it_was_idle_is_not_used(
    lane: Lane, left: str, waits: list[float]
) -> None:
    scripts = (LEFT_BEHIND[left], FINE)
    with FaultServer(*scripts) as server, reach(lane, server.url) as caller:
        assert plain(caller.chat()) == VALUE
        server.wait_until_settled()
        caller.idle()
        assert plain(caller.chat()) == VALUE
    assert (len(server.requests), server.connections, waits) == (2, 2, [])


@pytest.mark.parametrize("end", [End.CLOSE, End.RESET], ids=lambda end: end.name.lower())
@pytest.mark.parametrize("call", ["chat", "put", "delete", "stream"])
@pytest.mark.parametrize("lane", LANES, ids=str)
def test_a_change_lost_on_a_used_connection_is_not_repeated(
    lane: Lane, call: Call, end: End, waits: list[float]
) -> None:
    with FaultServer(FINE, (end,)) as server, reach(lane, server.url) as caller:
        caller.chat()
        with pytest.raises(APIConnectionError) as caught:
            getattr(caller, call)()
    assert caught.value.sent
    assert (len(server.requests), waits) == (2, [])


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_a_get_lost_on_a_used_connection_counts_as_an_attempt(
    lane: Lane, waits: list[float]
) -> None:
    lost = 3 * ((End.CLOSE,),)
    with FaultServer(FINE, *lost) as server, reach(lane, server.url) as caller:
        caller.chat()
        with pytest.raises(APIConnectionError):
            caller.get()
    assert len(server.requests) == 1 + 3
    assert len(waits) == 2


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_what_follows_an_end_marker_is_not_the_next_answer(lane: Lane) -> None:
    unending = (stream() + chunk(EVENT + DONE) + chunk(EVENT), End.HANG)
    with FaultServer(unending, FINE) as server, reach(lane, server.url) as caller:
        assert plain(caller.stream()) == EVENTS
        assert plain(caller.chat()) == VALUE
        assert server.connections == 2

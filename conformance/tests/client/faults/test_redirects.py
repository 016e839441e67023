"""Redirects are reported, never followed: the credential is for the configured origin alone."""

from contextlib import ExitStack

import pytest

from invocant import APIStatusError

from .faults import FINE, Call, answer
from .lanes import LANES, Lane, reach
from .server import FaultServer

STATUSES = (301, 302, 303, 307, 308)


@pytest.mark.parametrize("call", ["chat", "stream", "get", "delete"])
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("lane", LANES, ids=str)
def test_a_redirect_to_another_origin_takes_nothing_there(
    lane: Lane, status: int, call: Call, waits: list[float]
) -> None:
    with ExitStack() as stack:
        elsewhere = stack.enter_context(FaultServer(FINE))
        location = f"location: {elsewhere.url}/login?secret=1".encode()
        redirect = (answer(b"", location, status=b"%d Elsewhere" % status),)
        server = stack.enter_context(FaultServer(redirect))
        caller = stack.enter_context(reach(lane, server.url))
        with pytest.raises(APIStatusError) as caught:
            getattr(caller, call)()
    assert (type(caught.value), caught.value.status) == (APIStatusError, status)
    assert f"location: {elsewhere.url}/login " in str(caught.value)
    assert (elsewhere.connections, len(server.requests), waits) == (0, 1, [])


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("lane", LANES, ids=str)
def test_a_redirect_within_the_origin_is_not_followed_either(lane: Lane, status: int) -> None:
    redirect = (answer(b"", b"location: /other", status=b"%d Elsewhere" % status),)
    with FaultServer(redirect, FINE) as server, reach(lane, server.url) as caller:
        with pytest.raises(APIStatusError, match="redirects are not followed; location: /other"):
            caller.get()
        assert len(server.requests) == 1

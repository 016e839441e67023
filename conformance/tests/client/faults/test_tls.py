"""Encrypted connections that break after the handshake."""

from typing import Final

import pytest

from invocant import APIConnectionError, StreamInterrupted

from .certificates import Certificates
from .conversation import End, Raw, Script
from .faults import EVENT, FINE, VALUE, Call, answer, chunk, stream
from .lanes import LANES, Lane, reach
from .results import plain
from .server import FaultServer

NO_TLS: Final = Raw(b"no TLS at all")

BROKEN: Final[dict[str, tuple[Call, Script, type[Exception]]]] = {
    "closed": ("chat", (End.CLOSE,), APIConnectionError),
    "reset": ("chat", (End.RESET,), APIConnectionError),
    "scrambled": ("chat", (NO_TLS, End.HANG), APIConnectionError),
    "closed-in-the-body": ("chat", (answer()[:-5], End.CLOSE), APIConnectionError),
    "scrambled-in-the-body": ("chat", (answer()[:-5], 0.02, NO_TLS, End.HANG), APIConnectionError),
    "closed-in-a-stream": ("stream", (stream() + chunk(EVENT), End.CLOSE), StreamInterrupted),
    "reset-in-a-stream": ("stream", (stream() + chunk(EVENT), End.RESET), StreamInterrupted),
    "scrambled-in-a-stream": (
        "stream",
        (stream() + chunk(EVENT), 0.02, NO_TLS, End.HANG),
        StreamInterrupted,
    ),
}


@pytest.mark.parametrize("way", BROKEN)
@pytest.mark.parametrize("lane", LANES, ids=str)
def test_an_encrypted_connection_breaks(lane: Lane, way: str, certificates: Certificates) -> None:
    call, script, kind = BROKEN[way]
    with (
        FaultServer(script, FINE, tls=certificates.server()) as server,
        reach(lane, server.url, verify=certificates.client()) as caller,
    ):
        with pytest.raises(kind) as caught:
            getattr(caller, call)()
        assert type(caught.value) is kind
        assert plain(caller.chat()) == VALUE
        caller.close()
        server.wait_until_left()


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_a_server_that_misses_a_certificate_of_the_clients_own_says_so_late(
    lane: Lane, certificates: Certificates
) -> None:
    with (
        FaultServer(FINE, tls=certificates.demanding_server()) as server,
        reach(lane, server.url, verify=certificates.client()) as caller,
    ):
        with pytest.raises(APIConnectionError):
            caller.chat()
        assert server.requests == []

"""What can go wrong before a request is sent; ``sent`` tells that it was not."""

import socket
import ssl
from collections.abc import Callable
from pathlib import Path

import pytest

from invocant import APIConnectionError, APITimeoutError, Timeout

from .certificates import Certificates
from .conversation import PATIENCE, End, Script
from .faults import FINE, VALUE, answer
from .lanes import LANES, Lane, reach
from .results import plain, unsent
from .server import FaultServer, deaf_server, unused_port

QUICK = Timeout(connect=0.1, read=5, write=5, pool=5)


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_nobody_listens(lane: Lane, waits: list[float]) -> None:
    with reach(lane, f"http://127.0.0.1:{unused_port()}") as caller:
        assert type(unsent(caller, waits)) is APIConnectionError


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_the_name_is_unknown(
    lane: Lane, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with reach(lane, "http://workspace.invalid") as caller:
        error = unsent(caller, waits)
    assert type(error) is APIConnectionError
    assert "no answer from http://workspace.invalid" in str(error)


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_connecting_takes_too_long(lane: Lane, waits: list[float]) -> None:
    with deaf_server() as url, reach(lane, url, timeout=QUICK) as caller:
        assert type(unsent(caller, waits)) is APITimeoutError


BAD_CERTIFICATES: dict[str, Callable[[Certificates], ssl.SSLContext]] = {
    "unknown-authority": lambda known: known.other().server(),
    "expired": lambda known: known.server(expired=True),
    "other-host": lambda known: known.server("elsewhere.test"),
}


@pytest.mark.parametrize("fault", BAD_CERTIFICATES)
@pytest.mark.parametrize("lane", LANES, ids=str)
def test_the_certificate_is_no_good(
    lane: Lane, fault: str, certificates: Certificates, waits: list[float]
) -> None:
    trusted = certificates.client()
    with FaultServer(FINE, tls=BAD_CERTIFICATES[fault](certificates)) as server:
        with reach(lane, server.url, verify=trusted) as caller:
            error = unsent(caller, waits)
        assert server.requests == []
    assert type(error) is APIConnectionError
    assert "certificate" in str(error).lower()


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_an_unknown_authority_is_refused_unless_the_caller_says_so(
    lane: Lane, certificates: Certificates, waits: list[float]
) -> None:
    tls = certificates.server()
    with FaultServer(FINE, tls=tls) as server, reach(lane, server.url, verify=True) as caller:
        unsent(caller, waits)
        assert server.requests == []
    with FaultServer(FINE, tls=tls) as server, reach(lane, server.url, verify=False) as caller:
        assert plain(caller.chat()) == VALUE


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_a_trusted_certificate_is_accepted(lane: Lane, certificates: Certificates) -> None:
    with (
        FaultServer(FINE, tls=certificates.server()) as server,
        reach(lane, server.url, verify=certificates.client()) as caller,
    ):
        assert plain(caller.chat()) == VALUE


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_a_certificate_of_the_clients_own_is_shown(
    lane: Lane, certificates: Certificates, tmp_path: Path
) -> None:
    trusted, own = certificates.client(), certificates.write_client(tmp_path)
    with (
        FaultServer(FINE, tls=certificates.demanding_server()) as server,
        reach(lane, server.url, verify=trusted, cert=own) as caller,
    ):
        assert plain(caller.chat()) == VALUE


@pytest.mark.parametrize(
    ("greeting", "kind"),
    [
        ((answer(status=b"400 Bad Request"), End.CLOSE), APIConnectionError),
        ((End.CLOSE,), APIConnectionError),
        # In the middle of the handshake: Python's ssl forgets a socket that was reset before it.
        ((0.2, End.RESET), APIConnectionError),
        ((b"\x16\x03\x03", End.CLOSE), APIConnectionError),
        ((End.HANG,), APITimeoutError),
    ],
    ids=["plain-http", "closed", "reset", "cut", "silent"],
)
@pytest.mark.parametrize("lane", LANES, ids=str)
def test_the_tls_handshake_fails(
    lane: Lane,
    greeting: Script,
    kind: type[APIConnectionError],
    certificates: Certificates,
    waits: list[float],
) -> None:
    tls = certificates.server()
    with FaultServer(greetings=3 * (greeting,), tls=tls) as server:
        limit = QUICK if kind is APITimeoutError else PATIENCE
        with reach(lane, server.url, timeout=limit) as caller:
            assert type(unsent(caller, waits)) is kind
        server.wait_until_left()


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_plain_http_to_a_tls_port_is_a_connection_error(
    lane: Lane, certificates: Certificates
) -> None:
    with FaultServer(FINE, tls=certificates.server()) as server:
        plainly = server.url.replace("https", "http")
        with reach(lane, plainly) as caller, pytest.raises(APIConnectionError):
            caller.chat()
        server.wait_until_left()

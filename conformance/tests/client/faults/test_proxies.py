"""Proxies that do not do what they are asked to."""

from typing import Final

import pytest

from invocant import APIConnectionError, APIStatusError

from .conversation import End, Script
from .faults import answer
from .lanes import LANES, TOKEN, Lane, reach
from .results import unsent
from .server import FaultServer, unused_port

REFUSED: Final[dict[str, Script]] = {
    "wants-a-password": (answer(b"", status=b"407 Proxy Authentication Required"),),
    "forbids": (answer(b"<p>no", status=b"403 Forbidden", kind=b"text/html"),),
    "finds-nobody": (answer(b"", status=b"502 Bad Gateway"),),
    "tunnels-to-nobody": (b"HTTP/1.1 200 OK\r\n\r\n", End.CLOSE),
}
BROKEN_OFF: Final[dict[str, Script]] = {
    "closes": (End.CLOSE,),
    "resets": (End.RESET,),
    "talks-nonsense": (b"\0\1\2\r\n\r\n", End.CLOSE),
}


@pytest.mark.parametrize("way", REFUSED)
@pytest.mark.parametrize("lane", LANES, ids=str)
def test_the_proxy_opens_no_tunnel(lane: Lane, way: str, waits: list[float]) -> None:
    script = REFUSED[way]
    with FaultServer(*3 * (script,)) as proxy:
        address = proxy.url.replace("//", "//user:hush-hush@")
        with reach(lane, "https://workspace.test", proxy=address) as caller:
            error = unsent(caller, waits)
        proxy.wait_until_left()
    assert "hush-hush" not in str(error)
    assert all(each.startswith(b"CONNECT workspace.test:443 ") for each in proxy.requests)
    assert not any(TOKEN.encode() in each for each in proxy.requests)


@pytest.mark.parametrize("way", BROKEN_OFF)
@pytest.mark.parametrize("lane", LANES, ids=str)
def test_the_proxy_breaks_off(lane: Lane, way: str, waits: list[float]) -> None:
    with (
        FaultServer(*3 * (BROKEN_OFF[way],)) as proxy,
        reach(lane, "https://workspace.test", proxy=proxy.url) as caller,
        pytest.raises(APIConnectionError),
    ):
        caller.chat()
    assert all(each.startswith(b"CONNECT workspace.test:443 ") for each in proxy.requests)


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_the_proxy_is_not_there(lane: Lane, waits: list[float]) -> None:
    proxy = f"http://127.0.0.1:{unused_port()}"
    with reach(lane, "http://workspace.test", proxy=proxy) as caller:
        unsent(caller, waits)


@pytest.mark.parametrize("lane", LANES, ids=str)
def test_the_proxy_refuses_a_plain_request(lane: Lane, waits: list[float]) -> None:
    refusal = (answer(b"", status=b"407 Proxy Authentication Required"),)
    with (
        FaultServer(refusal) as proxy,
        reach(lane, "http://workspace.test", proxy=proxy.url) as caller,
        pytest.raises(APIStatusError) as caught,
    ):
        caller.chat()
    assert caught.value.status == 407
    assert proxy.requests[0].startswith(b"POST http://workspace.test/serving-endpoints/")

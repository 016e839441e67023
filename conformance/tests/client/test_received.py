"""Requests are found in the bytes of a connection, whole and unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.client.received import Received, take_request

PLAIN = b"GET /models?a=1 HTTP/1.1\r\nHost: h\r\n\r\n"
SIZED = b"POST /chat HTTP/1.1\r\nContent-Length: 4\r\nX-A: \xe4\r\n\r\n\r\n\r\n"
CHUNKED = (
    b"POST /chat HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"3;x=y\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n"
)


def taken(buffer: bytearray) -> Received | None:
    return take_request(buffer, arrived=1.0, date=2.0)


@given(st.lists(st.sampled_from([PLAIN, SIZED, CHUNKED]), min_size=1, max_size=4))
def test_requests_are_taken_one_by_one(requests: list[bytes]) -> None:
    buffer = bytearray(b"".join(requests))
    found = [taken(buffer) for _ in requests]
    assert [each.raw for each in found if each] == requests
    assert buffer == b""


@pytest.mark.parametrize("request_bytes", [PLAIN, SIZED, CHUNKED])
def test_an_incomplete_request_stays_where_it_is(request_bytes: bytes) -> None:
    for size in range(len(request_bytes)):
        buffer = bytearray(request_bytes[:size])
        assert taken(buffer) is None
        assert buffer == request_bytes[:size]


def test_a_request_is_taken_apart() -> None:
    found = taken(bytearray(CHUNKED))
    assert found is not None
    assert (found.method, found.target, found.body) == ("POST", "/chat", b"abc0123456789abcdef")
    assert found.headers == {"transfer-encoding": "chunked"}

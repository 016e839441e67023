"""The origin writes what its script says, byte for byte, and sees how the client leaves."""

import socket
from collections.abc import Iterator

import pytest

from invocant_conformance.client.origin import Origin
from invocant_conformance.raw.answer import Answer

REQUEST = b"GET / HTTP/1.1\r\nHost: h\r\n\r\n"


@pytest.fixture
def origin() -> Iterator[Origin]:
    with Origin() as running:
        yield running


def connect(origin: Origin) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", origin.port), timeout=5)
    connection.sendall(REQUEST)
    return connection


def read_all(connection: socket.socket) -> bytes:
    data = b""
    while piece := connection.recv(65536):
        data += piece
    return data


def test_length_is_that_of_the_body(origin: Origin) -> None:
    origin.play(Answer(headers=(("x-a", "b"),), pieces=(b"ab", b"c"), end="close"))
    with connect(origin) as connection:
        found = read_all(connection)
    assert found == b"HTTP/1.1 200 OK\r\nx-a: b\r\ncontent-length: 3\r\n\r\nabc"


def test_truncated_body_is_shorter_than_its_length(origin: Origin) -> None:
    origin.play(Answer(pieces=(b"abc",), truncated=True, end="close"))
    with connect(origin) as connection:
        assert read_all(connection).endswith(b"content-length: 103\r\n\r\nabc")


def test_every_piece_is_a_chunk(origin: Origin) -> None:
    origin.play(Answer(pieces=(b"ab", b"c"), framing="chunked", end="close"))
    with connect(origin) as connection:
        assert read_all(connection).endswith(b"\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n")


def test_truncated_chunks_lack_the_last_one(origin: Origin) -> None:
    origin.play(Answer(pieces=(b"ab",), framing="chunked", truncated=True, end="close"))
    with connect(origin) as connection:
        assert read_all(connection).endswith(b"\r\n\r\n2\r\nab\r\n")


def test_no_status_means_not_a_byte(origin: Origin) -> None:
    origin.play(Answer(status=None, end="close"))
    with connect(origin) as connection:
        assert read_all(connection) == b""


def test_a_reset_is_no_orderly_end(origin: Origin) -> None:
    origin.play(Answer(status=None, end="reset"))
    with connect(origin) as connection, pytest.raises(ConnectionResetError):
        read_all(connection)


def test_answers_come_in_order_and_requests_beyond_the_script_get_none(origin: Origin) -> None:
    origin.play(Answer(pieces=(b"1",)), Answer(pieces=(b"2",)))
    with connect(origin) as connection:
        connection.sendall(REQUEST * 2)
        found = read_all(connection)
    assert found.count(b"HTTP/1.1 200") == 2
    assert found.endswith(b"2")
    assert len(origin.requests) == 3


def test_a_client_that_stays_is_told_from_one_that_leaves(origin: Origin) -> None:
    origin.play(Answer(pieces=(b"x",), framing="chunked", end="hang"))
    with connect(origin) as connection:
        connection.recv(1)
        assert not origin.wait_until_released(0.05)
    assert origin.wait_until_released(5)


def test_the_metadata_of_a_host_are_none_of_the_calls(origin: Origin) -> None:
    origin.play(Answer(pieces=(b"scripted",), end="close"))
    with socket.create_connection(("127.0.0.1", origin.port), timeout=5) as connection:
        connection.sendall(b"GET /.well-known/databricks-config HTTP/1.1\r\nHost: h\r\n\r\n")
        connection.sendall(REQUEST)
        found = read_all(connection)
    assert found.startswith(b"HTTP/1.1 404 ")
    assert found.endswith(b"scripted")
    assert [request.target for request in origin.requests] == ["/"]

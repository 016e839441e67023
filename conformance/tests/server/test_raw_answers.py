"""Raw answers that a request brings along, as they are on the wire."""

import base64
from collections.abc import Iterator

import pytest

from invocant_conformance.embedded import reference_server
from invocant_conformance.server.settings import ServerSettings

from .sockets import ask, chat, connect, hear, request

RAW = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with reference_server(ServerSettings(token_delay=0)) as url:
        yield url


def test_a_raw_answer_comes_byte_for_byte(url: str) -> None:
    raw = b"HTTP/1.0 299 Odd\nx: \xff\n\nbody"
    spec = f"raw;base64={base64.b64encode(raw).decode()}"
    assert ask(url, spec).data == raw
    assert ask(url, f"{spec};end=reset").reset


def test_a_raw_answer_can_keep_the_connection(url: str) -> None:
    spec = f"raw;base64={base64.b64encode(RAW).decode()};end=keep"
    with connect(url) as connection:
        connection.sendall(request(spec, last=False) + request())
        heard = hear(connection)
    first, second = heard.data[: len(RAW)], heard.data[len(RAW) :]
    assert first == RAW
    assert second.startswith(b"HTTP/1.1 200 OK\r\ndate: ")


def test_silence_lasts_until_the_client_leaves(url: str) -> None:
    with connect(url) as connection:
        connection.sendall(request("raw;base64=;end=hang"))
        connection.settimeout(0.05)
        with pytest.raises(TimeoutError):
            connection.recv(1)


def test_a_large_request_is_read_before_a_raw_answer_closes(url: str) -> None:
    heard = ask(url, "raw;base64=aGVsbG8", body=chat(user="x" * 3_000_000))
    assert heard.data == b"hello"
    assert not heard.reset

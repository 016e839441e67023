"""Whatever arrives on a connection: never a 5xx, never a crash, and memory bounded."""

import json
import socket
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from invocant_conformance.embedded import served
from invocant_conformance.server.app import create_app
from invocant_conformance.server.bounded import HEAD_BYTES, BoundedProtocol
from invocant_conformance.server.settings import ServerSettings

from .examples import CHAT_MODEL

PATH = "/serving-endpoints/chat/completions"
HEAD = f"POST {PATH} HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer dapi-x\r\n".encode()
CHAT = json.dumps(
    {"model": CHAT_MODEL, "messages": [{"role": "user", "content": "Hello"}], "max_tokens": 5}
).encode()
REQUEST_SECONDS = 0.6


class HastyProtocol(BoundedProtocol):
    request_seconds = REQUEST_SECONDS


@pytest.fixture(scope="module")
def address() -> Generator[tuple[str, int]]:
    with served(create_app(ServerSettings(token_delay=0)), protocol=HastyProtocol) as url:
        host, _, port = url.removeprefix("http://").partition(":")
        yield host, int(port)


@pytest.fixture(autouse=True)
def still_there(address: tuple[str, int]) -> Iterator[None]:
    yield
    assert status(exchange(address, posted(CHAT))) == 200


def posted(body: bytes, *headers: bytes) -> bytes:
    length = b"Content-Length: %d" % len(body)
    return HEAD + b"\r\n".join([length, b"Connection: close", *headers, b"", body])


def exchange(address: tuple[str, int], *pieces: bytes, pause: float = 0.0) -> bytes:
    """Send the pieces, as far as they are taken, and return all that comes back."""
    with closing(socket.create_connection(address, timeout=10)) as connection:
        try:
            for piece in pieces:
                connection.sendall(piece)
                time.sleep(pause)
        except OSError:
            pass
        return received(connection)


def received(connection: socket.socket) -> bytes:
    answer = bytearray()
    try:
        while data := connection.recv(65536):
            answer += data
    except ConnectionResetError:
        pass
    return bytes(answer)


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def test_a_body_of_100_mb_is_refused_without_being_kept(address: tuple[str, int]) -> None:
    before, piece = resident_bytes(), b"x" * 1_000_000
    head = HEAD + b"Content-Length: 100000000\r\nConnection: close\r\n\r\n"
    answer = exchange(address, head, *[piece] * 100)
    assert status(answer) in (413, 0)
    assert resident_bytes() - before < 40_000_000


def test_a_chunked_body_without_an_end_is_refused(address: tuple[str, int]) -> None:
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    head = HEAD + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    assert status(exchange(address, head, *[chunk] * 400)) in (413, 0)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b'{"messages":' + b"[" * 5000 + b"]" * 5000 + b"}", id="5,000 arrays deep"),
        pytest.param(b'{"a":' * 5000 + b"1" + b"}" * 5000, id="5,000 objects deep"),
        pytest.param(b"[" * 1_000_000, id="a million arrays, unfinished"),
        pytest.param(CHAT[:-5], id="cut off"),
        pytest.param(CHAT.replace(b"Hello", b"\xff\xfe"), id="not UTF-8"),
        pytest.param(CHAT.replace(b"Hello", b"\\ud800"), id="half a surrogate pair"),
        pytest.param(CHAT.replace(b"5}", b"NaN}"), id="NaN"),
        pytest.param(CHAT.replace(b"5}", b"1" * 5000 + b"}"), id="a number of 5,000 digits"),
        pytest.param(b"\x00" * 100, id="zero bytes"),
        pytest.param(b"", id="empty"),
    ],
)
def test_a_body_that_is_no_good_json_is_refused(address: tuple[str, int], body: bytes) -> None:
    assert status(exchange(address, posted(body))) == 400


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        pytest.param(b"\r\n\r\n\r\nnonsense\r\n\r\n", 400, id="no HTTP"),
        pytest.param(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, id="TLS"),
        pytest.param(HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400, id="two"),
        pytest.param(HEAD + b"Content-Length: -1\r\n\r\n", 400, id="negative length"),
        pytest.param(
            HEAD + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400,
            id="length and chunks",
        ),
        pytest.param(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400, id="chunk size"),
        pytest.param(HEAD + b"X-Odd: a\x00b\r\n\r\n", 400, id="zero byte in a header"),
        pytest.param(b"GET /caf\xc3\xa9 HTTP/1.1\r\nHost: x\r\n\r\n", 400, id="raw UTF-8 in path"),
        pytest.param(
            b"GET /%ff%fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 404, id="%ff in path"
        ),
        pytest.param(
            b"GET /models HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            b"Authorization: Bearer \xe9\xff\r\n\r\n",
            401,
            id="token beyond ASCII",
        ),
        pytest.param(
            b"GET /models HTTP/1.1\r\nHost: \r\nConnection: close\r\n"
            b"Authorization: Bearer dapi-x\r\n\r\n",
            200,
            id="empty host",
        ),
    ],
)
def test_a_request_that_is_odd_has_an_answer(
    address: tuple[str, int], request_: bytes, expected: int
) -> None:
    assert status(exchange(address, request_)) == expected


def test_a_head_without_an_end_is_refused(address: tuple[str, int]) -> None:
    line = b"X-Padding: " + b"p" * 8000 + b"\r\n"
    assert status(exchange(address, HEAD, *[line] * (2 * HEAD_BYTES // len(line)))) in (431, 0)


def test_an_url_without_an_end_is_refused(address: tuple[str, int]) -> None:
    assert status(exchange(address, b"GET /", *[b"u" * 8000] * 20)) in (431, 0)


def test_a_head_that_never_arrives_is_given_up(address: tuple[str, int]) -> None:
    began = time.monotonic()
    assert status(exchange(address, HEAD)) == 408
    assert time.monotonic() - began < 4 * REQUEST_SECONDS


def test_a_body_that_trickles_is_given_up(address: tuple[str, int]) -> None:
    pieces = [CHAT[place : place + 1] for place in range(20)]
    began = time.monotonic()
    answer = exchange(address, HEAD + b"Content-Length: 100\r\n\r\n", *pieces, pause=0.1)
    assert status(answer) == 408
    assert time.monotonic() - began < 4 * REQUEST_SECONDS + 20 * 0.1


def test_a_silent_connection_is_given_up(address: tuple[str, int]) -> None:
    assert status(exchange(address)) == 408


def test_requests_sent_at_once_are_answered_in_order(address: tuple[str, int]) -> None:
    length = b"Content-Length: %d\r\n\r\n" % len(CHAT)
    wrong = HEAD.replace(b"dapi-x", b"nobody") + length + CHAT
    answer = exchange(address, HEAD + length + CHAT + wrong + posted(CHAT))
    heads = [part[:3] for part in answer.split(b"HTTP/1.1 ")[1:]]
    assert heads == [b"200", b"401", b"200"]

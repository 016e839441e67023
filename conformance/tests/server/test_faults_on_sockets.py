"""Faults as they are on the wire."""

import json
import time
from collections.abc import Iterator

import pytest

from invocant_conformance.embedded import reference_server
from invocant_conformance.server.settings import ServerSettings

from .sockets import Heard, ask, chat, connect, hear, request

STREAM = chat(stream=True)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with reference_server(ServerSettings(token_delay=0, clock=lambda: 1_700_000_000.0)) as url:
        yield url


def events(body: bytes) -> list[bytes]:
    """Return the chunks of a chunked body that is not broken within one, without the last."""
    found: list[bytes] = []
    while body:
        size, _, rest = body.partition(b"\r\n")
        chunk, body = rest[: int(size, 16)], rest[int(size, 16) + 2 :]
        found += [chunk] if chunk else []
    return found


@pytest.mark.parametrize("status", [400, 401, 404, 409, 418, 429, 499, 500, 503, 529])
def test_any_status_comes_in_the_words_of_the_surface(url: str, status: int) -> None:
    workspace = ask(url, str(status))
    assert workspace.status == status
    content = json.loads(workspace.body)
    assert set(content) == {"error_code", "message"}
    assert content["message"].endswith(f"asked for by the fault {status}")
    gateway = json.loads(ask(url, str(status), path="/v1/chat/completions").body)
    assert set(gateway["error"]) == {"message", "type", "param", "code"}
    body = chat(max_tokens=3)
    messages = json.loads(ask(url, str(status), path="/v1/messages", body=body).body)
    assert messages["type"] == "error"


@pytest.mark.parametrize(
    ("spec", "header", "value"),
    [
        ("429", "retry-after", "1"),
        ("503;retry-after=7", "retry-after", "7"),
        ("500;retry-after=2", "retry-after", "2"),
        ("429;retry-after=60;as=date", "retry-after", "Tue, 14 Nov 2023 22:14:20 GMT"),
        ("429;retry-after=0.25;as=milliseconds", "retry-after-ms", "250"),
        ("429;as=none", "retry-after", None),
        ("500", "retry-after", None),
        ("429;as=body", "retry-after", None),
        ("401", "www-authenticate", "Bearer"),
    ],
)
def test_a_refusal_says_when_to_come_again(
    url: str, spec: str, header: str, value: str | None
) -> None:
    assert ask(url, spec).headers.get(header) == value


def test_the_body_can_say_when_to_come_again(url: str) -> None:
    error = json.loads(ask(url, "429;retry-after=15;as=body").body)["error"]
    assert (error["retry_after"], error["code"]) == (15, 429)


@pytest.mark.parametrize("body", [None, STREAM])
@pytest.mark.parametrize("spec", ["reset", "reset;when=after", "reset;task=chat"])
def test_a_reset_comes_before_any_byte(url: str, spec: str, body: object) -> None:
    heard = ask(url, spec, body=body)
    assert heard.reset
    assert heard.data == b""


def test_a_reset_comes_after_so_many_events(url: str) -> None:
    heard = ask(url, "reset;after=2", body=STREAM)
    assert heard.reset
    assert len(events(heard.body)) == 2


def test_a_reset_comes_after_so_many_bytes(url: str) -> None:
    heard = ask(url, "reset;after=10")
    assert heard.reset
    assert len(heard.body) == 10


def test_a_cut_lacks_bytes_that_were_promised(url: str) -> None:
    heard = ask(url, "cut;after=10")
    assert not heard.reset
    assert len(heard.body) == 10
    assert int(heard.headers["content-length"]) > 100


def test_a_cut_stream_lacks_the_last_chunk(url: str) -> None:
    heard = ask(url, "cut;after=2", body=STREAM)
    assert heard.headers["transfer-encoding"] == "chunked"
    assert heard.body.endswith(b"}\n\n\r\n")
    assert len(events(heard.body)) == 2


def test_a_stream_is_cut_within_an_event(url: str) -> None:
    heard = ask(url, "cut;after=20b", body=STREAM)
    assert heard.body.startswith(b"14\r\ndata: {")
    assert len(heard.body) == 4 + 20 + 2


@pytest.mark.parametrize(("body", "spec"), [(None, "cut;after=10"), (STREAM, "cut;after=2")])
def test_a_cut_with_proper_framing_looks_complete(url: str, body: object, spec: str) -> None:
    heard = ask(url, f"{spec};framing=proper", body=body)
    if body is None:
        assert heard.headers["content-length"] == str(len(heard.body)) == "10"
    else:
        assert heard.body.endswith(b"\r\n0\r\n\r\n")
        assert len(events(heard.body)) == 2


@pytest.mark.parametrize("body", [None, STREAM])
def test_a_cut_without_framing_is_ended_by_the_connection(url: str, body: object) -> None:
    heard = ask(url, "cut;framing=close", body=body)
    assert not {"content-length", "transfer-encoding"} & set(heard.headers)
    assert heard.headers["connection"] == "close"
    assert heard.body.startswith(b"{" if body is None else b"data: {")
    assert not heard.reset


def test_a_stream_without_its_end_marker_ends_properly(url: str) -> None:
    whole, lacking = (ask(url, spec, body=STREAM) for spec in ("none", "no-end"))
    assert events(whole.body)[-1] == b"data: [DONE]\n\n"
    assert len(events(lacking.body)) == len(events(whole.body)) - 1
    assert lacking.body.endswith(b"\r\n0\r\n\r\n")


def test_a_slow_body_comes_in_pieces(url: str) -> None:
    with connect(url) as connection:
        connection.sendall(request("slow;seconds=0.02;size=60"))
        began = time.monotonic()
        pieces = list(iter(lambda: connection.recv(65536), b""))
    assert len(pieces) > 4
    assert time.monotonic() - began > 0.06
    json.loads(b"".join(pieces).partition(b"\r\n\r\n")[2])


@pytest.mark.parametrize("form", ["cut", "broken", "utf-8", "text"])
def test_malformed_json_has_its_right_length(url: str, form: str) -> None:
    heard = ask(url, f"malformed;form={form}")
    assert heard.status == 200
    assert heard.headers["content-length"] == str(len(heard.body))
    assert heard.headers["content-type"] == "application/json"


def test_a_malformed_event_is_followed_by_sound_ones(url: str) -> None:
    found = events(ask(url, "malformed", body=STREAM).body)
    with pytest.raises(json.JSONDecodeError):
        json.loads(found[1].removeprefix(b"data: "))
    json.loads(found[2].removeprefix(b"data: "))
    assert found[-1] == b"data: [DONE]\n\n"


def test_a_proxys_page_knows_nothing_of_the_request(url: str) -> None:
    heard = ask(url, "html;status=502", token="wrong")
    assert heard.status == 502
    assert heard.headers["content-type"] == "text/html; charset=utf-8"
    assert b"<title>502 Bad Gateway</title>" in heard.body


def test_the_content_type_is_wrong_and_the_body_right(url: str) -> None:
    heard = ask(url, "content-type;type=text/html")
    assert heard.headers["content-type"] == "text/html"
    assert json.loads(heard.body)["object"] == "chat.completion"


@pytest.mark.parametrize(
    ("shape", "last"),
    [
        ("openai", b"data: [DONE]\n\n"),
        ("choices", b"data: [DONE]\n\n"),
        ("text", b'data: {"error":"The model died'),
        ("workspace", b'"error_code":"INTERNAL_ERROR"}\n\n'),
        ("event", b'event: error\ndata: {"error":{'),
        ("event-text", b"event: error\ndata: The model died"),
        ("event-message", b'event: error\ndata: {"message":'),
        ("anthropic", b'event: error\ndata: {"type":"error","error":{"type":"overloaded_error"'),
        ("responses", b'"sequence_number":2}\n\n'),
        ("google", b'"status":"UNAVAILABLE"}}\n\n'),
    ],
)
def test_a_stream_says_in_its_middle_that_it_failed(url: str, shape: str, last: bytes) -> None:
    heard = ask(url, f"error;after=2;shape={shape}", body=STREAM)
    assert len(events(heard.body)) == 3
    assert last in events(heard.body)[2]
    assert heard.body.endswith(b"\r\n0\r\n\r\n")


@pytest.mark.parametrize("status", [200, 204])
def test_a_body_is_empty(url: str, status: int) -> None:
    heard = ask(url, f"empty;status={status}")
    assert (heard.status, heard.body) == (status, b"")


@pytest.mark.parametrize("name", ["served-model-name", "x-request-id", "server"])
def test_a_header_is_missing(url: str, name: str) -> None:
    assert name in ask(url).headers
    assert name not in ask(url, f"no-header;name={name}").headers


def test_latency_delays_the_answer(url: str) -> None:
    began = time.monotonic()
    assert ask(url, "latency;seconds=0.1").status == 200
    assert time.monotonic() - began >= 0.1


def test_nobody_waits_for_a_late_answer_when_the_client_has_left(url: str) -> None:
    with connect(url) as connection:
        connection.sendall(request("latency;seconds=60"))
    assert ask(url).status == 200


@pytest.mark.parametrize("spec", ["cut;after=2", "reset;after=2", "429", "error", "slow;seconds=0"])
def test_a_pipelined_request_is_struck_alone(url: str, spec: str) -> None:
    with connect(url) as connection:
        connection.sendall(request(last=False) + request(spec, body=STREAM))
        heard = hear(connection)
    first, second = (b"HTTP/1.1 " + part for part in heard.data.split(b"HTTP/1.1 ")[1:])
    whole = Heard(data=first, reset=False)
    assert json.loads(whole.body)["object"] == "chat.completion"
    alone = ask(url, spec, body=STREAM)
    assert Heard(data=second, reset=heard.reset).status == alone.status
    assert heard.reset is alone.reset
    assert second.count(b"data: ") == alone.data.count(b"data: ")

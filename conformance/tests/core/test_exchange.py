"""Exchanges: strict JSON, and commands that repeat them."""

import shutil
import subprocess
from dataclasses import replace
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invocant_conformance.decoding import json_of
from invocant_conformance.exchange import Exchange
from invocant_conformance.outcomes import Failed

SH = shutil.which("sh") or "/bin/sh"
PRINTING_CURL = "curl() { printf '%s\\0' \"$@\"; }\n"
READING_CURL = "curl() { cat; }\n"


def exchange(**changes: Any) -> Exchange:
    usual = Exchange(
        method="POST",
        url="http://host/path?a=b&c='d'",
        request_headers={"authorization": "Bearer $TOKEN", "x-note": 'it\'s "quoted" $HOME `x`'},
        request_body=b"{}",
        status=200,
        headers=httpx.Headers({"content-type": "Application/JSON; charset=utf-8"}),
        body=b"{}",
    )
    return replace(usual, **changes)


def arguments(command: str) -> list[str]:
    """Run a command with a curl that prints its arguments."""
    script = f"{PRINTING_CURL}TOKEN='the token'\n{command}"
    ran = subprocess.run([SH, "-c", script], capture_output=True, check=True)
    return ran.stdout.decode().split("\0")[:-1]


def test_curl_repeats_the_request_with_the_token_of_the_shell() -> None:
    words = arguments(exchange().curl())
    assert words[words.index("-X") + 1] == "POST"
    assert "http://host/path?a=b&c='d'" in words
    assert "authorization: Bearer the token" in words
    assert 'x-note: it\'s "quoted" $HOME `x`' in words
    assert words[-2:] == ["--data-raw", "{}"]


def test_curl_takes_the_token_from_the_shell_wherever_it_was_sent() -> None:
    sent = exchange(
        url="http://host/$HOME?key=sk-1%2F2&price=$TOKENS",
        request_headers={"x-api-key": "sk-1/2", "x-note": "$HOME `x` sk-1/2"},
    )
    command = sent.with_variables({"sk-1/2": "$TOKEN"}).curl()
    assert "sk-1" not in command
    words = arguments(command)
    assert "http://host/$HOME?key=the token&price=$TOKENS" in words
    assert "x-api-key: the token" in words
    assert "x-note: $HOME `x` the token" in words


@pytest.mark.parametrize("control", ["\x00", "\x03", "\x1b", "\r", "\t", "\x7f", "\x9b"])
def test_curl_holds_nothing_that_a_terminal_would_act_on(control: str) -> None:
    body = f"a{control}b".encode()
    command = exchange(request_body=body).curl()
    assert command.isprintable()
    ran = subprocess.run([SH, "-c", READING_CURL + command], capture_output=True, check=True)
    assert ran.stdout == body


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=60))
def test_curl_sends_every_byte_of_the_body(body: bytes) -> None:
    command = exchange(request_body=body).curl()
    if "--data-binary" in command:
        ran = subprocess.run([SH, "-c", READING_CURL + command], capture_output=True, check=True)
        assert ran.stdout == body
    else:
        assert arguments(command)[-1].encode() == body


def test_the_content_type_is_the_bare_media_type() -> None:
    assert exchange().content_type == "application/json"
    assert exchange(headers=httpx.Headers()).content_type == ""


def test_json_returns_the_value() -> None:
    assert json_of(exchange(body=b'{"a": [1, null], "a": 2.5}')) == {"a": 2.5}


@pytest.mark.parametrize(
    "body", [b"", b"{", b'{"a": NaN}', b"[Infinity]", b"\xff", b"\xef\xbb\xbf{}", b"[" * 100_000]
)
def test_json_refuses_what_is_not_json(body: bytes) -> None:
    with pytest.raises(Failed, match="answer 200 is not JSON") as raised:
        json_of(exchange(body=body))
    assert raised.value.exchange is not None

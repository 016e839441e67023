"""Generated requests do not share connections with a server that may be about to close them."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from invocant_conformance.plan import Plan
from invocant_conformance.run import run

from .small import TOKEN, chat_answer

pytestmark = pytest.mark.anyio


class Closing(BaseHTTPRequestHandler):
    """Answers the first request of a connection; further ones get a bare 400, as it is closing."""

    protocol_version = "HTTP/1.1"
    first = True

    def do_GET(self) -> None:
        self._answer({"object": "list", "data": [{"id": "small-chat", "object": "model"}]})

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("content-length", 0)))
        self._answer(chat_answer())

    def _answer(self, value: object) -> None:
        body = json.dumps(value).encode() if self.first else b""
        self.send_response(200 if self.first else 400)
        if self.first:
            self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection, self.first = not self.first, False

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def closing() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Closing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


async def test_a_connection_that_is_closing_gets_no_further_request(closing: str) -> None:
    plan = Plan(
        url=closing,
        token=TOKEN,
        profiles=("gateway",),
        models={"chat": "small-chat"},
        checks=(),
        only=("CHAT-SCHEMA-001",),
        examples=5,
    )
    (row,) = (await run(plan)).rows
    seen = [each.exchange.status for each in row.cases if each.exchange]
    assert seen
    assert 400 not in seen

"""What stands before a server: one that ends TLS, or a proxy that wants a password."""

import base64
import contextlib
import re
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Generator

USER, PASSWORD = "proxy-user", "proxy-hush-hush"
_ALLOWED = base64.b64encode(f"{USER}:{PASSWORD}".encode()).lower()
_REFUSED = b"HTTP/1.1 407 No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)

Head = Callable[[bytes], bytes | None]


def as_it_is(head: bytes) -> bytes | None:
    """Hand on the head of a request."""
    return head


def from_proxy_to_origin(head: bytes) -> bytes | None:
    """Make the request to a proxy one to the origin server; None without the right password."""
    if b"basic " + _ALLOWED not in head.lower():
        return None
    method, target, rest = head.split(b" ", 2)
    path = b"/" + target.split(b"/", 3)[3]
    return b" ".join((method, path, rest))


class Front(socketserver.ThreadingTCPServer):
    """Hands requests on to a port of this machine; `heads` has what it was sent."""

    daemon_threads = True

    def __init__(self, backend: int, head: Head, tls: ssl.SSLContext | None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.backend, self.head, self.tls = backend, head, tls
        self.heads: list[bytes] = []

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.socket.getsockname()[1])


class _Handler(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        assert isinstance(self.server, Front)
        asked: socket.socket = self.request
        with contextlib.suppress(OSError):
            if self.server.tls is not None:
                asked = self.server.tls.wrap_socket(asked, server_side=True)
            with asked:
                self._hand_on(self.server, asked)

    def _hand_on(self, front: Front, asked: socket.socket) -> None:
        head, body = _read(asked)
        front.heads.append(head)
        handed_on = front.head(head)
        if handed_on is None:
            asked.sendall(_REFUSED)
            return
        line, rest = handed_on.split(b"\r\n", 1)
        with socket.create_connection(("127.0.0.1", front.backend)) as there:
            there.sendall(line + b"\r\nconnection: close\r\n" + rest + b"\r\n\r\n" + body)
            while piece := there.recv(65536):
                asked.sendall(piece)


def _read(asked: socket.socket) -> tuple[bytes, bytes]:
    """Read one request: its head, without the empty line, and its body."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += asked.recv(65536) or b"\r\n\r\n"
    head, _, body = data.partition(b"\r\n\r\n")
    length = _LENGTH.search(head)
    while length and len(body) < int(length[1]):
        body += asked.recv(65536)
    return head, body


@contextlib.contextmanager
def before(url: str, head: Head = as_it_is, tls: ssl.SSLContext | None = None) -> Generator[Front]:
    """Stand before the server at a URL while the block runs."""
    with Front(int(url.rpartition(":")[2]), head, tls) as front:
        thread = threading.Thread(target=front.serve_forever, args=(0.01,), name="front")
        thread.start()
        try:
            yield front
        finally:
            front.shutdown()
            thread.join()

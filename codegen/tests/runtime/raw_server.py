"""A server of raw bytes on loopback: each connection plays one scene."""

import socket
import struct
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

Scene = Callable[["Connection"], None]

PATIENCE = 5.0


@dataclass
class Connection:
    """One accepted connection, as scenes see it."""

    peer: socket.socket
    server: "RawServer"

    def read_request(self) -> bytes:
        """One request with its body."""
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._receive()
        head, _, body = received.partition(b"\r\n\r\n")
        length = 0
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        while len(body) < length:
            body += self._receive()
        self.server.requests.append(head + b"\r\n\r\n" + body)
        return head

    def _receive(self) -> bytes:
        data = self.peer.recv(65536)
        if not data:
            raise ConnectionError("the client went away")
        return data

    def send(self, data: bytes) -> None:
        self.peer.sendall(data)

    def begin_stream(self) -> None:
        self.send(
            b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
            b"transfer-encoding: chunked\r\n\r\n"
        )

    def send_chunk(self, data: bytes) -> None:
        self.send(b"%x\r\n%s\r\n" % (len(data), data))

    def await_departure(self) -> None:
        """Wait until the client closes; note that it did."""
        try:
            gone = self.peer.recv(1) == b""
        except ConnectionResetError:
            gone = True
        if gone:
            self.server.departed.set()

    def reset(self) -> None:
        """Close so that the client sees a reset."""
        self.peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.peer.close()


@dataclass
class RawServer:
    """What the scenes saw. ``departed``: a client closed while a scene waited for it."""

    url: str
    requests: list[bytes] = field(default_factory=list[bytes])
    connections: int = 0
    departed: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serving(*scenes: Scene) -> Generator[RawServer]:
    """Play ``scenes``, one a connection, while the block runs."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(PATIENCE)
        server = RawServer(f"http://127.0.0.1:{listener.getsockname()[1]}")
        thread = threading.Thread(target=_play, args=(listener, server, scenes))
        thread.start()
        try:
            yield server
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join(PATIENCE)
            assert not thread.is_alive()


def _play(listener: socket.socket, server: RawServer, scenes: tuple[Scene, ...]) -> None:
    for scene in scenes:
        try:
            peer, _ = listener.accept()
        except OSError:
            return
        server.connections += 1
        with peer:
            peer.settimeout(PATIENCE)
            scene(Connection(peer, server))

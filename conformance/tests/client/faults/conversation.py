"""One connection of the fault server, and the steps of its scripts."""

import os
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import Enum, auto
from typing import Final, TypeAlias

__all__ = ["PATIENCE", "Conversation", "End", "Raw", "Script", "State"]

PATIENCE: Final = 5.0
"""Seconds after which a test that waits has failed."""

# A linger time of zero makes closing send a reset instead of an orderly end.
RESET_ON_CLOSE: Final = struct.pack("ii", 1, 0)


class End(Enum):
    """What happens after the last byte; a half-closed connection hangs, too."""

    CLOSE = auto()
    RESET = auto()
    HALF_CLOSE = auto()
    HANG = auto()


class Raw(bytes):
    """Bytes that are written beneath the encryption."""


Script: TypeAlias = Sequence[bytes | float | End]
"""Bytes are written in one piece, numbers are seconds to wait; without an end the connection
is kept for the next request."""


class State(Enum):
    """What the server does with a connection: it waits for a request, plays a script, is at the
    end of one that hangs, or has seen the connection end."""

    IDLE = auto()
    PLAYING = auto()
    HANGING = auto()
    LEFT = auto()


class Conversation:
    """Plays scripts to one client; ``changed`` is told of every new ``state``."""

    def __init__(
        self,
        peer: socket.socket,
        script_for: Callable[[bytes], Script],
        changed: Callable[[], None],
    ) -> None:
        self.state: State = State.PLAYING
        self._peer = peer
        self._script_for = script_for
        self._changed = changed
        self._dropped = threading.Event()

    def run(self, greeting: Script, tls: ssl.SSLContext | None) -> None:
        """Play the greeting and then the script of each request, until either side leaves."""
        self._peer.settimeout(PATIENCE)
        self._peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            with suppress(OSError):
                self._serve(greeting, tls)
        finally:
            self._peer.close()
            self._enter(State.LEFT)

    def drop(self) -> None:
        """End it from the server's side."""
        self._dropped.set()
        with suppress(OSError):
            self._peer.shutdown(socket.SHUT_RDWR)

    def _serve(self, greeting: Script, tls: ssl.SSLContext | None) -> None:
        if not self._play(greeting):
            return
        if tls is not None:
            self._peer = tls.wrap_socket(self._peer, server_side=True)
        while True:
            self._enter(State.IDLE)
            request = _read_request(self._peer)
            if request is None:
                return
            self._enter(State.PLAYING)
            if not self._play(self._script_for(request)):
                return

    def _play(self, script: Script) -> bool:
        """Whether the connection goes on afterwards."""
        for step in script:
            if isinstance(step, Raw):
                os.write(self._peer.fileno(), step)
            elif isinstance(step, bytes):
                self._peer.sendall(step)
            elif isinstance(step, End):
                self._end(step)
                return False
            else:
                self._dropped.wait(step)
        return True

    def _end(self, end: End) -> None:
        if end is End.RESET:
            self._peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
        if end is End.HALF_CLOSE:
            self._peer.shutdown(socket.SHUT_WR)
        if end in (End.HALF_CLOSE, End.HANG):
            self._enter(State.HANGING)
            while self._peer.recv(65536):
                pass

    def _enter(self, state: State) -> None:
        self.state = state
        self._changed()


def _read_request(peer: socket.socket) -> bytes | None:
    """One request with its body; ``None`` when the client left instead."""
    received = b""
    while b"\r\n\r\n" not in received:
        piece = peer.recv(65536)
        if not piece:
            return None
        received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    while len(body) < _body_length(head):
        piece = peer.recv(65536)
        if not piece:
            return None
        body += piece
    return head + b"\r\n\r\n" + body


def _body_length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0

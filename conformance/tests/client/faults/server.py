"""A server of raw bytes on loopback: writes what a script says and counts what it receives."""

import socket
import ssl
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from types import TracebackType
from typing import Final, Self

from .conversation import PATIENCE, Conversation, End, Script, State

__all__ = ["FaultServer", "deaf_server", "unused_port"]

DELIVERY: Final = 0.01
"""Seconds in which what was written reaches a client on the same machine."""


class FaultServer:
    """Answers the n-th request, over whichever connection, with the n-th of ``scripts``.

    A request beyond them is recorded and its connection closed. ``greetings``: what the first
    connections get before anything is read from them. ``tls`` makes it speak TLS.
    """

    def __init__(
        self,
        *scripts: Script,
        greetings: Sequence[Script] = (),
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.requests: list[bytes] = []
        self.conversations: list[Conversation] = []
        self._scripts = scripts
        self._greetings = greetings
        self._tls = tls
        self._changed = threading.Condition()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]

    @property
    def url(self) -> str:
        """Scheme, host and port."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    @property
    def connections(self) -> int:
        """How many were accepted."""
        return len(self.conversations)

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for conversation in self.conversations:
            conversation.drop()
        for thread in self._threads:
            thread.join(PATIENCE)
            assert not thread.is_alive()

    def wait_until_settled(self) -> None:
        """Wait until every script is played."""
        self._wait(lambda: all(each.state is not State.PLAYING for each in self.conversations))

    def wait_until_stalled(self) -> None:
        """Wait until it is the client's turn, and the client could read all that was sent."""

        def stalled() -> bool:
            states = {each.state for each in self.conversations}
            asked = bool(self.requests) or State.HANGING in states
            return asked and State.PLAYING not in states

        self._wait(stalled)
        threading.Event().wait(DELIVERY)

    def wait_until_released(self) -> None:
        """Wait until the client has left every connection whose script hangs."""
        self._wait(lambda: all(each.state is not State.HANGING for each in self.conversations))

    def wait_until_left(self) -> None:
        """Wait until the client has ended all its connections."""
        self._wait(lambda: all(each.state is State.LEFT for each in self.conversations))

    def _wait(self, condition: Callable[[], bool]) -> None:
        with self._changed:
            states = [each.state.name for each in self.conversations]
            assert self._changed.wait_for(condition, PATIENCE), f"connections: {states}"

    def _start(self, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                peer, _ = self._listener.accept()
            except OSError:
                return
            number = len(self.conversations)
            greeting = self._greetings[number] if number < len(self._greetings) else ()
            conversation = Conversation(peer, self._script_for, self._notify)
            self.conversations.append(conversation)
            self._start(conversation.run, greeting, self._tls)

    def _script_for(self, request: bytes) -> Script:
        with self._changed:
            number = len(self.requests)
            self.requests.append(request)
        return self._scripts[number] if number < len(self._scripts) else (End.CLOSE,)

    def _notify(self) -> None:
        with self._changed:
            self._changed.notify_all()


def unused_port() -> int:
    """A port of loopback at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


@contextmanager
def deaf_server() -> Generator[str]:
    """The URL of a port whose queue is full: connecting to it does not come to an end."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(2):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"

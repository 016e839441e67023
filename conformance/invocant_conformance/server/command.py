"""`invocant serve`: the reference server from the shell."""

import gc
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import uvicorn

from . import flags, serving
from .app import application, services
from .faults.scripts import ScriptError
from .faults.values import FaultError
from .handlers import Services
from .referee.protocol import refereed_by
from .referee.referee import Referee
from .referee.reporting import Reporter
from .state.database import StateFileError


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until SIGINT or SIGTERM; returns the exit status: 0, or 2 for wrong usage.

    arguments: those of the command line by default.
    """
    given = flags.parsed(arguments)
    try:
        means = services(flags.settings(given))
    except (StateFileError, ScriptError, FaultError, OSError) as error:
        return _refused(error)
    with closing(means):
        try:
            listener = _listen(given.host, given.port)
        except OSError as error:
            return _refused(error)
        return _serve(means, given.host, listener, given.referee)


def _refused(error: Exception) -> int:
    print(f"invocant serve: {error}", file=sys.stderr)
    return flags.USAGE_ERROR


def _serve(means: Services, host: str, listener: socket.socket, folder: Path | None) -> int:
    url = _url(host, listener)
    if folder is None:
        config = serving.configuration(application(means))
        _Server(config, url=url).serve_until_signal(listener)
        return 0
    referee = Referee(issued=means.tokens)
    config = serving.configuration(application(means, referee), protocol=refereed_by(referee))
    try:
        with Reporter(referee, folder):
            _Server(config, url=url).serve_until_signal(listener)
    except OSError as error:
        return _refused(error)
    return 0


class _Server(uvicorn.Server):
    """Says where it listens once it answers, and ends normally on a signal."""

    def __init__(self, config: uvicorn.Config, *, url: str) -> None:
        super().__init__(config)
        self._url = url

    def serve_until_signal(self, listener: socket.socket) -> None:
        """Serve on a socket. uvicorn raises a signal again once it has shut down: these handlers,
        in place before it starts, then see the signal instead of the default that kills.
        """
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.handle_exit)
        self.run(sockets=[listener])

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to answer, then print the address."""
        await super().startup(sockets=sockets)
        # What was read at the start stays: collections need not look through it again.
        gc.collect()
        gc.freeze()
        print(f"listening on {self._url}", flush=True)


def _listen(host: str, port: int) -> socket.socket:
    """Bind a listening socket. Raises OSError, its message naming the address."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family)
    except OSError as error:
        # create_server adds the address to the reason, it stands here already.
        reason = (error.strerror or type(error).__name__).partition(" (while ")[0]
        raise OSError(f"cannot listen on {host}:{port}: {reason}") from error


def _url(host: str, listener: socket.socket) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{listener.getsockname()[1]}"

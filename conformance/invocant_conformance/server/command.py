"""`invocant serve`: the reference server from the shell."""

import argparse
import math
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import uvicorn

from .app import create_app
from .entities import TRIGGER
from .settings import ServerSettings
from .state_file import StateFileError

USAGE_ERROR = 2

_DEFAULTS = ServerSettings()
_GRACE_SECONDS = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until SIGINT or SIGTERM; returns the exit status: 0, or 2 for wrong usage.

    arguments: those of the command line by default.
    """
    given = _parser().parse_args(arguments)
    settings = ServerSettings(
        token=given.token,
        token_delay=given.token_delay,
        deploy_seconds=given.deploy_seconds,
        state_file=given.state,
    )
    try:
        app = create_app(settings)
        listener = _listen(given.host, given.port)
    except (StateFileError, OSError) as error:
        print(f"invocant serve: {error}", file=sys.stderr)
        return USAGE_ERROR
    config = uvicorn.Config(
        app,
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    _Server(config, url=_url(given.host, listener)).serve_until_signal(listener)
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
        print(f"listening on {self._url}", flush=True)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong, and exit with 2."""
        self.exit(USAGE_ERROR, f"{self.prog}: {message} (see {self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="invocant serve",
        description="Serve the workspace APIs and the gateway, at the root and under /v1, "
        "with models that answer the same to the same request.",
        epilog="Prints 'listening on http://HOST:PORT' once it answers. "
        "SIGINT and SIGTERM end it with status 0; wrong usage ends it with status 2.",
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: %(default)s)"
    )
    parser.add_argument(
        "--port", type=_port, default=4010, help="port; 0 picks a free one (default: %(default)s)"
    )
    parser.add_argument(
        "--token",
        help="the only token to accept, and secret of OAuth clients; without it every token that "
        "starts with dapi or sk- is, and every secret that starts with dose",
    )
    parser.add_argument(
        "--token-delay",
        type=_seconds,
        default=_DEFAULTS.token_delay,
        metavar="SECONDS",
        help="pause between the pieces of a stream (default: %(default)s)",
    )
    parser.add_argument(
        "--deploy-seconds",
        type=_seconds,
        default=_DEFAULTS.deploy_seconds,
        metavar="SECONDS",
        help="how long other than external models deploy (default: %(default)s); how that ends, "
        f"ready, fail, cancel or recover, says a served entity's environment variable {TRIGGER}",
    )
    parser.add_argument(
        "--state",
        type=Path,
        metavar="FILE",
        help="keep endpoints, but no plaintext secret, in this file (default: in memory only)",
    )
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 0 to 65535")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 0")
    return seconds


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

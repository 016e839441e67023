"""A server in a thread of this process, for runs without a URL."""

import socket
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from .server import serving
from .server.app import application, services
from .server.bounded import BoundedProtocol
from .server.faults.connection import PeerProtocol
from .server.settings import ServerSettings

_START_SECONDS = 15.0


def settings_of_run(token: str | None, seed: int) -> ServerSettings:
    """Return what the servers of a run without a URL are started with."""
    return ServerSettings(token=token, seed=seed)


@contextmanager
def reference_server(settings: ServerSettings) -> Generator[str]:
    """Serve the reference server as `served` does. Raises StateFileError as `services` does."""
    means = services(settings)
    try:
        with served(application(means)) as url:
            yield url
    finally:
        means.close()


@contextmanager
def served(app: ASGIApp, *, protocol: type[BoundedProtocol] = PeerProtocol) -> Generator[str]:
    """Serve an app on a free port of the loopback interface while the block runs.

    Gives the address. Raises RuntimeError when the server does not come up.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(serving.configuration(app, log_level="critical", protocol=protocol))
    thread = threading.Thread(target=server.run, args=([listener],), name="reference-server")
    thread.start()
    try:
        _wait(server, thread)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


def _wait(server: uvicorn.Server, thread: threading.Thread) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            raise RuntimeError("the reference server did not start")
        time.sleep(0.005)

"""How an application is served, in a process of its own as in a test."""

import uvicorn
from starlette.types import ASGIApp

from .bounded import BoundedProtocol

_GRACE_SECONDS = 2


def configuration(
    app: ASGIApp, *, log_level: str = "warning", protocol: type[BoundedProtocol] = BoundedProtocol
) -> uvicorn.Config:
    """Return what uvicorn serves an application by: HTTP/1.1 alone, and no log of requests."""
    return uvicorn.Config(
        app,
        http=protocol,
        ws="none",
        lifespan="off",
        log_level=log_level,
        access_log=False,
        server_header=False,
        backlog=2048,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )

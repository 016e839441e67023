"""Servers in the process one after the other, with a state file between them."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import httpx

from invocant_conformance.server.app import application, services
from invocant_conformance.server.settings import ServerSettings


@asynccontextmanager
async def server(path: Path, **settings: Any) -> AsyncGenerator[httpx.AsyncClient]:
    """Start a server with a state file, and stop it."""
    with closing(services(ServerSettings(state_file=path, token_delay=0, **settings))) as means:
        transport = httpx.ASGITransport(application(means))
        headers = {"authorization": "Bearer dapi-test"}
        async with httpx.AsyncClient(
            transport=transport, base_url="http://server", headers=headers
        ) as client:
            yield client

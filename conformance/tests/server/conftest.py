"""A reference server in the process, with a clock that tests move."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx
import pytest

from invocant_conformance.server.app import create_app
from invocant_conformance.server.settings import ServerSettings


@dataclass
class Clock:
    """A clock that stands still until a test sets it."""

    seconds: float = 1_700_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(clock: Clock) -> ServerSettings:
    return ServerSettings(token_delay=0, clock=clock)


@pytest.fixture
def kills(pytestconfig: pytest.Config) -> int:
    """How many servers are killed."""
    number: int | None = pytestconfig.getoption("--kills")
    assert number is not None
    return number


@pytest.fixture
async def client(settings: ServerSettings) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_app(settings))
    headers = {"authorization": "Bearer dapi-test"}
    async with httpx.AsyncClient(
        transport=transport, base_url="http://server", headers=headers
    ) as client:
        yield client

"""Two servers in a row: a reference server as provider, and scripted ones, behind another."""

from collections.abc import Generator

import pytest

from invocant_conformance import embedded
from invocant_conformance.client.origin import Origin
from invocant_conformance.server.app import create_app
from invocant_conformance.server.settings import ServerSettings

from .chain import PATH, SENTINEL, Front, custom, front


@pytest.fixture(scope="module")
def provider() -> Generator[str]:
    """A reference server that takes the provider's token only."""
    with embedded.served(create_app(ServerSettings(token=SENTINEL, token_delay=0))) as url:
        yield url


@pytest.fixture(scope="module")
def chained(provider: str) -> Generator[Front]:
    """A server in front of that provider."""
    with front(provider) as first:
        yield first


@pytest.fixture(scope="module")
def origin() -> Generator[Origin]:
    """A provider that answers what a test scripts."""
    with Origin() as started:
        yield started


@pytest.fixture(scope="module")
def patient(origin: Origin) -> Generator[Front]:
    """A server in front of the scripted provider, patient for a second."""
    with front(origin.url, answer_seconds=1.0, answer_bytes=20_000) as first:
        yield first


@pytest.fixture
def scripted(patient: Front) -> Front:
    """The same, without endpoints."""
    for endpoint in ("mine", "two"):
        patient.http.delete(f"{PATH}/{endpoint}")
    return patient


@pytest.fixture
def served(scripted: Front) -> Front:
    """The same, with an endpoint of a custom provider."""
    scripted.serve("mine", custom(f"{scripted.provider}/v1"))
    return scripted

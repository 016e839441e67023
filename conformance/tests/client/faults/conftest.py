"""Fixtures of the fault tests."""

import gc
import time
from collections.abc import Iterator

import anyio
import pytest
import trustme

from .certificates import Certificates


@pytest.fixture(scope="module", autouse=True)
def cheap_collection() -> Iterator[None]:
    """What is alive already is left out of collections, of which there is one a test."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def nothing_forgotten(cheap_collection: None) -> Iterator[None]:
    """Sockets and tasks that a test leaves behind warn while it runs, and so fail it."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def certificates() -> Certificates:
    """An authority of this run, whom clients do not trust by themselves."""
    return Certificates(authority=trustme.CA())


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proxies of whoever runs the tests are out of the way."""
    for scheme in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{scheme}_proxy", raising=False)
        monkeypatch.delenv(f"{scheme}_proxy".upper(), raising=False)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Takes the place of sleeping: the seconds that were asked for."""
    asked: list[float] = []

    async def note(seconds: float) -> None:
        asked.append(seconds)

    monkeypatch.setattr(time, "sleep", asked.append)
    monkeypatch.setattr(anyio, "sleep", note)
    return asked


@pytest.fixture
def abandoned_streams(pytestconfig: pytest.Config) -> int:
    """How many streams are opened and abandoned."""
    number: int | None = pytestconfig.getoption("--abandoned-streams")
    assert number
    return number

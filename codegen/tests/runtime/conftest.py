"""Fixtures of the runtime's tests; the synchronous half is made as code generation makes it."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

import runtime
from invocant_codegen.unasync import unasync_directory

from .support import Bench, Flavour


@pytest.fixture(scope="session", autouse=True)
def synchronous_half(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """``runtime._sync`` exists while tests run, beside the sources and not among them."""
    [source] = runtime.__path__
    made = tmp_path_factory.mktemp("made")
    unasync_directory(Path(source) / "_async", made / "_sync")
    runtime.__path__.append(str(made))
    yield
    runtime.__path__.remove(str(made))


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proxies of whoever runs the tests are out of the way."""
    for scheme in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{scheme}_proxy", raising=False)
        monkeypatch.delenv(f"{scheme}_proxy".upper(), raising=False)


@pytest.fixture(params=["sync", "async"])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    flavour: Flavour = request.param
    with asyncio.Runner() as runner:
        yield Bench(flavour, runner)

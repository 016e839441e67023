"""What the tests of the suite's core share."""

import pytest

from .small import SmallGateway


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def gateway() -> SmallGateway:
    """A small gateway that does what it should."""
    return SmallGateway()

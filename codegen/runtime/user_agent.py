"""What requests say of who sends them."""

import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version

__all__ = ["user_agent"]


@cache
def user_agent() -> str:
    """The name and version of this package and of Python."""
    try:
        release = version("invocant")
    except PackageNotFoundError:
        release = "0"
    return f"invocant/{release} python/{sys.version_info.major}.{sys.version_info.minor}"

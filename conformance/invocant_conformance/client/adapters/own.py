"""This project's own clients as an adapter: ``python -m invocant_conformance.client.adapters.own``.

Standard output belongs to the protocol; what a client prints goes to standard error instead.
"""

import argparse
import sys
from collections.abc import Sequence
from typing import Final

import invocant

from .. import methods
from ..codec import Hello
from ..driver import Driver
from ..own import AsyncDriver, SyncDriver
from ..witness import verbose_logging
from .serving import serve

__all__ = ["main"]

ABILITIES: Final = frozenset({"stream", "final", "leave", "retries", "extra"})


def main(argv: Sequence[str] | None = None) -> None:
    """Serve one flavour over one HTTP library until the input ends."""
    parser = _parser()
    given = parser.parse_args(argv)
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    driver = _driver(parser, given)
    with verbose_logging():
        serve(driver, _hello(driver), source, sink)


def _driver(parser: argparse.ArgumentParser, given: argparse.Namespace) -> Driver:
    if given.flavour == "async":
        return AsyncDriver(transport=given.transport)
    if given.transport == "aiohttp":
        parser.error("aiohttp is asynchronous: add --async")
    return SyncDriver(transport=given.transport)


def _hello(driver: Driver) -> Hello:
    return Hello(
        name=driver.name,
        version=invocant.__version__,
        operations=frozenset(method.full_name for method in methods.load()),
        abilities=ABILITIES,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m invocant_conformance.client.adapters.own", description=main.__doc__
    )
    parser.add_argument(
        "--async",
        dest="flavour",
        action="store_const",
        const="async",
        default="sync",
        help="the asynchronous clients",
    )
    parser.add_argument(
        "--transport", choices=("httpx", "httpx2", "aiohttp"), help="the HTTP library to use"
    )
    return parser


if __name__ == "__main__":
    main()

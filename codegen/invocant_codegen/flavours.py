"""Synchronous and asynchronous code: the same templates, in other words."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Flavour:
    """The words in which synchronous and asynchronous code differ."""

    kind: str
    module: str
    prefix: str
    define: str
    wait: str
    folder: str
    context: str
    page: str


SYNC = Flavour(
    kind="synchronous",
    module="_client",
    prefix="",
    define="def",
    wait="",
    folder="_sync",
    context="",
    page="Page",
)
ASYNC = Flavour(
    kind="asynchronous",
    module="_async_client",
    prefix="Async",
    define="async def",
    wait="await ",
    folder="_async",
    context="a",
    page="AsyncPager",
)

"""The ways to open a stream and not to read it to its end."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final, TypeAlias

from invocant import AsyncStream, Model, Stream

__all__ = ["ASYNC_WAYS", "WAYS"]

Way: TypeAlias = Callable[[Stream[Model]], None]
AsyncWay: TypeAlias = Callable[[AsyncStream[Model]], Awaitable[None]]


class Mishap(Exception):
    """What goes wrong while a stream is read."""


def leave(stream: Stream[Model]) -> None:
    with stream:
        for _ in stream:
            break


def close(stream: Stream[Model]) -> None:
    next(stream)
    stream.close()


def drop(stream: Stream[Model]) -> None:
    next(stream)


def ignore(stream: Stream[Model]) -> None:
    pass


def fail(stream: Stream[Model]) -> None:
    with suppress(Mishap), stream:
        for _ in stream:
            raise Mishap


async def async_leave(stream: AsyncStream[Model]) -> None:
    async with stream:
        async for _ in stream:
            break


async def async_close(stream: AsyncStream[Model]) -> None:
    await anext(stream)
    await stream.close()


async def async_drop(stream: AsyncStream[Model]) -> None:
    await anext(stream)


async def async_ignore(stream: AsyncStream[Model]) -> None:
    pass


async def async_fail(stream: AsyncStream[Model]) -> None:
    with suppress(Mishap):
        async with stream:
            async for _ in stream:
                raise Mishap


async def async_cancel(stream: AsyncStream[Model]) -> None:
    async def read() -> None:
        async for _ in stream:
            begun.set()

    begun = asyncio.Event()
    task = asyncio.create_task(read())
    await begun.wait()
    task.cancel()
    await asyncio.wait([task])


WAYS: Final[tuple[Way, ...]] = (leave, close, drop, ignore, fail)
ASYNC_WAYS: Final[tuple[AsyncWay, ...]] = (
    async_leave,
    async_close,
    async_drop,
    async_ignore,
    async_fail,
    async_cancel,
)

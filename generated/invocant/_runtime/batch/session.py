# Copied from codegen/runtime/; do not edit.
"""An event loop in a thread of its own, with what lives in it."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from typing import Final

from ..errors import InvocantError
from ..processes import process

__all__ = ["Session"]

NAME: Final = "invocant-batch"


class Session:
    """Runs coroutines for other threads; belongs to the process that made it.

    ``close``: a coroutine function that ends what lives in the loop, run there at the very end.
    The thread starts with the first coroutine, and does not keep the program from ending.
    """

    def __init__(self, close: Callable[[], Coroutine[object, object, None]]) -> None:
        self.process: Final[int] = process()
        self._close: Callable[[], Coroutine[object, object, None]] = close
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lock: threading.Lock = threading.Lock()
        self._closed: bool = False

    @property
    def is_here(self) -> bool:
        """Whether the calling thread is the one of the loop."""
        return threading.current_thread() is self._thread

    @property
    def is_foreign(self) -> bool:
        """Whether another process made it, whose thread is not in this one."""
        return process() != self.process

    def start(
        self,
        coroutine: Coroutine[object, object, None],
        ended: Callable[[BaseException | None], None],
    ) -> Callable[[], None]:
        """Run a coroutine, and tell in the loop what it ended with, whatever that is.

        Returns what cancels it, from any thread. Raises InvocantError once this is closed.
        """
        tasks: list[asyncio.Task[None]] = []

        def begin() -> None:
            tasks.append(asyncio.create_task(coroutine))
            tasks[0].add_done_callback(lambda task: ended(_outcome(task)))

        with self._lock:
            if self._closed:
                coroutine.close()
                raise InvocantError("the batch is closed")
            (self._loop or self._open()).call_soon_threadsafe(begin)
        return lambda: self.call_soon(lambda: _cancel(tasks))

    def close(self) -> None:
        """Cancel what runs and wait for its end. May be called again, and from the loop itself."""
        with self._lock:
            self._closed, loop, thread = True, self._loop, self._thread
        if loop is None or thread is None or self.is_foreign:
            return
        with suppress(RuntimeError):  # it has ended already
            loop.call_soon_threadsafe(loop.stop)
        if not self.is_here:
            thread.join()

    def call_soon(self, callback: Callable[[], None]) -> None:
        """Call something in the loop, if that still runs."""
        if self._loop is not None:
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(callback)

    def _open(self) -> asyncio.AbstractEventLoop:
        loop = self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, args=(loop,), name=NAME, daemon=True)
        self._thread.start()
        return loop

    def _serve(self, loop: asyncio.AbstractEventLoop) -> None:
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.get_loop().run_forever()
            tasks = asyncio.all_tasks(loop)
            for task in tasks:
                task.cancel()
            if tasks:
                loop.run_until_complete(asyncio.wait(tasks))
            loop.run_until_complete(self._close())


def _outcome(task: asyncio.Task[None]) -> BaseException | None:
    return InvocantError("the run was cancelled") if task.cancelled() else task.exception()


def _cancel(tasks: Iterable[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()

"""How the commands of the suite end: by a signal, by a fault, each in one line and a status."""

import asyncio
import contextlib
import signal
import sys
import threading
from collections.abc import Callable, Coroutine, Iterable
from typing import Final, TypeVar

from .connection import UnusableCertificate
from .engine import described
from .locating import Unreachable
from .redaction import Redactor
from .run import Interrupted, SuiteError
from .verdicts import Exit

T = TypeVar("T")

PROGRAM: Final = "invocant conformance"
_INTERRUPTED: Final = 130
_PIPE_CLOSED: Final = 141
_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP")


def guarded(command: Callable[[], int], secrets: Iterable[str] = ()) -> int:
    """Run a command; what it raises becomes one line, without the secrets, and an exit status."""
    try:
        return command()
    except Unreachable as error:
        return _ended(str(error), Exit.UNREACHABLE, secrets)
    except UnusableCertificate as error:
        return _ended(str(error), Exit.USAGE, secrets)
    except Interrupted as end:
        return _ended(f"interrupted; {_left(end.left_over)}", _INTERRUPTED, secrets)
    except (KeyboardInterrupt, asyncio.CancelledError):
        return _ended("interrupted before anything was created", _INTERRUPTED, secrets)
    except BrokenPipeError:
        sys.stdout = None  # whoever read it is gone; the interpreter would try to flush it
        return _PIPE_CLOSED
    except SuiteError as error:
        return _ended(f"error of the suite: {error}", Exit.SUITE_ERROR, secrets)
    except Exception as error:
        return _ended(f"error of the suite: {described(error)}", Exit.SUITE_ERROR, secrets)


async def until_signal(work: Coroutine[object, object, T]) -> T:
    """Do some work; SIGINT, SIGTERM and SIGHUP cancel it, so that it cleans up.

    Each further signal cancels what it is doing then.
    """
    task = asyncio.ensure_future(work)
    if threading.current_thread() is threading.main_thread():
        loop = asyncio.get_running_loop()
        for name in _SIGNALS:
            with contextlib.suppress(AttributeError, NotImplementedError):  # on Windows
                loop.add_signal_handler(getattr(signal, name), task.cancel)
    return await task


def _left(names: Iterable[str]) -> str:
    listed = ", ".join(names)
    if not listed:
        return "what the run had created was removed"
    return f"may still be there: {listed} (`{PROGRAM} cleanup URL` removes them)"


def _ended(message: str, status: int, secrets: Iterable[str]) -> int:
    print(f"{PROGRAM}: {Redactor.of(secrets).text(message)}", file=sys.stderr)
    return status

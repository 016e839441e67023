"""`invocant conformance`: the suite from the shell."""

import asyncio
import contextlib
import io
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from . import arguments, listing, matrix_command, registry
from .arguments import Arguments
from .embedded import reference_server, settings_of_run
from .engine import described
from .ledger import Ledger
from .plan import Plan
from .probing import Unreachable
from .redaction import Redactor
from .reports import files, reading, results_json, terminal
from .reports.progress import Terminal
from .results import Results
from .run import SuiteError, run
from .verdicts import Exit

_INTERRUPTED = 130
_PIPE_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command, by default with the process's arguments; returns the exit status.

    With "client" as the first argument, clients are tested instead of a server; with "matrix",
    results of earlier runs are laid side by side.
    """
    _tolerate_any_text()
    words = sys.argv[1:] if argv is None else argv
    if words[:1] == ["client"]:
        from .client import command as client  # servers are tested without it

        return _guarded(lambda: client.main(words[1:]), Redactor.of([]))
    if words[:1] == ["matrix"]:
        return _guarded(lambda: matrix_command.main(words[1:]), Redactor.of([]))
    given = arguments.parse(words, today=datetime.now(UTC).date())
    return _guarded(lambda: _started(given), Redactor.of([given.token] if given.token else []))


def _guarded(command: Callable[[], int], redactor: Redactor) -> int:
    """Run a command; what it raises becomes one line and an exit status."""
    try:
        return command()
    except Unreachable as error:
        return _ended(redactor.text(str(error)), Exit.UNREACHABLE)
    except (KeyboardInterrupt, asyncio.CancelledError):
        return _ended("interrupted; what the run had created was removed", _INTERRUPTED)
    except BrokenPipeError:
        sys.stdout = None  # whoever read it is gone; the interpreter would try to flush it
        return _PIPE_CLOSED
    except SuiteError as error:
        return _ended(f"error of the suite: {error}", Exit.SUITE_ERROR)
    except Exception as error:
        message = f"error of the suite: {described(error)}"
        return _ended(redactor.text(message), Exit.SUITE_ERROR)


def _tolerate_any_text() -> None:
    """Let the process's output show what its encoding lacks, answers of servers included."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _started(given: Arguments) -> int:
    if given.list:
        for line in listing.lines(registry.load(), given.profiles, given.only):
            print(line)
        return Exit.CONFORMANT
    if given.url is not None:
        return _tested(given, given.plan(given.url, given.token))
    token = given.token or f"dapi{Ledger(seed=str(given.seed)).invent_secret()}"
    with reference_server(settings_of_run(token, given.seed)) as url:
        return _tested(given, replace(given.plan(url, token), own=True))


def _tested(given: Arguments, plan: Plan) -> int:
    progress = Terminal(token=plan.token, out=sys.stdout, err=sys.stderr)
    try:
        results = asyncio.run(_until_signal(plan, progress))
    finally:
        progress.ended()
    document = results_json.document(results)
    if given.report is not None:
        files.write(document, given.report)
    for line in terminal.lines(reading.read(document), strict=plan.strict):
        print(line)
    if results.left_over:
        _ended(f"could not be removed: {', '.join(results.left_over)}", results.exit_code)
    return results.exit_code


async def _until_signal(plan: Plan, progress: Terminal) -> Results:
    """Run; SIGTERM ends the run as Ctrl-C does, so that it cleans up."""
    task = asyncio.ensure_future(run(plan, progress))
    if threading.current_thread() is threading.main_thread():
        with contextlib.suppress(NotImplementedError):  # on Windows
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await task


def _ended(message: str, status: int) -> int:
    print(f"invocant conformance: {message}", file=sys.stderr)
    return status

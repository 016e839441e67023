"""`invocant conformance`: the suite from the shell."""

import asyncio
import contextlib
import io
import sys
from collections.abc import Generator, Sequence
from dataclasses import replace

from . import arguments, cleanup, listing, matrix_command, registry
from .arguments import Arguments
from .embedded import reference_server, settings_of_run
from .ending import PROGRAM, guarded, until_signal
from .ledger import Ledger
from .plan import Plan
from .reports import files, reading, results_json, terminal
from .reports.progress import Terminal
from .run import run
from .verdicts import Exit


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command, by default with the process's arguments; returns the exit status.

    With "client" as the first argument, clients are tested instead of a server; with "matrix",
    results of earlier runs are laid side by side.
    """
    _tolerate_any_text()
    words = sys.argv[1:] if argv is None else argv
    if words[:1] == ["client"]:
        from .client import command as client  # servers are tested without it

        return guarded(lambda: client.main(words[1:]))
    if words[:1] == ["matrix"]:
        return guarded(lambda: matrix_command.main(words[1:]))
    if words[:1] == ["cleanup"]:
        return cleanup.main(words[1:])
    given = arguments.parse(words)
    return guarded(lambda: _started(given), given.plan("", given.token).secrets)


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
    with planned(given) as plan:
        return _tested(given, plan)


@contextlib.contextmanager
def planned(given: Arguments) -> Generator[Plan]:
    """Give the plan of a run; without a URL it is against a server of our own, meanwhile."""
    if given.url is not None:
        yield given.plan(given.url, given.token)
        return
    token = given.token or f"dapi{Ledger(seed=str(given.seed)).invent_secret()}"
    with reference_server(settings_of_run(token, given.seed)) as url:
        yield replace(given.plan(url, token), own=True)


def _tested(given: Arguments, plan: Plan) -> int:
    progress = Terminal(plan=plan, out=sys.stdout, err=sys.stderr)
    try:
        results = asyncio.run(until_signal(run(plan, progress)))
    finally:
        progress.ended()
    document = results_json.document(results)
    if given.report is not None:
        files.write(document, given.report)
    for line in terminal.lines(reading.read(document), strict=plan.strict):
        print(line)
    if results.left_over:
        print(f"{PROGRAM}: could not be removed: {', '.join(results.left_over)}", file=sys.stderr)
    return results.exit_code

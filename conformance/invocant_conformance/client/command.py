"""`invocant conformance client`: the clients under test, from the shell."""

import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from .. import requirements
from ..probing import Unreachable
from ..redaction import Redactor
from ..reports import results_json, terminal
from ..reports.files import write
from ..reports.reading import read
from ..verdicts import Exit
from . import arguments, run
from .adapter import AdapterDriver, AdapterError
from .arguments import Arguments
from .plan import OWN_CLIENTS, TOKEN, Plan, other_libraries

__all__ = ["main"]

LOG: Final = "adapter.log"


def main(argv: Sequence[str]) -> int:
    """Test the clients; returns the exit status, as for servers. Exits with 2 on wrong usage.

    Raises Unreachable where an adapter does not start.
    """
    given = arguments.parse(argv, today=datetime.now(UTC).date())
    with _log(given.report if given.command else None) as log:
        plan = _plan(given, log)
        try:
            return _list(plan) if given.list else _test(plan, given.report)
        except AdapterError as error:
            raise Unreachable(f"the adapter {error}") from None


def _plan(given: Arguments, log: Callable[[str], None]) -> Plan:
    adapter = partial(AdapterDriver, given.command, log=log, seconds=given.seconds)
    return Plan(
        clients=(adapter,) if given.command else OWN_CLIENTS,
        on_wire=() if given.command else other_libraries(),
        profile=given.profile,
        known=given.known,
        strict=given.strict,
        only=given.only,
        seed=given.seed,
        examples=given.examples,
    )


@contextmanager
def _log(folder: Path | None) -> Generator[Callable[[str], None]]:
    """What writes lines to the log of a report, from any thread, without the token."""
    if folder is None:
        yield lambda line: None
        return
    redactor, lock = Redactor.of([TOKEN]), threading.Lock()
    with (folder / LOG).open("w", encoding="utf-8", errors="backslashreplace") as file:

        def write_line(line: str) -> None:
            with lock:
                file.write(f"{redactor.text(line)}\n")

        yield write_line


def _list(plan: Plan) -> int:
    found = list(run.cases(plan))
    for row in requirements.load():
        mine = [case for case in found if case.startswith(f"{row.id}/")]
        if mine:
            print(f"{row.id}  {row.title}  [{plan.profile} {row.levels[plan.profile]}]")
        for case in mine:
            print(f"    {case}")
    return Exit.CONFORMANT


def _test(plan: Plan, folder: Path | None) -> int:
    results = run.run(plan)
    document = results_json.document(results)
    if folder is not None:
        write(document, folder)
    for line in terminal.lines(read(document), strict=plan.strict):
        print(line)
    return results.exit_code

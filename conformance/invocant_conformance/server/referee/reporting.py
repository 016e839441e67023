"""The referee's report in a folder, written again while the server runs."""

import threading
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from ...reports import results_json
from ...reports.files import write
from .referee import Referee

SECONDS: Final = 1.0
"""How often the report is written at most."""


class Reporter:
    """A context in which a thread writes the report whenever something was found.

    Each file is replaced as a whole: what was written last stays, however the process ends. With
    several clients each has a folder of its own beneath clients/ as well.

    Raises OSError on entry for a folder that cannot be written.
    """

    def __init__(self, referee: Referee, folder: Path, *, seconds: float = SECONDS) -> None:
        self._referee = referee
        self._folder = folder
        self._seconds = seconds
        self._written = -1
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="referee", daemon=True)

    def __enter__(self) -> Self:
        self._write()
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join()
        self._referee.close()
        self._write()

    def _run(self) -> None:
        while not self._stop.wait(self._seconds):
            if self._referee.book.changes != self._written:
                self._write()

    def _write(self) -> None:
        self._written = self._referee.book.changes
        clients = self._referee.clients
        self._folder.mkdir(parents=True, exist_ok=True)
        write(results_json.document(self._referee.results(clients)), self._folder)
        if len(clients) < 2:
            return
        for client in clients:
            folder = self._folder / "clients" / f"{client.number}-{client.slug}"
            folder.mkdir(parents=True, exist_ok=True)
            write(results_json.document(self._referee.results([client])), folder)

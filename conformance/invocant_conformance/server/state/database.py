"""The SQLite file of one server: who has it, what version it is of, one transaction a change.

The write-ahead log is synchronised with the disk at every commit, so that neither the end of the
process nor that of the machine loses what was committed. One process has the file at a time.
"""

import logging
import os
import sqlite3
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ..errors import Kind, Refused

VERSION: Final = 3
"""Version of the tables; the JSON files that were before them had version 2 at last."""

APPLICATION: Final = int.from_bytes(b"invo")
"""What tells that a database is one of this server (SQLite's application_id)."""

TABLES: Final = ("endpoints", "keys", "tokens", "answers")

_OWNER_SUFFIX: Final = "-pid"

_log = logging.getLogger(__name__)


class StateFileError(Exception):
    """A state file that cannot be used; the message is one line and names the file."""


class NoDatabase(StateFileError):
    """A file of another kind."""


class Database:
    """An open state file.

    Every row has a key and a document; rows keep the order in which their keys came. starts: how
    often the file was opened before.

    Raises StateFileError for a file that another process has, that cannot be written, is damaged,
    or is of another program or version; NoDatabase for one that is no database.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._closed = False
        if not path.parent.is_dir():
            raise StateFileError(f"{path.parent}, where the state file is to be, is no folder")
        with self._explained():
            # Autocommit: transactions begin and end where it is said.
            self._connection = sqlite3.connect(
                path, timeout=0, isolation_level=None, check_same_thread=False
            )
        try:
            with self._explained():
                self.starts = self._opened()
                self._owner.write_text(str(os.getpid()), encoding="ascii")
        except BaseException:
            self._connection.close()
            raise

    def load(self, table: str) -> Sequence[tuple[str, str]]:
        """Return the rows of a table, oldest first, as keys and documents."""
        with self._explained():
            rows = self._connection.execute(f"SELECT key, document FROM {table} ORDER BY number")
            return rows.fetchall()

    def write(self, table: str, changes: Mapping[str, str | None]) -> None:
        """Set the documents of rows, and delete rows whose document is None, in one transaction.

        Returns when that is on the disk. Raises Refused where it cannot be written.
        """
        set_row = (
            f"INSERT INTO {table} (key, document) VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET document = excluded.document"
        )
        with self._saved(), self._transaction():
            for key, document in changes.items():
                if document is None:
                    self._connection.execute(f"DELETE FROM {table} WHERE key = ?", (key,))
                else:
                    self._connection.execute(set_row, (key, document))

    def clear(self, table: str) -> None:
        """Delete all rows of a table. Raises Refused where that cannot be written."""
        with self._saved(), self._transaction():
            self._connection.execute(f"DELETE FROM {table}")

    def close(self) -> None:
        """Give the file back; closing it again does nothing."""
        if not self._closed:
            self._closed = True
            self._owner.unlink(missing_ok=True)
            self._connection.close()

    @property
    def _owner(self) -> Path:
        """The file that says which process has this one; it counts while that has the lock."""
        return self.path.with_name(f"{self.path.name}{_OWNER_SUFFIX}")

    def _opened(self) -> int:
        """Take the lock, check or make the tables, and count the start."""
        run = self._connection.execute
        run("PRAGMA locking_mode = EXCLUSIVE")
        run("PRAGMA synchronous = FULL")
        with self._transaction("EXCLUSIVE"):  # In this mode the lock outlives the transaction.
            pass
        application, version = (self._pragma(name) for name in ("application_id", "user_version"))
        empty = not run("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        if not empty and application != APPLICATION:
            raise StateFileError(f"{self.path} is a database of another program")
        if not empty and version != VERSION:
            raise StateFileError(
                f"{self.path} has version {version}, this server writes version {VERSION}"
            )
        run("PRAGMA journal_mode = WAL")
        if (found := run("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise StateFileError(f"{self.path} is damaged: {' '.join(found.split())}")
        with self._transaction():
            if empty:
                self._make_tables()
            return self._count_start()

    def _make_tables(self) -> None:
        run = self._connection.execute
        run(f"PRAGMA application_id = {APPLICATION}")
        run(f"PRAGMA user_version = {VERSION}")
        run("CREATE TABLE starts (number INTEGER NOT NULL)")
        run("INSERT INTO starts VALUES (-1)")
        for table in TABLES:
            columns = "number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, document TEXT NOT NULL"
            run(f"CREATE TABLE {table} ({columns})")

    def _count_start(self) -> int:
        self._connection.execute("UPDATE starts SET number = number + 1")
        return int(self._connection.execute("SELECT number FROM starts").fetchone()[0])

    def _pragma(self, name: str) -> int:
        return int(self._connection.execute(f"PRAGMA {name}").fetchone()[0])

    @contextmanager
    def _transaction(self, kind: str = "IMMEDIATE") -> Generator[None]:
        self._connection.execute(f"BEGIN {kind}")
        try:
            yield
            self._connection.execute("COMMIT")
        finally:
            # SQLite itself has rolled back where the disk is full.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def _saved(self) -> Generator[None]:
        """Turn an error of the database into the refusal of a request."""
        try:
            yield
        except sqlite3.Error as error:
            _log.error("%s could not be written: %s", self.path, error)
            message = f"The state could not be saved ({error}); nothing was changed."
            raise Refused(Kind.INTERNAL, message) from error

    @contextmanager
    def _explained(self) -> Generator[None]:
        """Turn an error of the database into one that names the file."""
        try:
            yield
        except sqlite3.Error as error:
            raise self._explanation(error) from error

    def _explanation(self, error: sqlite3.Error) -> StateFileError:
        match error.sqlite_errorcode & 0xFF:
            case sqlite3.SQLITE_BUSY:
                return StateFileError(f"{self.path} is in use by {self._holder()}")
            case sqlite3.SQLITE_NOTADB:
                return NoDatabase(f"{self.path} is no state file of this server")
            case sqlite3.SQLITE_CORRUPT:
                return StateFileError(f"{self.path} is damaged: {error}")
            case _:
                return StateFileError(f"{self.path} cannot be a state file: {error}")

    def _holder(self) -> str:
        try:
            return f"process {int(self._owner.read_text(encoding='ascii'))}"
        except (OSError, ValueError):
            return "another process"

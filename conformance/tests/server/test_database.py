"""The state file: who has it, what it may be, and what of it is on the disk."""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from invocant_conformance.server.errors import Kind, Refused
from invocant_conformance.server.state.database import Database, StateFileError

HOLDER = (
    "import sys, pathlib; from invocant_conformance.server.state.database import Database; "
    "held = Database(pathlib.Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


@contextmanager
def file_size_limit(size: int) -> Generator[None, None, None]:
    """Let no file of this process grow beyond a size, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def ordinary_user() -> Generator[None, None, None]:
    """Have no more rights than an ordinary user, also where the tests run as root."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def test_rows_are_as_they_were_left_and_in_their_order(path: Path) -> None:
    with closing(Database(path)) as database:
        database.write("keys", {"a": "1", "b": "2", "c": "3"})
        database.write("keys", {"a": "4", "b": None, "d": "5"})
    with closing(Database(path)) as database:
        assert database.load("keys") == [("a", "4"), ("c", "3"), ("d", "5")]
        assert database.load("tokens") == []


def test_starts_are_counted(path: Path) -> None:
    starts: list[int] = []
    for _ in range(3):
        with closing(Database(path)) as database:
            starts.append(database.starts)
    assert starts == [0, 1, 2]


def test_nothing_is_left_beside_a_closed_file(path: Path) -> None:
    with closing(Database(path)) as database:
        database.write("keys", {"a": "1"})
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_clearing_a_table_leaves_no_row_in_it(path: Path) -> None:
    with closing(Database(path)) as database:
        database.write("keys", {"a": "1"})
        database.write("endpoints", {"a": "1"})
        database.clear("keys")
        assert (database.load("keys"), database.load("endpoints")) == ([], [("a", "1")])


def test_a_second_server_is_told_who_has_the_file(path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(StateFileError, match=rf"state\.db is in use by process {holder.pid}$"):
            Database(path)
        holder.kill()
    with closing(Database(path)) as database:
        assert database.starts == 1


def test_a_second_server_of_the_same_process_is_refused_too(path: Path) -> None:
    with closing(Database(path)) as database:
        with pytest.raises(StateFileError, match=f"in use by process {os.getpid()}"):
            Database(path)
        database.write("keys", {"a": "1"})


def test_another_sqlite_database_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE mine (a)")
    before = path.read_bytes()
    with pytest.raises(StateFileError, match=r"state\.db is a database of another program"):
        Database(path)
    assert path.read_bytes() == before


def test_a_later_version_is_refused(path: Path) -> None:
    with closing(Database(path)):
        pass
    with closing(sqlite3.connect(path)) as later:
        later.execute("PRAGMA user_version = 4")
    with pytest.raises(StateFileError, match=r"has version 4, this server writes version 3"):
        Database(path)


@pytest.mark.parametrize("content", ["{}", "no database\n" * 100], ids=["json", "text"])
def test_a_file_of_another_kind_is_refused(path: Path, content: str) -> None:
    path.write_text(content)
    with pytest.raises(StateFileError, match=r"state\.db is no state file of this server"):
        Database(path)
    assert path.read_text() == content


def test_an_empty_file_becomes_a_state_file(path: Path) -> None:
    path.touch()
    with closing(Database(path)) as database:
        assert database.starts == 0


def test_a_damaged_file_is_refused(path: Path) -> None:
    with closing(Database(path)) as database:
        database.write("keys", {str(number): "x" * 1000 for number in range(100)})
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 65_536)
    with pytest.raises(StateFileError, match=r"state\.db is damaged: \S"):
        Database(path)


def test_a_file_that_may_not_be_written_is_refused() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "state.db")
        with closing(Database(path)):
            pass
        path.chmod(0o444)
        path.parent.chmod(0o555)
        with ordinary_user(), pytest.raises(StateFileError, match=r"state\.db cannot be") as caught:
            Database(path)
    assert "\n" not in str(caught.value)


def test_a_folder_is_no_state_file(tmp_path: Path) -> None:
    with pytest.raises(StateFileError, match="cannot be a state file: unable to open"):
        Database(tmp_path)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StateFileError, match="is no folder"):
        Database(tmp_path / "missing" / "state.db")


def test_what_a_full_disk_does_not_take_changes_nothing(path: Path) -> None:
    with closing(Database(path)) as database:
        database.write("keys", {"a": "1"})
        log = path.with_name("state.db-wal")
        with file_size_limit(log.stat().st_size), pytest.raises(Refused) as caught:
            database.write("keys", {"a": "2" * 5000, "b": "2"})
        assert caught.value.kind is Kind.INTERNAL
        assert "could not be saved" in caught.value.message
        assert database.load("keys") == [("a", "1")]
        database.write("keys", {"b": "3"})
    with closing(Database(path)) as database:
        assert database.load("keys") == [("a", "1"), ("b", "3")]

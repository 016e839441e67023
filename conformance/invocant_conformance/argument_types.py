"""What the values of the command line have to be; each refuses in one line with value and rule."""

import os
from argparse import ArgumentTypeError
from collections.abc import Callable, Sequence
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import urlsplit

from . import known, requirements
from .known import KnownFailure, KnownFailuresError
from .specification import operations
from .target import Task, task_words, tasks_named

TOKEN_VARIABLE = "INVOCANT_TOKEN"


def url(text: str) -> str:
    """An http or https address without credentials, query or fragment."""
    try:
        address = urlsplit(text)
        valid = address.scheme in ("http", "https") and bool(address.hostname)
        valid = valid and address.port != 0 and not (address.query or address.fragment)
    except ValueError:
        valid = False
        address = urlsplit("")
    if "@" in address.netloc:
        raise ArgumentTypeError("has credentials in it; give them with --token")
    if not valid:
        raise ArgumentTypeError(f"{text!r} is not an address such as http://127.0.0.1:4010/v1")
    return text.rstrip("/")


def profiles(text: str) -> tuple[str, ...]:
    """Names of profiles, separated by commas."""
    return tuple(_one_of(name, operations.profiles(), "a profile") for name in _listed(text))


def endpoint(text: str) -> tuple[tuple[Task, str], ...]:
    """A task and a name, such as chat=llama; scoring stands for each of its four tasks."""
    word, _, name = text.partition("=")
    tasks = tasks_named(word)
    if not tasks or not name:
        known = ", ".join(task_words())
        raise ArgumentTypeError(f"{text!r} is not TASK=NAME with a task of {known}")
    return tuple((task, name) for task in tasks)


def ids_of(kind: str) -> Callable[[str], tuple[str, ...]]:
    """Return the type of ids or globs of requirements, separated by commas.

    `kind` is "server" or "client".
    """

    def ids(text: str) -> tuple[str, ...]:
        rows = [row.id for row in requirements.load() if kind in row.kinds]
        patterns = _listed(text)
        for pattern in patterns:
            if not any(fnmatchcase(row, pattern) for row in rows):
                raise ArgumentTypeError(f"{pattern!r} is no requirement for {kind}s (see --list)")
        return patterns

    return ids


def at_least(lowest: int) -> Callable[[str], int]:
    """Return the type of decimal integers from `lowest`."""

    def integer(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and lowest <= int(text) < 2**63):
            raise ArgumentTypeError(f"{text!r} is no integer of {lowest} or more")
        return int(text)

    return integer


def token(given: str | None) -> str | None:
    """The token of the command line or of the environment, fit for a header."""
    flag = "--token" if given is not None else TOKEN_VARIABLE
    value = given if given is not None else os.environ.get(TOKEN_VARIABLE) or None
    if value is not None and not (value and value.isascii() and value.isprintable()):
        raise ArgumentTypeError(f"argument {flag}: has to be printable ASCII and not empty")
    if value is not None and " " in value:
        raise ArgumentTypeError(f"argument {flag}: must not contain spaces")
    return value


def folder(path: Path | None, first: str = "results.json") -> Path | None:
    """A folder that can be written to, starting with a file; it is made where it is missing."""
    if path is None:
        return None
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe = path / first
        probe.open("ab").close()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ArgumentTypeError(
            f"argument --report: {str(path)!r} cannot be written to: {reason}"
        ) from None
    return path


def known_failures(
    path: Path | None, today: date, *, kind: str = "server"
) -> tuple[KnownFailure, ...]:
    """The entries of a file of known failures of a server, or of a client."""
    if path is None:
        return ()
    try:
        text = path.read_text(encoding="utf-8")
        rows = [row for row in requirements.load() if kind in row.kinds]
        return known.parse(text, name=str(path), rows=rows, today=today)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ArgumentTypeError(f"argument --known-failures: {str(path)!r}: {reason}") from None
    except UnicodeDecodeError:
        raise ArgumentTypeError(f"argument --known-failures: {str(path)!r}: not UTF-8") from None
    except KnownFailuresError as error:
        raise ArgumentTypeError(f"argument --known-failures: {error}") from None


def _listed(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(","))
    if not all(names):
        raise ArgumentTypeError(f"{text!r} has an empty name in it")
    return names


def _one_of(name: str, allowed: Sequence[str], kind: str) -> str:
    if name not in allowed:
        raise ArgumentTypeError(f"{name!r} is not {kind}; there are {', '.join(allowed)}")
    return name

"""Files with scripted raw answers.

A file has `scripts`, each with `answers` that are played in order; they are written as in the
cases of the client's conformance tests. `match` says to which requests, {} to all: it has method,
path, model, task, rate, times and every, as faults have them. Without `match` only a fault plays
it that names it, raw;script=NAME. After its last answer the server answers as always.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, JsonValue, TypeAdapter, ValidationError

from ...raw.answer import Answer
from ...raw.rows import AnswerRow, Row
from . import grammar
from .record import Fault, Kind
from .values import FaultError

_JSON: Final[TypeAdapter[JsonValue]] = TypeAdapter(JsonValue)


class ScriptError(Exception):
    """A file that cannot be used as scripts; the message is one line and names the file."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scripts:
    """The answers of each script by its name, and the faults that play those with a match."""

    answers: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict[str, tuple[Answer, ...]])
    faults: tuple[Fault, ...] = ()


class ScriptRow(Row):
    """One script; without a name it is called script-1, script-2 … by its place."""

    name: str | None = None
    match: dict[str, str | int | float] | None = None
    answers: Annotated[list[AnswerRow], Field(min_length=1)]


class ScriptFile(Row):
    """A file; `texts` is a place for values that its answers share."""

    about: str = ""
    texts: dict[str, JsonValue] = Field(default_factory=dict[str, JsonValue])
    scripts: list[ScriptRow]


def load(path: Path) -> Scripts:
    """Read a file of scripts, in JSON, or in YAML where PyYAML is installed.

    Raises ScriptError.
    """
    try:
        content = ScriptFile.model_validate(_content(path.read_text(encoding="utf-8")))
        return _scripts(content.scripts)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise ScriptError(f"{path}: {where}: {first['msg']}") from None
    except OSError as error:
        raise ScriptError(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise ScriptError(f"{path}: {' '.join(str(error).split())}") from None


def _content(text: str) -> JsonValue:
    try:
        return _JSON.validate_python(json.loads(text))
    except ValueError:
        return _of_yaml(text)


def _of_yaml(text: str) -> JsonValue:
    """Read YAML; its package is no requirement of the server."""
    try:
        yaml = import_module("yaml")
    except ImportError:
        raise ValueError("is not JSON, and YAML needs the package pyyaml") from None
    try:
        return _JSON.validate_python(yaml.safe_load(text))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def _scripts(rows: Sequence[ScriptRow]) -> Scripts:
    named = {row.name or f"script-{place}": row for place, row in enumerate(rows, 1)}
    if len(named) < len(rows):
        raise ValueError("scripts: two of them have the same name")
    return Scripts(
        answers={name: tuple(map(_answer, row.answers)) for name, row in named.items()},
        faults=tuple(
            _fault(name, row.match) for name, row in named.items() if row.match is not None
        ),
    )


def _answer(row: AnswerRow) -> Answer:
    """Return the one answer that a row stands for. Raises ValueError for one that cannot be."""
    if row.split == "everywhere":
        raise ValueError("split: 'everywhere' stands for many answers")
    answer = next(row.variants())
    try:
        b"".join(data for _, data in answer.writes())
    except UnicodeEncodeError as error:
        raise ValueError(f"headers: {error.object!r} is not Latin-1") from None
    return answer


def _fault(name: str, match: Mapping[str, str | int | float]) -> Fault:
    if unknown := sorted(match.keys() - set(grammar.COMMON)):
        rule = f"is none of {', '.join(grammar.COMMON)}"
        raise FaultError("match", ", ".join(unknown), rule)
    plain = grammar.write(Fault(kind=Kind.RAW, script=name))
    given = (
        f"{key}={str(value).replace('%', '%25').replace(';', '%3B')}"
        for key, value in match.items()
    )
    return grammar.parse(";".join([plain, *given]))

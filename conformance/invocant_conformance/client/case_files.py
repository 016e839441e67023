"""Scripted cases as they are written in ``cases/*.yaml``."""

import functools
from collections.abc import Iterator
from importlib.resources import files
from typing import Literal, Self, TypeAlias

import yaml
from pydantic import Field, JsonValue, model_validator

from ..raw.rows import AnswerRow, Row
from .driver import Leave

__all__ = ["Case", "Expectation", "load"]

Sent: TypeAlias = Literal["sent"]


class Expectation(Row):
    """What the call has to come to.

    ``value``: the answer as JSON, ``sent`` for the one that was sent. ``events``: those of a
    stream, each as JSON text, or the entries of a list.
    ``error``: allowed kinds, ``any`` for every one. With ``status`` the error also has the headers
    and the body of the answer and, exactly, ``request_id``, ``error_code`` and ``retry_after``
    (null: ``None``).
    ``says``: text within the message. ``received``: events that the error holds. ``final``: the
    answer that the events make up, ``partial``: the one that the error holds, ``notes``: what came
    that is no event; each as JSON text.
    ``requests``: how many the server got; ``gaps``: least seconds between them, or ``date``: not
    before the date that the answer named. ``released``: the client ended the connection.
    """

    value: JsonValue | Sent = None
    events: list[str] | None = None
    error: str | list[str] | None = None
    status: int | None = None
    request_id: str | None = None
    error_code: str | None = None
    retry_after: float | Literal["date"] | None = None
    says: str | None = None
    received: int | None = None
    final: str | None = None
    partial: str | None = None
    notes: list[str] = Field(default_factory=list[str])
    requests: int = 1
    gaps: list[float | Literal["date"]] = Field(default_factory=list[float | Literal["date"]])
    released: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The allowed kinds of errors; empty where the call has to succeed."""
        if self.error is None:
            return ()
        return (self.error,) if isinstance(self.error, str) else tuple(self.error)


class Case(Row):
    """One scripted case.

    ``calls``: methods such as ``Client.chat.completions.create``, with documented arguments.
    ``own``: it states this project's design, so other clients are not asked.
    In headers and bodies ``{token}``, ``{elsewhere}`` (another origin) and ``{date}`` (one to two
    seconds from now) are filled in.
    """

    id: str
    title: str
    requirement: str
    calls: list[str]
    stream: bool = False
    answers: list[AnswerRow]
    max_retries: int = 2
    retry_unsafe: bool = False
    timeout: float = 5.0
    take: int | None = None
    leave: Leave = "exhaust"
    own: bool = False
    expect: Expectation

    @model_validator(mode="after")
    def _leaves_early(self) -> Self:
        if (self.take is None) != (self.leave == "exhaust"):
            raise ValueError("take and leave belong together")
        return self


class CaseFile(Row):
    """A file: values that its cases share, and the cases. ``defaults`` are keys of every case."""

    about: str
    texts: dict[str, JsonValue] = Field(default_factory=dict[str, JsonValue])
    defaults: dict[str, JsonValue] = Field(default_factory=dict[str, JsonValue])
    cases: list[dict[str, JsonValue]]


@functools.cache
def load() -> tuple[Case, ...]:
    """Every scripted case, in the order of the files and within them."""
    folder = files("invocant_conformance.client").joinpath("cases")
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return tuple(case for entry in entries for case in _read(entry.read_text(encoding="utf-8")))


def _read(text: str) -> Iterator[Case]:
    content = CaseFile.model_validate(yaml.safe_load(text))
    for row in content.cases:
        yield Case.model_validate({**content.defaults, **row})

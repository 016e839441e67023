"""The adapter's side of `invocant conformance client -- COMMAND`: one JSON line each way.

An adapter lets the suite call a client of another project. It needs nothing but the standard
library and that client, and runs wherever the client is installed.
"""

from __future__ import annotations

import json
import logging
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Protocol, TextIO

from interop.adapters.seen import Json, Seen, told

__all__ = ["Adapter", "Call", "Unsupported", "run"]

_SEED = 1
_QUIET_LEVEL = logging.INFO


class Unsupported(Exception):
    """The client has no way to make the call; the text says what is missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """What to call, and with what.

    `client` and `method` name the operation; `path`, `query`, `headers` and `body` hold its
    arguments by their names on the wire, `extra_…` what no argument is for. `timeout` in seconds.
    `take`: events to read before a stream is left in the way that `leave` says (`exhaust`, `break`
    or `close`). `final`: the answer that the events make up is wanted, too.
    """

    client: str
    base_url: str
    token: str = field(repr=False)
    method: str
    path: Mapping[str, str]
    query: Mapping[str, Json]
    headers: Mapping[str, Json]
    body: Mapping[str, Json]
    extra_query: Mapping[str, str]
    extra_headers: Mapping[str, str]
    extra_body: Mapping[str, Json]
    max_retries: int
    retry_unsafe: bool
    timeout: float | None
    take: int | None
    leave: str
    final: bool

    @property
    def operation(self) -> str:
        """Client class and method, such as `Gateway.chat.completions.create`."""
        return f"{self.client}.{self.method}"

    @property
    def streams(self) -> bool:
        """Whether a stream is asked for."""
        return self.body.get("stream") is True

    def all_headers(self) -> dict[str, str]:
        """Headers that are arguments and others, as texts."""
        given = {name: _text(value) for name, value in self.headers.items()}
        return {**given, **self.extra_headers}

    def all_query(self) -> dict[str, str]:
        """Parameters of the query that are arguments and others, as texts."""
        return {**{name: _text(value) for name, value in self.query.items()}, **self.extra_query}


class Adapter(Protocol):
    """One client. `loggers` are the names of its own loggers."""

    name: str
    version: str
    abilities: Sequence[str]
    loggers: Sequence[str]

    @property
    def operations(self) -> Sequence[str]:
        """What can be called, under the names of this project's clients."""
        ...

    def kind(self, error: Exception) -> str | None:
        """What the protocol calls an error that the client documents; None for others."""
        ...

    def details(self, error: Exception) -> Mapping[str, Json | bytes]:
        """What a documented error tells, by the names of the protocol; a body as bytes."""
        ...

    def call(self, call: Call, seen: Seen) -> None:
        """Make the call and show what it gives. Raises what the client raises, or Unsupported."""
        ...

    def reset(self) -> None:
        """Drop clients and connections."""
        ...


def run(adapter: Adapter) -> None:
    """Answer the lines on standard input until it ends.

    What the client prints goes to standard error.
    """
    answers, sys.stdout = sys.stdout, sys.stderr
    logging.getLogger().setLevel(_QUIET_LEVEL)
    for name in adapter.loggers:
        logging.getLogger(name).setLevel(logging.DEBUG)
    for line in sys.stdin:
        _write(answers, _answer(adapter, json.loads(line)))


def _write(answers: TextIO, answer: Mapping[str, Json]) -> None:
    # JSON has no NaN, which some clients give out: it becomes text. Escapes keep lone surrogates
    # within what UTF-8 can hold.
    plain = json.loads(json.dumps(answer), parse_constant=str)
    answers.write(f"{json.dumps(plain)}\n")
    answers.flush()


def _answer(adapter: Adapter, asked: Mapping[str, Any]) -> dict[str, Json]:
    if "hello" in asked:
        return {
            "name": adapter.name,
            "version": adapter.version,
            "operations": [*adapter.operations],
            "abilities": [*adapter.abilities],
        }
    if "reset" in asked:
        adapter.reset()
        # Pauses with a random part are the same in every run.
        random.seed(_SEED)
        return {"reset": True}
    return {"case": asked["case"], **_result(adapter, asked)}


def _result(adapter: Adapter, asked: Mapping[str, Any]) -> dict[str, Json]:
    call = Call(**{each.name: asked[each.name] for each in fields(Call)})
    if call.operation not in adapter.operations:
        return {"unsupported": f"{adapter.name} has no {call.operation}"}
    try:
        with Seen(call.take, call.leave) as seen:
            adapter.call(call, seen)
    except Unsupported as missing:
        return {"unsupported": str(missing)}
    return told(seen, adapter)


def _text(value: Json) -> str:
    if isinstance(value, list):
        return ",".join(map(_text, value))
    return value if isinstance(value, str) else json.dumps(value)

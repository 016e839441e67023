"""Scripted cases of the client suite, played to whoever asks for one.

A base URL that ends in /.invocant/case/CLI-SSE-001/crlf, or a header x-invocant-case with
CLI-SSE-001/crlf, lets any request be answered by that case: with its answers in their order,
then from the first again. A number behind @, as in crlf@7, chooses one of the variants of a
first answer that is cut at every byte in turn.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from email.utils import formatdate
from typing import TYPE_CHECKING, Final

from ...json_values import JsonObject
from ...raw.answer import Answer
from .hearing import Hearing

if TYPE_CHECKING:
    from ...client.case_files import Case

CASE_ROOT: Final = "/.invocant/case"
CASE_HEADER: Final = b"x-invocant-case"

ELSEWHERE: Final = "/.invocant/elsewhere"
"""The path at which scripted redirects to another origin end."""

_MOST_REMEMBERED: Final = 1000


class Unknown(Exception):
    """There is no such case, or cases cannot be read here; the message says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """The case that a request asks for. path: what is left of its path. run: which variant."""

    case: "Case"
    path: str
    run: str = ""

    @property
    def name(self) -> str:
        """The requirement and the id of the case."""
        return f"{self.case.requirement}/{self.case.id}"


class Cases:
    """All scripted cases, and how far each has been played to each client."""

    def __init__(self) -> None:
        self._turns: OrderedDict[tuple[int, str, str], int] = OrderedDict()
        self._read: Mapping[str, Case] | None = None

    def chosen(self, asked: str, path: str) -> Chosen | None:
        """Return the case that a path or a header names, None for a path that names none.

        Raises Unknown.
        """
        by_path = asked.startswith(CASE_ROOT)
        rest = asked.removeprefix(CASE_ROOT).strip("/") if by_path else asked.strip("/ ")
        if not rest:
            return None
        requirement, _, more = rest.partition("/")
        name, _, left = more.partition("/")
        name, _, run = name.partition("@")
        found = self._known().get(f"{requirement}/{name}")
        if found is None:
            raise Unknown(f"There is no such case; {CASE_ROOT} lists all.")
        return Chosen(case=found, path=f"/{left}" if by_path else path, run=run)

    def next(self, chosen: Chosen, hearing: Hearing) -> Answer:
        """Return the answer whose turn it is, filled in for a request."""
        key = hearing.client.number, chosen.name, chosen.run
        turn = self._turns.pop(key, 0)
        self._turns[key] = turn + 1
        if len(self._turns) > _MOST_REMEMBERED:
            self._turns.popitem(last=False)
        row = chosen.case.answers[turn % len(chosen.case.answers)]
        variants = tuple(row.variants())
        number = int(chosen.run) if chosen.run.isdecimal() and len(chosen.run) < 9 else 0
        return _filled(variants[number % len(variants)], _values(hearing))

    def listed(self) -> JsonObject:
        """Return every case as JSON: its name, title and what a client is meant to make of it."""
        known = self._known()
        shown: Sequence[JsonObject] = [
            {
                "case": name,
                "base_path": f"{CASE_ROOT}/{name}",
                "title": case.title,
                "calls": case.calls,
                "stream": case.stream,
                "expect": case.expect.model_dump(mode="json", exclude_unset=True),
            }
            for name, case in known.items()
        ]
        return {"cases": shown}

    def _known(self) -> "Mapping[str, Case]":
        if self._read is None:
            try:
                from ...client import case_files
            except ImportError:
                raise Unknown(
                    "Cases need the extra: pip install 'invocant[conformance]'."
                ) from None
            self._read = {f"{case.requirement}/{case.id}": case for case in case_files.load()}
        return self._read


def _values(hearing: Hearing) -> Mapping[str, str]:
    """Return what stands for the placeholders of a case."""
    date = math.floor(time.time()) + 2
    return {
        "{token}": next(iter(hearing.tokens), ""),
        "{elsewhere}": f"http://{_other_host(hearing)}{ELSEWHERE}",
        "{date}": formatdate(date, usegmt=True),
    }


def _other_host(hearing: Hearing) -> str:
    """Return another name of this server, which makes it another origin."""
    host, _, port = hearing.sent.value("host").rpartition(":")
    if not host:
        host, port = port, "80"
    other = "127.0.0.1" if host == "localhost" else "localhost"
    return f"{other}:{port}"


def _filled(answer: Answer, values: Mapping[str, str]) -> Answer:
    def fill(data: bytes) -> bytes:
        for name, value in values.items():
            data = data.replace(name.encode(), value.encode())
        return data

    return replace(
        answer,
        headers=tuple((name, fill(value.encode()).decode()) for name, value in answer.headers),
        pieces=tuple(map(fill, answer.pieces)),
    )

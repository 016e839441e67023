"""The request log: what was asked last, and what was found of it against the specification.

Query strings, bodies and credentials are not kept, nor are values that a broken rule is about.
"""

import time
from collections import deque
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from starlette.types import Scope

from ..json_values import JsonObject, JsonValue, body_object
from .errors import Kind, Refused
from .faults.striking import struck_by

REQUEST_ID: Final = "invocant.request_id"
"""The key of an ASGI scope under which the id of the request stands once it is answered."""

SIZE: Final = 200
"""How many requests are kept."""

VALID: Final = ("valid",)
"""The verdicts of a request that breaks no rule."""

NOTE: Final = "invocant.note"
"""The key of an ASGI scope under which the note of the request stands."""

_REFUSED: Final = "refused: "
_LONGEST: Final = 300

_OF_THE_SERVER = frozenset(
    {
        Kind.PERMISSION_DENIED,
        Kind.UNKNOWN_NAME,
        Kind.TIMED_OUT,
        Kind.LIMIT_EXCEEDED,
        Kind.BLOCKED,
        Kind.UNREACHABLE,
        Kind.NAME_TAKEN,
        Kind.UPDATING,
        Kind.INTERNAL,
    }
)
"""Refusals that follow from the state of the server: the same request may be right later."""


class Judgement(StrEnum):
    """What the verdicts of a request come to."""

    VALID = "valid"
    BROKEN = "broken"
    REFUSED = "refused"
    NONE = "none"


class Note:
    """What the parts of the server note of the request that is being answered.

    operation: the operationId, None where no operation is meant. model: the model or endpoint that
    is named. queried: the id of the endpoint that is queried, None for no query. fault: what was
    played instead of, or with, the answer. unlisted: leave the request out of the log.
    """

    __slots__ = ("fault", "model", "operation", "queried", "unlisted", "verdicts")

    def __init__(self) -> None:
        self.operation: str | None = None
        self.model: str | None = None
        self.queried: str | None = None
        self.verdicts: tuple[str, ...] = ()
        self.fault: str | None = None
        self.unlisted = False


def note_of(scope: Scope) -> Note:
    """Return the note of a request, one that is lost where no log is kept."""
    found = scope.get(NOTE)
    return found if isinstance(found, Note) else Note()


CURRENT: Final = ContextVar[Note | None]("invocant.note", default=None)
"""The note of the request that is being answered."""


def note_query(endpoint_id: str) -> None:
    """Note which endpoint the request that is being answered queries, the first one if several."""
    note = CURRENT.get()
    if note is not None and note.queried is None:
        note.queried = endpoint_id


def verdicts(refusal: Refused) -> tuple[str, ...]:
    """Return the verdicts of a request that was refused.

    That is the broken rule, field first where there is one; or "refused: " and the reason where
    it lies with the server and the request was not judged to the end.
    """
    if refusal.kind in _OF_THE_SERVER:
        return (f"{_REFUSED}{refusal.kind.name.lower().replace('_', ' ')}",)
    return ((refusal.rule or refusal.message).strip()[:_LONGEST],)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One answered request.

    number: counted from 1 since the log was cleared. at: when it came, in seconds since 1970.
    status: 0 where no answer began. milliseconds: until the last byte of the answer. verdicts:
    ("valid",), or what `verdicts` gives, or () for what is no operation of the specification.
    operation, model and fault are as in `Note`; long paths, models and verdicts are cut.
    """

    number: int
    at: float
    method: str
    path: str
    operation: str | None
    model: str | None
    status: int
    milliseconds: float
    verdicts: tuple[str, ...]
    fault: str | None
    request_id: str | None

    @property
    def judgement(self) -> Judgement:
        """What the verdicts come to."""
        if not self.verdicts:
            return Judgement.NONE
        if self.verdicts == VALID:
            return Judgement.VALID
        refused = all(verdict.startswith(_REFUSED) for verdict in self.verdicts)
        return Judgement.REFUSED if refused else Judgement.BROKEN


class Journal:
    """The last entries, the oldest first.

    clock: seconds since 1970.
    """

    def __init__(self, *, size: int = SIZE, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.count = 0
        """How many requests there were since the log was cleared, those that fell out included."""
        self._kept: deque[_Kept] = deque(maxlen=size)

    def entries(self) -> tuple[Entry, ...]:
        """Return what is kept, the oldest first."""
        return tuple(_entry(kept) for kept in self._kept)

    def clear(self) -> None:
        """Forget all requests and count from 1 again."""
        self._kept.clear()
        self.count = 0

    def add(self, scope: Scope, note: Note, *, at: float, status: int) -> None:
        """Enter a request that came at a time and has been answered now."""
        self.count += 1
        target = scope["method"][:_LONGEST], scope["path"][:_LONGEST], scope.get(REQUEST_ID)
        note.fault = note.fault or struck_by(scope)
        self._kept.append((self.count, at, self.clock() - at, status, target, note))


_Kept: TypeAlias = tuple[int, float, float, int, tuple[str, str, str | None], Note]
"""An entry as it is kept: to make one for each request would cost more than to keep it."""


def _entry(kept: _Kept) -> Entry:
    number, at, seconds, status, (method, path, request_id), note = kept
    return Entry(
        number=number,
        at=at,
        method=method,
        path=path,
        operation=note.operation,
        model=note.model and note.model[:_LONGEST],
        status=status,
        milliseconds=seconds * 1000,
        verdicts=note.verdicts,
        fault=note.fault,
        request_id=request_id,
    )


def named_in(names: Mapping[str, str], body: JsonValue) -> str | None:
    """Return the model or endpoint that a request names, in its path or else in its body."""
    sent = body_object(body)
    for value in (names.get("name"), names.get("model"), sent.get("model"), sent.get("name")):
        if isinstance(value, str) and value:
            return value
    return None


def written(entry: Entry) -> JsonObject:
    """Return an entry as JSON, its verdicts as a list."""
    return {
        "number": entry.number,
        "at": entry.at,
        "method": entry.method,
        "path": entry.path,
        "operation": entry.operation,
        "model": entry.model,
        "status": entry.status,
        "milliseconds": round(entry.milliseconds, 3),
        "verdicts": list(entry.verdicts),
        "fault": entry.fault,
        "request_id": entry.request_id,
    }

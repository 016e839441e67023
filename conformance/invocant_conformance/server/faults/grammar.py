"""The grammar of faults: `KIND[;key=value]…`, the same for headers, model names and flags."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, get_args

from ...raw.answer import End
from ...target import TASKS
from .record import Fault, Form, Framing, Kind, Shape, Told, When
from .values import (
    AFTER,
    BASE64,
    FROM_ONE,
    MOST_STATUS,
    RATE,
    SECONDS,
    FaultError,
    Value,
    count,
    one_of,
    text,
)
from .values import Form as ValueForm

_NAME: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_PRINTABLE: Final = r"[\x20-\x7e]+"


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """A key: the attribute of the fault that it sets, how its values are written, its meaning."""

    attribute: str
    form: ValueForm
    about: str


_KEYS: Final[Mapping[str, Key]] = {
    "seconds": Key(attribute="seconds", form=SECONDS, about="how late; between pieces for slow"),
    "jitter": Key(
        attribute="jitter", form=SECONDS, about="up to so many seconds more, drawn from the seed"
    ),
    "retry-after": Key(attribute="retry_after", form=SECONDS, about="when to come again"),
    "as": Key(
        attribute="told",
        form=one_of(*get_args(Told)),
        about="how retry-after is told: the header in seconds or as a date, retry-after-ms, a "
        "member of the body, or not at all",
    ),
    "after": Key(
        attribute="after",
        form=AFTER,
        about="so much comes first: events of a stream, else bytes; 100b is bytes in both",
    ),
    "framing": Key(
        attribute="framing",
        form=one_of(*get_args(Framing)),
        about="broken: bytes that were promised are missing; proper: as if the rest were all; "
        "close: no framing, the end of the connection ends the body",
    ),
    "size": Key(attribute="size", form=FROM_ONE, about="bytes of a piece"),
    "form": Key(
        attribute="form",
        form=one_of(*get_args(Form)),
        about="cut, no JSON, a JSON text instead of an object, bytes that are no UTF-8",
    ),
    "shape": Key(
        attribute="shape",
        form=one_of(*get_args(Shape)),
        about="whose way to say it; that of the format that is asked for unless given",
    ),
    "type": Key(
        attribute="type", form=text(_PRINTABLE, "printable ASCII"), about="the content type"
    ),
    "name": Key(attribute="name", form=text(_NAME, "the name of a header"), about="which header"),
    "status": Key(
        attribute="status",
        form=count(200, MOST_STATUS, f"a status from 200 to {MOST_STATUS}"),
        about="status of the answer",
    ),
    "base64": Key(
        attribute="raw",
        form=BASE64,
        about="the answer, from its status line to its last byte",
    ),
    "script": Key(
        attribute="script",
        form=text(_PRINTABLE, "the name of a script"),
        about="name of a scripted answer of --script",
    ),
    "end": Key(
        attribute="end",
        form=one_of(*get_args(End)),
        about="what follows the bytes: keep the connection, close it, reset it, or silence",
    ),
    "when": Key(
        attribute="when",
        form=one_of(*get_args(When)),
        about="before anything is done for the request, or after the work was done",
    ),
    "rate": Key(
        attribute="rate",
        form=RATE,
        about="strikes this part of the matching requests, drawn from the seed and their number",
    ),
    "times": Key(
        attribute="times", form=FROM_ONE, about="strikes among the first N matching requests only"
    ),
    "every": Key(attribute="every", form=FROM_ONE, about="strikes every N-th matching request"),
    "task": Key(attribute="task", form=one_of(*TASKS), about="matches queries for this task"),
    "path": Key(
        attribute="path",
        form=text(r"/[\x20-\x7e]*", "a path, which begins with /"),
        about="matches this path; * ? [a-z] as in a shell",
    ),
    "model": Key(
        attribute="model",
        form=text(r"[^\x00-\x1f\x7f]+", "the name of a model"),
        about="matches queries to this model or endpoint; * ? [a-z] as in a shell",
    ),
    "method": Key(
        attribute="method", form=text("[A-Za-z]+", "a method"), about="matches this method"
    ),
}
COMMON: Final = ("rate", "times", "every", "task", "path", "model", "method")
"""The keys of every kind."""

OWN: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.NONE: (),
    Kind.LATENCY: ("seconds", "jitter", "when"),
    Kind.STATUS: ("retry-after", "as", "when"),
    Kind.RESET: ("after", "when"),
    Kind.CUT: ("after", "framing"),
    Kind.NO_END: (),
    Kind.SLOW: ("seconds", "size"),
    Kind.MALFORMED: ("after", "form"),
    Kind.HTML: ("status", "when"),
    Kind.CONTENT_TYPE: ("type",),
    Kind.ERROR: ("after", "shape"),
    Kind.EMPTY: ("status",),
    Kind.NO_HEADER: ("name",),
    Kind.RAW: ("base64", "script", "end", "when"),
}
"""The further keys of each kind."""

_IN_BYTES: Final = (Kind.CUT, Kind.RESET)
"""Kinds that can strike within an event."""

STATUSES: Final = f"400 to {MOST_STATUS}"
_STATUS: Final = re.compile("[45][0-9][0-9]")
_KINDS: Final = {kind.value: kind for kind in Kind if kind is not Kind.STATUS}


def key(name: str) -> Key:
    """Return what a key is."""
    return _KEYS[name]


def parse(given: str) -> Fault:
    """Read a fault. Raises FaultError, which names field, value and rule."""
    first, *rest = (part.strip() for part in given.split(";"))
    fault = _kind(first)
    known = (*OWN[fault.kind], *COMMON)
    # The type of each value follows from its key, which no type says.
    values: dict[str, Any] = {}
    for part in rest:
        name, attribute, value = _pair(part, first, known)
        if attribute in values:
            raise FaultError(name, given, "is given twice")
        values[attribute] = value
    read = replace(fault, **values)
    _check(read, given)
    return read


def write(fault: Fault) -> str:
    """Write a fault as `parse` reads it: its kind, its own keys, then those of every kind."""
    kind = str(fault.status) if fault.kind is Kind.STATUS else fault.kind.value
    return ";".join([kind, *_written(fault)])


def _written(fault: Fault) -> Iterable[str]:
    for name in (*OWN[fault.kind], *COMMON):
        value: Value | None = getattr(fault, _KEYS[name].attribute)
        if value is not None:
            yield f"{name}={_KEYS[name].form.write(value)}"


def _kind(word: str) -> Fault:
    if _STATUS.fullmatch(word):
        return Fault(kind=Kind.STATUS, status=int(word))
    if word not in _KINDS:
        raise FaultError("kind", word, f"is none of {STATUSES}, {', '.join(_KINDS)}")
    return Fault(kind=_KINDS[word])


def _pair(part: str, kind: str, known: tuple[str, ...]) -> tuple[str, str, Value]:
    name, found, given = (each.strip() for each in part.partition("="))
    if name not in known:
        raise FaultError("key", name, f"is none of those of {kind}: {', '.join(known)}")
    if not found:
        raise FaultError(name, part, "has no value: write key=value")
    try:
        return name, _KEYS[name].attribute, _KEYS[name].form.read(given)
    except ValueError:
        raise FaultError(name, given, _KEYS[name].form.rule) from None


def _check(fault: Fault, given: str) -> None:
    """Raise FaultError for keys that do not go together."""
    if fault.kind is Kind.RAW and (fault.raw is None) == (fault.script is None):
        raise FaultError("raw", given, "needs one of base64 and script")
    if fault.script is not None and fault.end is not None:
        raise FaultError("end", fault.end, "goes with base64: a script says how its answers end")
    if fault.after is not None and fault.after.in_bytes and fault.kind not in _IN_BYTES:
        raise FaultError("after", given, "counts bytes of a stream, which only cut and reset do")
    if fault.kind is Kind.RESET and fault.after is not None and fault.when is not None:
        raise FaultError("when", fault.when, "does not go with after, of which work was done")

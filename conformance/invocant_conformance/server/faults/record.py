"""Faults as values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from ...raw.answer import End
from ...target import Task

Framing: TypeAlias = Literal["broken", "proper", "close"]
"""How a body that ends early is framed.

broken: as the whole one, which shows that bytes are missing. proper: as if the rest were all.
close: not at all, the end of the connection ends it.
"""

When: TypeAlias = Literal["before", "after"]
"""Before anything is done for the request, or after the work was done."""

Told: TypeAlias = Literal["seconds", "date", "milliseconds", "body", "none"]
"""How a refusal says when to come again.

The header Retry-After in seconds or as an HTTP date, retry-after-ms, a member of the body as the
foundation model APIs document it, or not at all.
"""

Form: TypeAlias = Literal["cut", "broken", "text", "utf-8"]
"""How JSON is made malformed: its end is missing, it is no JSON, JSON but no object, no UTF-8."""

Shape: TypeAlias = Literal[
    "openai",
    "text",
    "workspace",
    "choices",
    "event",
    "event-text",
    "event-message",
    "anthropic",
    "responses",
    "google",
]
"""How a server says in a stream that it failed."""


class Kind(StrEnum):
    """What a fault does."""

    NONE = "none"
    LATENCY = "latency"
    STATUS = "status"
    RESET = "reset"
    CUT = "cut"
    NO_END = "no-end"
    SLOW = "slow"
    MALFORMED = "malformed"
    HTML = "html"
    CONTENT_TYPE = "content-type"
    ERROR = "error"
    EMPTY = "empty"
    NO_HEADER = "no-header"
    RAW = "raw"


@dataclass(frozen=True, kw_only=True, slots=True)
class After:
    """How much of a body comes first: events of a stream and else bytes, or bytes in any case."""

    count: int
    in_bytes: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """A kind of fault and what was said of it; None stands for what was not said.

    status: of the answer, always there for Kind.STATUS. seconds: how late, or between pieces.
    jitter: seconds, up to which more are added. size: bytes of a piece. raw: the bytes of a raw
    answer, script: the name of a scripted one; a raw fault has exactly one of them.

    rate: the part of the matching requests that are struck. times: only so many matching requests
    are, the first ones. every: only each so-many-th is. task, path, model and method say which
    requests match; path and model are patterns as in a shell.
    """

    kind: Kind
    status: int | None = None
    seconds: float | None = None
    jitter: float | None = None
    retry_after: float | None = None
    told: Told | None = None
    after: After | None = None
    framing: Framing | None = None
    size: int | None = None
    form: Form | None = None
    shape: Shape | None = None
    type: str | None = None
    name: str | None = None
    raw: bytes | None = None
    script: str | None = None
    end: End | None = None
    when: When | None = None
    rate: float | None = None
    times: int | None = None
    every: int | None = None
    task: Task | None = None
    path: str | None = None
    model: str | None = None
    method: str | None = None

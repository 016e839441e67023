"""Watches one call of a Python client: what it returned, raised, logged and showed."""

import json
import logging
import pickle
import threading
import traceback
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Final, Self, TypeGuard

from pydantic import JsonValue, TypeAdapter

from invocant import InvocantError, Page, RequestError, StreamError, StreamInterrupted

from .driver import ABSENT, Absent, ErrorSeen, Outcome, Shown

__all__ = ["Witness", "verbose_logging"]


_ANSWER: Final[TypeAdapter[object]] = TypeAdapter(object)

# At DEBUG, HTTP libraries write down what is on the wire; that is their purpose.
LEVELS: Final = {"": logging.INFO, "invocant": logging.DEBUG}


@contextmanager
def verbose_logging() -> Generator[None]:
    """Let everything be logged that people turn on, so that witnesses get to see it."""
    before = {name: logging.getLogger(name).level for name in LEVELS}
    try:
        for name, level in LEVELS.items():
            logging.getLogger(name).setLevel(level)
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


class Witness(logging.Handler):
    """A context that swallows what a call raises and keeps it, together with every log record.

    ``visible``: objects that a person may print, such as the client.
    """

    def __init__(self, *visible: object) -> None:
        super().__init__()
        self._visible = visible
        self._thread = threading.get_ident()
        self._lines: list[str] = []
        self._error: Exception | None = None
        self._value: JsonValue | Absent = ABSENT
        self._events: list[JsonValue] = []
        self._notes: list[JsonValue] = []
        self._final: JsonValue | Absent = ABSENT

    def __enter__(self) -> Self:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        logging.getLogger().removeHandler(self)
        self._error = error if isinstance(error, Exception) else None
        return self._error is not None

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what the thread of the call logs."""
        if record.thread == self._thread:
            self._lines.append(self.format(record))

    def take_answer(self, answer: object) -> None:
        """Keep what a call returned: a model, text, a list, a page, or nothing."""
        if _is_page(answer):
            self._events = [_dump(item) for item in answer]
            answer = answer.answer
        self._value = ABSENT if answer is None else _dump(answer)

    def take_event(self, event: object) -> int:
        """Keep one event of a stream; returns how many there are."""
        self._events.append(_dump(event))
        return len(self._events)

    def take_final(self, answer: object, notes: Sequence[object]) -> None:
        """Keep the answer that the events of a stream make up, and what came beside them."""
        self._notes = [*map(_dump, notes)]
        self._final = _dump(answer)

    def outcome(self) -> Outcome:
        """Everything that was seen."""
        return Outcome(
            value=self._value,
            events=tuple(self._events),
            notes=tuple(self._notes),
            final=self._final,
            error=None if self._error is None else _error_seen(self._error),
            shown=tuple(self._shown()),
        )

    def _shown(self) -> Iterator[Shown]:
        for each in self._visible:
            yield Shown(where=f"repr of {type(each).__name__}", text=f"{each!r}{each}")
        yield Shown(where="log", text="\n".join(self._lines))
        if self._error is not None:
            name = type(self._error).__name__
            yield Shown(where=f"repr of {name}", text=f"{self._error!r}{vars(self._error)!r}")
            yield Shown(where="traceback", text="".join(traceback.format_exception(self._error)))
            yield Shown(where=f"pickled {name}", text=pickle.dumps(self._error).decode("latin-1"))


def _is_page(answer: object) -> TypeGuard[Page[object]]:
    return isinstance(answer, Page)


def _dump(answer: object) -> JsonValue:
    """An answer or an event as JSON, whatever type it has."""
    dumped: JsonValue = json.loads(_ANSWER.dump_json(answer, by_alias=True, exclude_unset=True))
    return dumped


def _error_seen(error: Exception) -> ErrorSeen:
    kind, message = type(error).__name__, str(error)
    if not isinstance(error, InvocantError):
        return ErrorSeen(kind=kind, message=message)
    broken = error if isinstance(error, StreamError | StreamInterrupted) else None
    return ErrorSeen(
        kind=kind,
        message=message,
        status=error.status,
        headers=None if error.headers is None else dict(error.headers),
        request_id=error.request_id,
        error_code=error.error_code,
        body=error.body,
        retry_after=error.retry_after,
        field=error.field if isinstance(error, RequestError) else None,
        received=None if broken is None else tuple(map(_dump, broken.received)),
        partial=None if broken is None else _dump(broken.partial),
    )

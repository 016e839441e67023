"""What the caller of a client got to see of one call, in terms of JSON."""

from __future__ import annotations

import base64
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Protocol, Self, TypeAlias

__all__ = ["Errors", "Json", "Seen", "kind_of_status", "told"]

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"

_KINDS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}


class Errors(Protocol):
    """Knows the errors of a client."""

    def kind(self, error: Exception) -> str | None:
        """What the protocol calls an error that the client documents; None for others."""
        ...

    def details(self, error: Exception) -> Mapping[str, Json | bytes]:
        """Members of a documented error in the protocol; a body as bytes."""
        ...


def kind_of_status(status: int) -> str:
    """What the protocol calls a refusal with a status."""
    return _KINDS.get(status, "InternalServerError" if status >= 500 else "APIStatusError")


class Seen(logging.Handler):
    """A context that keeps what a call gives, logs and raises, all but `Unsupported`.

    `take` and `leave` say how a stream is left.
    """

    def __init__(self, take: int | None, leave: str) -> None:
        super().__init__()
        self.value: Json = None
        self.has_value = False
        self.events: list[Json] | None = None
        self.final: Json = None
        self.has_final = False
        self.error: Exception | None = None
        self.in_stream = False
        self._take = take
        self._leave = leave
        self._visible: list[object] = []
        self._lines: list[str] = []

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
        if error is None or type(error).__name__ == "Unsupported":
            return False
        self.error = error if isinstance(error, Exception) else None
        return self.error is not None

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line of the log."""
        self._lines.append(self.format(record))

    def show(self, *visible: object) -> None:
        """Keep objects that a person may print, such as the client."""
        self._visible += visible

    def answer(self, value: Json) -> None:
        """Keep the answer."""
        self.value, self.has_value = value, True

    def entries(self, values: Sequence[Json]) -> None:
        """Keep the entries of an answer that is a list, as a caller gets them by iterating."""
        self.events = [*values]

    def make_up(self, value: Json) -> None:
        """Keep the answer that the events of a stream make up."""
        self.final, self.has_final = value, True

    def begin(self) -> None:
        """What comes from here on is a stream."""
        self.in_stream, self.events = True, []

    def event(self, value: Json) -> str | None:
        """Keep an event; returns `break` or `close` where the stream is to be left after it."""
        self.events = [*(self.events or ()), value]
        return self._leave if len(self.events) == self._take else None

    def shown(self) -> Iterator[tuple[str, str]]:
        """Everything that people, logs and files get to see, and where."""
        for each in self._visible:
            yield f"repr of {type(each).__name__}", f"{each!r}{each}"
        yield "log", "\n".join(self._lines)
        if self.error is not None:
            name = type(self.error).__name__
            yield f"repr of {name}", f"{self.error!r}{self.error}"
            yield "traceback", "".join(traceback.format_exception(self.error))
            pickled = _pickled(self.error)
            if pickled is not None:
                yield f"pickled {name}", pickled


def told(seen: Seen, errors: Errors) -> dict[str, Json]:
    """The answer of the protocol, without the case."""
    found: dict[str, Json] = {}
    if seen.has_value:
        found["value"] = seen.value
    if seen.events is not None:
        found["events"] = seen.events
    if seen.has_final:
        found["final"] = seen.final
    if seen.error is not None:
        found["error"] = _error(seen, seen.error, errors)
    found["shown"] = [{"where": where, "text": text} for where, text in seen.shown()]
    return found


def _error(seen: Seen, error: Exception, errors: Errors) -> dict[str, Json]:
    """An error of no documented class keeps its name."""
    documented = errors.kind(error)
    if documented is None:
        return {"kind": type(error).__name__, "message": str(error)}
    kind = _within_stream(documented) if seen.in_stream else documented
    details = {name: _plain(value) for name, value in errors.details(error).items()}
    return {"kind": kind, "message": str(error), **details}


def _within_stream(kind: str) -> str:
    """Streams have errors of their own, for which some clients use those of other calls."""
    if kind in ("APIConnectionError", "APITimeoutError"):
        return "StreamInterrupted"
    known = (*_KINDS.values(), "InternalServerError", "APIStatusError")
    return "StreamError" if kind in known else kind


def _plain(value: Json | bytes) -> Json:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _pickled(error: Exception) -> str | None:
    """None for errors that cannot be pickled, of which there are many."""
    dump: Callable[[object], bytes] = pickle.dumps
    try:
        return dump(error).decode("latin-1")
    except Exception:
        return None

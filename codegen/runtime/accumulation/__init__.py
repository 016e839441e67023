"""Merging the events of a stream into the answer that the same request gets when not streamed.

One module a format. Additions to a text are joined; whatever states a fact (an id, a reason, the
usage) counts as it was stated last, where null and the empty text state nothing. Members that no
specification names are kept. Nothing here raises, whatever the events hold, and the work grows with
their size alone.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

__all__ = ["Accumulator", "JsonObject", "accumulator", "merge"]

JsonObject = Mapping[str, object]


class Accumulator(Protocol):
    """What the events of one stream amount to, so far."""

    def add(self, event: JsonObject) -> None:
        """Take the next event."""
        ...

    def answer(self) -> dict[str, object]:
        """The merged answer, which later events do not change."""
        ...

    @property
    def usage(self) -> object:
        """The usage that was stated last, as it stands in the answer; ``None`` without one."""
        ...

    @property
    def text(self) -> str:
        """The text of the first choice, without thoughts, refusals and calls."""
        ...


def accumulator(form: str) -> Accumulator:
    """An empty accumulator of a format: chat, completions, responses, messages or gemini.

    Only the module that is asked for is imported.
    """
    match form:
        case "chat":
            from .chat import Chat

            return Chat()
        case "completions":
            from .completions import Completions

            return Completions()
        case "responses":
            from .responses import Responses

            return Responses()
        case "messages":
            from .messages import Messages

            return Messages()
        case "gemini":
            from .gemini import Gemini

            return Gemini()
        case _:
            raise ValueError(f"no accumulator for {form!r}")


def merge(form: str, events: Iterable[JsonObject]) -> dict[str, object]:
    """The answer that ``events`` make up."""
    whole = accumulator(form)
    for event in events:
        whole.add(event)
    return whole.answer()

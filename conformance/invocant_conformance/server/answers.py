"""Answers that are kept so that they can be fetched again."""

from ..json_values import JsonObject
from .state.rows import Rows, Unkept

_MOST = 1000


class AnswerStore:
    """Keeps the latest answers of the Responses API, by id."""

    def __init__(self, rows: Rows[JsonObject] | None = None) -> None:
        self._rows = rows or Unkept[JsonObject]()
        self._answers = dict(self._rows.load())

    def keep(self, identifier: str, answer: JsonObject) -> None:
        """Keep an answer, and forget the oldest one where there are too many.

        Raises Refused where that cannot be saved.
        """
        changes: dict[str, JsonObject | None] = {identifier: answer}
        if len(self._answers) >= _MOST:
            changes[next(iter(self._answers))] = None
        self._rows.keep(changes)
        for oldest in [key for key, kept in changes.items() if kept is None]:
            del self._answers[oldest]
        self._answers[identifier] = answer

    def find(self, identifier: str) -> JsonObject | None:
        """Return the answer of an id, None where none is kept."""
        return self._answers.get(identifier)

    def clear(self) -> None:
        """Forget all answers. Raises Refused where that cannot be saved."""
        self._rows.clear()
        self._answers.clear()

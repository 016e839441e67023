"""Answers that are kept so that they can be fetched again."""

from collections import OrderedDict

from ..json_values import JsonObject

_MOST = 1000


class AnswerStore:
    """Keeps the latest answers of the Responses API, by id."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, JsonObject] = OrderedDict()

    def keep(self, identifier: str, answer: JsonObject) -> None:
        """Keep an answer, and forget the oldest one where there are too many."""
        self._answers[identifier] = answer
        if len(self._answers) > _MOST:
            self._answers.popitem(last=False)

    def find(self, identifier: str) -> JsonObject | None:
        """Return the answer of an id, None where none is kept."""
        return self._answers.get(identifier)

    def clear(self) -> None:
        """Forget all answers."""
        self._answers.clear()

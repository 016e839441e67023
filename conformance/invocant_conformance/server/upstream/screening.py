"""What an endpoint's settings do to a provider's answer: tokens are counted, texts are screened."""

from collections.abc import AsyncIterator, Callable, Sequence

from ...json_values import JsonObject, as_list, as_object, as_text
from ..guardrails import screened_answer, screened_content
from ..sse import Named
from . import answers
from .relay import Piece


class Watch:
    """Watches one answer.

    request: what was asked. guardrails: the endpoint's, for answers. spend: takes the tokens, once.
    """

    def __init__(
        self, *, request: JsonObject, guardrails: JsonObject, spend: Callable[[int], None]
    ) -> None:
        self._request = request
        self._guardrails = guardrails
        self._spend: Callable[[int], None] | None = spend
        self._stated = 0
        self._written = 0

    @property
    def holds(self) -> bool:
        """Whether a stream is held back until all of it was looked at."""
        return bool(self._guardrails)

    def whole(self, answer: JsonObject) -> JsonObject:
        """Return an answer as the caller may see it. Raises Refused for one that is blocked."""
        self._note(answer)
        self.settle()
        return screened_content(self._guardrails, answer)

    def check(self, held: Sequence[Piece]) -> None:
        """Look at a stream that is held back; it may be blocked, it is not masked.

        Raises Refused for one that is blocked.
        """
        if self.holds:
            for piece in held:
                self._note(_data(piece))
            self.settle()
            screened_answer(self._guardrails, _texts(held))

    async def counted(
        self, held: Sequence[Piece], rest: AsyncIterator[Piece]
    ) -> AsyncIterator[Piece]:
        """Yield a stream: what was held back, and the rest as it comes."""
        for piece in held:
            self._note(_data(piece))
            yield piece
        async for piece in rest:
            self._note(_data(piece))
            yield piece
        # Before the caller sees the end, and may send the next request.
        self.settle()

    def settle(self) -> None:
        """Count the tokens: as the model states them, else estimated from the texts."""
        spend, self._spend = self._spend, None
        if spend is not None:
            asked = answers.characters(self._request)
            spend(self._stated or answers.estimated_tokens(asked + self._written))

    def _note(self, answer: JsonObject) -> None:
        self._stated = max(self._stated, answers.total_tokens(answer))
        if not self._stated:
            self._written += answers.characters(answer)


def _data(piece: Piece) -> JsonObject:
    return piece.data if isinstance(piece, Named) else piece


def _texts(held: Sequence[Piece]) -> Sequence[str]:
    """Return the texts of a stream, one for each choice."""
    texts: dict[str, str] = {}
    for data in map(_data, held):
        for entry in as_list(data.get("choices")):
            choice = as_object(entry)
            delta = as_object(choice.get("delta"))
            text = as_text(delta.get("content")) + as_text(choice.get("text"))
            index = str(choice.get("index"))
            texts[index] = texts.get(index, "") + text
        if as_text(data.get("type")).endswith("output_text.delta"):
            texts[""] = texts.get("", "") + as_text(data.get("delta"))
    return [*texts.values()]

# Copied from codegen/runtime/; do not edit.
"""A stream that also gives the answer which its events make up."""

from collections.abc import AsyncGenerator
from typing import Generic, TypeVar

from ..answer_reader import AnswerReader
from ..models import Model
from ..observation import Observation
from ..reply import Reply
from ..token_usage import TokenUsage
from .answer import AsyncAnswer
from .stream import AsyncStream, begin

__all__ = ["AsyncAccumulatingStream", "open_accumulating"]

E = TypeVar("E")
F = TypeVar("F")
E_co = TypeVar("E_co", covariant=True)
F_co = TypeVar("F_co", covariant=True)


class AsyncAccumulatingStream(AsyncStream[E_co], Generic[E_co, F_co]):
    """The events of one answer, and the answer itself.

    Read it as any stream. ``final()`` gives what the same request answers when it is not streamed.
    """

    def __init__(
        self,
        answer: AsyncAnswer,
        reply: Reply,
        reader: AnswerReader[E_co, F_co],
        events: AsyncGenerator[E_co, None],
    ) -> None:
        super().__init__(answer, reply, reader, events)
        self._whole: AnswerReader[E_co, F_co] = reader

    async def final(self) -> F_co:
        """The whole answer; what was not read yet is read first. The same object every time.

        A Responses stream that ends with ``response.failed`` is complete: its answer has the error.
        Raises as iterating does, also when that was before; StreamInterrupted when the stream was
        closed early; APIResponseError when its events make up no answer of the API.
        """
        async for _ in self:
            pass
        return self._whole.final()

    def snapshot(self) -> F_co | None:
        """The answer so far, from the events that were read; ``None`` until these make up one.

        It takes time in proportion to what came since the last call and to the size of the answer.
        """
        return self._whole.snapshot()

    @property
    def usage(self) -> TokenUsage | None:
        """The usage that was stated last: so far, or of the whole answer once that was stated."""
        return self._whole.usage

    @property
    def text(self) -> str:
        """The text so far, of the first choice, without thoughts and calls."""
        return self._whole.text

    @property
    def notes(self) -> list[Model]:
        """What came that is no event, such as where an agent's work was traced; in its order.

        ``received`` has it among the events, ``final()`` has its members among those that the API
        does not describe.
        """
        return self._whole.notes


async def open_accumulating(
    answer: AsyncAnswer, reply: Reply, reader: AnswerReader[E, F], call: Observation
) -> AsyncAccumulatingStream[E, F]:
    """The twin of ``open_stream``."""
    events = await begin(answer, reader, call)
    return AsyncAccumulatingStream(answer, reply, reader, events)

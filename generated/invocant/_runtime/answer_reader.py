# Copied from codegen/runtime/; do not edit.
"""From the bytes of a stream to its events and to the answer that they make up."""

import json
from typing import Generic, TypeVar

from .accumulation import Accumulator, accumulator
from .decoding import Decoder, decode_event, decoder
from .errors import APIResponseError
from .events import EventReader
from .json_data import is_object
from .operation import Operation
from .reply import Reply
from .response import attach
from .token_usage import TokenUsage, token_usage

__all__ = ["AnswerReader"]

E_co = TypeVar("E_co", covariant=True)
F_co = TypeVar("F_co", covariant=True)


class AnswerReader(EventReader[E_co], Generic[E_co, F_co]):
    """Reads one stream and merges its events, which costs nothing until somebody asks.

    ``answer`` decodes what the events make up, after the rules of the operation's ``merge``.
    """

    def __init__(
        self,
        event: Decoder[E_co],
        answer: Decoder[F_co],
        reply: Reply,
        operation: Operation,
        asked: int = 1,
    ) -> None:
        note = None if operation.note is None else decoder(operation.note())
        super().__init__(event, reply, operation.stream_end, asked, note)
        self._answer: Decoder[F_co] = answer
        self._form: str = operation.merge
        self._accumulator: Accumulator | None = None
        self._taken: int = 0
        self._made: tuple[int, F_co | None] = (0, None)
        self._final: F_co | None = None

    def final(self) -> F_co:
        """The answer, once the stream has been read; the same object every time.

        Raises what ended the stream before it was complete, StreamInterrupted when nobody read it
        to its end, and APIResponseError when its events make up no valid answer.
        """
        if self._final is None:
            failure = self.failure
            if failure is None and not self.ended:
                failure = self.interruption("it was closed")
            if failure is not None:
                raise failure
            self._final = self._decoded()
        return self._final

    def merged(self) -> object:
        """What the events make up so far, as JSON."""
        return self._merge().answer()

    def snapshot(self) -> F_co | None:
        """The answer so far; ``None`` as long as there is none that is valid."""
        made, answer = self._made
        if made < len(self.received):
            try:
                answer = self._decoded()
            except APIResponseError:
                answer = None
            self._made = (len(self.received), answer)
        return answer

    @property
    def usage(self) -> TokenUsage | None:
        """The usage that was stated last."""
        return token_usage(self._merge().usage)

    @property
    def text(self) -> str:
        """The text so far."""
        return self._merge().text

    def _merge(self) -> Accumulator:
        whole = self._accumulator = self._accumulator or accumulator(self._form)
        for data in self.received[self._taken :]:
            event: object = json.loads(data)
            if is_object(event):
                whole.add(event)
        self._taken = len(self.received)
        return whole

    def _decoded(self) -> F_co:
        merged = json.dumps(self._merge().answer()).encode()
        answer = decode_event(self._answer, merged, self._reply)
        attach(answer, self._reply)
        return answer

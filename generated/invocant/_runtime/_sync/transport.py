# Copied from codegen/runtime/; do not edit.
"""What the methods of clients call: requests and the decoding of their answers."""

from typing import Final, TypeVar, overload

from ..answer_reader import AnswerReader
from ..decoding import check_nothing, decode, decode_text, decoder
from ..events import EventReader
from ..models import Model
from ..observation import Observation
from ..operation import Arguments, Operation
from ..reply import Reply, response_error
from ..request import PreparedRequest, prepare
from ..response import attach
from ..typed import Typed
from .accumulating import AccumulatingStream, open_accumulating
from .answer import Answer
from .sender import Sender
from .stream import Stream, open_stream

__all__ = ["Transport"]

M = TypeVar("M", bound=Model)
A = TypeVar("A", bound=Model)
T = TypeVar("T")

EVENT_STREAM: Final = "text/event-stream"


class Transport(Sender):
    """Connects one client to one origin."""

    @overload
    def request(self, operation: Operation, answer: type[M], arguments: Arguments) -> M: ...

    @overload
    def request(self, operation: Operation, answer: type[Typed[T]], arguments: Arguments) -> T: ...

    def request(
        self,
        operation: Operation,
        answer: type[Model] | type[Typed[object]],
        arguments: Arguments,
    ) -> object:
        """The answer, decoded from JSON. Raises any InvocantError but those of streams."""
        request = self._prepare(operation, arguments, operation.accept)
        with self.observers.observe(operation, arguments, request) as call:
            reply = self._whole(request, call)
            return call.returning(attach(decode(decoder(answer), reply, operation.accept), reply))

    def request_text(self, operation: Operation, arguments: Arguments) -> str:
        """The answer as text. Raises as :meth:`request` does."""
        request = self._prepare(operation, arguments, operation.accept)
        with self.observers.observe(operation, arguments, request) as call:
            reply = self._whole(request, call)
            return call.returning(decode_text(reply, operation.accept))

    def request_nothing(self, operation: Operation, arguments: Arguments) -> None:
        """For operations whose answer says nothing beyond success."""
        request = self._prepare(operation, arguments, operation.accept)
        with self.observers.observe(operation, arguments, request) as call:
            check_nothing(self._whole(request, call))
            call.returning(None)

    @overload
    def stream(self, operation: Operation, event: type[M], arguments: Arguments) -> Stream[M]: ...

    @overload
    def stream(
        self, operation: Operation, event: type[Typed[T]], arguments: Arguments
    ) -> Stream[T]: ...

    def stream(
        self,
        operation: Operation,
        event: type[Model] | type[Typed[object]],
        arguments: Arguments,
    ) -> Stream[object]:
        """The events of the answer, once it has begun. Raises as :meth:`request` does."""
        request = self._prepare(operation, arguments, f"{EVENT_STREAM}, {operation.accept}")
        with self.observers.observe(operation, arguments, request, stream=True) as call:
            answer, reply = self._streamed(request, call)
            reader = EventReader(decoder(event), reply, operation.stream_end, request.asked)
            return open_stream(answer, reply, reader, call)

    @overload
    def stream_answer(
        self, operation: Operation, event: type[M], whole: type[A], arguments: Arguments
    ) -> AccumulatingStream[M, A]: ...

    @overload
    def stream_answer(
        self, operation: Operation, event: type[Typed[T]], whole: type[A], arguments: Arguments
    ) -> AccumulatingStream[T, A]: ...

    def stream_answer(
        self,
        operation: Operation,
        event: type[Model] | type[Typed[object]],
        whole: type[Model],
        arguments: Arguments,
    ) -> AccumulatingStream[object, Model]:
        """As :meth:`stream`, for an operation that says how events make up a whole answer."""
        request = self._prepare(operation, arguments, f"{EVENT_STREAM}, {operation.accept}")
        with self.observers.observe(operation, arguments, request, stream=True) as call:
            answer, reply = self._streamed(request, call)
            reader = AnswerReader(decoder(event), decoder(whole), reply, operation, request.asked)
            return open_accumulating(answer, reply, reader, call)

    def _streamed(self, request: PreparedRequest, call: Observation) -> tuple[Answer, Reply]:
        answer, reply = self.send(request, call, whole=False)
        if reply.content_type != EVENT_STREAM:
            reply = self.read(answer, reply, request)
            kind = reply.content_type or "missing"
            raise response_error(reply, f"its content type is {kind}, expected {EVENT_STREAM}")
        return answer, reply

    def _prepare(self, operation: Operation, arguments: Arguments, accept: str) -> PreparedRequest:
        return prepare(operation, arguments, self.settings, accept, self.options)

    def _whole(self, request: PreparedRequest, call: Observation) -> Reply:
        return (self.send(request, call, whole=True))[1]

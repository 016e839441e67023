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
from .accumulating import AsyncAccumulatingStream, open_accumulating
from .answer import AsyncAnswer
from .sender import AsyncSender
from .stream import AsyncStream, open_stream

__all__ = ["AsyncTransport"]

M = TypeVar("M", bound=Model)
A = TypeVar("A", bound=Model)
T = TypeVar("T")

EVENT_STREAM: Final = "text/event-stream"


class AsyncTransport(AsyncSender):
    """Connects one client to one origin."""

    @overload
    async def request(self, operation: Operation, answer: type[M], arguments: Arguments) -> M: ...

    @overload
    async def request(
        self, operation: Operation, answer: type[Typed[T]], arguments: Arguments
    ) -> T: ...

    async def request(
        self,
        operation: Operation,
        answer: type[Model] | type[Typed[object]],
        arguments: Arguments,
    ) -> object:
        """The answer, decoded from JSON. Raises any InvocantError but those of streams."""
        request = self._prepare(operation, arguments, operation.accept)
        with self.observers.observe(operation, arguments, request) as call:
            reply = await self._whole(request, call)
            return call.returning(attach(decode(decoder(answer), reply, operation.accept), reply))

    async def request_text(self, operation: Operation, arguments: Arguments) -> str:
        """The answer as text. Raises as :meth:`request` does."""
        request = self._prepare(operation, arguments, operation.accept)
        with self.observers.observe(operation, arguments, request) as call:
            reply = await self._whole(request, call)
            return call.returning(decode_text(reply, operation.accept))

    async def request_nothing(self, operation: Operation, arguments: Arguments) -> None:
        """For operations whose answer says nothing beyond success."""
        request = self._prepare(operation, arguments, operation.accept)
        with self.observers.observe(operation, arguments, request) as call:
            check_nothing(await self._whole(request, call))
            call.returning(None)

    @overload
    async def stream(
        self, operation: Operation, event: type[M], arguments: Arguments
    ) -> AsyncStream[M]: ...

    @overload
    async def stream(
        self, operation: Operation, event: type[Typed[T]], arguments: Arguments
    ) -> AsyncStream[T]: ...

    async def stream(
        self,
        operation: Operation,
        event: type[Model] | type[Typed[object]],
        arguments: Arguments,
    ) -> AsyncStream[object]:
        """The events of the answer, once it has begun. Raises as :meth:`request` does."""
        request = self._prepare(operation, arguments, f"{EVENT_STREAM}, {operation.accept}")
        with self.observers.observe(operation, arguments, request, stream=True) as call:
            answer, reply = await self._streamed(request, call)
            reader = EventReader(decoder(event), reply, operation.stream_end, request.asked)
            return await open_stream(answer, reply, reader, call)

    @overload
    async def stream_answer(
        self, operation: Operation, event: type[M], whole: type[A], arguments: Arguments
    ) -> AsyncAccumulatingStream[M, A]: ...

    @overload
    async def stream_answer(
        self, operation: Operation, event: type[Typed[T]], whole: type[A], arguments: Arguments
    ) -> AsyncAccumulatingStream[T, A]: ...

    async def stream_answer(
        self,
        operation: Operation,
        event: type[Model] | type[Typed[object]],
        whole: type[Model],
        arguments: Arguments,
    ) -> AsyncAccumulatingStream[object, Model]:
        """As :meth:`stream`, for an operation that says how events make up a whole answer."""
        request = self._prepare(operation, arguments, f"{EVENT_STREAM}, {operation.accept}")
        with self.observers.observe(operation, arguments, request, stream=True) as call:
            answer, reply = await self._streamed(request, call)
            reader = AnswerReader(decoder(event), decoder(whole), reply, operation, request.asked)
            return await open_accumulating(answer, reply, reader, call)

    async def _streamed(
        self, request: PreparedRequest, call: Observation
    ) -> tuple[AsyncAnswer, Reply]:
        answer, reply = await self.send(request, call, whole=False)
        if reply.content_type != EVENT_STREAM:
            reply = await self.read(answer, reply, request)
            kind = reply.content_type or "missing"
            raise response_error(reply, f"its content type is {kind}, expected {EVENT_STREAM}")
        return answer, reply

    def _prepare(self, operation: Operation, arguments: Arguments, accept: str) -> PreparedRequest:
        return prepare(operation, arguments, self.settings, accept, self.options)

    async def _whole(self, request: PreparedRequest, call: Observation) -> Reply:
        return (await self.send(request, call, whole=True))[1]

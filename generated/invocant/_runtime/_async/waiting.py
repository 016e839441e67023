# Copied from codegen/runtime/; do not edit.
"""Polls until what is waited for has come, has failed, or took too long."""

from collections.abc import Collection
from typing import Generic, TypeVar

from ..errors import APIConnectionError, APIStatusError, InvocantError
from ..models import Model
from ..operation import Arguments, Operation
from ..options import RequestOptions
from ..response import secrets_of
from ..waiting import Progress, Waiting, is_transient
from .transport import AsyncTransport

__all__ = ["AsyncWaiter"]

M = TypeVar("M", bound=Model)


class AsyncWaiter(Generic[M]):
    """Waits on one transport, with its clock, its sleep and its randomness.

    Raises RequestError for an option that cannot be used, before anything is sent.
    """

    def __init__(self, transport: AsyncTransport, waiting: Waiting[M]) -> None:
        waiting.check()
        self._transport: AsyncTransport = transport
        self._waiting: Waiting[M] = waiting

    async def wait(self, options: RequestOptions, secrets: Collection[str] = ()) -> M:
        """The first answer that is done.

        Raises EndpointFailed and WaitTimeout, neither telling ``secrets``. A poll may go without
        answer, or get 429 or 5xx; every other error of a request is raised.
        """
        transport, waiting = self._transport, self._waiting
        progress = Progress(waiting, secrets, transport.monotonic())
        while True:
            limits = progress.options(options, transport.timeout, transport.monotonic())
            arguments = Arguments(path=waiting.path, options=limits)
            try:
                answer = await transport.request(waiting.poll, waiting.answer, arguments)
            except (APIConnectionError, APIStatusError) as error:
                if not is_transient(error):
                    raise
                progress.failed(error)
            else:
                if progress.is_done(answer, transport.monotonic()):
                    return answer
            await transport.sleep(progress.pause(transport.random(), transport.monotonic()))

    async def after(
        self, operation: Operation, answer: type[Model] | None, arguments: Arguments
    ) -> M:
        """Begin with an operation, whose errors are raised as they are, then :meth:`wait`.

        ``answer``: what the operation answers, ``None`` where that says nothing.
        """
        begun: Model | None = None
        if answer is None:
            await self._transport.request_nothing(operation, arguments)
        else:
            begun = await self._transport.request(operation, answer, arguments)
        try:
            return await self.wait(_of_polls(arguments.options), secrets_of(begun))
        except InvocantError as error:
            if self._waiting.remains not in str(error):
                error.add_note(self._waiting.remains)
            raise


def _of_polls(options: RequestOptions) -> RequestOptions:
    """What the options of an operation mean for the polls after it: its own query and body stay
    with it."""
    return {"extra_headers": options.get("extra_headers"), "timeout": options.get("timeout")}

"""Runs an authentication flow, as the HTTP library would do it, around one attempt."""

from collections.abc import AsyncGenerator, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from ..credentials import AuthFlow, secrets_of
from ..faults import connection_error, quotable
from ..options import Timeout
from ..request import PreparedRequest
from .answer import AsyncAnswer
from .connections import AsyncConnections

if TYPE_CHECKING:
    import httpx

    Flow = AsyncGenerator[httpx.Request, httpx.Response]

__all__ = ["send_through"]


async def send_through(
    flow: AuthFlow, request: PreparedRequest, timeout: Timeout, connections: AsyncConnections
) -> tuple[AsyncAnswer, PreparedRequest]:
    """The answer to the last request that the flow sends, and the request as far as it is secret.

    The answers before are read and closed. Raises APIConnectionError.
    """
    sent = connections.to(request.origin).built(request, timeout)
    before = dict(sent.headers)

    def masking(built: "httpx.Request") -> PreparedRequest:
        added = {name: value for name, value in built.headers.items() if before.get(name) != value}
        return replace(request, secrets=request.secrets | secrets_of(added))

    async def send(built: "httpx.Request") -> AsyncAnswer:
        wire = connections.to(f"{built.url.scheme}://{built.url.netloc.decode()}")
        try:
            return await wire.send_built(built, whole=True)
        except wire.library.HTTPError as error:
            failure = connection_error(error, wire.library, masking(built))
            raise failure from quotable(error, masking(built))

    # The protocol says nothing of requests, so that flows for either library fit it.
    requests = cast("Callable[[httpx.Request], Flow]", flow.async_auth_flow)(sent)
    try:
        sent = await anext(requests)
        answer = await send(sent)
        while (following := await _after(requests, answer, sent)) is not None:
            sent = following
            answer = await send(sent)
    finally:
        await requests.aclose()
    return answer, masking(sent)


async def _after(
    requests: "Flow", answer: AsyncAnswer, sent: "httpx.Request"
) -> "httpx.Request | None":
    """The request that the flow makes of an answer, which is then needed no more."""
    answer.response.request = sent
    try:
        following = await requests.asend(answer.response)
        await answer.read()
    except StopAsyncIteration:
        return None
    except BaseException:
        await answer.close()
        raise
    return following

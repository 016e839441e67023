"""Runs an authentication flow, as an HTTP library would do it, around one attempt.

Flows see requests and answers of httpx, whatever it is that sends.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from dataclasses import replace
from typing import Final, cast

import httpx

from ..credentials import AuthFlow, secrets_of
from ..faults import connection_error, quotable
from ..options import Timeout
from ..request import PreparedRequest
from .answer import AsyncAnswer
from .connections import AsyncConnections

__all__ = ["send_through"]

Flow = AsyncGenerator[httpx.Request, httpx.Response]

# What connections add by themselves, and what is undone when flows see a body.
OWN_HEADERS: Final = frozenset({"host", "content-length", "transfer-encoding"})
UNDONE_HEADERS: Final = OWN_HEADERS | {"content-encoding"}


async def send_through(
    flow: AuthFlow, request: PreparedRequest, timeout: Timeout, connections: AsyncConnections
) -> tuple[AsyncAnswer, PreparedRequest]:
    """The answer to the last request that the flow yields, and that request.

    The answers before are read and closed. Raises APIConnectionError.
    """
    # The protocol says nothing of requests, so that flows for either library fit it.
    begin = cast("Callable[[httpx.Request], Flow]", flow.async_auth_flow)
    requests = begin(_shown(request))
    try:
        shown = await anext(requests)
        while True:
            sent = _authenticated(request, shown)
            answer = await _sent(sent, timeout, connections)
            following, answer = await _after(requests, answer, shown)
            if following is None:
                return answer, sent
            shown = following
    finally:
        await requests.aclose()


def _shown(request: PreparedRequest) -> httpx.Request:
    return httpx.Request(
        request.method,
        request.url,
        params=request.query or None,
        headers=request.headers,
        content=request.content,
    )


def _authenticated(request: PreparedRequest, shown: httpx.Request) -> PreparedRequest:
    """The request that the flow made of ours; what it added to it is secret."""
    headers = {name: value for name, value in shown.headers.items() if name not in OWN_HEADERS}
    added = {n: value for n, value in headers.items() if request.headers.get(n) != value}
    url = shown.url.copy_with(query=None)
    return replace(
        request,
        method=shown.method,
        path=url.raw_path.decode("ascii"),
        url=str(url),
        origin=f"{url.scheme}://{url.netloc.decode('ascii')}",
        headers=headers,
        query=dict(shown.url.params),
        content=shown.content or None,
        secrets=request.secrets | secrets_of(added),
    )


async def _sent(
    request: PreparedRequest, timeout: Timeout, connections: AsyncConnections
) -> AsyncAnswer:
    wire = connections.to(request.origin)
    try:
        return await wire.send(request, timeout)
    except (wire.library.HTTPError, OSError) as error:
        failure = connection_error(error, wire.library, request)
        raise failure from quotable(error, request)


async def _after(
    requests: Flow, answer: AsyncAnswer, shown: httpx.Request
) -> tuple[httpx.Request | None, AsyncAnswer]:
    """The request that the flow makes of an answer, or none and the answer, still to be read."""
    seen = httpx.Response(
        answer.status, headers=_raw(answer), stream=_SeenBody(answer), request=shown
    )
    try:
        following = await requests.asend(seen)
        if not seen.is_stream_consumed:
            await answer.read()
    except StopAsyncIteration:
        return None, _again(answer, seen.content) if seen.is_stream_consumed else answer
    except BaseException:
        await answer.close()
        raise
    return following, answer


def _raw(answer: AsyncAnswer) -> list[tuple[str, str]]:
    """The headers, one by one where the library tells them so: cookies cannot be joined."""
    each = (
        answer.headers.items() if answer.response is None else answer.response.headers.multi_items()
    )
    return [(name, value) for name, value in each if name.lower() not in UNDONE_HEADERS]


def _again(answer: AsyncAnswer, content: bytes) -> AsyncAnswer:
    """An answer that the flow has read, to be read once more."""
    return AsyncAnswer(
        library=answer.library,
        status=answer.status,
        reason=answer.reason,
        headers=answer.headers,
        body=_ReadBody(content),
        encoded=False,
    )


class _SeenBody(httpx.AsyncByteStream):
    """The body of an answer as the flow sees it, if it looks."""

    def __init__(self, answer: AsyncAnswer) -> None:
        self._answer: AsyncAnswer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._answer.pieces():
            yield piece

    async def aclose(self) -> None:
        await self._answer.close()


class _ReadBody:
    """A body that is here already."""

    def __init__(self, content: bytes) -> None:
        self._content: bytes = content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._content

    async def aclose(self) -> None:
        """Nothing is left to be closed."""

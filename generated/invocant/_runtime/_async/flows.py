# Copied from codegen/runtime/; do not edit.
"""Runs an authentication flow, as the HTTP library would do it, around one attempt."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import cast

from .._http import Request, Response
from ..credentials import AuthFlow

__all__ = ["send_through"]


async def send_through(
    flow: AuthFlow, request: Request, send: Callable[[Request], Awaitable[Response]]
) -> Response:
    """The response to the last request that the flow yields; the others are read and closed."""
    # The protocol says nothing of requests, so that flows for any of the libraries fit it.
    requests = cast("Callable[[Request], AsyncGenerator[Request, Response]]", flow.async_auth_flow)(
        request
    )
    try:
        response = await send(await anext(requests))
        while (following := await _answered(requests, response)) is not None:
            response = await send(following)
        return response
    finally:
        await requests.aclose()


async def _answered(
    requests: AsyncGenerator[Request, Response], response: Response
) -> Request | None:
    """The request that the flow makes of a response, which it then needs no more."""
    try:
        following = await requests.asend(response)
        await response.aread()
    except StopAsyncIteration:
        return None
    except BaseException:
        await response.aclose()
        raise
    return following

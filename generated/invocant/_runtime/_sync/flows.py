# Copied from codegen/runtime/; do not edit.
"""Runs an authentication flow, as the HTTP library would do it, around one attempt."""

from collections.abc import Callable, Generator
from typing import cast

from .._http import Request, Response
from ..credentials import AuthFlow

__all__ = ["send_through"]


def send_through(flow: AuthFlow, request: Request, send: Callable[[Request], Response]) -> Response:
    """The response to the last request that the flow yields; the others are read and closed."""
    # The protocol says nothing of requests, so that flows for any of the libraries fit it.
    requests = cast("Callable[[Request], Generator[Request, Response]]", flow.sync_auth_flow)(
        request
    )
    try:
        response = send(next(requests))
        while (following := _answered(requests, response)) is not None:
            response = send(following)
        return response
    finally:
        requests.close()


def _answered(requests: Generator[Request, Response], response: Response) -> Request | None:
    """The request that the flow makes of a response, which it then needs no more."""
    try:
        following = requests.send(response)
        response.read()
    except StopIteration:
        return None
    except BaseException:
        response.close()
        raise
    return following

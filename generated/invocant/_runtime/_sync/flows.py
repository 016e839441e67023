# Copied from codegen/runtime/; do not edit.
"""Runs an authentication flow, as an HTTP library would do it, around one attempt.

Flows see requests and answers of httpx, whatever it is that sends.
"""

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import Final, cast

import httpx

from ..credentials import AuthFlow, secrets_of
from ..faults import connection_error, quotable
from ..options import Timeout
from ..request import PreparedRequest
from .answer import Answer
from .connections import Connections

__all__ = ["send_through"]

Flow = Generator[httpx.Request, httpx.Response]

# What connections add by themselves, and what is undone when flows see a body.
OWN_HEADERS: Final = frozenset({"host", "content-length", "transfer-encoding"})
UNDONE_HEADERS: Final = OWN_HEADERS | {"content-encoding"}


def send_through(
    flow: AuthFlow, request: PreparedRequest, timeout: Timeout, connections: Connections
) -> tuple[Answer, PreparedRequest]:
    """The answer to the last request that the flow yields, and that request.

    The answers before are read and closed. Raises APIConnectionError.
    """
    # The protocol says nothing of requests, so that flows for either library fit it.
    begin = cast("Callable[[httpx.Request], Flow]", flow.sync_auth_flow)
    requests = begin(_shown(request))
    try:
        shown = next(requests)
        while True:
            sent = _authenticated(request, shown)
            answer = _sent(sent, timeout, connections)
            following, answer = _after(requests, answer, shown)
            if following is None:
                return answer, sent
            shown = following
    finally:
        requests.close()


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


def _sent(request: PreparedRequest, timeout: Timeout, connections: Connections) -> Answer:
    wire = connections.to(request.origin)
    try:
        return wire.send(request, timeout)
    except (wire.library.HTTPError, OSError) as error:
        failure = connection_error(error, wire.library, request)
        raise failure from quotable(error, request)


def _after(
    requests: Flow, answer: Answer, shown: httpx.Request
) -> tuple[httpx.Request | None, Answer]:
    """The request that the flow makes of an answer, or none and the answer, still to be read."""
    seen = httpx.Response(
        answer.status, headers=_raw(answer), stream=_SeenBody(answer), request=shown
    )
    try:
        following = requests.send(seen)
        if not seen.is_stream_consumed:
            answer.read()
    except StopIteration:
        return None, _again(answer, seen.content) if seen.is_stream_consumed else answer
    except BaseException:
        answer.close()
        raise
    return following, answer


def _raw(answer: Answer) -> list[tuple[str, str]]:
    """The headers, one by one where the library tells them so: cookies cannot be joined."""
    each = (
        answer.headers.items() if answer.response is None else answer.response.headers.multi_items()
    )
    return [(name, value) for name, value in each if name.lower() not in UNDONE_HEADERS]


def _again(answer: Answer, content: bytes) -> Answer:
    """An answer that the flow has read, to be read once more."""
    return Answer(
        library=answer.library,
        status=answer.status,
        reason=answer.reason,
        headers=answer.headers,
        body=_ReadBody(content),
        encoded=False,
    )


class _SeenBody(httpx.SyncByteStream):
    """The body of an answer as the flow sees it, if it looks."""

    def __init__(self, answer: Answer) -> None:
        self._answer: Answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.pieces()

    def close(self) -> None:
        self._answer.close()


class _ReadBody:
    """A body that is here already."""

    def __init__(self, content: bytes) -> None:
        self._content: bytes = content

    def __iter__(self) -> Iterator[bytes]:
        yield self._content

    def close(self) -> None:
        """Nothing is left to be closed."""

"""An application in this process answers like one behind a server."""

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from invocant_conformance.generic.phase import answering

pytestmark = pytest.mark.anyio


async def failing_at_once(scope: Scope, receive: Receive, send: Send) -> None:
    raise RuntimeError("at once")


async def failing_within(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"half", "more_body": True})
    raise RuntimeError("within")


async def failing_after(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("whole")(scope, receive, send)
    raise RuntimeError("after")


async def failing_endpoint(request: Request) -> Response:
    raise RuntimeError("within a framework")


async def status_of(app: ASGIApp) -> int:
    transport = httpx.ASGITransport(answering(app))
    async with httpx.AsyncClient(transport=transport, base_url="http://app") as client:
        return (await client.get("/")).status_code


async def test_an_exception_before_the_answer_is_500() -> None:
    assert await status_of(failing_at_once) == 500


async def test_an_exception_after_the_answer_changes_nothing() -> None:
    assert await status_of(failing_after) == 200


async def test_an_exception_within_the_answer_is_not_hidden() -> None:
    with pytest.raises(RuntimeError, match="within"):
        await status_of(failing_within)


async def test_what_a_framework_answers_and_raises_is_answered_once() -> None:
    app = Starlette(routes=[Route("/", failing_endpoint)])
    assert await status_of(app) == 500

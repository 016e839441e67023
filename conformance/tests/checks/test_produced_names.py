"""An operation whose name another one produces is not blamed for the other's answer."""

import asyncio

import httpx
import pytest

from invocant_conformance.checks.auth import a_similar_token_is_refused
from invocant_conformance.credentials import Credentials
from invocant_conformance.ledger import Ledger
from invocant_conformance.outcomes import Untestable
from invocant_conformance.probes.operation import Operation
from invocant_conformance.session import Session
from invocant_conformance.target import Surface

SURFACE = Surface(
    profile="gateway",
    operation="GET /responses/{response_id}",
    operation_id="getGatewayResponse",
    method="GET",
    path="/responses/{response_id}",
)
STREAM = httpx.Response(
    200, content=b'data: {"type": "x"}\n\n', headers={"content-type": "text/event-stream"}
)


def test_an_answer_that_is_always_streamed_gives_nothing_to_name() -> None:
    client = httpx.AsyncClient(transport=httpx.MockTransport(lambda _request: STREAM))
    session = Session(
        client=client,
        url="http://testserver",
        ledger=Ledger(seed="produced"),
        credentials=Credentials(bearer="dapi-right"),
    )

    with pytest.raises(Untestable, match="is not JSON"):
        asyncio.run(_run(Operation(session, SURFACE)))


async def _run(operation: Operation) -> None:
    await a_similar_token_is_refused(operation)

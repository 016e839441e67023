"""Generated requests find what is broken in a server and count it for the right requirement."""

import re
from dataclasses import replace

import pytest
from pydantic import JsonValue
from starlette.responses import JSONResponse, PlainTextResponse, Response

from invocant_conformance.plan import Plan
from invocant_conformance.results import CaseResult, Results
from invocant_conformance.run import run

from .small import TOKEN, SmallGateway, chat_answer

pytestmark = pytest.mark.anyio


async def generated(
    gateway: SmallGateway,
    *only: str,
    profiles: tuple[str, ...] = (),
    exhaustive: bool = False,
) -> Results:
    """Send generated requests to a gateway, hundreds of them if exhaustive."""
    plan = Plan(app=gateway.app(), token=TOKEN, checks=(), only=only, examples=15)
    return await run(replace(plan, profiles=profiles, max_calls=0 if exhaustive else 200))


def failed(found: Results) -> dict[str, CaseResult]:
    """Return the failures by case id."""
    return {case.case: case for row in found.rows for case in row.failures}


async def test_a_server_that_keeps_to_the_specification_passes(gateway: SmallGateway) -> None:
    gateway.models = ("small-chat", "small-embed")
    found = await generated(gateway, "GW-SCHEMA-001", "ERR-SERVER-001")
    models = [row for row in found.rows if row.operation == "GET /models"]
    assert [row.failures for row in models] == [(), ()]
    assert all(row.count for row in models)


async def test_an_answer_that_breaks_the_schema_is_shown(gateway: SmallGateway) -> None:
    def without_choices(body: dict[str, JsonValue]) -> Response:
        return JSONResponse(
            {key: value for key, value in chat_answer().items() if key != "choices"}
        )

    gateway.answer = without_choices
    case = failed(await generated(gateway, "CHAT-SCHEMA-001"))[
        "CHAT-SCHEMA-001/generated[response_schema_conformance]"
    ]
    assert case.message.startswith("Response violates schema")
    assert re.search(r"\(\d+ of \d+ requests\)$", case.message)
    assert case.exchange is not None
    assert (case.exchange.status, case.exchange.method) == (200, "POST")
    assert case.exchange.request_headers["authorization"] == "Bearer $TOKEN"
    assert b'"id":"chatcmpl-1"' in case.exchange.body


@pytest.mark.parametrize(
    ("answer", "case"),
    [
        (JSONResponse(chat_answer(), 218), "status_code_conformance"),
        (PlainTextResponse("hello"), "content_type_conformance"),
    ],
)
async def test_status_and_type_of_an_answer_count_for_its_schema(
    gateway: SmallGateway, answer: Response, case: str
) -> None:
    gateway.answer = lambda body: answer
    assert f"CHAT-SCHEMA-001/generated[{case}]" in failed(
        await generated(gateway, "CHAT-SCHEMA-001")
    )


async def test_a_crash_is_a_failure_of_the_server_and_of_nothing_else(
    gateway: SmallGateway,
) -> None:
    def crash(body: dict[str, JsonValue]) -> Response:
        raise RuntimeError("boom")

    gateway.answer = crash
    found = failed(await generated(gateway, "ERR-SERVER-001", "CHAT-SCHEMA-001"))
    assert "ERR-SERVER-001/generated[not_a_server_error]" in found
    assert not any(case.startswith("CHAT-SCHEMA-001/generated[") for case in found)


async def test_broken_requests_that_are_accepted_count_for_the_input(gateway: SmallGateway) -> None:
    found = await generated(gateway, "CHAT-INPUT-001", exhaustive=True)
    assert "CHAT-INPUT-001/generated[negative_data_rejection]" in failed(found)
    assert {row.verdict for row in found.rows} == {"warn"}


async def test_refused_valid_requests_count_for_the_input(gateway: SmallGateway) -> None:
    gateway.answer = lambda body: JSONResponse({"error": {"message": "no"}}, 400)
    assert "CHAT-INPUT-001/generated[positive_data_acceptance]" in failed(
        await generated(gateway, "CHAT-INPUT-001")
    )


async def test_a_broken_request_that_takes_too_long_was_not_accepted(
    gateway: SmallGateway,
) -> None:
    gateway.answer = lambda body: JSONResponse({"error": {"message": "too long"}}, 408)
    found = await generated(gateway, "CHAT-INPUT-001", exhaustive=True)
    assert "CHAT-INPUT-001/generated[negative_data_rejection]" not in failed(found)
    assert any(row.count for row in found.rows)


async def test_missing_authentication_is_found(gateway: SmallGateway) -> None:
    gateway.token = None
    found = failed(
        await generated(
            gateway, "AUTH-TOKEN-001", "GW-SCHEMA-001", profiles=("gateway",), exhaustive=True
        )
    )
    assert "AUTH-TOKEN-001/generated[ignored_auth]" in found


async def test_a_server_that_asks_for_no_key_breaks_no_other_rule(gateway: SmallGateway) -> None:
    gateway.token = None
    assert failed(await generated(gateway, "GW-SCHEMA-001", profiles=("gateway",))) == {}


async def test_404_to_an_undeclared_method_is_fine(gateway: SmallGateway) -> None:
    found = await generated(gateway, "HTTP-METHOD-001", "GW-SCHEMA-001", exhaustive=True)
    methods = [row for row in found.rows if row.key.id == "HTTP-METHOD-001"]
    assert {row.verdict for row in methods} == {"pass"}


async def test_rows_without_any_request_are_untestable(gateway: SmallGateway) -> None:
    gateway.models = ("small-embed",)
    found = await generated(gateway, "CHAT-SCHEMA-001", "GW-SCHEMA-001")
    row = next(row for row in found.rows if row.key.id == "CHAT-SCHEMA-001")
    assert (row.verdict, row.executed) == ("untestable", False)
    assert row.reason is not None
    assert "--endpoint chat=NAME" in row.reason


async def test_no_endpoint_means_no_generated_request_for_it(gateway: SmallGateway) -> None:
    await generated(gateway, "GW-SCHEMA-001")
    assert "POST /embeddings" not in gateway.calls

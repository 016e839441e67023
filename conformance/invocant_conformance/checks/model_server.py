"""Checks of a model server: its life signs, content types, and the form of its refusals."""

import re
from collections.abc import Mapping

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import as_object
from ..outcomes import Skipped, Untestable, expect
from ..probes.model_server import SCORE, ModelServer
from ..probes.operation import Operation
from ..probes.query import Query
from ..registry import check
from ..specification.document import component
from ..target import Surface
from .answers import body
from .schemas import answer_problem

_VERSION = re.compile(r"\d+(\.\w+)+")
_ABSENT = (404, 405, 501)
_LONG = 20_000
_FILE = re.compile(r"(/[\w.-]+){2,}\.py\b")
_STATUSES: Mapping[str, int] = {
    **dict.fromkeys(("BAD_REQUEST", "INVALID_PARAMETER_VALUE", "RESOURCE_ALREADY_EXISTS"), 400),
    **dict.fromkeys(("CUSTOMER_UNAUTHORIZED", "UNAUTHENTICATED"), 401),
    "PERMISSION_DENIED": 403,
    **dict.fromkeys(("NOT_FOUND", "ENDPOINT_NOT_FOUND", "RESOURCE_DOES_NOT_EXIST"), 404),
    **dict.fromkeys(("ABORTED", "RESOURCE_CONFLICT", "ALREADY_EXISTS"), 409),
    **dict.fromkeys(("REQUEST_LIMIT_EXCEEDED", "RESOURCE_EXHAUSTED"), 429),
    **dict.fromkeys(("INTERNAL_ERROR", "INVALID_STATE", "DATA_LOSS"), 500),
    "NOT_IMPLEMENTED": 501,
}


@check("SRV-PING-001", profile="scoring")
async def the_server_says_that_it_lives(server: ModelServer) -> None:
    """/ping is answered with 200."""
    exchange = await server.get("pingModelServer")
    expect(exchange.status == 200, f"/ping is answered with {exchange.status}", exchange)


@check("SRV-HEALTH-001", profile="scoring")
async def health_is_as_ping(server: ModelServer) -> None:
    """/health has the status of /ping."""
    ping, health = await server.get("pingModelServer"), await server.get("checkModelServerHealth")
    if health.status in _ABSENT:
        raise Skipped("there is no /health", health)
    same = health.status == ping.status
    expect(same, f"/health is answered with {health.status}, /ping with {ping.status}", health)


@check("SRV-VERSION-001", profile="scoring")
async def the_version_is_told(server: ModelServer) -> None:
    """/version is answered with numbers and dots."""
    exchange = await server.get("getModelServerVersion")
    if exchange.status in _ABSENT:
        raise Skipped("there is no /version", exchange)
    told = exchange.body.decode(errors="replace").strip()
    expect(_VERSION.fullmatch(told), f"the version is {told!r:.60}", exchange)


def _asks_the_model(surface: Surface) -> bool:
    return surface.operation_id == SCORE


@check("SRV-TYPE-001", task="any", where=_asks_the_model)
async def another_content_type_is_415(operation: Operation) -> None:
    """A request that calls itself plain text, or a form, is answered with 415."""
    body(await operation.accepted())
    for media_type in ("text/plain", "application/x-www-form-urlencoded"):
        exchange = await operation.typed(media_type)
        expect(exchange.status == 415, f"{media_type} has {exchange.status}", exchange)


@check("SRV-CHARSET-001", task="any", where=_asks_the_model)
async def only_utf_8_is_read(operation: Operation) -> None:
    """JSON that says that it is UTF-8 is accepted, JSON of another charset is 415."""
    body(await operation.accepted())
    exchange = await operation.typed("application/json; charset=utf-8")
    expect(exchange.status == 200, f"UTF-8 is answered with {exchange.status}", exchange)
    exchange = await operation.typed("application/json; charset=latin-1")
    expect(exchange.status == 415, f"Latin-1 is answered with {exchange.status}", exchange)


@check("SRV-ERROR-001", profile="scoring")
async def a_refusal_has_a_code(server: ModelServer) -> None:
    """A body without data is refused with error_code and message."""
    exchange = await server.without_data()
    if exchange.status != 400:
        raise Untestable(f"answered with {exchange.status}", exchange)
    problem = answer_problem(component("ModelServerError"), json_of(exchange))
    expect(not problem, f"the refusal is no documented one: {problem}", exchange)


@check("SRV-CODE-001", profile="scoring")
async def the_status_follows_from_the_code(server: ModelServer) -> None:
    """Refusals of bodies without data, of no table and of no JSON have the status of their code."""
    pairs = [
        (exchange, code)
        for exchange in await _refusals(server)
        if isinstance(code := as_object(json_of(exchange)).get("error_code"), str)
    ]
    if not pairs:
        raise Skipped("no refusal has an error_code")
    for exchange, code in pairs:
        status = _STATUSES.get(code, exchange.status)
        expect(exchange.status == status, f"{code} goes with {exchange.status}", exchange)


@check("SRV-ECHO-001", profile="scoring")
async def refusals_do_not_repeat_the_input(server: ModelServer) -> None:
    """The refusal of a long text in place of a table is as long as that of a short one."""
    await _expect_same_length(server, cut=False)


@check("SRV-ECHO-001", profile="scoring")
async def refusals_do_not_repeat_broken_json(server: ModelServer) -> None:
    """The refusal of a long text that is no JSON is as long as that of a short one."""
    await _expect_same_length(server, cut=True)


async def _expect_same_length(server: ModelServer, *, cut: bool) -> None:
    short = await server.text_as_table(1, cut=cut)
    long = await server.text_as_table(_LONG, cut=cut)
    for exchange in (short, long):
        if not 400 <= exchange.status < 500:
            raise Untestable(f"answered with {exchange.status}", exchange)
    longer = len(long.body) - len(short.body)
    kept = longer < _LONG // 2
    expect(kept, f"{_LONG - 1} characters more make the refusal {longer} bytes longer", long)


@check("SRV-ECHO-001", profile="scoring")
async def refusals_show_no_paths(server: ModelServer) -> None:
    """No refusal names a source file of the server."""
    for exchange in await _refusals(server):
        found = _FILE.search(exchange.body.decode(errors="replace"))
        expect(not found, f"a refusal names the file {found and found[0]}", exchange)


async def _refusals(server: ModelServer) -> list[Exchange]:
    found = [
        await server.without_data(),
        await server.text_as_table(1),
        await server.score("application/json", cut=True),
    ]
    return [each for each in found if each.status >= 400]


async def what_a_model_returns_is_not_wrapped(query: Query) -> None:
    """The answer to a language model's request has no predictions around it."""
    answer = as_object(body(await query.plain()))
    expect("predictions" not in answer, "the answer is within predictions", await query.plain())


for _task in ("chat", "completions", "embeddings", "responses"):
    for _row in ("SRV-LLM-001", "SCORE-LLM-001"):
        check(_row, task=_task, suffix=f"[{_task}]")(what_a_model_returns_is_not_wrapped)

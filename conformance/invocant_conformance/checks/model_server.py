"""Checks of a model server: its life signs, content types, and the form of its refusals."""

import re

from ..decoding import json_of
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


async def what_a_model_returns_is_not_wrapped(query: Query) -> None:
    """The answer to a language model's request has no predictions around it."""
    answer = as_object(body(await query.plain()))
    expect("predictions" not in answer, "the answer is within predictions", await query.plain())


for _task in ("chat", "completions", "embeddings", "responses"):
    check("SRV-LLM-001", task=_task, suffix=f"[{_task}]")(what_a_model_returns_is_not_wrapped)

"""Checks of the symbolic codes of a workspace's refusals."""

import re
from collections.abc import Mapping

from ..decoding import json_of
from ..exchange import Exchange
from ..outcomes import Skipped, expect
from ..probes.operation import Operation, names_something, takes_a_body
from ..registry import check
from .faults import missing_fields

_UNKNOWN = ("RESOURCE_DOES_NOT_EXIST", "NOT_FOUND", "ENDPOINT_NOT_FOUND")
_STATUSES: Mapping[str, tuple[int, ...]] = {
    "BAD_REQUEST": (400,),
    "INVALID_PARAMETER_VALUE": (400,),
    "UNAUTHENTICATED": (401,),
    "PERMISSION_DENIED": (403,),
    **dict.fromkeys(_UNKNOWN, (404,)),
    "ALREADY_EXISTS": (409,),
    "ABORTED": (409,),
    "RESOURCE_CONFLICT": (409,),
    "RESOURCE_ALREADY_EXISTS": (409, 400),
    "REQUEST_LIMIT_EXCEEDED": (429,),
    "RESOURCE_EXHAUSTED": (429,),
    "CANCELLED": (499,),
    "INVALID_STATE": (400, 500),
    "INTERNAL_ERROR": (500,),
    "DATA_LOSS": (500,),
    "NOT_IMPLEMENTED": (501,),
    "TEMPORARILY_UNAVAILABLE": (503,),
    "DEADLINE_EXCEEDED": (504,),
}
_CODE = re.compile(r"[A-Z][A-Z0-9_]*")


@check("ERR-CODE-001", task="any", where=names_something)
async def an_unknown_name_has_its_code(operation: Operation) -> None:
    """The refusal of an unknown endpoint has a code that clients know for it."""
    exchange = await operation.of_unknown()
    if exchange.status != 404:
        raise Skipped(f"not refused with 404 but answered with {exchange.status}", exchange)
    code = _code(exchange)
    expect(code in _UNKNOWN, f"error_code of an unknown name is {code!r}", exchange)


@check("ERR-CODE-002", task="any", where=names_something)
async def the_code_of_an_unknown_name_is_in_capitals(operation: Operation) -> None:
    """The code of an unknown endpoint consists of capitals."""
    _expect_capitals(await operation.of_unknown())


@check("ERR-CODE-002", task="any", where=takes_a_body)
async def the_codes_of_broken_bodies_are_in_capitals(operation: Operation) -> None:
    """The codes of a truncated body and of one that lacks a field consist of capitals."""
    _expect_capitals(await operation.truncated())
    for breakage in missing_fields(operation)[:1]:
        _expect_capitals(await operation.with_body(breakage.body))


def _expect_capitals(exchange: Exchange) -> None:
    if exchange.status < 400:
        raise Skipped(f"not refused but answered with {exchange.status}", exchange)
    code = _code(exchange)
    right = isinstance(code, str) and _CODE.fullmatch(code)
    expect(right, f"error_code is {code!r}", exchange)


@check("ERR-CODE-003", task="any")
async def the_code_of_missing_credentials_goes_with_its_status(operation: Operation) -> None:
    """The code of the refusal of missing credentials belongs to its status."""
    _expect_pair(await operation.with_credentials(False))


@check("ERR-CODE-003", task="any", where=names_something)
async def the_code_of_an_unknown_name_goes_with_its_status(operation: Operation) -> None:
    """The code of the refusal of an unknown endpoint belongs to its status."""
    _expect_pair(await operation.of_unknown())


@check("ERR-CODE-003", task="any", where=takes_a_body)
async def the_code_of_a_broken_body_goes_with_its_status(operation: Operation) -> None:
    """The code of the refusal of a truncated body belongs to its status."""
    _expect_pair(await operation.truncated())


def _expect_pair(exchange: Exchange) -> None:
    if exchange.status < 400:
        raise Skipped(f"not refused but answered with {exchange.status}", exchange)
    code = _code(exchange)
    allowed = _STATUSES.get(str(code), (exchange.status,))
    right = exchange.status in allowed
    expect(right, f"{code} goes with {exchange.status}, not with {allowed[0]}", exchange)


def _code(exchange: Exchange) -> object:
    """Return the code of a refusal. One of another shape is ERR-SHAPE-001's business: Skipped."""
    answer = json_of(exchange)
    if not isinstance(answer, dict) or "error_code" not in answer:
        raise Skipped("the refusal has no error_code", exchange)
    return answer["error_code"]

"""Checks of the symbolic codes of a workspace's refusals."""

import re

from ..decoding import json_of
from ..exchange import Exchange
from ..outcomes import Skipped, expect
from ..probes.operation import Operation, names_something, takes_a_body
from ..registry import check
from .faults import missing_fields

_UNKNOWN = ("RESOURCE_DOES_NOT_EXIST", "NOT_FOUND", "ENDPOINT_NOT_FOUND")
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


def _code(exchange: Exchange) -> object:
    answer = json_of(exchange)
    return answer.get("error_code") if isinstance(answer, dict) else None

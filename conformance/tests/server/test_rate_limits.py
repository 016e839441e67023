"""Limits count whom they are for."""

from typing import Any

import pytest

from invocant_conformance.server.errors import Refused
from invocant_conformance.server.grants import SERVICE_PRINCIPAL, USER, Principal
from invocant_conformance.server.rate_limits import Limiter

from .conftest import Clock

ANN = Principal(kind=USER, name="ann@example.com", groups=frozenset({"sales"}))
BOB = Principal(kind=USER, name="bob@example.com", groups=frozenset({"sales", "ops"}))
JOB = Principal(kind=SERVICE_PRINCIPAL, name="42")


def statuses(limit: dict[str, Any], *callers: Principal) -> str:
    """Return a letter a query: y for one that is let in, n for one that is not."""
    limiter = Limiter(Clock())
    return "".join("y" if _admitted(limiter, limit, caller) else "n" for caller in callers)


def _admitted(limiter: Limiter, limit: dict[str, Any], caller: Principal) -> bool:
    try:
        limiter.admit("e", [limit], caller)
    except Refused:
        return False
    return True


@pytest.mark.parametrize(
    ("limit", "let_in"),
    [
        ({}, "ynnnn"),
        ({"key": "endpoint"}, "ynnnn"),
        ({"key": "user"}, "ynyny"),
        ({"key": "user", "principal": "bob@example.com"}, "yyyny"),
        ({"key": "user_group", "principal": "sales"}, "ynnny"),
        ({"key": "user_group", "principal": "ops"}, "yyyny"),
        ({"key": "service_principal", "principal": "42"}, "yyyyy"),
        ({"key": "user", "principal": "42"}, "yyyyy"),
    ],
)
def test_a_limit_of_one_call_counts_whom_it_names(limit: dict[str, Any], let_in: str) -> None:
    assert statuses({"calls": 1, **limit}, ANN, ANN, BOB, BOB, JOB) == let_in


def test_a_service_principal_has_its_own_limit() -> None:
    limit = {"calls": 1, "key": "service_principal", "principal": "42"}
    assert statuses(limit, JOB, ANN, JOB) == "yyn"


def test_every_limit_holds_by_itself() -> None:
    limiter = Limiter(Clock())
    limits: list[dict[str, Any]] = [{"calls": 3}, {"calls": 1, "key": "user"}]
    limiter.admit("e", limits, ANN)
    with pytest.raises(Refused):
        limiter.admit("e", limits, ANN)
    limiter.admit("e", limits, BOB)
    limiter.admit("e", limits, JOB)
    with pytest.raises(Refused):
        limiter.admit("e", limits, Principal(kind=USER, name="cy@example.com"))


def test_tokens_count_after_the_answer() -> None:
    limiter = Limiter(Clock())
    limits: list[dict[str, Any]] = [{"tokens": 10, "key": "user"}]
    limiter.admit("e", limits, ANN)
    limiter.spend("e", limits, ANN, 10)
    limiter.admit("e", limits, BOB)
    with pytest.raises(Refused) as refused:
        limiter.admit("e", limits, ANN)
    assert refused.value.headers == {"retry-after": "60"}

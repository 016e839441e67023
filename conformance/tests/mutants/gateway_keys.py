"""Gateways whose keys do not hold what was asked for."""

from collections.abc import Callable
from dataclasses import replace

from .edits import answer, answer_of, obj, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .places import of_operation

_is_generate = of_operation("generateGatewayKey")
_is_info = of_operation("getGatewayKey")


def _asked_without(name: str) -> Mutation:
    """Forget a limit that was asked for."""
    return request(lambda body: body.pop(name, None), _is_generate)


def _info(edit: Callable[[Object], object]) -> Mutation:
    return answer(lambda found: edit(obj(found, "info")), _is_info)


def _shown(call: Call, found: Object) -> None:
    named = str(found.get("key"))
    sent = call.headers.get("authorization", "").removeprefix("Bearer ")
    obj(found, "info")["key"] = named if named.startswith("sk-") else sent


async def _impatient(call: Call, server: Server) -> Answer:
    found = await server.answer(call)
    kept = {name: value for name, value in found.headers.items() if name != "retry-after"}
    return replace(found, headers=kept)


MUTANTS: tuple[Mutant, ...] = (
    breach(
        "keys-that-are-not-valid",
        "GW-KEY-001",
        answer(lambda made: made.update(key=f"{made['key']}x"), _is_generate),
    ),
    breach(
        "all-keys-are-the-same",
        "GW-KEY-001",
        answer(lambda made: made.update(key="sk-0123456789abcdef"), _is_generate),
    ),
    breach("limits-are-not-told", "GW-KEY-002", _info(lambda info: info.pop("max_budget", None))),
    breach("keys-are-shown", "GW-KEY-002", answer_of(_shown, _is_info)),
    breach("models-of-keys-are-ignored", "GW-KEY-003", _asked_without("models")),
    breach("blocked-keys-are-let-in", "GW-KEY-004", _asked_without("blocked")),
    breach("keys-without-rate-limit", "GW-LIMIT-001", _asked_without("rpm_limit")),
    breach("no-word-when-to-come-again", "GW-LIMIT-002", _impatient),
)

"""Faults that strike requests which a server would carry out: right in all, and not yet done."""

from starlette.responses import Response
from starlette.types import Scope

from ...target import Task
from ..handlers import Call, Handler
from ..profiles import GATEWAY
from . import named
from .sending import Struck
from .stages import Facts, Stage
from .striking import VISIT, Means, Visit, delay, replacement, visit_of

_MESSAGES: frozenset[Task] = frozenset({"messages", "count_tokens"})


async def answer(scope: Scope, call: Call, handler: Handler) -> Response:
    """Carry a call out, or let a fault strike in its place or its answer.

    A body that fits no schema is the handler's to refuse. Raises Refused.
    """
    services = call.services
    means = Means(
        board=services.faults, clock=services.settings.clock, sleep=services.settings.sleep
    )
    meant = named.meant(call)
    found = visit_of(scope)
    visit = found or Visit(
        pending=means.board.pending(),
        facts=Facts(method=scope["method"], path=scope["path"]),
        profile=call.operation.profile,
    )
    scope[VISIT] = visit
    if meant.spec is not None:
        visit.pending.add(means.board.asked(meant.spec))
    _learn(visit, meant.call)
    other = await _struck(visit, scope, meant.call, means)
    if other is not None:
        return other
    response = await handler(meant.call)
    return response if found else Struck(response, visit, means)


def _learn(visit: Visit, call: Call) -> None:
    """Note what the operation and the body say of a request."""
    operation = call.operation
    visit.profile = operation.profile
    visit.of_messages = operation.profile == GATEWAY and not _MESSAGES.isdisjoint(operation.tasks)
    visit.facts = Facts(
        method=visit.facts.method,
        path=visit.facts.path,
        tasks=frozenset(named.tasks(call)),
        model=named.model(call),
    )


async def _struck(visit: Visit, scope: Scope, call: Call, means: Means) -> Response | None:
    if call.validators and not any(each.fits(call.value) for each in call.validators.values()):
        return None
    strike = visit.pending.next(Stage.ADMITTED, visit.facts)
    if strike is None:
        return None
    if not await delay(strike, scope, means):
        return Response()
    return replacement(strike, visit, means, unread=False)

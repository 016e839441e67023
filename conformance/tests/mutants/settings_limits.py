"""Servers that mismanage rate limits of endpoints, of both kinds."""

from collections.abc import Callable

from .edits import answer, is_create, is_get, objects, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .setting_edits import combining, gateways, is_limits, limits_added_up


def _limits(edit: Callable[[Object], object]) -> Callable[[Object], None]:
    """Edit every rate limit of a body."""

    def edited(body: Object) -> None:
        for limit in objects(body, "rate_limits"):
            edit(limit)

    return edited


def _named(limit: Object) -> None:
    if limit.get("key") in ("user_group", "service_principal"):
        limit.setdefault("principal", "somebody")


def _reading_limits(where: Callable[[Call], bool]) -> Mutation:
    """Show, in get, the limits of the last request of a kind."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if where(call) and found.status < 300 and call.json.get("rate_limits"):
            server.memory["limits"] = call.json["rate_limits"]
        if not is_get(call) or found.status >= 300 or "limits" not in server.memory:
            return found
        return found.with_json({**found.json, "rate_limits": server.memory["limits"]})

    return mutation


_MINUTES = _limits(lambda limit: limit.update(renewal_period="minute"))
_BY_USER = _limits(lambda limit: limit.setdefault("key", "user"))

MUTANTS: tuple[Mutant, ...] = (
    breach(
        "older-limits-are-not-told",
        "MGMT-RATE-001",
        answer(lambda found: found.clear(), is_limits),
    ),
    breach("older-limits-add-up", "MGMT-RATE-001", combining(is_limits, limits_added_up)),
    breach("older-limits-are-read", "MGMT-RATE-002", _reading_limits(is_limits)),
    breach("limits-of-create-are-read", "MGMT-RATE-002", _reading_limits(is_create)),
    breach("limits-are-for-users", "MGMT-RATE-003", gateways(_BY_USER)),
    breach("older-limits-are-for-users", "MGMT-RATE-003", request(_BY_USER, is_limits)),
    breach(
        "principals-are-dropped",
        "MGMT-RATE-004",
        gateways(_limits(lambda limit: limit.pop("principal", None))),
    ),
    breach(
        "token-limits-are-dropped",
        "MGMT-RATE-004",
        gateways(_limits(lambda limit: limit.pop("tokens", None))),
    ),
    breach("groups-need-no-name", "MGMT-RATE-005", gateways(_limits(_named))),
    breach("any-period-is-taken", "MGMT-RATE-006", gateways(_MINUTES)),
    breach("any-older-period-is-taken", "MGMT-RATE-006", request(_MINUTES, is_limits)),
)

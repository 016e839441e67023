"""Servers that mismanage AI Gateway settings."""

import copy
from collections.abc import Callable

from pydantic import JsonValue

from .edits import answer, is_create, is_get, is_list, obj, objects, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .setting_edits import (
    combining,
    disturbing,
    gateways,
    is_config,
    is_gateway,
    limits_added_up,
    pretending,
    reaching_all,
    refused,
    refusing,
)


def _table(body: Object) -> Object:
    return obj(body, "inference_table_config")


async def _ignoring_nothing(call: Call, server: Server) -> Answer:
    """Leave everything as it is where an empty object is put."""
    found = await server.answer(call)
    if not is_gateway(call) or call.json:
        server.memory[call.path] = call.json
        return found
    known = server.memory.get(call.path)
    await server.answer(call.with_json(known or {}))
    return found


async def _moved(call: Call, server: Server) -> Answer:
    """Return the answer to a request for other names of a table, which is disabled before."""
    disabled = copy.deepcopy(call.json)
    _table(disabled)["enabled"] = False
    await server.answer(call.with_json(disabled))
    return await server.answer(call)


async def _moving_tables(call: Call, server: Server) -> Answer:
    """Let the names of an enabled table change."""
    found = await server.answer(call)
    return await _moved(call, server) if is_gateway(call) and found.status == 400 else found


async def _moving_tables_behind_a_refusal(call: Call, server: Server) -> Answer:
    """Refuse other names of an enabled table, and take them."""
    found = await server.answer(call)
    if is_gateway(call) and found.status == 400:
        await _moved(call, server)
    return found


async def _nailing_tables_down(call: Call, server: Server) -> Answer:
    """Never let the names of a table change."""
    names: JsonValue = [_table(call.json).get(f"{each}_name") for each in ("catalog", "schema")]
    wanted = is_gateway(call) and bool(_table(call.json))
    first = server.memory.setdefault(call.path, names) if wanted else names
    found = await server.answer(call)
    return found if first == names else refused(found)


async def _doing_the_refused(call: Call, server: Server) -> Answer:
    """Refuse another renewal period, and take it for a minute."""
    found = await server.answer(call)
    if is_gateway(call) and found.status == 400:
        mended = copy.deepcopy(call.json)
        _in_minutes(mended)
        await server.answer(call.with_json(mended))
    return found


def _in_minutes(body: Object) -> None:
    for limit in objects(body, "rate_limits"):
        limit["renewal_period"] = "minute"


def _placed(body: Object) -> None:
    if table := _table(body):
        table["catalog_name"] = table.get("catalog_name", "main")
        table["schema_name"] = table.get("schema_name", "default")


def _with_behavior(wanted: str, other: str) -> Callable[[Object], None]:
    def edit(body: Object) -> None:
        for side in ("input", "output"):
            pii = obj(obj(obj(body, "guardrails"), side), "pii")
            if pii.get("behavior") == wanted:
                pii["behavior"] = other

    return edit


def _masks(body: Object) -> bool:
    sides = (obj(obj(body, "guardrails"), side) for side in ("input", "output"))
    return any(obj(side, "pii").get("behavior") == "MASK" for side in sides)


def _without_words(body: Object) -> None:
    for side in ("input", "output"):
        obj(obj(body, "guardrails"), side).pop("valid_topics", None)


def _shown(edit: Callable[[Object], object]) -> Mutation:
    """Show AI Gateway settings otherwise, in the answer to put_ai_gateway and in get."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if found.status >= 300 or not (is_gateway(call) or is_get(call)):
            return found
        value = found.json
        edit(value if is_gateway(call) else obj(value, "ai_gateway"))
        return found.with_json(value)

    return mutation


def _always_on(part: str) -> Callable[[Object], None]:
    def edit(gateway: Object) -> None:
        if part in gateway:
            gateway[part] = {"enabled": True}

    return edit


def _otherwise_listed(listing: Object) -> None:
    for entry in objects(listing, "endpoints"):
        if "ai_gateway" in entry:
            entry["ai_gateway"] = {"usage_tracking_config": {"enabled": False}}


MUTANTS: tuple[Mutant, ...] = (
    breach("gateway-is-not-kept", "MGMT-GATEWAY-001", pretending(is_gateway, dict)),
    breach(
        "gateway-is-not-told",
        "MGMT-GATEWAY-001",
        answer(lambda found: found.clear(), is_gateway),
    ),
    breach(
        "guardrails-are-dropped",
        "MGMT-GATEWAY-001",
        gateways(lambda gateway: gateway.pop("guardrails", None)),
    ),
    breach(
        "created-without-gateway",
        "MGMT-GATEWAY-002",
        request(lambda body: body.pop("ai_gateway", None), is_create),
    ),
    breach(
        "gateway-is-merged",
        "MGMT-GATEWAY-003",
        combining(is_gateway, lambda old, new: {**old, **new}),
    ),
    breach("gateway-limits-add-up", "MGMT-GATEWAY-003", combining(is_gateway, limits_added_up)),
    breach("empty-gateway-is-ignored", "MGMT-GATEWAY-004", _ignoring_nothing),
    breach("table-needs-no-place", "MGMT-GATEWAY-005", request(_placed, is_gateway)),
    breach(
        "table-of-create-needs-no-place",
        "MGMT-GATEWAY-005",
        request(lambda body: _placed(obj(body, "ai_gateway")), is_create),
    ),
    breach("enabled-tables-move", "MGMT-GATEWAY-006", _moving_tables),
    breach("tables-move-behind-a-refusal", "MGMT-GATEWAY-006", _moving_tables_behind_a_refusal),
    breach("tables-never-move", "MGMT-GATEWAY-007", _nailing_tables_down),
    breach("masking-is-refused", "MGMT-GATEWAY-008", refusing(is_gateway, _masks)),
    breach("any-behavior-is-taken", "MGMT-GATEWAY-008", gateways(_with_behavior("HIDE", "NONE"))),
    breach(
        "output-is-not-guarded",
        "MGMT-GATEWAY-008",
        gateways(lambda gateway: obj(gateway, "guardrails").pop("output", None)),
    ),
    breach("topics-are-dropped", "MGMT-GATEWAY-009", gateways(_without_words)),
    breach(
        "usage-is-always-tracked", "MGMT-GATEWAY-010", _shown(_always_on("usage_tracking_config"))
    ),
    breach("fallbacks-are-always-on", "MGMT-GATEWAY-011", _shown(_always_on("fallback_config"))),
    breach("refused-gateway-is-set", "MGMT-GATEWAY-012", _doing_the_refused),
    breach("gateway-reaches-all", "MGMT-GATEWAY-013", reaching_all(is_gateway)),
    breach(
        "gateway-drops-tags",
        "MGMT-GATEWAY-013",
        disturbing(is_gateway, lambda endpoint: endpoint.pop("tags", None)),
    ),
    breach("another-gateway-is-listed", "MGMT-GATEWAY-014", answer(_otherwise_listed, is_list)),
    breach(
        "update-drops-the-gateway",
        "MGMT-GATEWAY-015",
        disturbing(is_config, lambda endpoint: endpoint.pop("ai_gateway", None)),
    ),
    breach(
        "update-drops-notifications",
        "MGMT-GATEWAY-015",
        disturbing(is_config, lambda endpoint: endpoint.pop("email_notifications", None)),
    ),
)

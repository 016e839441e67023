"""Servers whose settings do not work, or work otherwise, when endpoints are queried."""

import json
from collections.abc import Callable
from dataclasses import replace

from pydantic import JsonValue

from .edits import is_create, obj, objects, refusal
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .setting_edits import gateways, refused


def _is_query(call: Call) -> bool:
    return call.method == "POST" and call.path.endswith("/invocations")


def _behaving(wanted: str, other: str, side: str = "input") -> Mutation:
    """Take one behavior for personal data on one side for another."""

    def edit(gateway: Object) -> None:
        pii = obj(obj(obj(gateway, "guardrails"), side), "pii")
        if pii.get("behavior") == wanted:
            pii["behavior"] = other

    return gateways(edit)


def _without_keywords(side: str) -> Mutation:
    return gateways(
        lambda gateway: obj(obj(gateway, "guardrails"), side).pop("invalid_keywords", None)
    )


def _without_limit(kind: str) -> Mutation:
    def edit(gateway: Object) -> None:
        for limit in objects(gateway, "rate_limits"):
            limit.pop(kind, None)

    return gateways(edit)


def _blocks(edit: Callable[[Object], object]) -> Mutation:
    """Edit the findings of every block."""

    def edited(found: Answer) -> Answer:
        if found.status != 400:
            return found
        block: Object = json.loads(str(found.json["message"]))
        edit(block)
        return found.with_json({**found.json, "message": json.dumps(block)})

    return refusal(edited, _is_query)


def _unexplained(found: Answer) -> Answer:
    if found.status != 400:
        return found
    return found.with_json({**found.json, "message": "The request is blocked."})


def _limited(edit: Callable[[Answer], Answer]) -> Mutation:
    """Edit every refusal for a limit."""
    return refusal(lambda found: edit(found) if found.status == 429 else found, _is_query)


def _in_snake_case(block: Object) -> None:
    block["finish_reason"] = block.pop("finishReason")


def _without_findings(block: Object) -> None:
    block["input_guardrail"] = []


def _without_wait(found: Answer) -> Answer:
    kept = {name: value for name, value in found.headers.items() if name != "retry-after"}
    return replace(found, headers=kept)


def _with_a_date(found: Answer) -> Answer:
    return replace(found, headers={**found.headers, "retry-after": "Fri, 20 Nov 2026 10:00:00 GMT"})


async def _limiting_all(call: Call, server: Server) -> Answer:
    """Refuse every query after the first that was refused for a limit."""
    found = await server.answer(call)
    if not _is_query(call):
        return found
    if found.status == 429:
        server.memory["limited"] = True
    return refused(found, 429, "REQUEST_LIMIT_EXCEEDED") if server.memory.get("limited") else found


def _answered_by(*names: str) -> Mutation:
    """Say that these entities answered, one after the other."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if "served-model-name" not in found.headers:
            return found
        count: JsonValue = server.memory.get("count", 0)
        turn = count if isinstance(count, int) else 0
        server.memory["count"] = turn + 1
        headers = {**found.headers, "served-model-name": names[turn % len(names)]}
        return replace(found, headers=headers)

    return mutation


def _switched(enabled: bool) -> Mutation:
    """Switch fallbacks, whatever the request says."""
    switch: Object = {"fallback_config": {"enabled": enabled}}

    async def mutation(call: Call, server: Server) -> Answer:
        if not is_create(call):
            return await server.answer(call)
        gateway = {**obj(call.json, "ai_gateway"), **switch}
        return await server.answer(call.with_json({**call.json, "ai_gateway": gateway}))

    return mutation


async def _falling_back_once(call: Call, server: Server) -> Answer:
    """Try no third model."""
    found = await server.answer(call)
    third = found.headers.get("served-model-name") == "c"
    return refused(found, 503, "TEMPORARILY_UNAVAILABLE") if third else found


async def _hiding_failures(call: Call, server: Server) -> Answer:
    """Answer failures of models with no choices."""
    found = await server.answer(call)
    failed = _is_query(call) and found.status == 503
    return replace(found, status=200).with_json({"choices": []}) if failed else found


MUTANTS: tuple[Mutant, ...] = (
    breach("nothing-falls-back", "MGMT-GATEWAY-030", _switched(False)),
    breach("fallbacks-end-early", "MGMT-GATEWAY-030", _falling_back_once),
    breach("the-last-is-asked-first", "MGMT-GATEWAY-030", _answered_by("c")),
    breach("failures-are-hidden", "MGMT-GATEWAY-031", _hiding_failures),
    breach("everything-falls-back", "MGMT-GATEWAY-032", _switched(True)),
    breach("personal-data-pass", "MGMT-GATEWAY-020", _behaving("BLOCK", "NONE")),
    breach("blocks-say-nothing", "MGMT-GATEWAY-021", refusal(_unexplained, _is_query)),
    breach("blocks-in-snake-case", "MGMT-GATEWAY-021", _blocks(_in_snake_case)),
    breach("blocks-without-findings", "MGMT-GATEWAY-021", _blocks(_without_findings)),
    breach("none-blocks", "MGMT-GATEWAY-022", _behaving("NONE", "BLOCK")),
    breach("masking-blocks", "MGMT-GATEWAY-023", _behaving("MASK", "BLOCK")),
    breach("masking-does-nothing", "MGMT-GATEWAY-023", _behaving("MASK", "NONE")),
    breach("keywords-pass", "MGMT-GATEWAY-024", _without_keywords("input")),
    breach("answered-keywords-pass", "MGMT-GATEWAY-025", _without_keywords("output")),
    breach("answered-data-pass", "MGMT-GATEWAY-028", _behaving("BLOCK", "NONE", "output")),
    breach("answered-data-are-told", "MGMT-GATEWAY-028", _behaving("MASK", "NONE", "output")),
    breach("traffic-is-even", "MGMT-GATEWAY-040", _answered_by("a", "b")),
    breach("traffic-is-for-one", "MGMT-GATEWAY-041", _answered_by("a")),
    breach("calls-are-not-limited", "MGMT-RATE-010", _without_limit("calls")),
    breach("tokens-are-not-limited", "MGMT-RATE-011", _without_limit("tokens")),
    breach(
        "limits-are-bad-requests",
        "MGMT-RATE-012",
        _limited(lambda found: refused(found, 429, "BAD_REQUEST")),
    ),
    breach(
        "limits-are-unavailability",
        "MGMT-RATE-012",
        _limited(lambda found: replace(found, status=503)),
    ),
    breach("limits-name-no-time", "MGMT-RATE-013", _limited(_without_wait)),
    breach("limits-name-a-date", "MGMT-RATE-013", _limited(_with_a_date)),
    breach("limits-reach-all", "MGMT-RATE-014", _limiting_all),
)

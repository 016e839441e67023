"""Checks of what a gateway tells of its deployments, its health and of tokens."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from ..decoding import json_of
from ..json_values import JsonValue
from ..outcomes import Untestable, expect
from ..probes.gateway import Gateway
from ..probes.probe import Object
from ..probes.query import Query
from ..registry import check
from .answers import body

_DEPLOYMENTS, _GROUPS = "listGatewayDeployments", "listGatewayModelGroups"
_SECRET = re.compile(r"(^|_)(api_?key|key|secret|token|password|credentials?)$")
_MASKED = re.compile(r"[*•.…]{3}|^os\.environ/|^$")
_TEXT = "How many tokens are there? "
_TIMES = 8


@check("GW-HEALTH-001", profile="gateway")
async def liveliness_needs_no_key(gateway: Gateway) -> None:
    """Liveliness, liveness and readiness are answered without credentials."""
    for name in ("getGatewayLiveliness", "getGatewayLiveness", "getGatewayReadiness"):
        exchange = await gateway.call(name, authorize=False)
        status = exchange.status
        expect(status == 200, f"without credentials {name} is answered with {status}", exchange)


@check("GW-HEALTH-002", profile="gateway")
async def health_counts_what_it_lists(gateway: Gateway) -> None:
    """The counts are those of the lists, and no deployment is in both."""
    exchange = await gateway.call("checkGatewayHealth")
    health, seen = body(exchange), list[set[str]]()
    for word in ("healthy", "unhealthy"):
        entries = health.get(f"{word}_endpoints")
        if not isinstance(entries, list):
            raise Untestable(f"{word}_endpoints is no list", exchange)
        count = health.get(f"{word}_count")
        expect(count == len(entries), f"{word}_count is {count}, not {len(entries)}", exchange)
        seen.append({str(each.get("model_id")) for each in entries if isinstance(each, dict)})
    both = (seen[0] & seen[1]) - {"None"}
    expect(not both, f"{sorted(both)[:1]} is healthy and unhealthy", exchange)


@check("GW-HEALTH-003", profile="gateway")
async def liveness_is_liveliness(gateway: Gateway) -> None:
    """Both paths have the same body."""
    first = await gateway.call("getGatewayLiveliness", authorize=False)
    second = await gateway.call("getGatewayLiveness", authorize=False)
    if first.status != 200:
        raise Untestable(f"liveliness is answered with {first.status}", first)
    expect(first.body == second.body, "the bodies differ", second)


@check("GW-INFO-001", profile="gateway")
async def listed_models_have_deployments(gateway: Gateway) -> None:
    """Every listed model is the name of a deployment."""
    names = {str(entry.get("model_name")) for entry in await gateway.entries(_DEPLOYMENTS)}
    exchange = await gateway.call(_DEPLOYMENTS)
    for name in _names(await gateway.listed()):
        known = name in names or any("*" in each for each in names)
        expect(known, f"{name!r} has no deployment", exchange)


@check("GW-INFO-002", profile="gateway")
async def deployments_are_found_by_their_id(gateway: Gateway) -> None:
    """No id occurs twice, and with one of them one deployment is listed."""
    identifiers = _ids(await gateway.entries(_DEPLOYMENTS))
    exchange = await gateway.call(_DEPLOYMENTS)
    same = len(set(identifiers)) == len(identifiers)
    expect(same, "two deployments have the same id", exchange)
    for identifier in identifiers[-1:]:
        query = f"?litellm_model_id={quote(identifier, safe='')}"
        found = _ids(await gateway.entries(_DEPLOYMENTS, query))
        exchange = await gateway.call(_DEPLOYMENTS, query=query)
        count = len(found)
        alone = found == [identifier]
        expect(alone, f"asked for one id, it lists {count} deployments", exchange)


@check("GW-INFO-003", profile="gateway")
async def deployments_show_no_secrets(gateway: Gateway) -> None:
    """No parameter of a deployment is a key in plain text."""
    for entry in await gateway.entries(_DEPLOYMENTS):
        for name, value in _members(entry.get("litellm_params")):
            if _SECRET.search(name) and isinstance(value, str):
                exchange = await gateway.call(_DEPLOYMENTS)
                expect(_MASKED.search(value), f"{name} of a deployment is shown", exchange)


@check("GW-INFO-004", profile="gateway")
async def listed_models_have_groups(gateway: Gateway) -> None:
    """Every listed model is one group."""
    groups = [str(entry.get("model_group")) for entry in await gateway.entries(_GROUPS)]
    exchange = await gateway.call(_GROUPS)
    wild = any("*" in each for each in groups)
    for name in _names(await gateway.listed()):
        count = groups.count(name)
        expect(count == 1 or (wild and not count), f"{name!r} is {count} groups", exchange)


@check("GW-TOKENS-001", profile="gateway")
async def tokens_are_counted(gateway: Gateway) -> None:
    """A longer text has more tokens, as a prompt and as a message."""
    model = await gateway.chat_model()
    for as_message in (False, True):
        counts: list[int] = []
        for text in (_TEXT, _TEXT * _TIMES):
            exchange = await gateway.call(
                "countGatewayTokens", body={"model": model, **_counted(text, as_message)}
            )
            total = body(exchange).get("total_tokens")
            number = isinstance(total, int) and total > 0
            expect(number, f"total_tokens is {total!r}", exchange)
            counts.append(total if isinstance(total, int) else 0)
        grows = counts[0] < counts[1]
        expect(grows, f"the text has {counts[0]} tokens, {_TIMES} of it {counts[1]}", exchange)


@check("GW-RESPONSES-001", task="responses", where=lambda surface: surface.profile == "gateway")
async def answers_are_kept(responses: Query) -> None:
    """An answer of the Responses API can be fetched again."""
    exchange = await responses.ask(store=True)
    made = body(exchange)
    gateway = Gateway(responses.session, responses.surface)
    found = await gateway.by_id("getGatewayResponse", str(made.get("id")))
    expect(found.status == 200, f"fetched again, it is answered with {found.status}", found)
    again = json_of(found)
    kept: Object = again if isinstance(again, dict) else {}
    for name in ("id", "output"):
        same = kept.get(name) == made.get(name)
        expect(same, f"{name} is another when it is fetched again", found)


def _counted(text: str, as_message: bool) -> Object:
    return {"messages": [{"role": "user", "content": text}]} if as_message else {"prompt": text}


def _names(entries: list[Object]) -> list[str]:
    return [name for entry in entries if isinstance(name := entry.get("id"), str)]


def _ids(entries: list[Object]) -> list[str]:
    infos = [entry.get("model_info") for entry in entries]
    return [str(info.get("id")) for info in infos if isinstance(info, dict)]


def _members(value: JsonValue) -> Iterator[tuple[str, JsonValue]]:
    """Yield the members of an object and of those within it."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield name, member
            yield from _members(member)
    elif isinstance(value, list):
        for member in value:
            yield from _members(member)

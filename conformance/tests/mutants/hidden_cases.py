"""Servers that let through, or tell, what only one kind of request brings to light."""

import json
from collections.abc import Callable, Sequence

from pydantic import JsonValue

from .edits import is_configuring, obj, objects, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .places import of_operation

_PREFIX = "/api/2.0/"


def _split_mended(wrong: Callable[[Sequence[int]], bool]) -> Mutation:
    """Take some splits as if all traffic went to the first entity."""

    def edit(body: Object) -> None:
        for config in (body, obj(body, "config")):
            routes = objects(obj(config, "traffic_config"), "routes")
            shares = [each for route in routes if isinstance(each := _share(route), int)]
            if shares and len(shares) == len(routes) and wrong(shares):
                for place, route in enumerate(routes):
                    route["traffic_percentage"] = 0 if place else 100

    return request(edit, is_configuring)


def _share(route: Object) -> JsonValue:
    return route.get("traffic_percentage")


def _in_range(shares: Sequence[int]) -> bool:
    return all(0 <= share <= 100 for share in shares)


def _telling(where: Callable[[Call], bool], only: str = "_plaintext") -> Mutation:
    """Show, in answers to some calls, the plaintext secrets that were sent so far."""

    async def mutation(call: Call, server: Server) -> Answer:
        known = server.memory.setdefault("secrets", [])
        assert isinstance(known, list)
        known += _secrets(call.json, only)
        found = await server.answer(call)
        if not known or not where(call):
            return found
        if found.is_json:
            return found.with_json({**found.json, "debug": [*known]})
        return found.with_body(found.body + "\n".join(map(str, known)).encode())

    return mutation


def _secrets(value: JsonValue, only: str) -> list[JsonValue]:
    if isinstance(value, list):
        return [each for member in value for each in _secrets(member, only)]
    if not isinstance(value, dict):
        return []
    own = [each for name, each in value.items() if name.endswith(only)]
    return own + [each for member in value.values() for each in _secrets(member, only)]


def _managing(call: Call) -> bool:
    return call.path.startswith(_PREFIX)


def _repairing(repair: Callable[[str], str]) -> Mutation:
    """Read what is nearly JSON."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if found.status not in (400, 422) or not call.body:
            return found
        try:
            value: JsonValue = json.loads(repair(call.body.decode(errors="replace")))
        except ValueError:
            return found
        return await server.answer(call.with_json(value))

    return mutation


def _without_last_comma(text: str) -> str:
    return text[:-2] + "}" if text.endswith(",}") else "no JSON"


def _to_the_last_brace(text: str) -> str:
    return text[: text.rfind("}") + 1] if not text.endswith("}") else "no JSON"


_READING = ("exportServingEndpointMetrics", "getServingEndpointOpenApi")
_CHANGING = ("putServingEndpointRateLimits", "putServingEndpointAiGateway")

MUTANTS: tuple[Mutant, ...] = (
    breach(
        "sums-of-99-accepted",
        "MGMT-TRAFFIC-002",
        _split_mended(lambda found: _in_range(found) and sum(found) == 99),
    ),
    breach(
        "no-traffic-at-all-accepted",
        "MGMT-TRAFFIC-002",
        _split_mended(lambda found: len(found) > 1 and not any(found)),
    ),
    breach(
        "sums-of-three-unchecked",
        "MGMT-TRAFFIC-002",
        _split_mended(lambda found: _in_range(found) and len(found) == 3 and sum(found) != 100),
    ),
    breach("minus-1-accepted", "MGMT-TRAFFIC-001", _split_mended(lambda found: min(found) == -1)),
    breach(
        "negative-without-more-than-100-accepted",
        "MGMT-TRAFFIC-001",
        _split_mended(lambda found: min(found) < 0 and max(found) <= 100),
    ),
    *(
        breach(f"secret-told-by-{operation}", "MGMT-SECRET-001", _telling(of_operation(operation)))
        for operation in (*_READING, *_CHANGING)
    ),
    breach(
        "secret-told-by-a-query",
        "MGMT-SECRET-001",
        _telling(lambda call: call.path.endswith("/invocations")),
    ),
    *(
        breach(f"told-{field}", "MGMT-SECRET-001", _telling(_managing, field))
        for field in (
            "cohere_api_key_plaintext",
            "aws_secret_access_key_plaintext",
            "private_key_plaintext",
            "microsoft_entra_client_secret_plaintext",
        )
    ),
    breach("comma-too-many-accepted", "ERR-JSON-001", _repairing(_without_last_comma)),
    breach("more-text-accepted", "ERR-JSON-001", _repairing(_to_the_last_brace)),
)

"""Servers that tell or change what they should not of an endpoint."""

from collections.abc import Callable

from .edits import COLLECTION, answer, is_create, is_get
from .lifecycle import refusing
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .places import of_operation
from .served_entities import each_entity

_UPDATE = of_operation("updateServingEndpointConfig")
_READ = of_operation("getServingEndpoint")


def _changing_with(member: str) -> Mutation:
    """Let an update change what is fixed."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        path = call.path.removesuffix("/config")
        if _UPDATE(call) and member in call.json:
            server.memory[path] = call.json[member]
        if not is_get(call) or found.status != 200 or path not in server.memory:
            return found
        return found.with_json({**found.json, member: server.memory[path]})

    return mutation


def _remembering_create(member: str, *, echo: Callable[[Object, Object], object]) -> Mutation:
    """Show what a create sent in answers that should not have it."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        name = call.json.get("name") if is_create(call) else call.path.rpartition("/")[2]
        if is_create(call) and member in call.body.decode():
            server.memory[str(name)] = call.json
        sent = server.memory.get(str(name))
        if not isinstance(sent, dict) or found.status != 200 or not found.is_json:
            return found
        endpoint = found.json
        echo(endpoint, sent)
        return found.with_json(endpoint)

    return mutation


def _echo_burst(endpoint: Object, sent: Object) -> None:
    each_entity(lambda entity: entity.update(burst_scaling_enabled=False))(endpoint)


def _echo_tables(endpoint: Object, sent: Object) -> None:
    endpoint["telemetry_config"] = sent.get("telemetry_config")


def _echo_limits(endpoint: Object, sent: Object) -> None:
    endpoint["rate_limits"] = sent.get("rate_limits")


def _echo_route(endpoint: Object, sent: Object) -> None:
    endpoint["route_optimized"] = True


def _policy_by_its_name(endpoint: Object) -> None:
    if "effective_budget_policy_id" in endpoint:
        endpoint["budget_policy_id"] = endpoint["effective_budget_policy_id"]


def _empty_description_dropped(endpoint: Object) -> None:
    if not endpoint.get("description"):
        endpoint.pop("description", None)


def _no_address(endpoint: Object) -> None:
    for member in ("endpoint_url", "data_plane_info"):
        endpoint.pop(member, None)


def _addresses_for_all(endpoint: Object) -> None:
    endpoint["endpoint_url"] = "https://fast.example.com"


def _dashed_id(endpoint: Object) -> None:
    if "id" in endpoint:
        endpoint["id"] = f"{str(endpoint['id'])[:8]}-{str(endpoint['id'])[8:]}"


def _ends_in_a_slash(call: Call) -> bool:
    return call.path == f"{COLLECTION}/"


MUTANTS: tuple[Mutant, ...] = (
    breach("empty-description-not-told", "MGMT-DESC-001", answer(_empty_description_dropped)),
    breach("policy-by-its-name", "MGMT-BUDGET-001", answer(_policy_by_its_name)),
    breach(
        "bursts-are-told",
        "MGMT-HIDDEN-001",
        _remembering_create("burst_scaling_enabled", echo=_echo_burst),
    ),
    breach(
        "tables-are-told", "MGMT-HIDDEN-001", _remembering_create("table_names", echo=_echo_tables)
    ),
    breach(
        "limits-are-told", "MGMT-HIDDEN-001", _remembering_create("rate_limits", echo=_echo_limits)
    ),
    breach("description-changes", "MGMT-FIXED-001", _changing_with("description")),
    breach("route-changes", "MGMT-FIXED-001", _changing_with("route_optimized")),
    breach("no-address-of-the-route", "MGMT-ROUTE-001", answer(_no_address)),
    breach("addresses-for-all", "MGMT-ROUTE-001", answer(_addresses_for_all, _READ)),
    breach(
        "optimized-external-models",
        "MGMT-ROUTE-002",
        _remembering_create("route_optimized", echo=_echo_route),
    ),
    breach("ids-with-dashes", "MGMT-ID-001", answer(_dashed_id)),
    breach("slash-is-unknown", "MGMT-PATH-001", refusing(_ends_in_a_slash, 404)),
    breach(
        "pt-is-no-name",
        "MGMT-PATH-002",
        refusing(lambda call: is_get(call) and call.path == f"{COLLECTION}/pt", 405),
    ),
)

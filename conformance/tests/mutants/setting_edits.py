"""Mutations of requests that set something on an endpoint, and of what is read afterwards."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace

from pydantic import JsonValue

from .edits import COLLECTION, is_create, is_get, objects
from .middleware import Answer, Call, Mutation, Object, Server

PERMISSIONS = "/api/2.0/permissions/serving-endpoints"

Where = Callable[[Call], bool]


def setting(step: str) -> Where:
    """Whether a call changes this setting of an endpoint."""
    return lambda call: (
        call.method in ("PUT", "PATCH")
        and (call.path.startswith(f"{COLLECTION}/") and call.path.endswith(f"/{step}"))
    )


is_tags = setting("tags")
is_gateway = setting("ai-gateway")
is_limits = setting("rate-limits")
is_notifying = setting("notifications")
is_config = setting("config")


def either(*places: Where) -> Where:
    """Whether a call is of one of several kinds."""
    return lambda call: any(place(call) for place in places)


def permissions(*methods: str) -> Where:
    """Whether a call reads or changes the permissions of an endpoint, with one of the methods."""
    return lambda call: (
        call.method in methods
        and call.path.startswith(f"{PERMISSIONS}/")
        and not call.path.endswith("/permissionLevels")
    )


def is_levels(call: Call) -> bool:
    """Whether a call reads the permission levels of an endpoint."""
    return call.path.startswith(f"{PERMISSIONS}/") and call.path.endswith("/permissionLevels")


def endpoint_path(call: Call) -> str:
    """Return the path of the endpoint that a call sets something on."""
    return "/".join(call.path.split("/")[:5])


async def read(call: Call, server: Server, path: str) -> Answer:
    """Read a path with the credentials of a call."""
    return await server.answer(replace(call, method="GET", path=path, body=b""))


def refused(found: Answer, status: int = 400, code: str = "INVALID_PARAMETER_VALUE") -> Answer:
    """Return a refusal in place of an answer."""
    error: Object = {"error_code": code, "message": "refused"}
    return replace(found, status=status).with_json(error)


def pretending(where: Where, told: Callable[[Object], JsonValue]) -> Mutation:
    """Answer as if a request were carried out, and leave everything as it is."""

    async def mutation(call: Call, server: Server) -> Answer:
        if not where(call):
            return await server.answer(call)
        found = await read(call, server, endpoint_path(call))
        return found.with_json(told(call.json))

    return mutation


def refusing(where: Where, wrong: Callable[[Object], object], status: int = 400) -> Mutation:
    """Refuse requests that are right."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        return refused(found, status) if where(call) and wrong(call.json) else found

    return mutation


def combining(where: Where, combine: Callable[[Object, Object], Object]) -> Mutation:
    """Combine every request with what the last one of the same path became."""

    async def mutation(call: Call, server: Server) -> Answer:
        if not where(call):
            return await server.answer(call)
        known = server.memory.get(call.path)
        body = combine(known if isinstance(known, dict) else {}, call.json)
        found = await server.answer(call.with_json(body))
        if found.status < 300:
            server.memory[call.path] = body
        return found

    return mutation


def limits_added_up(old: Object, new: Object) -> Object:
    """Add the rate limits of a body to earlier ones, for `combining`."""
    limits: list[JsonValue] = [*objects(old, "rate_limits"), *objects(new, "rate_limits")]
    return {**new, "rate_limits": limits} if limits else new


def disturbing(where: Where, edit: Callable[[Object], object]) -> Mutation:
    """Show an endpoint otherwise once something was set on it."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if where(call) and found.status < 300:
            server.memory[endpoint_path(call)] = True
        if not is_get(call) or found.status >= 300 or call.path not in server.memory:
            return found
        endpoint = found.json
        edit(endpoint)
        return found.with_json(endpoint)

    return mutation


def reaching_all(where: Where) -> Mutation:
    """Set on every endpoint what is set on one."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if where(call) and found.status < 300:
            step = call.path.removeprefix(endpoint_path(call))
            for entry in await own_endpoints(call, server):
                await server.answer(replace(call, path=f"{COLLECTION}/{entry['name']}{step}"))
        return found

    return mutation


async def own_endpoints(call: Call, server: Server) -> Iterable[Object]:
    """Return the list's entries of the endpoints that may be changed."""
    listing = await read(call, server, COLLECTION)
    entries = objects(listing.json, "endpoints")
    return [entry for entry in entries if not str(entry["name"]).startswith("databricks-")]


def with_status(where: Where, status: int) -> Mutation:
    """Answer what is right with another status."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        return replace(found, status=status) if where(call) and found.status < 300 else found

    return mutation


def gateways(edit: Callable[[Object], object]) -> Mutation:
    """Edit, in place, the AI Gateway settings of every request that has some."""

    async def mutation(call: Call, server: Server) -> Answer:
        if not is_create(call) and not is_gateway(call):
            return await server.answer(call)
        body: Object = json.loads(call.body) if call.json else {}
        gateway = body.get("ai_gateway", {}) if is_create(call) else body
        if isinstance(gateway, dict) and gateway:
            edit(gateway)
        return await server.answer(call.with_json(body) if call.json else call)

    return mutation

"""Servers that check less in an update than in a create, or whose changes reach too far."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace

from pydantic import JsonValue

from .edits import (
    COLLECTION,
    answer,
    is_configuring,
    is_create,
    is_delete,
    is_get,
    is_list,
    is_update,
    obj,
    objects,
    request,
)
from .mending import (
    duplicates_renamed,
    models,
    provider_mended,
    secrets_mended,
    targets_mended,
    tasks_equalled,
    traffic_added,
)
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach

_TIMES = ("creation_timestamp", "last_updated_timestamp")


def _endpoint_of(call: Call) -> str:
    return call.path.removesuffix("/config")


def _after_update(edit: Callable[[Object], object]) -> Mutation:
    """Show an endpoint otherwise once it was updated."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if is_update(call) and found.status == 200:
            server.memory[_endpoint_of(call)] = True
        if not is_get(call) or found.status != 200 or call.path not in server.memory:
            return found
        endpoint = found.json
        edit(endpoint)
        return found.with_json(endpoint)

    return mutation


async def _names(call: Call, server: Server) -> list[str]:
    """Return the names of the endpoints that may be changed."""
    listing = await server.answer(replace(call, method="GET", path=COLLECTION, body=b""))
    named = [str(entry["name"]) for entry in objects(listing.json, "endpoints")]
    return [name for name in named if not name.startswith("databricks-")]


def _reaching_all(where: Callable[[Call], bool], suffix: str) -> Mutation:
    """Do to every endpoint what is done to one."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if where(call) and found.status == 200:
            for name in await _names(call, server):
                await server.answer(replace(call, path=f"{COLLECTION}/{name}{suffix}"))
        return found

    return mutation


async def _racing(call: Call, server: Server) -> Answer:
    """Look whether a name exists, and create it a moment later."""
    if not is_create(call):
        return await server.answer(call)
    path = f"{COLLECTION}/{call.json.get('name')}"
    known = await server.answer(replace(call, method="GET", path=path, body=b""))
    await asyncio.sleep(0.001)
    found = await server.answer(call)
    if known.status == 404 and b"ALREADY_EXISTS" in found.body:
        return await server.answer(replace(call, method="GET", path=path, body=b""))
    return found


async def _answering_the_old(call: Call, server: Server) -> Answer:
    """Answer an update with what was there before."""
    old = await server.answer(replace(call, method="GET", path=_endpoint_of(call), body=b""))
    found = await server.answer(call)
    return old if is_update(call) and found.status == 200 else found


async def _half_done(call: Call, server: Server) -> Answer:
    """Keep the routes of an update that was refused."""
    found = await server.answer(call)
    if is_update(call) and found.status == 400:
        server.memory[_endpoint_of(call)] = call.json.get("traffic_config")
    if not is_get(call) or found.status != 200 or call.path not in server.memory:
        return found
    endpoint = found.json
    obj(endpoint, "config")["traffic_config"] = server.memory[call.path]
    return found.with_json(endpoint)


async def _listing_the_refused(call: Call, server: Server) -> Answer:
    """List what was not created."""
    found = await server.answer(call)
    refused = server.memory.setdefault("refused", [])
    assert isinstance(refused, list)
    if is_create(call) and found.status == 400 and isinstance(call.json.get("name"), str):
        refused.append({"name": call.json["name"]})
    if not is_list(call) or found.status != 200:
        return found
    return found.with_json({"endpoints": [*objects(found.json, "endpoints"), *refused]})


async def _quoting_broken_json(call: Call, server: Server) -> Answer:
    """Quote a body that is not JSON in its refusal."""
    found = await server.answer(call)
    if found.status != 400 or call.json or not call.body:
        return found
    return found.with_json({**found.json, "message": call.body.decode(errors="replace")})


def _in_seconds(endpoint: Object) -> None:
    for member in _TIMES:
        endpoint[member] = int(str(endpoint[member])) // 1000


def _without_split(endpoint: Object) -> None:
    routes = objects(obj(obj(endpoint, "config"), "traffic_config"), "routes")
    for place, route in enumerate(routes):
        route["traffic_percentage"] = 0 if place else 100


def _unnamed(endpoint: Object) -> None:
    for entity in objects(obj(endpoint, "config"), "served_entities"):
        entity["name"] = "entity"


def _other_model(endpoint: Object) -> None:
    for entity in objects(obj(endpoint, "config"), "served_entities"):
        obj(entity, "external_model")["name"] = "gpt-x"


def _percentages_read(body: Object) -> None:
    """Take words for 100 percent."""
    for route in objects(obj(obj(body, "config"), "traffic_config"), "routes"):
        share = route.get("traffic_percentage")
        if isinstance(share, str) and not share.isdigit():
            route["traffic_percentage"] = 100


def _entity_names_mended(body: Object) -> None:
    for entity in objects(obj(body, "config"), "served_entities"):
        if "name" in entity:
            entity["name"] = re.sub("[^A-Za-z0-9_-]", "-", str(entity["name"]))


def _other_tags(listing: Object) -> None:
    tags: list[JsonValue] = [{"key": "other", "value": "tag"}]
    for entry in objects(listing, "endpoints"):
        entry["tags"] = tags


MUTANTS: tuple[Mutant, ...] = (
    breach("update-renames-duplicates", "MGMT-ENTITY-001", request(duplicates_renamed, is_update)),
    breach("update-mixes-tasks", "MGMT-ENTITY-003", request(tasks_equalled, is_update)),
    breach("update-without-traffic", "MGMT-TRAFFIC-003", request(traffic_added, is_update)),
    breach("update-routes-to-nobody", "MGMT-TRAFFIC-004", request(targets_mended, is_update)),
    breach("update-with-both-forms", "MGMT-SECRET-002", request(models(secrets_mended), is_update)),
    breach(
        "update-with-foreign-settings",
        "MGMT-PROVIDER-001",
        request(models(provider_mended), is_update),
    ),
    breach("update-names-entities-alike", "MGMT-ENTITY-002", _after_update(_unnamed)),
    breach(
        "update-has-no-default-route",
        "MGMT-TRAFFIC-005",
        _after_update(lambda endpoint: obj(endpoint, "config").pop("traffic_config", None)),
    ),
    breach(
        "update-never-ends",
        "MGMT-STATE-001",
        _after_update(lambda endpoint: obj(endpoint, "state").update(config_update="IN_PROGRESS")),
    ),
    breach(
        "update-drops-tags",
        "MGMT-UPDATE-001",
        _after_update(lambda endpoint: endpoint.update(tags=[])),
    ),
    breach("update-forgets-the-split", "MGMT-UPDATE-001", _after_update(_without_split)),
    breach("update-answers-the-old", "MGMT-UPDATE-001", _answering_the_old),
    breach("update-reaches-all", "MGMT-UPDATE-001", _reaching_all(is_update, "/config")),
    breach("delete-reaches-all", "MGMT-DELETE-002", _reaching_all(is_delete, "")),
    breach("refused-update-is-half-done", "MGMT-UPDATE-002", _half_done),
    breach("creates-race", "MGMT-CREATE-003", _racing),
    breach("another-model-is-served", "MGMT-CREATE-002", answer(_other_model, is_configuring)),
    breach("words-as-percentages", "MGMT-INPUT-001", request(_percentages_read, is_create)),
    breach("entity-names-unchecked", "MGMT-INPUT-001", request(_entity_names_mended, is_create)),
    breach("refused-is-listed", "MGMT-INPUT-001", _listing_the_refused),
    breach("other-tags-are-listed", "MGMT-LIST-001", answer(_other_tags, is_list)),
    breach("broken-json-is-quoted", "MGMT-SECRET-001", _quoting_broken_json),
    breach(
        "times-in-seconds",
        "MGMT-TIME-001",
        answer(_in_seconds, lambda call: is_configuring(call) or is_get(call)),
    ),
)

"""Servers that mismanage endpoints."""

import base64
import copy
from collections.abc import Callable, Mapping
from dataclasses import replace

from pydantic import JsonValue

from invocant_conformance.requirements import Level

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
    configurations,
    duplicates_renamed,
    models,
    name_mended,
    prefix_removed,
    provider_mended,
    range_mended,
    secrets_mended,
    single_sums_mended,
    sums_mended,
    targets_mended,
    tasks_equalled,
    traffic_added,
)
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach, defect

MUST: Mapping[str, Level] = {"management": Level.MUST}
SHOULD: Mapping[str, Level] = {"management": Level.SHOULD}


def _is_endpoint(call: Call) -> bool:
    return is_configuring(call) or is_get(call)


def _status(status: int, where: Callable[[Call], bool], body: bytes | None = None) -> Mutation:
    """Answer what succeeds with another status."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not where(call) or found.status >= 300:
            return found
        return replace(found, status=status, body=found.body if body is None else body)

    return mutation


def _plaintexts(value: JsonValue) -> list[str]:
    """Return every plaintext secret of a request."""
    if isinstance(value, list):
        return [each for member in value for each in _plaintexts(member)]
    if not isinstance(value, dict):
        return []
    own = [str(each) for name, each in value.items() if name.endswith("_plaintext")]
    return own + [each for member in value.values() for each in _plaintexts(member)]


def _telling(
    where: Callable[[Call], bool], shape: Callable[[str], str], *, refusals: bool = False
) -> Mutation:
    """Show, in some answers, the plaintext secrets that were sent so far."""

    async def mutation(call: Call, server: Server) -> Answer:
        known = server.memory.setdefault("secrets", [])
        assert isinstance(known, list)
        known += _plaintexts(call.json)
        found = await server.answer(call)
        if not where(call) or (found.status >= 400) != refusals:
            return found
        told: list[JsonValue] = [shape(str(secret)) for secret in known]
        return found.with_json({**found.json, "told": told})

    return mutation


def _as_base64(secret: str) -> str:
    return base64.b64encode(b"key=" + secret.encode()).decode()


def _half(secret: str) -> str:
    return secret[: len(secret) // 2] + "…"


async def _overwriting(call: Call, server: Server) -> Answer:
    """Create a name that exists by replacing the endpoint."""
    name = str(call.json.get("name"))
    if is_create(call):
        await server.answer(replace(call, method="DELETE", path=f"{COLLECTION}/{name}", body=b""))
    return await server.answer(call)


async def _overwriting_behind_a_refusal(call: Call, server: Server) -> Answer:
    """Refuse to create a name that exists, and replace the endpoint nevertheless."""
    found = await server.answer(call)
    if is_create(call) and b"ALREADY_EXISTS" in found.body:
        await _overwriting(call, server)
    return found


async def _remembering_the_deleted(call: Call, server: Server) -> Answer:
    """Go on returning an endpoint that was deleted."""
    found = await server.answer(call)
    if is_get(call) and found.status == 200:
        server.memory[call.path] = found.json
    known = server.memory.get(call.path)
    if is_get(call) and found.status == 404 and known is not None:
        return replace(found, status=200).with_json(known)
    return found


async def _listing_the_deleted(call: Call, server: Server) -> Answer:
    """Go on listing endpoints that were deleted."""
    found = await server.answer(call)
    if not is_list(call):
        return found
    known = server.memory.setdefault("endpoints", {})
    assert isinstance(known, dict)
    known |= {str(entry["name"]): entry for entry in objects(found.json, "endpoints")}
    return found.with_json({"endpoints": list(known.values())})


async def _ignoring_updates(call: Call, server: Server) -> Answer:
    """Answer an update as if it were done, and leave everything as it is."""
    if not is_update(call):
        return await server.answer(call)
    path = call.path.removesuffix("/config")
    return await server.answer(replace(call, method="GET", path=path, body=b""))


async def _merging_updates(call: Call, server: Server) -> Answer:
    """Keep the old served entities beside the new ones."""
    found = await server.answer(call)
    path = call.path.removesuffix("/config")
    if is_update(call) and found.status == 200:
        server.memory.setdefault(path, True)
    if is_get(call) and found.status == 200 and server.memory.get(path):
        endpoint = found.json
        served = objects(obj(endpoint, "config"), "served_entities")
        old = copy.deepcopy(served[0]) | {"name": "old"}
        obj(endpoint, "config")["served_entities"] = [old, *served]
        return found.with_json(endpoint)
    return found


async def _updating_behind_a_refusal(call: Call, server: Server) -> Answer:
    """Refuse an update and carry it out."""
    found = await server.answer(call)
    if is_update(call) and found.status == 400 and call.json:
        config = call.json
        targets_mended(config)
        await server.answer(call.with_json(config))
    return found


def _unnamed(endpoint: Object) -> None:
    for entity in objects(obj(endpoint, "config"), "served_entities"):
        entity.pop("name", None)


def _named_after_model(endpoint: Object) -> None:
    for entity in objects(obj(endpoint, "config"), "served_entities"):
        entity["name"] = obj(entity, "external_model").get("name")


def _resolved(endpoint: Object) -> None:
    for entity in objects(obj(endpoint, "config"), "served_entities"):
        config = obj(obj(entity, "external_model"), "openai_config")
        if "openai_api_key" in config:
            config["openai_api_key"] = "{{secrets/other/key}}"


def _never_ready(endpoint: Object) -> None:
    obj(endpoint, "state").update(ready="NOT_READY", config_update="IN_PROGRESS")


def _same_version(endpoint: Object) -> None:
    obj(endpoint, "config")["config_version"] = 1


MUTANTS: tuple[Mutant, ...] = (
    defect("V01-create-is-201", "MGMT-CREATE-001", _status(201, is_create), MUST),
    defect("V01-delete-is-204", "MGMT-DELETE-001", _status(204, is_delete, b""), MUST),
    defect("V20-sums-unchecked", "MGMT-TRAFFIC-002", configurations(sums_mended), SHOULD),
    defect(
        "V20-single-90-accepted", "MGMT-TRAFFIC-002", configurations(single_sums_mended), SHOULD
    ),
    defect(
        "V20-sums-unchecked-by-update",
        "MGMT-TRAFFIC-002",
        request(sums_mended, is_update),
        SHOULD,
    ),
    defect("V20-range-unchecked", "MGMT-TRAFFIC-001", configurations(range_mended), MUST),
    defect("V21-told-by-create", "MGMT-SECRET-001", _telling(is_create, str), MUST),
    defect("V21-told-by-get", "MGMT-SECRET-001", _telling(is_get, str), MUST),
    defect("V21-told-by-list", "MGMT-SECRET-001", _telling(is_list, str), MUST),
    defect("V21-told-by-update", "MGMT-SECRET-001", _telling(is_update, str), MUST),
    defect(
        "V21-told-by-a-refusal",
        "MGMT-SECRET-001",
        _telling(is_configuring, str, refusals=True),
        MUST,
    ),
    defect("V21-told-in-base64", "MGMT-SECRET-001", _telling(is_get, _as_base64), MUST),
    defect("V21-told-in-part", "MGMT-SECRET-001", _telling(is_get, _half), MUST),
    defect("V23-created-twice", "MGMT-CREATE-003", _overwriting, MUST),
    defect(
        "V23-overwritten-behind-a-refusal", "MGMT-CREATE-003", _overwriting_behind_a_refusal, MUST
    ),
    defect("V24-deleted-is-still-read", "MGMT-DELETE-002", _remembering_the_deleted, MUST),
    breach(
        "name-is-missing",
        "MGMT-SCHEMA-001",
        answer(lambda endpoint: endpoint.pop("name", None), _is_endpoint),
    ),
    breach(
        "id-is-not-told",
        "MGMT-CREATE-002",
        answer(lambda endpoint: endpoint.pop("id", None), is_create),
    ),
    breach("entities-are-not-named", "MGMT-CREATE-002", answer(_unnamed, is_create)),
    breach("names-unchecked", "MGMT-NAME-001", request(name_mended, is_create)),
    breach("reserved-prefix-accepted", "MGMT-NAME-002", request(prefix_removed, is_create)),
    breach("equal-entity-names-accepted", "MGMT-ENTITY-001", configurations(duplicates_renamed)),
    breach("name-as-the-model-has-it", "MGMT-ENTITY-002", answer(_named_after_model, _is_endpoint)),
    breach("different-tasks-accepted", "MGMT-ENTITY-003", configurations(tasks_equalled)),
    breach("traffic-not-needed", "MGMT-TRAFFIC-003", configurations(traffic_added)),
    breach("routes-to-nobody-accepted", "MGMT-TRAFFIC-004", configurations(targets_mended)),
    breach(
        "no-default-route",
        "MGMT-TRAFFIC-005",
        answer(lambda endpoint: obj(endpoint, "config").pop("traffic_config", None), _is_endpoint),
    ),
    breach("both-forms-accepted", "MGMT-SECRET-002", configurations(models(secrets_mended))),
    breach("references-are-changed", "MGMT-SECRET-003", answer(_resolved, is_get)),
    breach(
        "foreign-configuration-accepted",
        "MGMT-PROVIDER-001",
        configurations(models(provider_mended)),
    ),
    breach(
        "tags-are-forgotten",
        "MGMT-GET-001",
        answer(lambda endpoint: endpoint.pop("tags", None), is_get),
    ),
    breach(
        "state-is-missing",
        "MGMT-GET-001",
        answer(lambda endpoint: endpoint.pop("state", None), is_get),
    ),
    breach(
        "list-is-empty",
        "MGMT-LIST-001",
        answer(lambda found: found.update(endpoints=[]), is_list),
    ),
    breach("deleted-is-still-listed", "MGMT-LIST-001", _listing_the_deleted),
    breach("never-ready", "MGMT-STATE-001", answer(_never_ready, is_get)),
    breach("updates-are-ignored", "MGMT-UPDATE-001", _ignoring_updates),
    breach("updates-are-merged", "MGMT-UPDATE-001", _merging_updates),
    breach("version-stays", "MGMT-UPDATE-001", answer(_same_version, is_get)),
    breach("refused-updates-are-done", "MGMT-UPDATE-002", _updating_behind_a_refusal),
)

"""Servers that mismanage what they deploy, stop, start and record."""

from collections.abc import Callable
from dataclasses import replace

from .edits import (
    COLLECTION,
    answer,
    answer_of,
    is_create,
    is_get,
    obj,
    objects,
)
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .places import of_operation

_STOP, _START = of_operation("stopServingEndpoint"), of_operation("startServingEndpoint")
_CONFIG = of_operation("updateServingEndpointConfig")
_TELEMETRY = of_operation("patchServingEndpointTelemetryConfig")
_READ = of_operation("getServingEndpoint")

Where = Callable[[Call], bool]


def accepting(where: Where, status: int) -> Mutation:
    """Answer what is refused with a status as if it were done, with the endpoint where it can."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not where(call) or found.status != status:
            return found
        path = COLLECTION + "/" + call.path.removeprefix(COLLECTION).strip("/").partition("/")[0]
        read = await server.answer(replace(call, method="GET", path=path, query="", body=b""))
        return replace(found, status=200).with_json(read.json if read.status == 200 else {})

    return mutation


def refusing(where: Where, status: int = 400) -> Mutation:
    """Refuse what should be accepted."""

    async def mutation(call: Call, server: Server) -> Answer:
        if not where(call):
            return await server.answer(call)
        error: Object = {"error_code": "INVALID_PARAMETER_VALUE", "message": "No."}
        plain = {"content-type": "application/json"}
        return Answer(status=status, headers=plain, body=b"").with_json(error)

    return mutation


def ignoring(where: Where) -> Mutation:
    """Answer as if something were done, and do nothing."""

    async def mutation(call: Call, server: Server) -> Answer:
        if not where(call):
            return await server.answer(call)
        path = call.path.rpartition("/")[0]
        found = await server.answer(replace(call, method="GET", path=path, body=b""))
        return found.with_json({}) if found.status == 200 else found

    return mutation


def _state(endpoint: Object) -> tuple[object, object]:
    state = obj(endpoint, "state")
    return state.get("ready"), state.get("config_update")


def _showing(before: tuple[str, str], **after: str) -> Mutation:
    """Show another state in the place of one."""

    def edit(endpoint: Object) -> None:
        if _state(endpoint) == before:
            obj(endpoint, "state").update(after)

    return answer(edit)


def _config_of(endpoint: Object) -> list[Object]:
    return [obj(endpoint, member) for member in ("config", "pending_config")]


def _never_deployed(endpoint: Object) -> None:
    for entity in objects(obj(endpoint, "config"), "served_entities"):
        obj(entity, "state")["deployment"] = "DEPLOYMENT_CREATING"


def _silent(endpoint: Object) -> None:
    for config in _config_of(endpoint):
        for entity in objects(config, "served_entities"):
            obj(entity, "state")["deployment_state_message"] = ""


def _failing_into_effect(endpoint: Object) -> None:
    if obj(endpoint, "state").get("config_update") == "UPDATE_FAILED" and "config" in endpoint:
        endpoint["config"] = endpoint["pending_config"]


def _ready_while_restored(endpoint: Object) -> None:
    if "DEPLOYMENT_RECOVERING" in str(endpoint):
        obj(endpoint, "state").update(ready="READY")


def _counted_on(endpoint: Object) -> None:
    for config in _config_of(endpoint):
        if "config_version" in config:
            config["config_version"] = int(str(config["config_version"])) + 1


def _always_the_first(endpoint: Object) -> None:
    obj(endpoint, "config")["config_version"] = 1


def _pending_once_more(endpoint: Object) -> None:
    if _state(endpoint) == ("READY", "NOT_UPDATING"):
        endpoint["pending_config"] = endpoint["config"]


_forgetting_the_clock = answer(lambda found: obj(found, "pending_config").pop("start_time", None))


async def _overtaking(call: Call, server: Server) -> Answer:
    """Refuse a second update, and put it in the place of the first one in every later answer."""
    found = await server.answer(call)
    path = call.path.removesuffix("/config")
    if _CONFIG(call) and found.status == 409:
        server.memory[path] = objects(call.json, "served_entities")[0]["name"]
    if is_get(call) and found.status == 200 and call.path in server.memory:
        endpoint = found.json
        for config in _config_of(endpoint):
            for entity in objects(config, "served_entities"):
                entity["name"] = server.memory[call.path]
        return found.with_json(endpoint)
    return found


def _is_query(call: Call) -> bool:
    return call.path.endswith("/invocations")


def _has_telemetry_of_external_models(call: Call) -> bool:
    served = objects(obj(call.json, "config"), "served_entities")
    external = any("external_model" in entity for entity in served)
    return is_create(call) and "telemetry_config" in call.json and external


def _telemetry_kept(call: Call, endpoint: Object) -> None:
    endpoint.setdefault("telemetry_config", {"telemetry_profile_id": "p"})


MUTANTS: tuple[Mutant, ...] = (
    breach(
        "ready-before-it-is",
        "MGMT-DEPLOY-001",
        _showing(("NOT_READY", "IN_PROGRESS"), ready="READY"),
    ),
    breach("no-start-time", "MGMT-DEPLOY-001", _forgetting_the_clock),
    breach("never-deployed", "MGMT-DEPLOY-002", answer(_never_deployed, _READ)),
    breach("still-pending", "MGMT-DEPLOY-002", answer(_pending_once_more, _READ)),
    breach(
        "not-ready-during-an-update",
        "MGMT-DEPLOY-003",
        _showing(("READY", "IN_PROGRESS"), ready="NOT_READY"),
    ),
    breach("no-start-time-of-an-update", "MGMT-DEPLOY-003", _forgetting_the_clock),
    breach("second-update-accepted", "MGMT-DEPLOY-004", accepting(_CONFIG, 409)),
    breach("second-update-overtakes", "MGMT-DEPLOY-004", _overtaking),
    breach(
        "not-ready-after-a-failure",
        "MGMT-DEPLOY-005",
        _showing(("READY", "UPDATE_FAILED"), ready="NOT_READY"),
    ),
    breach("failed-updates-take-effect", "MGMT-DEPLOY-005", answer(_failing_into_effect)),
    breach(
        "failed-creation-is-not-told",
        "MGMT-DEPLOY-006",
        _showing(("NOT_READY", "UPDATE_FAILED"), config_update="NOT_UPDATING"),
    ),
    breach("failure-without-a-reason", "MGMT-DEPLOY-006", answer(_silent)),
    breach(
        "canceled-is-failed",
        "MGMT-DEPLOY-007",
        _showing(("NOT_READY", "UPDATE_CANCELED"), config_update="UPDATE_FAILED"),
    ),
    breach("ready-while-restored", "MGMT-DEPLOY-009", answer(_ready_while_restored)),
    breach("versions-from-2", "MGMT-VERSION-001", answer(_counted_on)),
    breach(
        "empty-create-refused",
        "MGMT-EMPTY-001",
        refusing(lambda call: is_create(call) and "config" not in call.json),
    ),
    breach("stop-is-ignored", "MGMT-STOP-001", ignoring(_STOP)),
    breach(
        "stopped-is-not-suspended",
        "MGMT-STOP-001",
        answer(lambda found: obj(found, "state").update(suspend="NOT_SUSPENDED"), _READ),
    ),
    breach("external-models-stop", "MGMT-STOP-002", accepting(_STOP, 400)),
    breach("stop-during-a-deployment", "MGMT-STOP-003", accepting(_STOP, 409)),
    breach("stopped-answers", "MGMT-STOP-004", accepting(_is_query, 400)),
    breach("start-is-ignored", "MGMT-START-001", ignoring(_START)),
    breach("start-keeps-the-version", "MGMT-START-001", answer(_always_the_first, _READ)),
    breach("telemetry-of-external-models", "MGMT-TELEMETRY-001", accepting(_TELEMETRY, 400)),
    breach("telemetry-during-a-deployment", "MGMT-TELEMETRY-002", accepting(_TELEMETRY, 409)),
    breach(
        "telemetry-is-not-told",
        "MGMT-TELEMETRY-003",
        answer(lambda found: found.pop("telemetry_config", None), _READ),
    ),
    breach("telemetry-is-not-removed", "MGMT-TELEMETRY-003", answer_of(_telemetry_kept, _READ)),
    breach(
        "telemetry-refused-by-create",
        "MGMT-TELEMETRY-004",
        refusing(_has_telemetry_of_external_models),
    ),
)

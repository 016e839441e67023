"""Gateways that tell of models, deployments, health and tokens what is wrong."""

from dataclasses import replace

from .edits import answer, answer_of, obj, objects, status
from .middleware import Answer, Call, Object, Server
from .mutant import Mutant, breach
from .places import of_operation

_is_models = of_operation("listGatewayModels")
_is_model = of_operation("getGatewayModel")
_is_deployments = of_operation("listGatewayDeployments")
_is_groups = of_operation("listGatewayModelGroups")
_is_health = of_operation("checkGatewayHealth")
_is_liveliness = of_operation("getGatewayLiveliness")


def _nameless(listing: Object) -> None:
    for entry in objects(listing, "data"):
        entry["name"] = entry.pop("id")


def _repeated(listing: Object) -> None:
    listing["data"] = [*objects(listing, "data"), *objects(listing, "data")[:1]]


def _shortened(listing: Object) -> None:
    listing["data"] = [*objects(listing, "data")[:-1]]


def _same_ids(listing: Object) -> None:
    for entry in objects(listing, "data"):
        obj(entry, "model_info")["id"] = "0" * 64


def _with_keys(listing: Object) -> None:
    for entry in objects(listing, "data"):
        obj(entry, "litellm_params")["api_key"] = "sk-upstream-5d0c"


def _both(health: Object) -> None:
    health["unhealthy_endpoints"] = [*objects(health, "healthy_endpoints")[:1]]
    health["unhealthy_count"] = 1


async def _any_model(call: Call, server: Server) -> Answer:
    """Find a model of any name."""
    found = await server.answer(call)
    if not _is_model(call) or found.status != 404:
        return found
    name = call.path.rpartition("/")[2]
    return replace(found, status=200).with_json({"id": name, "object": "model"})


async def _locked(call: Call, server: Server) -> Answer:
    """Want a key for liveliness, too."""
    if _is_liveliness(call) and "authorization" not in call.headers:
        error: Object = {"message": "no key", "type": "auth_error", "param": None, "code": "401"}
        return Answer(status=401, headers={}, body=b"").with_json({"error": error})
    return await server.answer(call)


async def _everything(call: Call, server: Server) -> Answer:
    """List all deployments, whatever is asked for."""
    return await server.answer(replace(call, query="") if _is_deployments(call) else call)


async def _up(call: Call, server: Server) -> Answer:
    """Word liveness otherwise than liveliness."""
    found = await server.answer(call)
    return found.with_json("up") if call.path == "/health/liveness" else found


MUTANTS: tuple[Mutant, ...] = (
    breach("models-without-id", "GW-MODELS-001", answer(_nameless, _is_models)),
    breach("models-that-fit-no-schema", "GW-SCHEMA-001", answer(_nameless, _is_models)),
    breach("models-are-refused", "GW-INPUT-001", status(400, _is_models)),
    breach("model-listed-twice", "GW-MODELS-002", answer(_repeated, _is_models)),
    breach(
        "no-model-is-listed",
        "GW-MODELS-003",
        answer(lambda listing: listing.update(data=[]), _is_models),
    ),
    breach(
        "model-with-an-empty-id",
        "GW-MODELS-002",
        answer(lambda listing: objects(listing, "data")[0].update(id=""), _is_models),
    ),
    breach("listed-models-are-not-found", "GW-MODELS-004", status(404, _is_model)),
    breach(
        "another-model-is-fetched",
        "GW-MODELS-004",
        answer(lambda model: model.update(id="another"), _is_model),
    ),
    breach("unknown-models-are-found", "GW-MODELS-005", _any_model),
    breach(
        "models-without-owner",
        "GW-MODELS-006",
        answer(lambda listing: objects(listing, "data")[-1].pop("owned_by"), _is_models),
    ),
    breach("liveliness-needs-a-key", "GW-HEALTH-001", _locked),
    breach(
        "health-counts-too-many",
        "GW-HEALTH-002",
        answer(lambda health: health.update(healthy_count=-1), _is_health),
    ),
    breach(
        "healthy-and-unhealthy",
        "GW-HEALTH-002",
        answer(_both, _is_health),
    ),
    breach("liveness-says-something-else", "GW-HEALTH-003", _up),
    breach("model-without-deployment", "GW-INFO-001", answer(_shortened, _is_deployments)),
    breach("deployments-with-one-id", "GW-INFO-002", answer(_same_ids, _is_deployments)),
    breach("deployments-are-not-filtered", "GW-INFO-002", _everything),
    breach("deployments-show-keys", "GW-INFO-003", answer(_with_keys, _is_deployments)),
    breach("model-in-two-groups", "GW-INFO-004", answer(_repeated, _is_groups)),
    breach(
        "tokens-are-always-eight",
        "GW-TOKENS-001",
        answer(lambda count: count.update(total_tokens=8), of_operation("countGatewayTokens")),
    ),
    breach(
        "answers-are-forgotten",
        "GW-RESPONSES-001",
        status(404, of_operation("getGatewayResponse")),
    ),
    breach(
        "answers-change-when-fetched",
        "GW-RESPONSES-001",
        answer_of(lambda call, found: found.update(output=[]), of_operation("getGatewayResponse")),
    ),
)

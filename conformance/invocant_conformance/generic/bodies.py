"""Changes to generated request bodies, before they are sent; pure."""

import sys
from collections.abc import Mapping
from typing import Final

from ..json_values import JsonObject, JsonValue, as_list, as_object, body_object, is_object
from ..target import Task

_FEW_TOKENS: Final = 16
_LIMITS: Final[Mapping[Task, str]] = {
    "chat": "max_tokens",
    "batch_chat": "max_tokens",
    "completions": "max_tokens",
    "messages": "max_tokens",
    "responses": "max_output_tokens",
}
"""The member of a request that limits the tokens of its answer."""

_ENTITIES: Final = ("served_entities", "served_models")
_ABOUT_ENTITIES: Final = frozenset({*_ENTITIES, "traffic_config", "auto_capture_config"})
_ABOUT_THROUGHPUT: Final = ("min_provisioned_throughput", "max_provisioned_throughput")
_PLACE: Final = {"catalog_name": "main", "schema_name": "serving", "table_name_prefix": "suite"}
_OF_SOMEBODY: Final = ("user_group", "service_principal")
_ABOUT_GATEWAYS: Final = frozenset({"inference_table_config", "rate_limits"})


def shortened(body: object, task: Task | None = None) -> object:
    """Ask for few tokens and one choice, where a request is well-formed in that respect.

    Of a body whose task is not told, a chat is known by its messages.
    """
    query = body_object(body)
    limit = _LIMITS.get(task) if task else "max_tokens"
    if limit is None or (task is None and "messages" not in query) or not is_object(body):
        return body
    tokens, choices = query.get(limit, sys.maxsize), query.get("n", 1)
    fewer: dict[str, JsonValue] = {}
    if isinstance(tokens, int) and tokens > _FEW_TOKENS:
        fewer[limit] = _FEW_TOKENS
    if isinstance(choices, int) and choices > 1:
        fewer["n"] = 1
    return {**query, **fewer}


def without_special_wishes(body: object) -> object:
    """Ask for nothing that a model may refuse although the request is valid.

    Hosted models refuse another width of vectors, and more than one choice in a stream.
    """
    query = body_object(body)
    if "dimensions" in query:
        return {key: value for key, value in query.items() if key != "dimensions"}
    return {**query, "n": 1} if query.get("stream") is True and "n" in query else body


def describing_one_entity(body: object, *, updates: bool = False) -> object:
    """Make a valid description of an endpoint keep to the rules that no schema can say.

    These are about several served entities and about routes (MGMT-ENTITY, MGMT-TRAFFIC), chunks of
    throughput (MGMT-THROUGHPUT), and about what an update may change (MGMT-KIND, MGMT-FIXED), which
    directed checks try: here the first entity gets all traffic, and updates send external models.
    """
    described = body_object(body)
    if "config" in described:
        return {**described, "config": _simple(described["config"], updates=False)}
    if not described.keys() & _ABOUT_ENTITIES:
        return body
    return _simple(described, updates=updates)


def _simple(config: JsonValue, *, updates: bool) -> JsonValue:
    left_out = {"traffic_config", *(("served_models", "auto_capture_config") if updates else ())}
    kept = {key: value for key, value in as_object(config).items() if key not in left_out}
    for form in _ENTITIES:
        entities = [as_object(entity) for entity in as_list(kept.pop(form, []))]
        fitting = [each for each in entities if not updates or "external_model" in each]
        if fitting:
            kept[form] = [_without_throughput(fitting[0])]
    return kept


def _without_throughput(entity: JsonObject) -> JsonObject:
    return {key: value for key, value in entity.items() if key not in _ABOUT_THROUGHPUT}


def naming_places_and_principals(body: object) -> object:
    """Make valid AI Gateway settings keep to the rules that no schema can say.

    These are about the place of inference tables, which stays while they are enabled, and about
    whom limits are for (MGMT-GATEWAY-005 and 006, MGMT-RATE-005), which directed checks try.
    """
    described = body_object(body)
    if "ai_gateway" in described:
        return {**described, "ai_gateway": _settled(as_object(described["ai_gateway"]))}
    return _settled(described) if described.keys() & _ABOUT_GATEWAYS else body


def _settled(gateway: JsonObject) -> JsonObject:
    kept = dict(gateway)
    table = as_object(kept.get("inference_table_config"))
    if table.get("enabled") is True:
        kept["inference_table_config"] = {**table, **_PLACE}
    if "rate_limits" in kept:
        limits = (as_object(limit) for limit in as_list(kept["rate_limits"]))
        kept["rate_limits"] = [_for_somebody(limit) for limit in limits]
    return kept


def _for_somebody(limit: JsonObject) -> JsonObject:
    return {**limit, "principal": "somebody"} if limit.get("key") in _OF_SOMEBODY else limit

"""Changes to generated request bodies, before they are sent; pure."""

import sys
from collections.abc import Collection, Mapping
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

_WISHES: Final = frozenset({"dimensions", "custom_inputs", "context", "databricks_options"})
"""Members of requests that only agents know, or models that others host."""

_ENTITIES: Final = ("served_entities", "served_models")
_ABOUT_ENTITIES: Final = frozenset({*_ENTITIES, "traffic_config", "auto_capture_config"})
_ABOUT_THROUGHPUT: Final = (
    *("min_provisioned_throughput", "max_provisioned_throughput"),
    *("min_provisioned_concurrency", "max_provisioned_concurrency"),
)
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


def tried_once(body: object) -> object:
    """Let a gateway call its provider once, however often the request wants it to try again."""
    query = body_object(body)
    return {**query, "num_retries": 0} if "num_retries" in query else body


def without_special_wishes(body: object, known: Collection[str] | None = None) -> object:
    """Ask for nothing that a model may refuse although the request is valid.

    Hosted models refuse members that are not among the known ones (None for any), those that only
    agents or other models know, and more than one choice in a stream.
    """
    query = body_object(body)
    kept = {
        name: value
        for name, value in query.items()
        if name not in _WISHES and (known is None or name in known)
    }
    if query.get("stream") is True and "n" in query:
        kept["n"] = 1
    return kept if kept != query else body


def with_documented_rows(body: object, example: JsonObject) -> object:
    """Ask for what the documented request asks: other rows may not fit the model's signature."""
    return {**body_object(body), **example}


def with_rows_that_fit(body: object) -> object:
    """Make rows keep to the rules that no schema can say: all are like the first one.

    Directed checks try those about the width of a table and the shape of tensors (SCORE-SPLIT-002,
    SCORE-TENSOR-001).
    """
    query = body_object(body)
    if is_object(frame := query.get("dataframe_split")):
        rows = [*as_list(as_object(frame).get("data"))[:1]]
        return {**query, "dataframe_split": {"data": rows}}
    for name in ("instances", "inputs"):
        if isinstance(query.get(name), list):
            return {**query, name: [*as_list(query[name])[:1]]}
    return body


def without_history(body: object, task: Task | None) -> object:
    """Ask for nothing that depends on an earlier answer, or that only some providers have.

    Hosted models keep no answers and are no agents (RESP-PARAM). Thoughts have signatures,
    results answer calls, and a budget is below a limit (MSG-THINK, MSG-TOOL); text takes their
    place. In chats signatures and budgets alone are left out (CHAT-THINK-001).
    """
    query = body_object(body)
    if task == "responses" and is_object(body):
        return {name: value for name, value in query.items() if name not in _OF_OTHERS}
    if task == "chat" and isinstance(query.get("messages"), list):
        kept = {name: value for name, value in query.items() if name != "thinking"}
        return {**kept, "messages": [_unsigned(turn) for turn in as_list(query["messages"])]}
    if task not in ("messages", "count_tokens") or "messages" not in query:
        return body
    kept = {name: value for name, value in query.items() if name != "thinking"}
    return {**kept, "messages": [_as_text(turn) for turn in as_list(query["messages"])]}


def without_calls(body: object, task: Task | None) -> object:
    """Let the turns of a chat be without calls of tools, which have to belong to each other."""
    turns = body_object(body).get("messages")
    if task != "chat" or not isinstance(turns, list):
        return body
    text: JsonValue = {"role": "user", "content": "text"}
    kept = [text if _is_of_calls(as_object(turn)) else turn for turn in turns]
    return {**body_object(body), "messages": kept}


def _is_of_calls(turn: JsonObject) -> bool:
    return turn.get("role") in ("tool", "function") or bool(turn.keys() & _CALLS)


_CALLS: Final = frozenset({"tool_calls", "tool_call_id", "function_call"})
_OF_OTHERS: Final = frozenset(
    {
        *("background", "conversation", "previous_response_id", "service_tier", "store"),
        *("context", "custom_inputs", "databricks_options"),
    }
)
_OF_EARLIER_ANSWERS: Final = frozenset({"thinking", "tool_result"})


def _unsigned(value: JsonValue) -> JsonValue:
    """Return a value without the signatures in it, whatever it is."""
    if isinstance(value, list):
        return [_unsigned(item) for item in value]
    if not is_object(value):
        return value
    return {name: _unsigned(member) for name, member in value.items() if name != "signature"}


def _as_text(turn: JsonValue) -> JsonValue:
    content = as_object(turn).get("content")
    if not isinstance(content, list):
        return turn
    text: JsonValue = {"type": "text", "text": "text"}
    blocks = [
        text if as_object(block).get("type") in _OF_EARLIER_ANSWERS else block for block in content
    ]
    return {**as_object(turn), "content": blocks}


def describing_one_entity(body: object, *, updates: bool = False) -> object:
    """Make a valid description of an endpoint keep to the rules that no schema can say.

    These are about several served entities and about routes (MGMT-ENTITY, MGMT-TRAFFIC), chunks of
    throughput and the most concurrency (MGMT-THROUGHPUT, MGMT-LIMIT-003), and about what an update
    may change (MGMT-KIND, MGMT-FIXED), which directed checks try: here the first entity gets all
    traffic, and updates send external models.
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

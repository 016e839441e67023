"""Changes to generated request bodies, before they are sent; pure."""

import sys
from collections.abc import Mapping
from typing import Final

from ..json_values import JsonValue, as_list, as_object, body_object, is_object
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

_ABOUT_ENTITIES: Final = frozenset({"served_entities", "traffic_config"})


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


def describing_one_entity(body: object) -> object:
    """Make a valid description of an endpoint keep to the rules that no schema can say.

    These are about several served entities and about routes (MGMT-ENTITY, MGMT-TRAFFIC), which
    directed checks try: here the first entity gets all traffic.
    """
    described = body_object(body)
    if "config" in described:
        return {**described, "config": _simple(described["config"])}
    return _simple(described) if described.keys() & _ABOUT_ENTITIES else body


def _simple(config: JsonValue) -> JsonValue:
    kept = {key: value for key, value in as_object(config).items() if key != "traffic_config"}
    if "served_entities" in kept:
        kept["served_entities"] = [*as_list(kept["served_entities"])[:1]]
    return kept

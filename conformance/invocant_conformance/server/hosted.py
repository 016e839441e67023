"""What the platform's hosted models refuse in a workspace, in the words that were seen there."""

from collections.abc import Iterator, Sequence

from ..json_values import JsonObject, JsonValue, as_integer, as_list, as_object
from .errors import Kind, Refused

MAX_FUNCTIONS = 32
MAX_KEYS = 16
FORBIDDEN = ("pattern", "anyOf", "oneOf", "allOf", "prefixItems", "$ref")

_OF_OTHERS = frozenset({"custom_inputs", "context", "databricks_options", "dimensions"})
"""Fields of the specification that only agents know, or models of other providers."""


def check(request: JsonObject, known: frozenset[str]) -> None:
    """Refuse what a hosted model does not take (CHAT-FIELD-001, CHAT-N-001, CHAT-TOOL-003 to 005).

    known: the fields that the specification has for the task.
    """
    if not (known.issuperset(request) and _OF_OTHERS.isdisjoint(request)):
        name = next(name for name in request if name not in known or name in _OF_OTHERS)
        raise _refusal(f'json: unknown field "{name}"\n', name)
    if request.get("stream") is True and (as_integer(request.get("n")) or 1) > 1:
        raise _refusal('parameter "n" must be equal to 1 for streaming mode', "n")
    _check_tools(as_list(request.get("tools")))


def _check_tools(tools: Sequence[JsonValue]) -> None:
    if len(tools) > MAX_FUNCTIONS:
        raise _refusal(f"{len(tools)} functions are more than {MAX_FUNCTIONS}", "tools")
    for place, tool in enumerate(tools):
        schema = as_object(as_object(as_object(tool).get("function")).get("parameters"))
        where = f"tools[{place}].function.parameters"
        parts = list(_schemas(schema))
        keys = sum(len(as_object(part.get("properties"))) for part in parts)
        if keys > MAX_KEYS:
            raise _refusal(f"{where}: {keys} keys are more than {MAX_KEYS}", where)
        for part in parts:
            _check_schema(part, where)


def _check_schema(schema: JsonObject, where: str) -> None:
    if found := next((word for word in FORBIDDEN if word in schema), None):
        raise _refusal(f"{where}: {found} is not supported", where)
    kinds = schema.get("type")
    if isinstance(kinds, list) and (len(kinds) != 2 or "null" not in kinds):
        raise _refusal(f"{where}: a list of types other than one and null is not supported", where)


def _schemas(schema: JsonObject) -> Iterator[JsonObject]:
    """Yield a schema and those within it, as far as the supported words lead."""
    yield schema
    within = [*as_object(schema.get("properties")).values(), schema.get("items")]
    within.append(schema.get("additionalProperties"))
    for each in within:
        if isinstance(each, dict):
            yield from _schemas(each)


def _refusal(rule: str, param: str) -> Refused:
    return Refused(Kind.INVALID_FIELD, f"Bad request: {rule}", param)

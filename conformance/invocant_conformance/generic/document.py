"""The bundled document, cut down to what a run may send; pure."""

from collections.abc import Collection, Mapping

from ..json_values import JsonObject, JsonValue, as_object, as_text
from ..target import Task


def restricted(
    document: JsonObject, operations: Collection[str], models: Mapping[Task, str]
) -> dict[str, JsonValue]:
    """Return the document with the operations of these ids only.

    Servers are left out, since the run gives the address; links to other operations are left out;
    examples of requests name the target's models.
    """
    paths: dict[str, JsonValue] = {}
    for path, item in as_object(document["paths"]).items():
        kept: dict[str, JsonValue] = {}
        for method, node in as_object(item).items():
            if not _is_operation(node):
                kept[method] = node
            elif as_object(node)["operationId"] in operations:
                kept[method] = _operation(as_object(node), operations, models)
        kept.pop("servers", None)
        if any(map(_is_operation, kept.values())):
            paths[path] = kept
    return {**document, "paths": paths}


def _is_operation(node: JsonValue) -> bool:
    return "operationId" in as_object(node)


def _operation(
    node: JsonObject, operations: Collection[str], models: Mapping[Task, str]
) -> dict[str, JsonValue]:
    changed = dict(node)
    responses = as_object(node.get("responses"))
    changed["responses"] = {
        status: _without_links(response, operations) for status, response in responses.items()
    }
    model = next((name for task, name in models.items() if task == node.get("x-task")), None)
    if model is not None and "requestBody" in node:
        changed["requestBody"] = _naming(node["requestBody"], model)
    return changed


def _without_links(response: JsonValue, operations: Collection[str]) -> JsonValue:
    links = as_object(as_object(response).get("links"))
    if not links:
        return response
    kept: dict[str, JsonValue] = {
        name: link
        for name, link in links.items()
        if as_text(as_object(link).get("operationId")) in operations
    }
    return {**as_object(response), "links": kept}


def _naming(body: JsonValue, model: str) -> JsonValue:
    """Put a model's name into every example of a request body."""
    if isinstance(body, list):
        return [_naming(item, model) for item in body]
    if not isinstance(body, dict):
        return body
    changed: dict[str, JsonValue] = {key: _naming(item, model) for key, item in body.items()}
    if isinstance(changed.get("model"), str):
        changed["model"] = model
    return changed

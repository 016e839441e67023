"""The bundled document, cut down to what a run may send; pure."""

from collections.abc import Collection, Iterator, Mapping

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text
from ..specification.answers import opened, with_opened
from ..specification.records import JSON
from ..target import Task


def restricted(
    document: JsonObject,
    operations: Collection[str],
    models: Mapping[Task, str],
    others: Collection[Task] = (),
) -> dict[str, JsonValue]:
    """Return the document with the operations of these ids only, without requests for `others`.

    Servers are left out, since the run gives the address; links to other operations are left out;
    examples of requests name the target's models. What others answer is at its path. Answers may
    have other strings than those of the enums that servers extend.
    """
    own = _without_tasks(document, others) if others else document
    kept = [
        (path, item)
        for path, node in _items(own)
        if any(map(_is_operation, (item := _item(own, node, operations, models)).values()))
    ]
    components = dict(as_object(document.get("components")))
    components["schemas"] = with_opened(as_object(components.get("schemas")))
    for section in ("responses", "headers"):
        if section in components:
            components[section] = opened(components[section])
    rest = {key: value for key, value in document.items() if key != "webhooks"}
    return {**rest, "paths": dict(kept), "components": components}


def _items(document: JsonObject) -> Iterator[tuple[str, JsonObject]]:
    """Yield path items, webhooks included, by path."""
    for path, item in as_object(document["paths"]).items():
        yield path, as_object(item)
    for item in map(as_object, as_object(document.get("webhooks")).values()):
        for node in filter(_is_operation, item.values()):
            yield as_text(as_object(node).get("x-path")), item


def _without_tasks(document: JsonObject, others: Collection[Task]) -> JsonObject:
    """Return the document without some tasks of the operations that others answer."""
    webhooks: dict[str, JsonValue] = {
        name: {key: _narrowed(value, others) for key, value in as_object(item).items()}
        for name, item in as_object(document.get("webhooks")).items()
    }
    return {**document, "webhooks": webhooks}


def _narrowed(node: JsonValue, others: Collection[Task]) -> JsonValue:
    """Return an operation of several tasks with the requests of those that are not `others`."""
    tasks = [as_object(each) for each in as_list(as_object(node).get("x-tasks"))]
    kept = [each for each in tasks if each["task"] not in others]
    if not kept or len(kept) == len(tasks):
        return node
    named = {as_text(each["task"]) for each in kept}
    body = as_object(as_object(node)["requestBody"])
    content = as_object(body["content"])
    media = as_object(content[JSON])
    examples = as_object(media.get("examples")).items()
    narrowed: JsonObject = {
        **media,
        "schema": {"anyOf": [each["request"] for each in kept]},
        "examples": {name: example for name, example in examples if name in named},
    }
    return {**as_object(node), "requestBody": {**body, "content": {**content, JSON: narrowed}}}


def _item(
    document: JsonObject,
    item: JsonObject,
    operations: Collection[str],
    models: Mapping[Task, str],
) -> dict[str, JsonValue]:
    kept: dict[str, JsonValue] = {}
    for method, value in item.items():
        if not _is_operation(value):
            kept[method] = value
        elif as_object(value)["operationId"] in operations:
            kept[method] = _operation(document, as_object(value), operations, models)
    kept.pop("servers", None)
    return kept


def _is_operation(node: JsonValue) -> bool:
    return "operationId" in as_object(node)


def _operation(
    document: JsonObject,
    node: JsonObject,
    operations: Collection[str],
    models: Mapping[Task, str],
) -> dict[str, JsonValue]:
    changed = {key: value for key, value in node.items() if key != "servers"}
    responses = as_object(node.get("responses"))
    changed["responses"] = {
        status: opened(_without_links(response, operations))
        for status, response in responses.items()
    }
    if "requestBody" in node:
        changed["requestBody"] = _with_examples(document, node, models)
    return changed


def _with_examples(
    document: JsonObject, node: JsonObject, models: Mapping[Task, str]
) -> dict[str, JsonValue]:
    """Return the body of a request whose examples name the target's models, each its task's.

    Where it may be JSON it is only that: no schema says what other texts hold.
    """
    by_task = {str(task): name for task, name in models.items()}
    body = dict(_resolved(document, node["requestBody"]))
    media: dict[str, JsonValue] = {}
    content = as_object(body.get("content"))
    for kind, value in content.items():
        if kind != JSON and JSON in content:
            continue
        examples: dict[str, JsonValue] = {}
        for name, example in as_object(as_object(value).get("examples")).items():
            model = by_task.get(as_text(node.get("x-task")) or name)
            shown = _resolved(document, example)
            examples[name] = shown if model is None else _naming(shown, model)
        media[kind] = {**as_object(value), "examples": examples} if examples else value
    return {**body, "content": media}


def _resolved(document: JsonObject, value: JsonValue) -> JsonObject:
    """Follow local references of a document."""
    found = as_object(value)
    while reference := as_text(found.get("$ref")):
        target: JsonValue = document
        for step in reference.split("/")[1:]:
            target = as_object(target).get(step.replace("~1", "/").replace("~0", "~"))
        found = as_object(target)
    return found


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

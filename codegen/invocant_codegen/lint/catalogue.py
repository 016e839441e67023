"""Rules about `models.yaml`: the catalogue has the shape that it states, and is of one piece."""

from collections.abc import Iterator

from jsonschema_rs import Draft202012Validator, ValidationError

from ..json_values import JsonObject, as_list, as_object, as_text, child
from ..load import MODELS, Document, Spec
from ..problems import Problem


def rules(spec: Spec) -> Iterator[Problem]:
    """Check the catalogue of models, where the specification has one."""
    document = spec.documents.get(MODELS)
    if document is None:
        return
    schema = as_object(document.content.get("schema"))
    if not schema:
        yield document.problem("", "models-schema", "the catalogue needs `schema`, its JSON Schema")
        return
    misfits = list(_misfits(document, schema))
    yield from misfits or _relations(document)


def _misfits(document: Document, schema: JsonObject) -> Iterator[Problem]:
    for fault in Draft202012Validator(dict(schema)).iter_errors(document.content):
        yield document.problem(_place(fault), "models-shape", fault.message)


def _place(fault: ValidationError) -> str:
    pointer = ""
    for step in fault.instance_path:
        pointer = child(pointer, step)
    return pointer


def _relations(document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    sources = as_object(document.content.get("sources"))
    reasoning = as_object(document.content.get("reasoning"))
    yield from _efforts(document, reasoning)
    for pointer, model in document.objects("/models"):
        name = as_text(model.get("name"))
        if name in seen:
            yield document.problem(pointer, "model-duplicate", f"model {name!r} is listed twice")
        seen.add(name)
        for source in as_list(model.get("sources")):
            if source not in sources:
                message = f"source {source!r} is not one of `sources`"
                yield document.problem(child(pointer, "sources"), "model-source", message)
        kind = model.get("reasoning")
        if kind is not None and kind not in as_object(reasoning.get("kinds")):
            message = f"reasoning {kind!r} is not one of `reasoning.kinds`"
            yield document.problem(child(pointer, "reasoning"), "model-reasoning", message)


def _efforts(document: Document, reasoning: JsonObject) -> Iterator[Problem]:
    """Where a kind maps efforts, it maps all of them and no other."""
    wanted = {as_text(effort) for effort in as_list(reasoning.get("efforts"))}
    for name, kind in as_object(reasoning.get("kinds")).items():
        mapped = as_object(kind).get("efforts")
        if mapped is not None and set(as_object(mapped)) != wanted:
            message = f"kind {name!r} has to map exactly the efforts {', '.join(sorted(wanted))}"
            pointer = child(child("/reasoning/kinds", name), "efforts")
            yield document.problem(pointer, "models-efforts", message)

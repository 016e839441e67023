"""Rules about what becomes of marked operations: lists, streams, arguments."""

from collections.abc import Iterator

from ..bundle import bundle
from ..calls import Call, calls, component_schemas
from ..json_values import JsonObject, as_list, as_object, as_text
from ..load import Spec
from ..problems import Problem
from ..schemas import Schemas, resolved, target, types
from ..views import flat


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that the methods can be typed. Needs a specification without dangling references."""
    document = bundle(spec)
    schemas = component_schemas(document)
    for call in calls(document):
        for rule, message in _broken(call, schemas):
            yield _problem(spec, call, rule, message)


def _broken(call: Call, schemas: Schemas) -> Iterator[tuple[str, str]]:
    request, response = _content(call.request, schemas), _content(call.response, schemas)
    if call.items is not None:
        entries = as_object(_property(response, call.items, schemas).get("items"))
        if target(entries) is None:
            yield "pagination-items", f"{call.items!r} has to be a list of a component"
    if call.event is not None and types(_property(request, "stream", schemas)) != ["boolean"]:
        yield "stream-property", "a request that can stream needs the boolean property 'stream'"
    required = {as_text(name) for name in as_list(request.get("required"))}
    for name in sorted(required & {as_text(entry.get("name")) for entry in call.parameters}):
        yield "argument-duplicate", f"{name!r} is required in the path and in the body"


def _content(name: str | None, schemas: Schemas) -> JsonObject:
    return {} if name is None else flat(resolved(schemas[name], schemas), schemas)


def _property(schema: JsonObject, name: str, schemas: Schemas) -> JsonObject:
    return resolved(as_object(as_object(schema.get("properties")).get(name)), schemas)


def _problem(spec: Spec, call: Call, rule: str, message: str) -> Problem:
    pointer = f"/paths/{call.path.replace('/', '~1')}/{call.http_method.lower()}"
    owner = next(
        document
        for document in spec.openapi()
        if call.path in as_object(document.content.get("paths"))
    )
    return owner.problem(pointer, rule, message)

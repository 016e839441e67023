"""Rules about what becomes of marked operations: lists, streams, arguments."""

from collections.abc import Iterator

from ..bundle import bundle
from ..calls import Call, calls, component_schemas
from ..json_values import JsonObject, as_list, as_object, as_text
from ..load import Spec
from ..methods import header_name, python_name
from ..problems import Problem
from ..schemas import Schemas, resolved, target, types
from ..views import flat

# What every method takes beside the arguments of its operation.
_OPTIONS = (
    *("extra_headers", "extra_query", "extra_body"),
    *("timeout", "max_retries", "retry_unsafe"),
)


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
    if call.request is not None and "properties" not in request:
        yield "request-object", "a request has to be an object: its properties become arguments"
    yield from _streaming(call, request, schemas)
    yield from _arguments(call, request)


def _streaming(call: Call, request: JsonObject, schemas: Schemas) -> Iterator[tuple[str, str]]:
    required = "stream" in as_list(request.get("required"))
    if call.always_streams and required:
        yield "stream-property", "every answer is a stream, so 'stream' cannot be required"
    kinds = types(_property(request, "stream", schemas))
    if call.event is not None and not call.always_streams and kinds != ["boolean"]:
        yield "stream-property", "a request that can stream needs the boolean property 'stream'"


def _arguments(call: Call, request: JsonObject) -> Iterator[tuple[str, str]]:
    """No two arguments of a method have one name; fields beside those in the path may."""
    required = {as_text(name) for name in as_list(request.get("required"))}
    places = {as_text(each.get("name")) for each in call.parameters if each.get("in") == "path"}
    for name in sorted(required & places):
        yield "argument-duplicate", f"{name!r} is required in the path and in the body"
    fields = {python_name(name) for name in as_object(request.get("properties"))}
    seen = {*fields, *map(python_name, places), *_OPTIONS}
    for name in _further(call):
        if name in seen:
            yield "argument-duplicate", f"{name!r} is the name of two arguments"
        seen.add(name)


def _further(call: Call) -> Iterator[str]:
    """Yield the names of arguments for query, headers and aliases."""
    for parameter in call.parameters:
        if parameter.get("in") != "path":
            named = header_name if parameter.get("in") == "header" else python_name
            yield named(as_text(parameter.get("name")))
    yield from sorted({name for alias in call.aliases for name in alias.arguments.values()})


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

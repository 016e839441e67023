"""The client's methods as the specification marks them, before anything is typed.

An operation is one method (`x-method`), one method a task (`x-tasks`), or a further path of
another operation's methods (`x-alias`). Webhooks are what others answer, so they are no methods.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .bundle import METHODS
from .json_values import JsonObject, as_list, as_object, as_text, lookup
from .operations import Base
from .schemas import Schemas, resolved, target, types
from .views import flat

JSON = "application/json"
EVENTS = "text/event-stream"


@dataclass(frozen=True, kw_only=True, slots=True)
class Alias:
    """A further path of a method; `arguments` are names by the parameters that only it has."""

    path: str
    parameters: Sequence[JsonObject]
    arguments: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One method: where it hangs, what it sends, and the names of the schemas it speaks.

    `response` is none where the answer says nothing beyond success, and where it is text. `accept`
    are the media types of an answer that is no stream; without any, the answer is always a stream.
    `merged` is what the events of a stream make up by the rules of `merge`; `note` may come among
    them and is none.
    `wait` is its `x-wait`, empty where there is nothing to wait for; `task` is what a model is
    asked to do, empty where none is asked.
    `movable`: its requests can also go to an address of their own.
    """

    client: str
    attributes: tuple[str, ...]
    operation_id: str
    http_method: str
    path: str
    summary: str
    description: str
    parameters: Sequence[JsonObject]
    aliases: Sequence[Alias]
    request: str | None
    response: str | None
    text: bool
    accept: tuple[str, ...]
    event: str | None
    end: JsonObject
    items: str | None
    merge: str = ""
    merged: str | None = None
    note: str | None = None
    movable: bool = False
    base: Base | None = None
    wait: JsonObject = field(default_factory=dict[str, str])
    task: str = ""

    @property
    def answers(self) -> list[str]:
        """The names of the schemas of everything that the server answers."""
        named = (self.response, self.event, self.merged, self.note)
        return [*dict.fromkeys(name for name in named if name is not None)]

    @property
    def always_streams(self) -> bool:
        """Whether the server knows no other answer than a stream."""
        return self.event is not None and not self.accept

    def model(self, schemas: Schemas) -> str:
        """Return the parameter or field that names the model which is asked, or nothing."""
        for parameter in self.parameters:
            if parameter.get("x-resource") in ("endpoint-name", "model"):
                return as_text(parameter.get("name"))
        request = flat(schemas.get(self.request or "", {}), schemas)
        return "model" if "model" in as_object(request.get("properties")) else ""


def calls(bundle: JsonObject) -> list[Call]:
    """Return all methods of a bundled specification, in the order of its paths."""
    operations = [*_operations(bundle)]
    aliases: dict[str, list[Alias]] = {}
    known: dict[str, dict[str, None]] = {}
    movable: set[str] = set()
    for path, _, item, operation in operations:
        known.setdefault(as_text(operation.get("x-client")), {}).update(dict.fromkeys(_bases(item)))
        said = as_object(operation.get("x-alias"))
        if said and item.get("servers") and not _bases(item):
            movable.add(as_text(said.get("of")))
        if said.get("arguments"):
            alias = _alias(bundle, path, said, _parameters(bundle, item, operation))
            aliases.setdefault(as_text(said.get("of")), []).append(alias)
    return [
        replace(call, base=_base(item, known[call.client]), movable=call.operation_id in movable)
        for path, method, item, operation in operations
        if "x-alias" not in operation
        for call in _calls(bundle, path, method, item, operation, aliases)
    ]


def _bases(item: JsonObject) -> list[str]:
    """Return the base paths of a path; addresses of another host are none."""
    urls = [as_text(as_object(server).get("url")) for server in as_list(item.get("servers"))]
    return [url.rstrip("/") for url in urls if "://" not in url]


def _base(item: JsonObject, known: Collection[str]) -> Base | None:
    own = _bases(item)
    if not own or set(own) == set(known):
        return None
    return Base(own=own[0], others=tuple(each for each in known if each not in own))


def component_schemas(bundle: JsonObject) -> Schemas:
    """Return the component schemas of a bundled specification by name."""
    schemas = as_object(as_object(bundle.get("components")).get("schemas"))
    return {name: as_object(schema) for name, schema in schemas.items()}


def success(operation: JsonObject) -> JsonObject:
    """Return what an operation says of its answer of success: the lowest status of 2xx."""
    responses = as_object(operation.get("responses"))
    statuses = sorted(status for status in responses if status.startswith("2"))
    return as_object(responses[statuses[0]]) if statuses else {}


def _operations(bundle: JsonObject) -> Iterator[tuple[str, str, JsonObject, JsonObject]]:
    for path, item in as_object(bundle.get("paths")).items():
        for method in METHODS:
            if method in as_object(item):
                yield path, method, as_object(item), as_object(as_object(item)[method])


def _alias(
    bundle: JsonObject, path: str, said: JsonObject, parameters: Sequence[JsonObject]
) -> Alias:
    names = {key: as_text(name) for key, name in as_object(said.get("arguments")).items()}
    return Alias(path=path, parameters=parameters, arguments=names)


def _calls(
    bundle: JsonObject,
    path: str,
    method: str,
    item: JsonObject,
    operation: JsonObject,
    aliases: Mapping[str, Sequence[Alias]],
) -> Iterator[Call]:
    answer = _body(success(operation), bundle)
    kinds = tuple(kind for kind in answer if kind != EVENTS)
    name = as_text(operation.get("operationId"))
    for task in _tasks(bundle, operation, answer):
        stream = as_object(task.get("stream"))
        response = _answer(task, component_schemas(bundle))
        yield Call(
            client=as_text(operation.get("x-client")),
            attributes=tuple(as_text(task.get("method")).split(".")),
            operation_id=name,
            http_method=method.upper(),
            path=path,
            summary=as_text(task.get("summary") or operation.get("summary")),
            description=as_text(task.get("description") or operation.get("description")),
            parameters=_parameters(bundle, item, operation),
            aliases=aliases.get(name, ()),
            request=target(as_object(task.get("request"))),
            response=response,
            text=bool(kinds) and JSON not in kinds,
            accept=kinds,
            event=target(as_object(stream.get("event"))),
            merge=as_text(stream.get("merge")),
            merged=(target(as_object(stream.get("answer"))) or response) if stream else None,
            note=target(as_object(stream.get("note"))),
            end=as_object(stream.get("end")),
            items=as_text(as_object(operation.get("x-pagination")).get("items")) or None,
            wait=as_object(operation.get("x-wait")),
            task=as_text(task.get("task")),
        )


def _tasks(bundle: JsonObject, operation: JsonObject, answer: JsonObject) -> list[JsonObject]:
    """Return the tasks of an operation; one without `x-tasks` is a task itself."""
    body = _body(as_object(operation.get("requestBody")), bundle)
    single: JsonObject = {
        "method": operation.get("x-method"),
        "task": operation.get("x-task"),
        "request": as_object(body.get(JSON)).get("schema"),
        "response": as_object(answer.get(JSON)).get("schema"),
        "stream": as_object(answer.get(EVENTS)).get("x-stream"),
    }
    return [as_object(task) for task in as_list(operation.get("x-tasks"))] or [single]


def _answer(task: JsonObject, schemas: Schemas) -> str | None:
    """Return the name of the answer's schema; none where the answer is an empty object."""
    schema = as_object(task.get("response"))
    content = resolved(schema, schemas)
    empty = types(content) == ["object"] and not _SAYING & {*content}
    return None if empty else target(schema)


# What an object schema has to hold for its values to say something.
_SAYING = {"properties", "additionalProperties", "allOf", "oneOf", "anyOf", "patternProperties"}


def _parameters(
    bundle: JsonObject, item: JsonObject, operation: JsonObject
) -> Sequence[JsonObject]:
    """Return the parameters of an operation; its own win over those of its path."""
    entries = [*as_list(item.get("parameters")), *as_list(operation.get("parameters"))]
    resolved_entries = [component(as_object(entry), bundle) for entry in entries]
    return [*{(entry.get("in"), entry.get("name")): entry for entry in resolved_entries}.values()]


def _body(holder: JsonObject, bundle: JsonObject) -> JsonObject:
    return as_object(component(holder, bundle).get("content"))


def component(value: JsonObject, bundle: JsonObject) -> JsonObject:
    """Follow a reference to a component of the bundle."""
    ref = value.get("$ref")
    return as_object(lookup(bundle, ref[1:])) if isinstance(ref, str) else value

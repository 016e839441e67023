"""Entries of operations."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ..bundle import METHODS
from ..calls import EVENTS, JSON, Call, calls, success
from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text, child
from ..load import Spec
from .context import Context, described
from .entries import AnswerEntry, ExampleEntry, FieldEntry, OperationEntry, OperationsPage
from .wording import code, escaped, kind, python_call


class _Place:
    """One operation and where it stands in the bundle."""

    def __init__(self, section: str, key: str, method: str, item: JsonObject) -> None:
        self.pointer = child(child(f"/{section}", key), method)
        self.item = item
        self.node = as_object(item[method])
        self.path = as_text(self.node.get("x-path")) or key
        self.method = method.upper()
        self.profile = as_text(as_list(self.node.get("tags"))[0])
        self.id = as_text(self.node.get("operationId"))
        self.original = as_text(as_object(self.node.get("x-alias")).get("of"))


def operations_pages(spec: Spec, context: Context) -> list[OperationsPage]:
    """Return one page for each profile, in the order of the bundle."""
    places = [*_places(context.document)]
    methods = {name: [*group] for name, group in groupby(calls(context.document), _id_of)}
    aliases = {
        place.id: [other for other in places if other.original == place.id] for place in places
    }
    titles = _titles(spec)
    return [
        OperationsPage(
            file=f"{profile}.md",
            title=escaped(titles[profile][0]),
            description=escaped(titles[profile][1]),
            operations=[
                _entry(place, methods.get(place.id, []), aliases[place.id], context)
                for place in places
                if place.profile == profile and not place.original
            ],
        )
        for profile in dict.fromkeys(place.profile for place in places)
    ]


def _id_of(call: Call) -> str:
    return call.operation_id


def _places(document: JsonObject) -> Iterator[_Place]:
    for section in ("paths", "webhooks"):
        for key, item in as_object(document.get(section)).items():
            for method in METHODS:
                if method in as_object(item):
                    yield _Place(section, key, method, as_object(item))


def _titles(spec: Spec) -> Mapping[str, tuple[str, str]]:
    """Return the title and the descriptions of the documents of each profile."""
    found: dict[str, tuple[str, str]] = {}
    for document in spec.openapi():
        info = as_object(document.content.get("info"))
        profile = as_text(document.content.get("x-profile"))
        title, text = found.get(profile, (as_text(info.get("title")), ""))
        found[profile] = (title, f"{text} {as_text(info.get('description'))}".strip())
    return found


def _entry(
    place: _Place, methods: Sequence[Call], aliases: Sequence[_Place], context: Context
) -> OperationEntry:
    node, answers = place.node, as_object(place.node.get("responses"))
    good = context.resolved(success(node))
    parameters = [*as_list(place.item.get("parameters")), *as_list(node.get("parameters"))]
    resolved = [context.resolved(each) for each in parameters]
    return OperationEntry(
        id=place.id,
        anchor=place.id.lower(),
        summary=escaped(as_text(node.get("summary"))),
        description=escaped(as_text(node.get("description"))),
        request_line=f"{place.method} {place.path}",
        marks=_marks(node),
        bases=_bases({**place.item, **node}),
        aliases=[f"{other.method} {other.path}" for other in aliases],
        calls=[*_calls(methods, node, resolved, context)],
        parameters=[*map(_parameter, resolved)],
        body=_bodies(context.resolved(node.get("requestBody")), context),
        answers=[*_answers(answers, context)],
        headers=[*_headers(good, context)],
        end="; ".join(_ends(node, good)),
        examples=[*_examples(place, good, context)],
        rules=context.rules(place.pointer),
    )


def _marks(node: JsonObject) -> str:
    words = ["**Deprecated.**"] if node.get("deprecated") is True else []
    words += ["A server of this profile may lack it."] if node.get("x-optional") is True else []
    return " ".join(words)


def _bases(servers: JsonObject) -> str:
    urls = [as_text(as_object(server).get("url")) for server in as_list(servers.get("servers"))]
    return " and ".join(map(code, urls))


def _parameter(parameter: JsonObject) -> FieldEntry:
    schema = as_object(parameter.get("schema"))
    return FieldEntry(
        name=as_text(parameter.get("name")),
        kind=f"{kind(schema, str)}, in the {as_text(parameter.get('in'))}",
        required="yes" if parameter.get("required") is True else "",
        text=described({**schema, **parameter}),
    )


def _calls(
    methods: Sequence[Call],
    node: JsonObject,
    parameters: Sequence[JsonObject],
    context: Context,
) -> Iterator[str]:
    """Yield the call of each method with the values of the example that is its task's."""
    examples = as_object(_media(node.get("requestBody"), context).get("examples"))
    tasks = [as_text(as_object(task).get("task")) for task in as_list(node.get("x-tasks"))]
    positional = [
        as_text(parameter.get("example"))
        for parameter in parameters
        if parameter.get("in") == "path"
    ]
    for index, call in enumerate(methods):
        name = tasks[index] if tasks else next(iter(examples), "")
        body = as_object(context.resolved(examples.get(name)).get("value"))
        names = [".".join(call.attributes), as_text(call.wait.get("method"))]
        for method in filter(None, names):
            yield python_call(f"{_VARIABLES[call.client]}.{method}", positional, body)


_VARIABLES = {"Client": "client", "Gateway": "gateway"}


def _media(body: JsonValue, context: Context) -> JsonObject:
    return as_object(as_object(context.resolved(body).get("content")).get(JSON))


def _bodies(holder: JsonObject, context: Context) -> str:
    """Return what a body is in each media type, in words."""
    words: list[str] = []
    for name, media in as_object(holder.get("content")).items():
        schema = as_object(as_object(media).get("schema"))
        item = as_object(as_object(media).get("itemSchema"))
        if schema:
            words.append(f"{kind(schema, context.link)} ({code(name)})")
        if item:
            words.append(f"events of {kind(item, context.link)} ({code(name)})")
    return "; ".join(words)


def _answers(answers: JsonObject, context: Context) -> Iterator[AnswerEntry]:
    for status, answer in answers.items():
        held = context.resolved(answer)
        text = escaped(as_text(held.get("description")))
        yield AnswerEntry(status=status, text=text, bodies=_bodies(held, context))


def _headers(answer: JsonObject, context: Context) -> Iterator[FieldEntry]:
    for name, header in as_object(answer.get("headers")).items():
        held = context.resolved(header)
        schema = as_object(held.get("schema"))
        yield FieldEntry(
            name=name,
            kind=kind(schema, context.link),
            required="yes" if held.get("required") is True else "",
            text=described({**schema, **held}),
        )


def _ends(node: JsonObject, answer: JsonObject) -> Iterator[str]:
    """Yield when the streams of an operation are complete, in words."""
    media = as_object(as_object(answer.get("content")).get(EVENTS))
    streams = [as_object(as_object(task).get("stream")) for task in as_list(node.get("x-tasks"))]
    ends = [as_object(each.get("end")) for each in [as_object(media.get("x-stream")), *streams]]
    words = [word for end in ends for word in _end(end)]
    yield from dict.fromkeys(words)


def _end(end: JsonObject) -> Iterator[str]:
    finished = as_object(end.get("finished"))
    if "marker" in end:
        yield f"after an event whose data is {code(as_text(end['marker']))}"
    if "types" in end:
        names = " or ".join(code(as_text(name)) for name in as_list(end["types"]))
        yield f"after an event of type {names}"
    if finished:
        entries, field = as_text(finished.get("list")), as_text(finished.get("field"))
        yield f"when every entry of {code(entries)} has a {code(field)}"


def _examples(place: _Place, answer: JsonObject, context: Context) -> Iterator[ExampleEntry]:
    for what, holder in (
        ("Request", context.resolved(place.node.get("requestBody"))),
        ("Answer", answer),
    ):
        for media_type, media in as_object(holder.get("content")).items():
            for example in _of_media(as_object(media), context):
                summary = escaped(as_text(example.get("summary")))
                yield ExampleEntry(
                    title=f"{what}: {summary}" if summary else what,
                    language="json" if media_type == JSON else "text",
                    text=_shown(example.get("value"), media_type),
                )


def _of_media(media: JsonObject, context: Context) -> Iterator[JsonObject]:
    if "example" in media:
        yield {"value": media["example"]}
    yield from map(context.resolved, as_object(media.get("examples")).values())


def _shown(value: JsonValue, media_type: str) -> str:
    """Return an example as it is on the wire; JSON with a member a line."""
    if media_type == EVENTS:
        return "\n".join(f"{key}: {line}" for key, line in as_object(value).items())
    if isinstance(value, str) and media_type != JSON:
        return value
    return json.dumps(value, ensure_ascii=False, indent=2)

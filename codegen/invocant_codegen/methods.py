"""From a marked operation to a typed method."""

import keyword
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .calls import JSON, Call
from .documentation import method_documentation
from .forms import structured, taking_forms
from .generated_types import Field, GeneratedTypes
from .json_values import JsonObject, as_list, as_object, as_text
from .operations import (
    Answered,
    Argument,
    Finished,
    Method,
    Paging,
    Parameter,
    StreamEnd,
    Streaming,
)
from .schemas import Schemas, inside, resolved, target
from .twins import twins
from .types import optional, qualified
from .views import flat, reachable

PLACEHOLDER = re.compile(r"\{([^{}]+)\}")

# What every method takes beside the arguments of its operation: itself, and `RequestOptions`.
_RESERVED = (
    *("self", "options", "extra_headers", "extra_query", "extra_body"),
    *("timeout", "max_retries", "retry_unsafe"),
)

# Types of JSON that parameters can have, as those of Python.
TYPES = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Typing:
    """The schemas of the specification and the types that were generated from them."""

    schemas: Schemas
    params: GeneratedTypes
    models: GeneratedTypes
    twins: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, schemas: Schemas, params: GeneratedTypes, models: GeneratedTypes) -> "Typing":
        """Work out which models are accepted in the place of which parameters."""
        return cls(schemas=schemas, params=params, models=models, twins=twins(schemas, models))

    def model(self, name: str) -> str:
        """Return the type expression of a response type."""
        return f"models.{self.models[name].module}.{name}"

    def answered(self, name: str) -> Answered:
        """Return how a response type is written, and how it is named to the transport.

        The latter is among a method's arguments, one of which may be called `models`.
        """
        kind = self.model(name)
        named = f"_{kind}"
        return Answered(type=kind, named=f"Typed[{named}]" if self.models[name].is_alias else named)


def method(call: Call, typing: Typing) -> Method:
    """Return the method that makes a call."""
    path = tuple(map(_path_argument, _within(call.parameters, "path")))
    aliases = tuple({each.name: each for each in _alias_arguments(call)}.values())
    taken = {argument.key for argument in path}
    made = Method(
        name=call.attributes[-1],
        constant="_" + "_".join(call.attributes[1:]).upper(),
        operation_id=call.operation_id,
        http_method=call.http_method,
        path=_template(call.path, {}),
        base=call.base,
        aliases=tuple(_template(alias.path, alias.arguments) for alias in call.aliases),
        path_arguments=path,
        alias_arguments=aliases,
        body_arguments=tuple(_body_arguments(call, taken, typing)),
        query=tuple(map(_parameter, _within(call.parameters, "query"))),
        headers=tuple(map(_parameter, _within(call.parameters, "header"))),
        body=_qualified_name(call.request, typing),
        secrets=tuple(sorted(set(_secrets(call.request, typing.schemas)))),
        answer=typing.answered(call.response) if call.response else None,
        text=call.text,
        accept=", ".join(call.accept) if call.accept not in ((), (JSON,)) else "",
        streaming=_streaming(call, typing),
        structured=None,
        paging=_paging(call, typing),
        documentation=(),
        task=call.task,
        model=python_name(call.model(typing.schemas)) if call.task else "",
    )
    found = structured(made.body_arguments, call.request, call.response, typing.schemas)
    made = replace(made, structured=found)
    return replace(made, documentation=_documentation(call, made))


def _documentation(call: Call, made: Method) -> tuple[str, ...]:
    return method_documentation(
        call.summary,
        call.description,
        made.arguments,
        streams=call.event is not None,
        parses=made.structured is not None,
    )


def python_name(key: str) -> str:
    """Return a wire name as a valid name of a Python argument, none that every method has."""
    name = re.sub(r"\W", "_", key)
    return f"{name}_" if keyword.iskeyword(name) or name in _RESERVED else name


def header_name(key: str) -> str:
    """Return the name of a header, which has no case, as a valid name of a Python argument."""
    return python_name(key.lower())


def _qualified_name(request: str | None, typing: Typing) -> str | None:
    return f"params.{typing.params[request].module}.{request}" if request else None


def _within(parameters: Sequence[JsonObject], place: str) -> list[JsonObject]:
    return [parameter for parameter in parameters if parameter.get("in") == place]


def _template(path: str, names: Mapping[str, str]) -> str:
    """Return a path whose placeholders are names of arguments."""

    def placeholder(match: re.Match[str]) -> str:
        return f"{{{names.get(match[1]) or python_name(match[1])}}}"

    return PLACEHOLDER.sub(placeholder, path)


def _path_argument(parameter: JsonObject) -> Argument:
    key = as_text(parameter.get("name"))
    return Argument(
        name=python_name(key),
        key=key,
        type="str",
        required=True,
        description=as_text(parameter.get("description")),
    )


def _argument(parameter: JsonObject, named: Callable[[str], str]) -> Argument:
    """Return the argument of a parameter; one that can only have one value has it."""
    key = as_text(parameter.get("name"))
    required = parameter.get("required") is True
    schema = as_object(parameter.get("schema"))
    kind, constant = parameter_type(schema), schema.get("const")
    argument = Argument(
        name=named(key),
        key=key,
        type=kind if required else optional(kind),
        required=required,
        description=as_text(parameter.get("description")),
    )
    if not required or constant is None:
        return argument
    return replace(argument, type=f"Literal[{constant!r}]", required=False, default=repr(constant))


def _alias_arguments(call: Call) -> Iterator[Argument]:
    """Yield the arguments that choose a further path."""
    for alias in call.aliases:
        described = {as_text(each.get("name")): each for each in alias.parameters}
        for key, name in alias.arguments.items():
            argument = _path_argument(described[key])
            yield replace(argument, name=name, type=optional("str"), required=False)


def _parameter(parameter: JsonObject) -> Parameter:
    named = header_name if parameter.get("in") == "header" else python_name
    kind = TYPES[as_text(as_object(parameter.get("schema")).get("type"))]
    return Parameter(argument=_argument(parameter, named), kind=kind)


def parameter_type(schema: JsonObject) -> str:
    """Return the type of a parameter's argument; texts beyond an enumeration are the server's."""
    kind = TYPES[as_text(schema.get("type"))]
    values = ", ".join(repr(value) for value in as_list(schema.get("enum")))
    return f"Literal[{values}] | str" if values else kind


def _body_arguments(call: Call, taken: set[str], typing: Typing) -> Iterator[Argument]:
    """Yield the fields of the body, required ones first; the path wins over fields of its names.

    Where every answer is a stream, whether to stream is no question.
    """
    if call.request is None:
        return
    hidden = {*taken, "stream"} if call.always_streams else taken
    fields = [field for field in typing.params[call.request].fields if field.name not in hidden]
    properties = as_object(flat(typing.schemas[call.request], typing.schemas).get("properties"))
    for field in sorted(fields, key=lambda field: not field.required):
        yield _body_argument(field, as_object(properties[field.name]), typing)


def _body_argument(field: Field, schema: JsonObject, typing: Typing) -> Argument:
    described = {**resolved(schema, typing.schemas), **schema}
    kind = qualified(field.type, typing.params, "params", typing.twins)
    argument = Argument(
        name=python_name(field.name),
        key=field.name,
        type=kind if field.required else optional(kind),
        required=field.required,
        description=as_text(described.get("description")),
    )
    return taking_forms(argument, schema, typing.schemas)


def _secrets(request: str | None, schemas: Schemas) -> Iterator[str]:
    """Yield the names of all properties of `format: password` that a request can hold."""
    held = reachable(schemas, [request] if request else []).values()
    for part in (part for schema in held for part in inside(schema)):
        for name, item in as_object(part.get("properties")).items():
            if resolved(as_object(item), schemas).get("format") == "password":
                yield name


def _streaming(call: Call, typing: Typing) -> Streaming | None:
    if call.event is None or call.merged is None:
        return None
    finished = as_object(call.end.get("finished"))
    end = StreamEnd(
        marker=as_text(call.end.get("marker")),
        types=tuple(map(as_text, as_list(call.end.get("types")))),
        finished=_finished(finished) if finished else None,
    )
    return Streaming(
        event=typing.answered(call.event),
        answer=typing.answered(call.merged),
        merge=call.merge,
        note=typing.answered(call.note).named if call.note else None,
        end=end,
        always=call.always_streams,
    )


def _finished(rule: JsonObject) -> Finished:
    return Finished(
        list=as_text(rule.get("list")),
        key=as_text(rule.get("key")),
        field=as_text(rule.get("field")),
        count=as_text(rule.get("count")),
    )


def _paging(call: Call, typing: Typing) -> Paging | None:
    if call.items is None or call.response is None:
        return None
    schema = flat(typing.schemas[call.response], typing.schemas)
    entries = as_object(as_object(schema.get("properties")).get(call.items))
    item = as_text(target(as_object(entries.get("items"))))
    required = call.items in as_list(schema.get("required"))
    return Paging(
        item=typing.model(item),
        entries=f"answer.{call.items}" + ("" if required else " or ()"),
    )

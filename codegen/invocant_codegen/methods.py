"""From a marked operation to a typed method."""

import keyword
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .calls import Call
from .documentation import method_documentation
from .generated_types import Field, GeneratedTypes
from .json_values import JsonObject, as_list, as_object, as_text
from .operations import Argument, Method, Paging, StreamEnd, Streaming
from .schemas import Schemas, inside, resolved, target
from .twins import twins
from .types import optional, qualified
from .views import flat, reachable


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
        """Return the type expression of a response model."""
        return f"models.{self.models[name].module}.{name}"


def method(call: Call, typing: Typing) -> Method:
    """Return the method that makes a call."""
    path_arguments = tuple(map(_path_argument, call.parameters))
    taken = {argument.key for argument in path_arguments}
    body_arguments = tuple(_body_arguments(call.request, taken, typing))
    arguments = [*path_arguments, *body_arguments]
    return Method(
        name=call.attributes[-1],
        constant="_" + "_".join(call.attributes[1:]).upper(),
        operation_id=call.operation_id,
        http_method=call.http_method,
        path=call.path,
        path_arguments=path_arguments,
        body_arguments=body_arguments,
        body=_qualified_name(call.request, typing),
        secrets=tuple(sorted(set(_secrets(call.request, typing.schemas)))),
        answer=typing.model(call.response) if call.response else None,
        streaming=_streaming(call, typing),
        paging=_paging(call, typing),
        documentation=method_documentation(
            call.summary, call.description, arguments, streams=call.event is not None
        ),
    )


def python_name(key: str) -> str:
    """Return a wire name as a valid name of a Python argument."""
    name = re.sub(r"\W", "_", key)
    reserved = keyword.iskeyword(name) or name in ("self", "options")
    return f"{name}_" if reserved else name


def _qualified_name(request: str | None, typing: Typing) -> str | None:
    return f"params.{typing.params[request].module}.{request}" if request else None


def _path_argument(parameter: JsonObject) -> Argument:
    key = as_text(parameter.get("name"))
    return Argument(
        name=python_name(key),
        key=key,
        type="str",
        required=True,
        description=as_text(parameter.get("description")),
    )


def _body_arguments(request: str | None, taken: set[str], typing: Typing) -> Iterator[Argument]:
    """Yield the fields of the body, required ones first; the path wins over fields of its names."""
    if request is None:
        return
    fields = [field for field in typing.params[request].fields if field.name not in taken]
    properties = as_object(flat(typing.schemas[request], typing.schemas).get("properties"))
    for field in sorted(fields, key=lambda field: not field.required):
        yield _body_argument(field, as_object(properties[field.name]), typing)


def _body_argument(field: Field, schema: JsonObject, typing: Typing) -> Argument:
    described = {**resolved(schema, typing.schemas), **schema}
    kind = qualified(field.type, typing.params, "params", typing.twins)
    return Argument(
        name=python_name(field.name),
        key=field.name,
        type=kind if field.required else optional(kind),
        required=field.required,
        description=as_text(described.get("description")),
    )


def _secrets(request: str | None, schemas: Schemas) -> Iterator[str]:
    """Yield the names of all properties of `format: password` that a request can hold."""
    held = reachable(schemas, [request] if request else []).values()
    for part in (part for schema in held for part in inside(schema)):
        for name, item in as_object(part.get("properties")).items():
            if resolved(as_object(item), schemas).get("format") == "password":
                yield name


def _streaming(call: Call, typing: Typing) -> Streaming | None:
    if call.event is None:
        return None
    finished = as_object(call.end.get("finished"))
    end = StreamEnd(
        marker=as_text(call.end.get("marker")),
        list=as_text(finished.get("list")),
        key=as_text(finished.get("key")),
        field=as_text(finished.get("field")),
        count=as_text(finished.get("count")),
    )
    return Streaming(event=typing.model(call.event), end=end)


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

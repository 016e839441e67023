"""Functions and types as tools that models may call."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, Final, TypeGuard

from pydantic import ConfigDict, TypeAdapter, create_model

from .forms import adapter, is_form, name_of, plain_schema, usable
from .json_data import is_array
from .schema_words import Schema, strict
from .violations import Location, refuse

__all__ = ["Tool", "as_tool", "chat_tools", "messages_tools", "responses_tools"]

_NAMED: Final = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)


@dataclass(frozen=True, slots=True)
class Tool:
    """A function that a model may call, or a type whose values it may make.

    ``tools=[get_weather, City]`` does without; the further fields say what function or type do not.
    Functions need annotations, of which ``Annotated[int, Field(description="…")]`` says more; their
    docstring is the description. ``functools.partial`` hides what it binds from models.
    ``name``: by default that of the function or type. ``strict``: ask the server to enforce the
    schema, which only OpenAI's models know; arguments with defaults are then always given.
    """

    call: Callable[..., object]
    name: str = field(default="", kw_only=True)
    description: str | None = field(default=None, kw_only=True)
    strict: bool = field(default=False, kw_only=True)

    def __post_init__(self) -> None:
        """Take the name of the function or type where none is given."""
        if not self.name:
            object.__setattr__(self, "name", name_of(_inner(self.call)))

    def bind(self, arguments: str) -> Callable[[], object]:
        """The call of the function, or the making of the value, with the arguments in a JSON text.

        Raises pydantic's ValidationError for arguments that do not fit.
        """
        return _callee(self.call).bind(arguments or "{}")


def as_tool(value: Callable[..., object] | Tool) -> Tool:
    """A function or type as a tool."""
    return value if isinstance(value, Tool) else Tool(value)


def chat_tools(value: object) -> object:
    """``tools`` of a chat as they are sent; what is JSON already stays as it is."""
    return _sent(value, _chat_tool)


def responses_tools(value: object) -> object:
    """``tools`` of a request for responses as they are sent."""
    return _sent(value, _responses_tool)


def messages_tools(value: object) -> object:
    """``tools`` of a request for messages as they are sent."""
    return _sent(value, _messages_tool)


def _sent(value: object, write: Callable[[Tool], Schema]) -> object:
    if not is_array(value):
        return value
    return [
        write(as_tool(item)) if isinstance(item, Tool) or callable(item) else item for item in value
    ]


def _chat_tool(tool: Tool) -> Schema:
    function = _described(tool, "parameters")
    return {"type": "function", "function": function | ({"strict": True} if tool.strict else {})}


def _responses_tool(tool: Tool) -> Schema:
    # Left out it means true here, which takes the defaults of arguments away.
    return {"type": "function", **_described(tool, "parameters"), "strict": tool.strict}


def _messages_tool(tool: Tool) -> Schema:
    return _described(tool, "input_schema") | ({"strict": True} if tool.strict else {})


def _described(tool: Tool, key: str) -> Schema:
    callee = _callee(tool.call)
    text = callee.description if tool.description is None else tool.description
    schema = strict(callee.schema)[0] if tool.strict else callee.schema
    return {"name": tool.name, **({"description": text} if text else {}), key: schema}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Callee:
    """What is called: the schema of its arguments, and how they are bound to it."""

    schema: Schema
    description: str | None
    bind: Callable[[str], Callable[[], object]]


def _callee(call: Callable[..., object]) -> _Callee:
    # Whatever can be called is taken; a few of these cannot be kept as keys.
    hashable = type(call).__hash__ is not None
    return _known_callee(call) if hashable else _make_callee(call)


@lru_cache(maxsize=256)
def _known_callee(call: Callable[..., object]) -> _Callee:
    return _make_callee(call)


def _make_callee(call: Callable[..., object]) -> _Callee:
    at = ("tools", name_of(_inner(call)))
    return _type(call, at) if is_form(call) else _function(call, at)


def _type(form: type[object], at: Location) -> _Callee:
    kind = adapter(form, at)
    schema = plain_schema(kind, at)
    text = schema.pop("description", None)

    def bind(arguments: str) -> Callable[[], object]:
        value = kind.validate_json(arguments)
        return lambda: value

    return _Callee(schema=schema, description=text if isinstance(text, str) else None, bind=bind)


def _function(call: Callable[..., object], at: Location) -> _Callee:
    parameters = {f"p{number}": each for number, each in enumerate(_parameters(call, at))}
    # Fields are not called as the parameters: those may be called as what every model has.
    config = ConfigDict(alias_generator=lambda key: parameters[key].name, extra="forbid")
    # What stands for a field has the type Any in the signature of create_model.
    fields: dict[str, Any] = {
        key: (each.annotation, _default(each)) for key, each in parameters.items()
    }
    with usable(at):
        model = create_model("Arguments", __config__=config, **fields)
    kind: TypeAdapter[object] = adapter(model, at)

    def bind(arguments: str) -> Callable[[], object]:
        given = kind.validate_json(arguments)
        named = {each.name: getattr(given, key) for key, each in parameters.items()}
        return partial(call, **named)

    text = inspect.getdoc(_inner(call))
    return _Callee(schema=plain_schema(kind, at), description=text, bind=bind)


def _parameters(call: Callable[..., object], at: Location) -> Iterator[inspect.Parameter]:
    bound = call.keywords if _is_partial(call) else {}
    try:
        signature = inspect.signature(call, eval_str=True)
    except (NameError, TypeError, ValueError) as error:
        raise refuse(at, f"Its signature cannot be read: {error}") from error
    for name, parameter in signature.parameters.items():
        if name in bound:
            continue
        if parameter.kind not in _NAMED:
            raise refuse((*at, name), "A model can only give arguments by name")
        if parameter.annotation is parameter.empty:
            raise refuse((*at, name), "Needs an annotation")
        yield parameter


def _default(parameter: inspect.Parameter) -> object:
    return ... if parameter.default is parameter.empty else parameter.default


def _inner(call: Callable[..., object]) -> Callable[..., object]:
    return call.func if _is_partial(call) else call


def _is_partial(call: object) -> TypeGuard[partial[object]]:
    return isinstance(call, partial)

"""Arguments that take Python types and functions in the place of JSON.

The specification marks them: `x-structured` what says of which form an answer shall be, `x-tools`
what a model may call. `form` of a mark names the function that writes the JSON, `answer` the schema
of the answer that is parsed or run. Of an answer that may stand for a turn of a conversation,
`members` of `x-accepts` are those that are sent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .json_values import JsonObject, as_list, as_object, as_text
from .operations import Answered, Argument, Structured
from .schemas import Schemas, members, resolved, target
from .views import flat

STRUCTURED = "x-structured"
TOOLS = "x-tools"

# The module of the models of parsed answers.
PARSED = "parsed"

# The functions of the runtime that write the JSON: chat_format, chat_tools and so on.
FORMS = {STRUCTURED: ("chat", "responses"), TOOLS: ("chat", "messages", "responses")}

_TYPE = (
    "A type in its place, such as a pydantic model, is sent as its JSON Schema; the answer is "
    "then `parsed`, unless it is streamed."
)
_FUNCTIONS = (
    "Functions with annotations and types can be among them, and a `Toolbox` in their place."
)


def taking_forms(argument: Argument, schema: JsonObject, schemas: Schemas) -> Argument:
    """Return the argument of a property as it is where types or functions may be given."""
    structured, tools = (mark(schema, key, schemas) for key in (STRUCTURED, TOOLS))
    if structured:
        return replace(
            argument,
            type=f"type[object] | {argument.type}",
            plain=argument.type,
            sent=f"{as_text(structured.get('form'))}_format({argument.name})",
            description=f"{argument.description} {_TYPE}",
        )
    if tools:
        return replace(
            argument,
            type=argument.type.replace("Sequence[", "Sequence[Tool | Callable[..., object] | ", 1),
            sent=f"{as_text(tools.get('form'))}_tools({argument.name})",
            description=f"{argument.description} {_FUNCTIONS}",
        )
    item = resolved(as_object(schema.get("items")), schemas)
    kept = as_list(as_object(item.get("x-accepts")).get("members"))
    if kept:
        return replace(argument, sent=f"trimmed({argument.name}, {kept!r})")
    return argument


def structured(
    arguments: Iterable[Argument], request: str | None, response: str | None, schemas: Schemas
) -> Structured | None:
    """Return which argument of a method makes its answer a parsed one; none where none does."""
    properties = _properties(request, schemas)
    for argument in arguments:
        found = mark(as_object(properties.get(argument.key)), STRUCTURED, schemas)
        name = target(as_object(found.get("answer")))
        if name is not None and name == response:
            kind = f"models.{PARSED}.{parsed_name(name)}"
            answer = Answered(type=f"{kind}[T]", named=f"_{kind}")
            return Structured(argument=argument, of=name, answer=answer)
    return None


def parsed_name(answer: str) -> str:
    """Return the name of the class of a parsed answer."""
    return f"Parsed{answer}"


def conversations(requests: Iterable[str | None], schemas: Schemas) -> Iterator[tuple[str, str]]:
    """Yield, by schema names, each answer that may call tools and the turns that go on from it."""
    for request in requests:
        for item in _properties(request, schemas).values():
            found = mark(as_object(item), TOOLS, schemas)
            answer, turn = (target(as_object(found.get(key))) for key in ("answer", "turn"))
            if answer and turn:
                yield answer, turn


def _properties(request: str | None, schemas: Schemas) -> JsonObject:
    return as_object(flat(schemas[request], schemas).get("properties")) if request else {}


def mark(schema: JsonObject, key: str, schemas: Schemas) -> JsonObject:
    """Return a mark of a property: its own, that of what it refers to, or of an alternative."""
    for part in (schema, *members(schema)):
        for holder in (part, resolved(part, schemas)):
            if key in holder:
                return as_object(holder[key])
    return {}

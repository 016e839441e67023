"""Schemas in words, and texts that can stand in Markdown."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from textwrap import indent

from ..json_values import JsonObject, JsonValue, as_list, as_object
from ..schemas import members, says_only_presence, target, types

Link = Callable[[str], str]

_LIMITS = (
    ("minimum", "at least {}"),
    ("exclusiveMinimum", "above {}"),
    ("maximum", "at most {}"),
    ("exclusiveMaximum", "below {}"),
    ("multipleOf", "a multiple of {}"),
    ("minLength", "{} characters or more"),
    ("maxLength", "{} characters or fewer"),
    ("minItems", "{} entries or more"),
    ("maxItems", "{} entries or fewer"),
    ("minProperties", "{} members or more"),
    ("maxProperties", "{} members or fewer"),
    ("pattern", "matches {}"),
    ("format", "format {}"),
    ("default", "default {}"),
)
_FLAGS = (("uniqueItems", "no entry twice"), ("writeOnly", "write-only"), ("readOnly", "read-only"))

_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_<[|"})


def escaped(text: str) -> str:
    """Return plain text on one line, as Markdown that shows it unchanged, also inside a table."""
    return " ".join(text.split()).translate(_SPECIAL)


def code(text: str) -> str:
    """Return a text as inline code that can stand inside a table."""
    plain = " ".join(text.split()).replace("|", "\\|")
    return f"`` {plain} ``" if "`" in plain else f"`{plain}`"


def literal(value: JsonValue) -> str:
    """Return a JSON value as inline code."""
    return code(json.dumps(value, ensure_ascii=False))


def kind(schema: JsonObject, link: Link) -> str:
    """Return the type of a value in words; `link` makes the link to a component schema."""
    return " or ".join(dict.fromkeys(_kinds(schema, link))) or "any JSON"


def limits(schema: JsonObject) -> str:
    """Return the constraints of a value in words, empty where there is none."""
    words = [text.format(_bare(schema[key])) for key, text in _LIMITS if key in schema]
    words += [text for key, text in _FLAGS if schema.get(key) is True]
    return ", ".join(words)


def python_call(method: str, positional: Sequence[str], keywords: JsonObject) -> str:
    """Return the call of a client's method with the values of an example, as Python."""
    lines = [*map(_python, positional), *(f"{key}={_python(keywords[key])}" for key in keywords)]
    single = f"{method}({', '.join(lines)})"
    if len(single) <= 88 and "\n" not in single:
        return single
    inner = "".join(indent(f"{line},\n", "    ") for line in lines)
    return f"{method}(\n{inner})"


def _kinds(schema: JsonObject, link: Link) -> Iterator[str]:
    name = target(schema)
    alternatives = [part for part in members(schema) if not says_only_presence(part)]
    parts = [as_object(part) for part in as_list(schema.get("allOf"))]
    if name is not None:
        yield link(name)
    elif "const" in schema:
        yield literal(schema["const"])
    elif "enum" in schema:
        yield from map(literal, as_list(schema["enum"]))
        yield from ["further text"] if schema.get("x-open") is True else []
    elif alternatives:
        for part in alternatives:
            yield from _kinds(part, link)
    elif any(map(target, parts)):
        yield " with ".join(kind(part, link) for part in parts if target(part))
    else:
        yield from _plain(schema, link)


def _plain(schema: JsonObject, link: Link) -> Iterator[str]:
    for name in types(schema):
        entry = as_object(schema.get("items" if name == "array" else "additionalProperties"))
        if entry and name in ("array", "object"):
            words = kind(entry, link)
            yield f"{name} of ({words})" if " or " in words else f"{name} of {words}"
        else:
            yield name


def _bare(value: JsonValue) -> str:
    return code(value) if isinstance(value, str) else json.dumps(value)


def _python(value: JsonValue, width: int = 76) -> str:
    """Return a JSON value as a Python literal, one member a line where it is long."""
    if isinstance(value, Mapping):
        parts = [f"{_python(key)}: {_python(item)}" for key, item in value.items()]
        opening, closing = "{", "}"
    elif isinstance(value, list):
        parts = [_python(item) for item in as_list(value)]
        opening, closing = "[", "]"
    else:
        # The notation of JSON is Python's for everything but these three words.
        return (
            repr(value) if value in (True, False, None) else json.dumps(value, ensure_ascii=False)
        )
    single = f"{opening}{', '.join(parts)}{closing}"
    if len(single) <= width and "\n" not in single:
        return single
    inner = "".join(indent(f"{part},\n", "    ") for part in parts)
    return f"{opening}\n{inner}{closing}"

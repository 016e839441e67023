"""What the answer of one operation gives to name in another: the links of the specification."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..json_values import JsonValue, as_object, as_text
from . import document, operations
from .records import Operation

_BODY = "$response.body#"


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """An operation whose answer holds, at JSON pointers, the values of another one's parameters."""

    source: Operation
    parameters: Mapping[str, str]


def leading_to(operation: Operation) -> Link | None:
    """Return the link of an operation with a task that leads to another one, None for none."""
    return _by_target().get(operation.id)


def at(value: JsonValue, pointer: str) -> str:
    """Return the text at a JSON pointer of an object, "" where there is none."""
    for step in pointer.split("/")[1:]:
        value = as_object(value).get(step)
    return as_text(value)


@functools.cache
def _by_target() -> Mapping[str, Link]:
    return dict(reversed([*_links()]))  # the first one that leads there counts


def _links() -> Iterator[tuple[str, Link]]:
    for source in operations.served():
        if source.tasks:
            node = as_object(
                as_object(document.paths().get(source.path)).get(source.method.lower())
            )
            answer = document.resolve(as_object(node.get("responses")).get("200"))
            for said in as_object(answer.get("links")).values():
                link = document.resolve(said)
                places = {
                    name: as_text(expression).removeprefix(_BODY)
                    for name, expression in as_object(link.get("parameters")).items()
                }
                yield as_text(link.get("operationId")), Link(source=source, parameters=places)

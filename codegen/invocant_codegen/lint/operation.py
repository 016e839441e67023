"""The operations of a specification, and where each one stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..bundle import METHODS
from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text, child
from ..load import Document, Spec
from ..problems import Problem
from ..refs import find, resolve_text

SECTIONS = ("paths", "webhooks")


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One operation; of a webhook where what others answer is described.

    `path` is the template of its path, which webhooks say with `x-path`.
    """

    spec: Spec
    document: Document
    pointer: str
    path: str
    webhook: bool
    item: JsonObject
    content: JsonObject

    def problem(self, step: str, rule: str, message: str) -> Problem:
        """Describe a violated rule below the operation."""
        return self.document.problem(self.pointer + step, rule, message)

    @property
    def id(self) -> str:
        """The operationId, empty where it is missing."""
        return as_text(self.content.get("operationId"))

    @property
    def client(self) -> str:
        """The client that the document's operations belong to, empty for webhooks."""
        return as_text(self.document.content.get("x-client"))

    def parameters(self) -> Iterator[tuple[str, JsonObject]]:
        """Yield the parameters of the path and of the operation, with their pointers."""
        path_item = self.pointer.rpartition("/")[0]
        for place, holder in ((path_item, self.item), (self.pointer, self.content)):
            for index, entry in enumerate(as_list(holder.get("parameters"))):
                yield f"{place}/parameters/{index}", self.resolved(entry)

    def resolved(self, value: JsonValue) -> JsonObject:
        """Follow a reference to a component; what is dangling is empty."""
        entry = as_object(value)
        ref = entry.get("$ref")
        if not isinstance(ref, str):
            return entry
        try:
            return as_object(find(self.spec, *resolve_text(self.document.path, ref)))
        except LookupError:
            return {}


def operations(spec: Spec) -> Iterator[Operation]:
    """Yield every operation of every document, those of webhooks after those of paths."""
    for section in SECTIONS:
        for document in spec.openapi():
            for name, item in as_object(document.content.get(section)).items():
                for method in METHODS:
                    if method in as_object(item):
                        yield _operation(spec, document, section, name, method)


def _operation(spec: Spec, document: Document, section: str, name: str, method: str) -> Operation:
    item = as_object(as_object(document.content[section])[name])
    content = as_object(item[method])
    webhook = section == "webhooks"
    return Operation(
        spec=spec,
        document=document,
        pointer=child(child(f"/{section}", name), method),
        path=as_text(content.get("x-path")) if webhook else name,
        webhook=webhook,
        item=item,
        content=content,
    )

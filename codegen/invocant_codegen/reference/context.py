"""What the entries of every page are made from: the bundle, and where each thing is shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..bundle import bundle, requirements
from ..calls import component_schemas
from ..generated_types import homes
from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text, lookup
from ..load import Spec
from ..schemas import Schemas
from .entries import FieldEntry, RuleLink
from .wording import Link, escaped, kind, limits


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """The bundle, its schemas and their modules, and the rows by the pointer that they govern."""

    document: JsonObject
    schemas: Schemas
    modules: Mapping[str, str]
    rows: Mapping[str, Sequence[JsonObject]]

    @classmethod
    def of(cls, spec: Spec) -> "Context":
        """Prepare a specification that breaks no rule."""
        document = bundle(spec)
        return cls(
            document=document,
            schemas=component_schemas(document),
            modules=homes(spec),
            rows=_by_pointer(spec),
        )

    def resolved(self, value: JsonValue) -> JsonObject:
        """Follow references until an object that says something itself."""
        found = as_object(value)
        while isinstance(ref := found.get("$ref"), str):
            found = as_object(lookup(self.document, ref[1:]))
        return found

    def link(self, name: str) -> str:
        """Return the link to a component schema, from a page of operations."""
        return f"[{name}](schemas/{self.modules[name]}.md#{name.lower()})"

    def sibling(self, name: str) -> str:
        """Return the link to a component schema, from a page of schemas."""
        return f"[{name}]({self.modules[name]}.md#{name.lower()})"

    def rules(self, pointer: str, folder: str = "") -> list[RuleLink]:
        """Return the rows about a place of the bundle; `folder` leads to the reference's root."""
        return [
            RuleLink(
                link=f"[{row['id']}]({folder}rules.md#{as_text(row['id']).lower()})",
                title=escaped(as_text(row.get("title"))),
                levels=levels(row),
            )
            for row in self.rows.get(pointer, ())
        ]

    def fields(self, schema: JsonObject, link: Link) -> Iterator[FieldEntry]:
        """Yield the properties of an object schema whose `allOf` is merged."""
        required = as_list(schema.get("required"))
        for name, item in as_object(schema.get("properties")).items():
            held = as_object(item)
            said = {key: value for key, value in self.resolved(held).items() if key in _INHERITED}
            yield FieldEntry(
                name=name,
                kind=kind(held, link),
                required="yes" if name in required else "",
                text=described({**said, **held}),
            )


_INHERITED = ("description", "deprecated", "writeOnly", "readOnly")


def described(schema: JsonObject) -> str:
    """Return description and limits of a value, with a word of warning where it is deprecated."""
    said = escaped(as_text(schema.get("description")))
    words = limits(schema)
    warning = "**Deprecated.** " if schema.get("deprecated") is True else ""
    return f"{warning}{said}{f' ({words})' if words else ''}"


def levels(row: JsonObject) -> str:
    """Return the levels of a row in words."""
    return ", ".join(f"{name} {level}" for name, level in as_object(row.get("level")).items())


def _by_pointer(spec: Spec) -> Mapping[str, Sequence[JsonObject]]:
    found: dict[str, list[JsonObject]] = {}
    for row in map(as_object, as_list(requirements(spec).get("requirements"))):
        found.setdefault(as_text(row.get("spec")).partition("#")[2], []).append(row)
    return found

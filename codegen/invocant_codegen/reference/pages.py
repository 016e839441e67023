"""Writes the pages."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..bundle import requirements
from ..generated_types import module_name
from ..json_values import JsonObject, as_list, as_object, as_text
from ..load import Spec
from ..schemas import target
from ..views import flat
from .context import Context, levels
from .entries import FieldEntry, ModelEntry, Reference, RuleEntry, SchemaEntry, SchemasPage, Section
from .operations import operations_pages
from .wording import code, escaped, kind


def write_reference(spec: Spec, templates: Path, output: Path) -> None:
    """Write all pages of a specification that breaks no rule into an empty folder."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    for path, text in _pages(environment, _reference(spec)):
        target = output / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _pages(environment: Environment, reference: Reference) -> Iterator[tuple[str, str]]:
    for name in ("README", "rules", "models"):
        yield f"{name}.md", environment.get_template(f"{name}.md.jinja").render(reference=reference)
    operations = environment.get_template("operations.md.jinja")
    schemas = environment.get_template("schemas.md.jinja")
    for page in reference.operations:
        yield page.file, operations.render(page=page)
    for schema_page in reference.schemas:
        yield f"schemas/{schema_page.file}", schemas.render(page=schema_page)


def _reference(spec: Spec) -> Reference:
    context = Context.of(spec)
    return Reference(
        operations=operations_pages(spec, context),
        schemas=[*_schemas_pages(spec, context)],
        rules=[*_sections(spec)],
        models=[*_models(spec)],
    )


def _schemas_pages(spec: Spec, context: Context) -> Iterator[SchemasPage]:
    for document in spec.openapi():
        module = module_name(document.path)
        names = [name for name in context.schemas if context.modules[name] == module]
        info = as_object(document.content.get("info"))
        if names:
            yield SchemasPage(
                file=f"{module}.md",
                title=escaped(as_text(info.get("title"))),
                description=escaped(as_text(info.get("description"))),
                schemas=[_schema(name, context) for name in names],
            )


def _schema(name: str, context: Context) -> SchemaEntry:
    schema, fields = context.schemas[name], _fields(name, context)
    return SchemaEntry(
        name=name,
        description=escaped(as_text(schema.get("description"))),
        kind="" if fields else kind(schema, context.sibling),
        fields=fields,
        rules=context.rules(f"/components/schemas/{name}", "../"),
    )


def _fields(name: str, context: Context) -> list[FieldEntry]:
    """Return the fields of a component schema, its `allOf` merged; none where it is no object."""
    schema = flat(context.schemas[name], context.schemas)
    while (inner := target(schema)) is not None:
        schema = flat(context.schemas[inner], context.schemas)
    return [*context.fields(schema, context.sibling)]


def _sections(spec: Spec) -> Iterator[Section]:
    """Yield the rows by area, which is the first word of their ids."""
    rows = map(as_object, as_list(requirements(spec).get("requirements")))
    for area, group in groupby(rows, lambda row: as_text(row.get("id")).partition("-")[0]):
        yield Section(title=area, rules=[*map(_rule, group)])


def _rule(row: JsonObject) -> RuleEntry:
    return RuleEntry(
        id=as_text(row.get("id")),
        title=escaped(as_text(row.get("title"))),
        levels=levels(row),
        statement=escaped(as_text(row.get("statement"))),
        condition=escaped(as_text(row.get("condition"))),
        source=escaped(as_text(row.get("source"))),
        reason=escaped(as_text(row.get("reason"))),
    )


def _models(spec: Spec) -> Iterator[ModelEntry]:
    for model in map(as_object, as_list(spec.models().get("models"))):
        yield ModelEntry(
            name=code(as_text(model.get("name"))),
            task=code(as_text(model.get("task"))),
            apis=", ".join(map(as_text, as_list(model.get("apis")))),
            description=escaped(as_text(model.get("description"))),
        )

"""Rules about whole files."""

from collections.abc import Iterator

from ..json_values import as_object, as_text, child
from ..load import Document, Spec
from ..problems import Problem

_VERSION = "3.2."


def rules(spec: Spec) -> Iterator[Problem]:
    """Check what every OpenAPI document has to say about itself, and that names do not clash."""
    for document in spec.openapi():
        yield from _marked(document)
    yield from _one_version(spec)
    yield from _own_paths(spec)
    yield from _models(spec)


def _marked(document: Document) -> Iterator[Problem]:
    version = document.content.get("openapi")
    if version is None:
        message = "every file outside requirements/ and models.yaml needs `openapi:`"
        yield document.problem("", "openapi-missing", message)
    elif not as_text(version).startswith(_VERSION):
        message = f"openapi is {version!r}, expected {_VERSION}x"
        yield document.problem("/openapi", "openapi-version", message)
    info = as_object(document.content.get("info"))
    operations = {"paths", "webhooks"} & document.content.keys()
    described = ("description",) if operations else ()
    for key in ("title", "version", *described):
        if not as_text(info.get(key)):
            yield document.problem("/info", "info-fields", f"info needs {key}")


def _one_version(spec: Spec) -> Iterator[Problem]:
    first: str | None = None
    for document in spec.openapi():
        version = as_text(as_object(document.content.get("info")).get("version"))
        first = version if first is None else first
        if version != first:
            message = f"version is {version!r}, another document says {first!r}"
            yield document.problem("/info/version", "version-differs", message)


def _own_paths(spec: Spec) -> Iterator[Problem]:
    for section, word in (("paths", "path"), ("webhooks", "webhook")):
        seen: dict[str, str] = {}
        for document in spec.openapi():
            for name in as_object(document.content.get(section)):
                other = seen.setdefault(name, document.path)
                if other != document.path:
                    pointer = child(f"/{section}", name)
                    message = f"{word} is also in {other}"
                    yield document.problem(pointer, "path-duplicate", message)


def _models(spec: Spec) -> Iterator[Problem]:
    document = spec.documents.get("models.yaml")
    if document is None:
        return
    seen: set[str] = set()
    for pointer, model in document.objects("/models"):
        name = as_text(model.get("name"))
        if not name or not as_text(model.get("task")):
            yield document.problem(pointer, "model-fields", "a model needs a name and a task")
        elif name in seen:
            yield document.problem(pointer, "model-duplicate", f"model {name!r} is listed twice")
        seen.add(name)

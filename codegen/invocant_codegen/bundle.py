"""The whole specification as one OpenAPI document, and its rows and models as JSON."""

import json
from collections.abc import Mapping

from .json_values import JsonObject, JsonValue, as_list, as_object, as_text
from .load import Document, Spec
from .refs import localised

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


def bundle(spec: Spec) -> JsonObject:
    """Merge all OpenAPI documents into one OpenAPI 3.2 document with local references only.

    Operations, those of webhooks too, carry the profile, the client and the security of their
    document; path items carry its servers, beside those that an operation has of its own.
    """
    documents = [each for each in spec.openapi() if {"paths", "webhooks"} & each.content.keys()]
    items: dict[str, dict[str, JsonValue]] = {"paths": {}, "webhooks": {}}
    tags: dict[str, JsonObject] = {}
    for document in documents:
        for section, merged in items.items():
            merged |= _items(document, section)
        for tag in map(as_object, as_list(document.content.get("tags"))):
            tags[as_text(tag.get("name"))] = tag
    return {
        "openapi": "3.2.0",
        "info": _info(documents),
        "tags": [*tags.values()],
        **{section: merged for section, merged in items.items() if merged},
        "components": _components(spec),
    }


def downgraded(document: JsonObject) -> JsonObject:
    """Return the OpenAPI 3.1 form: the schema of a stream's items becomes the body's schema."""
    return {**as_object(_renamed(document)), "openapi": "3.1.0"}


def requirements(spec: Spec) -> JsonObject:
    """Return all requirement rows, sorted by id."""
    rows = [
        as_object(row)
        for document in spec.requirements()
        for row in as_list(document.content.get("requirements"))
    ]
    rows.sort(key=lambda row: as_text(row.get("id")))
    return {"requirements": rows}


def json_files(spec: Spec) -> dict[str, str]:
    """Return the texts of the package's `spec/` folder by file name."""
    document = bundle(spec)
    contents: dict[str, JsonObject] = {
        "openapi.json": document,
        "openapi-3.1.json": downgraded(document),
        "requirements.json": requirements(spec),
        "models.json": spec.models(),
    }
    return {
        name: json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        for name, content in contents.items()
    }


def _info(documents: list[Document]) -> JsonObject:
    infos = [as_object(document.content.get("info")) for document in documents]
    titles = ", ".join(as_text(info.get("title")) for info in infos)
    return {"title": titles, "version": infos[0].get("version") if infos else "0"}


def _items(document: Document, section: str) -> dict[str, JsonValue]:
    content = as_object(localised(document.content))
    servers = {key: content[key] for key in ("servers",) if key in content}
    return {
        path: {**servers, **_path_item(content, as_object(item))}
        for path, item in as_object(content.get(section)).items()
    }


def _path_item(content: JsonObject, item: JsonObject) -> JsonObject:
    return {
        key: _operation(content, as_object(value)) if key in METHODS else value
        for key, value in item.items()
    }


def _operation(content: JsonObject, operation: JsonObject) -> JsonObject:
    security = {key: content[key] for key in ("security",) if key in content}
    marks = {key: content[key] for key in ("x-profile", "x-client") if key in content}
    return {**security, **operation, "tags": [content.get("x-profile")], **marks}


def _components(spec: Spec) -> JsonObject:
    merged: dict[str, dict[str, JsonValue]] = {}
    for document in spec.openapi():
        sections = as_object(as_object(localised(document.content)).get("components"))
        for section, named in sections.items():
            merged.setdefault(section, {}).update(as_object(named))
    return {section: dict(sorted(merged[section].items())) for section in sorted(merged)}


def _renamed(value: JsonValue) -> JsonValue:
    if isinstance(value, list):
        return [_renamed(item) for item in as_list(value)]
    if not isinstance(value, Mapping):
        return value
    copy = {key: _renamed(item) for key, item in value.items()}
    if isinstance(copy.get("content"), Mapping):
        copy["content"] = {
            kind: {"schema" if key == "itemSchema" else key: item for key, item in media.items()}
            if isinstance(media, Mapping)
            else media
            for kind, media in as_object(copy["content"]).items()
        }
    return copy

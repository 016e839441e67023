"""Python types from schemas: response models (pydantic) and request parameters (TypedDict)."""

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import fill

from datamodel_code_generator import GenerateConfig, generate

from .generated_types import Field, GeneratedType, GeneratedTypes
from .json_values import JsonObject, JsonValue, as_list, as_object, as_text
from .schemas import PREFIX, Schemas, rewritten, target
from .views import Direction

HEADER = "# Generated from spec/; do not edit."
_RUNTIME = "invocant._runtime"

# The project's line length, less indentation and quotes of a docstring.
_WIDTH = 90


def generate_types(
    view: Schemas,
    modules: Mapping[str, str],
    direction: Direction,
    *,
    templates: Path,
    output: Path,
) -> GeneratedTypes:
    """Write one module per specification file into a folder and return what they hold, by name.

    `modules` names the module of every schema.
    """
    with TemporaryDirectory() as scratch:
        source, metadata = Path(scratch, "spec"), Path(scratch, "types.json")
        source.mkdir()
        for name, text in _documents(view, modules).items():
            source.joinpath(f"{name}.json").write_text(text, encoding="utf-8")
        places = {
            "custom_template_dir": templates,
            "emit_model_metadata": metadata,
            "output": output,
        }
        options = {**_COMMON, **_OPTIONS[direction], **places}
        generate(source, config=GenerateConfig.model_validate(options))
        return _read(json.loads(metadata.read_text(encoding="utf-8")))


_COMMON: Mapping[str, object] = {
    "input_file_type": "openapi",
    "preset": "standard-py311-20261027",
    "enum_field_as_literal": "all",
    "collapse_root_models": False,
    "use_type_alias": True,
    "strict_refs": True,
    "naming_strategy": "full-path",
    "use_schema_description": True,
    "use_field_description": True,
    "use_single_line_docstring": True,
    "use_double_quotes": True,
    "formatters": ["builtin"],
}

# The imports are what the templates write; those that a module does not use are removed later.
_OPTIONS: Mapping[Direction, Mapping[str, object]] = {
    Direction.RESPONSE: {
        "custom_file_header": f'{HEADER}\n"""What servers answer, as models."""',
        "output_model_type": "pydantic_v2.BaseModel",
        "base_class": f"{_RUNTIME}.models.Model",
        "allow_population_by_field_name": False,
        "use_frozen_field": False,
        "target_pydantic_version": "2.12",
        "additional_imports": ["typing.Annotated", f"{_RUNTIME}.unions"],
    },
    Direction.REQUEST: {
        "custom_file_header": f'{HEADER}\n"""What requests hold, as types of plain dicts."""',
        "output_model_type": "typing.TypedDict",
        "use_closed_typed_dict": False,
        "use_generic_container_types": True,
        "additional_imports": [
            "collections.abc.Mapping",
            "typing.Annotated",
            "typing_extensions",
            f"{_RUNTIME}.unions",
        ],
    },
}


def _documents(view: Schemas, modules: Mapping[str, str]) -> dict[str, str]:
    parts: dict[str, dict[str, JsonValue]] = {}
    for name, schema in view.items():
        module = modules[name]
        told = rewritten(rewritten(schema, partial(_described, view)), _wrapped)
        parts.setdefault(module, {})[name] = _spelled(told, module, modules)
    return {
        module: json.dumps(
            {
                "openapi": "3.1.0",
                "info": {"title": module, "version": "0"},
                "paths": {},
                "components": {"schemas": schemas},
            }
        )
        for module, schemas in parts.items()
    }


def _described(view: Schemas, schema: JsonObject) -> JsonObject:
    """Say of each property that has no description what its schema says of itself."""
    given = as_object(schema.get("properties"))
    named = {
        name: each
        for name, value in given.items()
        if "description" not in (each := as_object(value)) and (target(each) in view)
    }
    told = {name: {**each, **_description(view, each)} for name, each in named.items()}
    return {**schema, "properties": {**given, **told}} if told else schema


def _description(view: Schemas, reference: JsonObject) -> JsonObject:
    text = view[target(reference) or ""].get("description")
    return {"description": text} if isinstance(text, str) else {}


def _wrapped(schema: JsonObject) -> JsonObject:
    text = schema.get("description")
    return (
        {**schema, "description": fill(text, _WIDTH, break_on_hyphens=False)}
        if isinstance(text, str)
        else schema
    )


def _spelled(value: JsonValue, module: str, modules: Mapping[str, str]) -> JsonValue:
    """Write references to other modules as references to other files."""
    if isinstance(value, list):
        return [_spelled(item, module, modules) for item in as_list(value)]
    if not isinstance(value, Mapping):
        return value
    copy = {key: _spelled(item, module, modules) for key, item in value.items()}
    ref = copy.get("$ref")
    if isinstance(ref, str):
        home = modules[ref.removeprefix(PREFIX)]
        copy["$ref"] = ref if home == module else f"{home}.json{ref}"
    return copy


def _read(metadata: JsonObject) -> GeneratedTypes:
    types: dict[str, GeneratedType] = {}
    for item in map(as_object, as_list(metadata.get("models"))):
        name = as_text(item.get("class_name"))
        fields = tuple(map(_field, map(as_object, as_list(item.get("fields")))))
        types[name] = GeneratedType(name=name, module=as_text(item.get("module")), fields=fields)
    return types


def _field(item: JsonObject) -> Field:
    return Field(
        name=as_text(item.get("original_name") or item.get("name")),
        type=as_text(item.get("type")),
        required=item.get("required") is True,
    )

"""The OpenAPI document of one endpoint of custom models; pure.

Its form is that of the documented example. The models of this server were logged with two columns,
a number and a text.
"""

from ..json_values import JsonObject
from .endpoints import Config, Endpoint
from .entities import EntityKind

_COLUMNS: JsonObject = {
    "amount": {"type": "number", "format": "double"},
    "country": {"type": "string"},
}
_PARAMS: JsonObject = {"type": "object"}


def document(endpoint: Endpoint, origin: str) -> JsonObject | None:
    """Describe how a ready endpoint of custom models is queried, None for any other."""
    config = endpoint.config
    if config is None or not endpoint.ready or config.kind is not EntityKind.CUSTOM:
        return None
    return {
        "openapi": "3.1.0",
        "info": {"title": endpoint.name, "version": str(config.version)},
        "servers": [{"url": f"{origin}/serving-endpoints/{endpoint.name}"}],
        "paths": _paths(config),
    }


def _paths(config: Config) -> JsonObject:
    return {
        f"/served-models/{entity.name}/invocations": {"post": _operation(entity.name)}
        for entity in config.entities
    }


def _operation(name: str) -> JsonObject:
    answer: JsonObject = {"type": "object", "properties": {"predictions": {"type": "array"}}}
    return {
        "summary": f"Query {name}.",
        "requestBody": {"content": {"application/json": {"schema": _request()}}},
        "responses": {
            "200": {
                "description": "The predictions, one for each row.",
                "content": {"application/json": {"schema": answer}},
            }
        },
    }


def _request() -> JsonObject:
    row: JsonObject = {"type": "object", "properties": _COLUMNS}
    cells: JsonObject = {"type": "array", "prefixItems": list(_COLUMNS.values())}
    split: JsonObject = {
        "type": "object",
        "required": ["data"],
        "properties": {
            "columns": {"type": "array", "items": {"type": "string"}},
            "data": {"type": "array", "items": cells},
            "index": {"type": "array", "items": {"type": "integer", "format": "int64"}},
        },
    }
    return {
        "oneOf": [
            _form("dataframe_split", split),
            _form("dataframe_records", {"type": "array", "items": row}),
        ]
    }


def _form(name: str, schema: JsonObject) -> JsonObject:
    return {
        "type": "object",
        "required": [name],
        "properties": {name: schema, "params": _PARAMS},
    }

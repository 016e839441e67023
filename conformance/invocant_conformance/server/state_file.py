"""Endpoints in a file. Stores hold no plaintext secret, so none is written."""

import json
import os
from dataclasses import asdict
from pathlib import Path

from ..json_values import JsonObject, JsonValue, as_integer, as_list, as_object
from .endpoint_settings import EndpointSettings
from .endpoints import Config, Endpoint, Pending
from .entities import Entity
from .grants import Grant
from .store import Snapshot
from .traffic import Route

VERSION = 2


class StateFileError(Exception):
    """A state file that cannot be read or written."""


def load(path: Path) -> Snapshot:
    """Read a snapshot; a file that does not exist holds an empty one.

    Raises StateFileError for a missing folder, and for a file that cannot be read or was not
    written by `save`.
    """
    if not path.parent.is_dir():
        raise StateFileError(f"{path.parent}, where the state file is to be, is no folder")
    if not path.exists():
        return Snapshot()
    try:
        content: JsonValue = json.loads(path.read_text(encoding="utf-8"))
        return _snapshot(as_object(content))
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{path} is no state file of this server ({type(error).__name__})"
        raise StateFileError(message) from error


def save(path: Path, snapshot: Snapshot) -> None:
    """Write a snapshot in one step, so that a crash leaves the old file or the new one.

    Raises OSError when the file cannot be written.
    """
    content: dict[str, object] = {
        "version": VERSION,
        "created": snapshot.created,
        "endpoints": [asdict(endpoint) for endpoint in snapshot.endpoints],
    }
    draft = path.with_name(f"{path.name}.new")
    draft.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    os.replace(draft, path)


def _snapshot(content: JsonObject) -> Snapshot:
    if content["version"] != VERSION:
        raise ValueError("version")
    endpoints = tuple(_endpoint(as_object(item)) for item in as_list(content["endpoints"]))
    return Snapshot(endpoints=endpoints, created=_integer(content, "created"))


def _endpoint(item: JsonObject) -> Endpoint:
    return Endpoint(
        name=_text(item, "name"),
        id=_text(item, "id"),
        created=_integer(item, "created"),
        updated=_integer(item, "updated"),
        config=_config(as_object(item["config"])) if item["config"] else None,
        pending=_pending(as_object(item["pending"])) if item["pending"] else None,
        failed=_pending(as_object(item["failed"])) if item["failed"] else None,
        versions=_integer(item, "versions"),
        stopped=item["stopped"] is True,
        recovers_at=as_integer(item["recovers_at"]),
        description=_text(item, "description"),
        route_optimized=item["route_optimized"] is True,
        budget_policy_id=_optional_text(item, "budget_policy_id"),
        tags=tuple(as_object(tag) for tag in as_list(item["tags"])),
        telemetry=_optional_object(item, "telemetry"),
        settings=_settings(as_object(item["settings"])),
    )


def _settings(item: JsonObject) -> EndpointSettings:
    limits = as_list(item["rate_limits"])
    return EndpointSettings(
        ai_gateway=as_object(item["ai_gateway"]),
        rate_limits=tuple(as_object(limit) for limit in limits),
        email_notifications=as_object(item["email_notifications"]),
        grants=tuple(_grant(as_object(grant)) for grant in as_list(item["grants"])),
    )


def _grant(item: JsonObject) -> Grant:
    return Grant(kind=_text(item, "kind"), name=_text(item, "name"), level=_text(item, "level"))


def _pending(item: JsonObject) -> Pending:
    return Pending(
        config=_config(as_object(item["config"])),
        started=_integer(item, "started"),
        ready_at=_integer(item, "ready_at"),
    )


def _config(item: JsonObject) -> Config:
    return Config(
        version=_integer(item, "version"),
        entities=tuple(_entity(as_object(entity)) for entity in as_list(item["entities"])),
        routes=tuple(_route(as_object(route)) for route in as_list(item["routes"])),
        auto_capture=_optional_object(item, "auto_capture"),
    )


def _entity(item: JsonObject) -> Entity:
    return Entity(
        name=_text(item, "name"),
        created=_integer(item, "created"),
        task=_optional_text(item, "task"),
        external_model=_optional_object(item, "external_model"),
        entity_name=_optional_text(item, "entity_name"),
        entity_version=_optional_text(item, "entity_version"),
        resources=as_object(item["resources"]),
    )


def _route(item: JsonObject) -> Route:
    return Route(entity=_text(item, "entity"), percentage=_integer(item, "percentage"))


def _text(item: JsonObject, key: str) -> str:
    value = item[key]
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def _optional_text(item: JsonObject, key: str) -> str | None:
    return None if item[key] is None else _text(item, key)


def _optional_object(item: JsonObject, key: str) -> JsonObject | None:
    value = item[key]
    return None if value is None else as_object(value)


def _integer(item: JsonObject, key: str) -> int:
    value = as_integer(item[key])
    if value is None:
        raise TypeError(key)
    return value

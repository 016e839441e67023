"""Servers that mismanage tags and notifications of endpoints."""

from pydantic import JsonValue

from .edits import answer, is_create, is_list, objects, request
from .middleware import Answer, Call, Object, Server
from .mutant import Mutant, breach
from .setting_edits import (
    combining,
    disturbing,
    endpoint_path,
    is_notifying,
    is_tags,
    pretending,
    reaching_all,
    read,
    refused,
    refusing,
)


async def _keys(call: Call, server: Server) -> list[JsonValue]:
    endpoint = (await read(call, server, endpoint_path(call))).json
    return [tag["key"] for tag in objects(endpoint, "tags")]


def _deleted(call: Call) -> list[JsonValue]:
    keys = call.json.get("delete_tags")
    return keys if isinstance(keys, list) else []


async def _keeping_values(call: Call, server: Server) -> Answer:
    """Leave the values of keys that exist as they are."""
    if not is_tags(call):
        return await server.answer(call)
    known = await _keys(call, server)
    added: list[JsonValue] = [
        tag for tag in objects(call.json, "add_tags") if tag.get("key") not in known
    ]
    return await server.answer(call.with_json({**call.json, "add_tags": added}))


async def _deleting_all(call: Call, server: Server) -> Answer:
    """Delete every tag that was there where one is to be deleted."""
    if not is_tags(call) or not _deleted(call):
        return await server.answer(call)
    keys = await _keys(call, server)
    return await server.answer(call.with_json({**call.json, "delete_tags": keys}))


async def _failing_for_unknown_keys(call: Call, server: Server) -> Answer:
    """Answer 500 to the deletion of a key that is not there."""
    unknown = await _names_unknown(call, server)
    found = await server.answer(call)
    return refused(found, 500, "INTERNAL_ERROR") if unknown else found


async def _deleting_all_for_unknown_keys(call: Call, server: Server) -> Answer:
    """Delete all tags where a key is not there."""
    unknown = await _names_unknown(call, server)
    return await (_deleting_all(call, server) if unknown else server.answer(call))


async def _names_unknown(call: Call, server: Server) -> bool:
    if not is_tags(call):
        return False
    known = await _keys(call, server)
    return any(key not in known for key in _deleted(call))


def _only_adding(body: Object) -> None:
    if body.get("add_tags"):
        body.pop("delete_tags", None)


def _without_bare_tags(body: Object) -> None:
    body["add_tags"] = [tag for tag in objects(body, "add_tags") if "value" in tag]


def _has_bare_tags(body: Object) -> bool:
    return any("value" not in tag for tag in objects(body, "add_tags"))


def _untagged(listing: Object) -> None:
    for entry in objects(listing, "endpoints"):
        entry["tags"] = []


async def _listing_tags(call: Call, server: Server) -> Answer:
    """Answer a change of tags with the bare list, as servers of 2024 did."""
    found = await server.answer(call)
    right = is_tags(call) and found.status < 300
    return found.with_json(found.json.get("tags")) if right else found


def _merged(old: Object, new: Object) -> Object:
    before, after = (each.get("email_notifications") for each in (old, new))
    kept = before if isinstance(before, dict) else {}
    return {"email_notifications": kept | (after if isinstance(after, dict) else {})}


MUTANTS: tuple[Mutant, ...] = (
    breach("tags-are-a-bare-list", "MGMT-SCHEMA-001", _listing_tags),
    breach(
        "tags-are-not-kept",
        "MGMT-TAGS-001",
        pretending(is_tags, lambda body: {"tags": body.get("add_tags")}),
    ),
    breach("tags-are-not-told", "MGMT-TAGS-001", answer(lambda found: found.clear(), is_tags)),
    breach("tags-are-not-listed", "MGMT-TAGS-001", answer(_untagged, is_list)),
    breach("values-of-tags-stay", "MGMT-TAGS-002", _keeping_values),
    breach(
        "deleted-tags-stay",
        "MGMT-TAGS-003",
        request(lambda body: body.pop("delete_tags", None), is_tags),
    ),
    breach("deleting-one-tag-deletes-all", "MGMT-TAGS-003", _deleting_all),
    breach("tags-are-added-only", "MGMT-TAGS-003", request(_only_adding, is_tags)),
    breach("unknown-key-is-a-failure", "MGMT-TAGS-004", _failing_for_unknown_keys),
    breach("unknown-key-deletes-all", "MGMT-TAGS-004", _deleting_all_for_unknown_keys),
    breach("tags-need-values", "MGMT-TAGS-005", refusing(is_tags, _has_bare_tags)),
    breach("bare-tags-are-dropped", "MGMT-TAGS-005", request(_without_bare_tags, is_tags)),
    breach("tags-reach-all", "MGMT-TAGS-006", reaching_all(is_tags)),
    breach(
        "tags-renew-the-endpoint",
        "MGMT-TAGS-006",
        disturbing(is_tags, lambda endpoint: endpoint.update(id="f" * 32)),
    ),
    breach("notifications-are-not-kept", "MGMT-NOTIFY-001", pretending(is_notifying, dict)),
    breach(
        "notifications-are-not-told",
        "MGMT-NOTIFY-001",
        answer(lambda found: found.pop("email_notifications", None), is_notifying),
    ),
    breach(
        "notifications-of-another",
        "MGMT-NOTIFY-001",
        answer(lambda found: found.update(name="another"), is_notifying),
    ),
    breach(
        "created-without-notifications",
        "MGMT-NOTIFY-002",
        request(lambda body: body.pop("email_notifications", None), is_create),
    ),
    breach("notifications-are-merged", "MGMT-NOTIFY-003", combining(is_notifying, _merged)),
    breach("notifications-reach-all", "MGMT-NOTIFY-004", reaching_all(is_notifying)),
    breach(
        "notifications-drop-tags",
        "MGMT-NOTIFY-004",
        disturbing(is_notifying, lambda endpoint: endpoint.pop("tags", None)),
    ),
)

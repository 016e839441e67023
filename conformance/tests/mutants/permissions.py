"""Servers that mismanage who may do what with an endpoint."""

import copy
from collections.abc import Callable, Iterable
from dataclasses import replace

from pydantic import JsonValue

from .edits import answer, is_create, is_get, is_list, objects, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .setting_edits import (
    PERMISSIONS,
    either,
    is_levels,
    own_endpoints,
    permissions,
    read,
    with_status,
)

_READ = permissions("GET")
_SET = permissions("PUT")
_UPDATE = permissions("PATCH")
_CHANGE = permissions("PUT", "PATCH")


def _entries(body: Object) -> list[Object]:
    return objects(body, "access_control_list")


def _keeping(body: Object, entries: Iterable[Object]) -> None:
    body["access_control_list"] = list(entries)


def _grants(edit: Callable[[list[Object]], list[Object]]) -> Callable[[Object], None]:
    """Edit the grants of every entry of an answer."""

    def edited(found: Object) -> None:
        for entry in _entries(found):
            entry["all_permissions"] = list(edit(objects(entry, "all_permissions")))

    return edited


def _direct(grants: list[Object]) -> list[Object]:
    return [grant for grant in grants if not grant.get("inherited")]


def _doubled(grants: list[Object]) -> list[Object]:
    own = _direct(grants)
    return [*grants, *({**grant, "permission_level": "CAN_VIEW"} for grant in own)]


def _by_method(where: Callable[[Call], bool], method: str) -> Mutation:
    """Carry out a request as if it had another method."""

    async def mutation(call: Call, server: Server) -> Answer:
        return await server.answer(replace(call, method=method) if where(call) else call)

    return mutation


def _without_inherited_after(where: Callable[[Call], bool]) -> Mutation:
    """Show no inherited grants once grants were changed."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if where(call) and found.status < 300:
            server.memory[call.path] = True
        if not _READ(call) or found.status >= 300 or call.path not in server.memory:
            return found
        value = found.json
        _grants(_direct)(value)
        return found.with_json(value)

    return mutation


def _ignoring(where: Callable[[Call], bool], nothing: Callable[[Object], bool]) -> Mutation:
    """Leave the grants as they are where none are set."""

    async def mutation(call: Call, server: Server) -> Answer:
        if where(call) and nothing(call.json):
            return await read(call, server, call.path)
        return await server.answer(call)

    return mutation


def _answering_the_old(where: Callable[[Call], bool]) -> Mutation:
    """Answer a change with the grants from before."""

    async def mutation(call: Call, server: Server) -> Answer:
        if not where(call):
            return await server.answer(call)
        old = await read(call, server, call.path)
        found = await server.answer(call)
        return old if found.status < 300 else found

    return mutation


async def _keeping_levels(call: Call, server: Server) -> Answer:
    """Leave the levels of those who have one as they are."""
    if not _UPDATE(call):
        return await server.answer(call)
    known = (await read(call, server, call.path)).json
    groups = [entry.get("group_name") for entry in _entries(known)]
    entries: list[JsonValue] = [
        entry for entry in _entries(call.json) if entry.get("group_name") not in groups
    ]
    return await server.answer(call.with_json({"access_control_list": entries}))


async def _granting_on_all(call: Call, server: Server) -> Answer:
    """Change the grants on every endpoint as on one."""
    found = await server.answer(call)
    if _CHANGE(call) and found.status < 300:
        for entry in await own_endpoints(call, server):
            await server.answer(replace(call, path=f"{PERMISSIONS}/{entry['id']}"))
    return found


def _without_creator(found: Object) -> None:
    _keeping(found, (entry for entry in _entries(found) if "user_name" not in entry))


def _leveled(level: str) -> Callable[[Object], None]:
    def edit(body: Object) -> None:
        for entry in _entries(body):
            entry["permission_level"] = level

    return edit


def _querying(endpoint: Object) -> None:
    endpoint["permission_level"] = "CAN_QUERY"


def _listed_as_querying(listing: Object) -> None:
    for entry in objects(listing, "endpoints"):
        _querying(entry)


def _with_another_level(found: Object) -> None:
    levels = copy.deepcopy(objects(found, "permission_levels"))
    found["permission_levels"] = [*levels, {"permission_level": "CAN_RUN"}]


def _with_a_level_less(found: Object) -> None:
    found["permission_levels"] = list(objects(found, "permission_levels")[:-1])


def _is_empty(body: Object) -> bool:
    return not body.get("access_control_list", True)


def _has_no_list(body: Object) -> bool:
    return "access_control_list" not in body


MUTANTS: tuple[Mutant, ...] = (
    breach("permissions-are-201", "MGMT-PERM-001", with_status(_READ, 201)),
    breach(
        "permissions-of-another-kind",
        "MGMT-PERM-001",
        answer(lambda found: found.update(object_type="cluster"), _READ),
    ),
    breach(
        "permissions-of-another-object",
        "MGMT-PERM-001",
        answer(lambda found: found.update(object_id="/serving-endpoints/another"), _READ),
    ),
    breach("creators-do-not-manage", "MGMT-PERM-003", answer(_without_creator, _READ)),
    breach("callers-may-query", "MGMT-PERM-004", answer(_querying, either(is_create, is_get))),
    breach("callers-may-query-by-the-list", "MGMT-PERM-004", answer(_listed_as_querying, is_list)),
    breach("set-grants-are-merged", "MGMT-PERM-005", _by_method(_SET, "PATCH")),
    breach("set-grants-have-one-level", "MGMT-PERM-005", request(_leveled("CAN_VIEW"), _SET)),
    breach("empty-grants-are-ignored", "MGMT-PERM-006", _ignoring(_SET, _is_empty)),
    breach("missing-grants-are-ignored", "MGMT-PERM-006", _ignoring(_SET, _has_no_list)),
    breach("set-drops-inherited", "MGMT-PERM-007", _without_inherited_after(_SET)),
    breach("update-drops-inherited", "MGMT-PERM-007", _without_inherited_after(_UPDATE)),
    breach("updated-grants-replace", "MGMT-PERM-008", _by_method(_UPDATE, "PUT")),
    breach("levels-are-not-changed", "MGMT-PERM-009", _keeping_levels),
    breach("levels-are-doubled", "MGMT-PERM-009", answer(_grants(_doubled), _READ)),
    breach("set-answers-the-old-grants", "MGMT-PERM-010", _answering_the_old(_SET)),
    breach("update-answers-the-old-grants", "MGMT-PERM-010", _answering_the_old(_UPDATE)),
    breach("there-are-four-levels", "MGMT-PERM-013", answer(_with_another_level, is_levels)),
    breach("there-are-two-levels", "MGMT-PERM-013", answer(_with_a_level_less, is_levels)),
    breach("grants-reach-all", "MGMT-PERM-016", _granting_on_all),
)

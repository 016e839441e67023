"""Servers that take requests about permissions that they have to refuse."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from .edits import COLLECTION, objects, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .setting_edits import PERMISSIONS, is_levels, permissions, read

_READ = permissions("GET")
_SET = permissions("PUT")
_UPDATE = permissions("PATCH")
_CHANGE = permissions("PUT", "PATCH")


def _entries(body: Object) -> list[Object]:
    return objects(body, "access_control_list")


def _keeping(body: Object, entries: Iterable[Object]) -> None:
    body["access_control_list"] = list(entries)


def _by_name(where: Callable[[Call], bool]) -> Mutation:
    """Take the name of an endpoint for its id."""

    async def mutation(call: Call, server: Server) -> Answer:
        if not where(call):
            return await server.answer(call)
        name = call.path.removeprefix(f"{PERMISSIONS}/").partition("/")[0]
        known = (await read(call, server, f"{COLLECTION}/{name}")).json.get("id", name)
        return await server.answer(replace(call, path=call.path.replace(name, str(known))))

    return mutation


async def _deleting_behind_a_refusal(call: Call, server: Server) -> Answer:
    """Refuse a broken entry, and delete all direct grants."""
    found = await server.answer(call)
    if _SET(call) and found.status == 400:
        await server.answer(call.with_json({"access_control_list": []}))
    return found


def _knowing_all(where: Callable[[Call], bool]) -> Mutation:
    """Answer an unknown id with no grants."""

    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        if not where(call) or found.status != 404:
            return found
        return replace(found, status=200).with_json({"access_control_list": []})

    return mutation


async def _remembering_the_deleted(call: Call, server: Server) -> Answer:
    """Go on returning the grants on endpoints that were deleted."""
    found = await server.answer(call)
    if not _READ(call):
        return found
    if found.status == 200:
        server.memory[call.path] = found.json
    known = server.memory.get(call.path)
    return found if known is None else replace(found, status=200).with_json(known)


def _for_one(body: Object) -> None:
    for entry in _entries(body):
        if "group_name" in entry:
            entry.pop("user_name", None)


def _for_somebody(body: Object) -> None:
    named = ("user_name", "group_name", "service_principal_name")
    _keeping(body, (entry for entry in _entries(body) if entry.keys() & {*named}))


def _known_levels(body: Object) -> None:
    for entry in _entries(body):
        if entry.get("permission_level") == "CAN_RUN":
            entry["permission_level"] = "CAN_VIEW"


MUTANTS: tuple[Mutant, ...] = (
    breach("names-are-ids", "MGMT-PERM-002", _by_name(_READ)),
    breach("grants-are-set-by-name", "MGMT-PERM-002", _by_name(_SET)),
    breach("grants-are-updated-by-name", "MGMT-PERM-002", _by_name(_UPDATE)),
    breach("entries-for-two", "MGMT-PERM-011", request(_for_one, _CHANGE)),
    breach("entries-for-nobody", "MGMT-PERM-011", request(_for_somebody, _CHANGE)),
    breach("broken-entries-delete", "MGMT-PERM-011", _deleting_behind_a_refusal),
    breach("any-level-is-taken", "MGMT-PERM-012", request(_known_levels, _CHANGE)),
    breach("unknown-ids-are-read", "MGMT-PERM-014", _knowing_all(_READ)),
    breach("unknown-ids-have-levels", "MGMT-PERM-014", _knowing_all(is_levels)),
    breach("unknown-ids-are-set", "MGMT-PERM-014", _knowing_all(_CHANGE)),
    breach("deleted-ids-are-read", "MGMT-PERM-015", _remembering_the_deleted),
)

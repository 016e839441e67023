"""Finds out what a target is: our reference server or not, its profiles, base paths and models."""

from collections.abc import Mapping, Sequence

from . import forms, leftovers, models, surfaces
from .absent import absent, no_model
from .exchange import Exchange
from .json_values import as_list, as_object, as_text
from .locating import Place, ask, find_all, send, value_of
from .session import Session
from .specification import operations
from .target import Target, Task

WELL_KNOWN = "/.well-known/invocant"
_LISTING = {"gateway": models.from_models, "management": models.from_endpoints}
_MANAGEMENT = "management"
_LISTED_BY = {"gateway": "gateway", "invocations": _MANAGEMENT}


async def says_reference(session: Session) -> bool:
    """Whether the target says that it is the reference server.

    Raises Unreachable when there is no connection.
    """
    answer = await send(session, "GET", WELL_KNOWN)
    return answer.status == 200 and value_of(answer).get("reference") is True


async def probe(
    session: Session,
    *,
    profiles: Sequence[str],
    named: Mapping[Task, str],
    reference: bool,
) -> Target:
    """Find the profiles (all that there are when none is asked for), base paths and models.

    The session's base is the path of the URL that the user gave; `named` has the models that the
    user named for a task. Raises Unreachable, in one line, when a profile that was asked for is
    not there, or none is.
    """
    found = await find_all(session, profiles, named)
    chosen = {
        name: models.with_derived(
            await _models(session, name, found) | dict(named), translating=name == "gateway"
        )
        for name in found
    }
    asked = {} if reference else {name: session.at(item.base) for name, item in found.items()}
    others = await forms.left_to_others(asked, chosen)
    served = await _served(session, found, chosen)
    unknown = session.ledger.prefix + "-absent"
    every = [
        each
        for name in found
        for each in surfaces.of(name, chosen[name], unknown, served)
        if (name, each.task) not in others
    ]
    left_out = await absent(session, found, every) | forms.of_others(others)
    return Target(
        url=session.url,
        bases={name: item.base for name, item in found.items()},
        surfaces=tuple(each for each in every if each.operation_id not in left_out),
        missing={
            (name, task): no_model(task)
            for name in found
            for task in surfaces.tasks(name)
            if task not in chosen[name] and (name, task) not in others and _needs_model(name, task)
        },
        is_reference=reference,
        absent=left_out,
        served=served,
        others=others,
        left_over=await _left_over(session, found),
    )


def _needs_model(profile: str, task: Task) -> bool:
    described = [each for each in operations.of_profile(profile) if task in each.tasks]
    return any(surfaces.needs_model(each, task) for each in described)


async def _served(
    session: Session, found: Mapping[str, Place], chosen: Mapping[str, Mapping[Task, str]]
) -> dict[str, str]:
    """Return the name of a served entity of each model that some operation needs one of."""
    needed = {
        chosen[profile][task]
        for profile in found
        for operation in operations.of_profile(profile)
        if "served-model-name" in operation.resources.values()
        for task in operation.tasks
        if task in chosen[profile]
    }
    known: dict[str, str] = {}
    for name in sorted(needed):
        entity = await _entity(session, name, next(iter(found.values())).base)
        if entity:
            known[name] = entity
    return known


async def _entity(session: Session, name: str, base: str) -> str:
    """Return the name of a served entity of an endpoint, "" where the target does not show it."""
    read = operations.reading_one(_LISTED_BY["invocations"])
    if read is None:
        return ""
    path = surfaces.filled(read, {"endpoint-name": name})
    answer = await send(session.at(base), read.method, path)
    config = as_object(value_of(answer).get("config"))
    entities = [as_object(each) for each in as_list(config.get("served_entities"))]
    return next((as_text(each.get("name")) for each in entities), "")


async def _left_over(session: Session, found: Mapping[str, Place]) -> tuple[str, ...]:
    """Return the endpoints that only a run of the suite can have created."""
    if _MANAGEMENT not in found:
        return ()
    answer = await _listing(session, _MANAGEMENT, _MANAGEMENT, found)
    return leftovers.names(value_of(answer))


async def left_over(session: Session) -> tuple[Session, tuple[str, ...]]:
    """Return a session for the target's endpoints, and those that runs of the suite left there.

    Raises Unreachable where the target has no endpoints to manage.
    """
    found = await find_all(session, [_MANAGEMENT])
    managed = session.at(found[_MANAGEMENT].base, managed=surfaces.collection(_MANAGEMENT))
    return managed, await _left_over(session, found)


async def _models(session: Session, profile: str, found: Mapping[str, Place]) -> dict[Task, str]:
    """Return the models that the target lists for the tasks of a profile."""
    listing = _LISTED_BY.get(profile)
    if listing is None:
        return {}
    answer = await _listing(session, profile, listing, found)
    return dict(_LISTING[listing](value_of(answer)))


async def _listing(
    session: Session, profile: str, listing: str, found: Mapping[str, Place]
) -> Exchange:
    """Return the answer of the list that is described in a profile, for another or the same."""
    operation = operations.listing(listing)
    answer = found[listing].answer if listing in found else None
    if answer is None or not answer.url.endswith(operation.path) or answer.method != "GET":
        answer = await ask(session.at(found[profile].base), operation)
    return answer

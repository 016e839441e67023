"""Finds out what a target is: our reference server or not, its profiles, base paths and models."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from . import leftovers, models, surfaces
from .decoding import json_of
from .exchange import Exchange
from .json_values import JsonObject, JsonValue, as_list, as_object, as_text
from .outcomes import Failed, Untestable
from .session import Session
from .specification import links, operations
from .specification.naming import makers
from .specification.records import JSON, Operation
from .target import Surface, Target, Task, word_of

WELL_KNOWN = "/.well-known/invocant"
_UNHARMED = {"x-invocant-fault": "none"}
"""Keeps the faults on demand of our reference server, which nobody else knows, out of this."""

_NOT_THERE = (404, 405, 501)
_LISTING = {"gateway": models.from_models, "management": models.from_endpoints}
_MANAGEMENT = "management"
_LISTED_BY = {"gateway": "gateway", "invocations": _MANAGEMENT}


class Unreachable(Exception):
    """The target does not answer, is not ready, refuses the credentials or lacks a profile."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    """A profile at a base path, with the answer that showed it."""

    base: str
    answer: Exchange


async def says_reference(session: Session) -> bool:
    """Whether the target says that it is the reference server.

    Raises Unreachable when there is no connection.
    """
    answer = await _send(session, "GET", WELL_KNOWN)
    return answer.status == 200 and _object(answer).get("reference") is True


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
    found = await _find_all(session, profiles)
    chosen = {
        name: models.with_derived(
            await _models(session, name, found) | dict(named), translating=name == "gateway"
        )
        for name in found
    }
    served = await _served(session, found, chosen)
    unknown = session.ledger.prefix + "-absent"
    every = [each for name in found for each in surfaces.of(name, chosen[name], unknown, served)]
    absent = await _absent(session, found, chosen, every)
    return Target(
        url=session.url,
        bases={name: item.base for name, item in found.items()},
        surfaces=tuple(each for each in every if each.operation_id not in absent),
        missing={
            (name, task): _no_model(task)
            for name in found
            for task in surfaces.tasks(name)
            if task not in chosen[name] and _needs_model(name, task)
        },
        is_reference=reference,
        absent=absent,
        served=served,
        left_over=await _left_over(session, found),
    )


def _needs_model(profile: str, task: Task) -> bool:
    described = [each for each in operations.of_profile(profile) if task in each.tasks]
    return any(surfaces.needs_model(each, task) for each in described)


def _no_model(task: Task) -> str:
    return f"no {task} model is known; name one with --endpoint {word_of(task)}=NAME"


async def _served(
    session: Session, found: Mapping[str, _Found], chosen: Mapping[str, Mapping[Task, str]]
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
    answer = await _send(session.at(base), read.method, path)
    config = as_object(_object(answer).get("config"))
    entities = [as_object(each) for each in as_list(config.get("served_entities"))]
    return next((as_text(each.get("name")) for each in entities), "")


async def _left_over(session: Session, found: Mapping[str, _Found]) -> tuple[str, ...]:
    """Return the endpoints that only a run of the suite can have created."""
    if _MANAGEMENT not in found:
        return ()
    answer = await _listing(session, _MANAGEMENT, _MANAGEMENT, found)
    return leftovers.names(_object(answer))


async def left_over(session: Session) -> tuple[Session, tuple[str, ...]]:
    """Return a session for the target's endpoints, and those that runs of the suite left there.

    Raises Unreachable where the target has no endpoints to manage.
    """
    found = await _find_all(session, [_MANAGEMENT])
    managed = session.at(found[_MANAGEMENT].base, managed=surfaces.collection(_MANAGEMENT))
    return managed, await _left_over(session, found)


async def _absent(
    session: Session,
    found: Mapping[str, _Found],
    chosen: Mapping[str, Mapping[Task, str]],
    every: Sequence[Surface],
) -> dict[str, str]:
    """Return why optional operations cannot be tried, by operation id.

    404, 405 and 501 for an empty request say that an operation is not there; where even that
    could make something, it is no object. What makes something for an empty object is left out
    unless the run may write. What could delete something is not asked; it is there
    if its path is, and what another operation's answer names is there with that operation.
    """
    absent: dict[str, str] = {}
    for profile, place in found.items():
        for operation in operations.of_profile(profile):
            if not operation.optional:
                continue
            surface = next((each for each in every if each.operation_id == operation.id), None)
            link = links.leading_to(operation)
            if link is not None:
                if link.source.id in absent:
                    absent[operation.id] = absent[link.source.id]
                continue
            if surface is None:
                absent[operation.id] = _no_model(operation.tasks[0])
            elif operation.path in makers() and not session.allow_writes:
                absent[operation.id] = "makes what stays, which needs --allow-writes"
            elif operation.method != "DELETE":
                body: JsonValue = (
                    ({} if operation.tasks else []) if operation.takes_a_body else None
                )
                there = session.at(surfaces.base(operation, place.base))
                answer = await _send(there, surface.method, surface.path, body)
                if answer.status in _NOT_THERE:
                    absent[operation.id] = f"answers {answer.status}"
    return absent


async def _find_all(session: Session, profiles: Sequence[str]) -> Mapping[str, _Found]:
    """Find the profiles that were asked for, all that there are when none was."""
    results = {name: await _find(session, name) for name in profiles or operations.probed()}
    found = {name: item for name, item in results.items() if isinstance(item, _Found)}
    problems = [item for item in results.values() if isinstance(item, str)]
    if problems and (profiles or not found):
        raise Unreachable("; ".join(problems))
    return found


async def _find(session: Session, profile: str) -> _Found | str:
    """Return where a profile is, or, in one phrase, why it is not there."""
    described = [item for item in operations.of_profile(profile) if "{" not in item.path]
    asked = [item for item in described if item.method == "GET" or item.tasks]
    asked = [item for item in asked if not item.optional] or asked
    asked.sort(key=lambda operation: operation.method != "GET")
    problems: list[str] = []
    for operation in asked:
        for base in _bases(session.base, operation):
            answer = await _ask(session.at(base), operation)
            problem = _problem(answer, operation, session)
            if problem is None:
                return _Found(base=base, answer=answer)
            problem = f"{profile}: {operation.method} {base}{operation.path} {problem}"
            if answer.status in (401, 403) or answer.status >= 500:
                return problem
            problems.append(problem)
    return next(iter(problems), f"{profile}: cannot be probed")


def _bases(given: str, operation: Operation) -> tuple[str, ...]:
    """Return the base paths to try: what the user gave, and the documented ones at its root.

    What the user gave may end with a documented base or with the beginning of some path. What
    others answer is where the user says.
    """
    if operation.webhook:
        return (given,)
    ends = sorted(_known_ends(), key=len, reverse=True)
    root = next((given.removesuffix(end) for end in ends if given.endswith(end)), given)
    documented = [root + base for base in operation.bases]
    first = [given] if given in documented else []
    return tuple(dict.fromkeys([*first, *documented]))


def _known_ends() -> frozenset[str]:
    """Return every documented base path and every beginning of a documented path."""
    ends: set[str] = set()
    for operation in operations.load():
        steps = operation.path.split("/")
        ends |= {"/".join(steps[:count]) for count in range(2, len(steps) + 1)}
        ends |= set(operation.bases) - {""}
    return frozenset(ends)


def _problem(answer: Exchange, operation: Operation, session: Session) -> str | None:
    """Return why an answer does not show its profile, None when it does."""
    if answer.status in (401, 403):
        given = " and the ".join(session.credentials.kinds)
        what = f"refuses the {given}" if given else "needs a token: give --token"
        return f"{what} ({answer.status})"
    if answer.status == 407:
        return "is refused by the proxy (407): give its user and password with --proxy"
    if answer.status in (404, 405) or answer.status >= 500:
        return f"answers {answer.status}"
    if answer.method == "GET" and not (answer.status == 200 and _is_documented(answer, operation)):
        return f"answers {answer.status} without a JSON object"
    return None


async def _ask(session: Session, operation: Operation) -> Exchange:
    """Send an operation's cheapest request: a GET, or an empty object, which asks no model."""
    body: JsonValue = None if operation.method == "GET" else {}
    return await _send(session, operation.method, operation.path, body)


async def _send(session: Session, method: str, path: str, body: JsonValue = None) -> Exchange:
    try:
        return await session.send(method, path, json=body, headers=_UNHARMED)
    except (Failed, Untestable) as end:
        raise Unreachable(f"{session.url}: {end.message}") from end


async def _models(session: Session, profile: str, found: Mapping[str, _Found]) -> dict[Task, str]:
    """Return the models that the target lists for the tasks of a profile."""
    listing = _LISTED_BY.get(profile)
    if listing is None:
        return {}
    answer = await _listing(session, profile, listing, found)
    return dict(_LISTING[listing](_object(answer)))


async def _listing(
    session: Session, profile: str, listing: str, found: Mapping[str, _Found]
) -> Exchange:
    """Return the answer of the list that is described in a profile, for another or the same."""
    operation = operations.listing(listing)
    answer = found[listing].answer if listing in found else None
    if answer is None or not answer.url.endswith(operation.path) or answer.method != "GET":
        answer = await _ask(session.at(found[profile].base), operation)
    return answer


def _object(answer: Exchange) -> JsonObject:
    try:
        return as_object(json_of(answer))
    except Failed:
        return {}


def _is_documented(answer: Exchange, operation: Operation) -> bool:
    """Whether a body is what the operation answers: an object where that is JSON."""
    if JSON not in operation.media.get(200, ()):
        return True
    try:
        return isinstance(json_of(answer), dict)
    except Failed:
        return False

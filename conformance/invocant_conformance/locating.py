"""Finds where the profiles of a target are, and how it answers what is asked of it first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from . import forms
from .decoding import json_of
from .exchange import Exchange
from .json_values import JsonObject, JsonValue, as_object
from .outcomes import Failed, Untestable
from .session import Session
from .specification import operations
from .specification.records import JSON, Operation
from .target import Task

_UNHARMED = {"x-invocant-fault": "none"}
"""Keeps the faults on demand of our reference server, which nobody else knows, out of this."""


class Unreachable(Exception):
    """The target does not answer, is not ready, refuses the credentials or lacks a profile."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A profile at a base path, with the answer that showed it."""

    base: str
    answer: Exchange


async def find_all(
    session: Session, profiles: Sequence[str], named: Collection[Task] = ()
) -> Mapping[str, Place]:
    """Find the profiles that were asked for, all that there are when none was.

    `named` are the tasks of which the user named a model. Raises Unreachable, in one line, when
    one that was asked for is not there, or none is.
    """
    results = {name: await _find(session, name, named) for name in profiles or operations.probed()}
    found = {name: item for name, item in results.items() if isinstance(item, Place)}
    problems = [item for item in results.values() if isinstance(item, str)]
    if problems and (profiles or not found):
        raise Unreachable("; ".join(problems))
    return found


async def _find(session: Session, profile: str, named: Collection[Task]) -> Place | str:
    """Return where a profile is, or, in one phrase, why it is not there.

    Servers that are for one model are asked only for tasks that have a named one, if any has.
    """
    described = [item for item in operations.of_profile(profile) if "{" not in item.path]
    asked = [item for item in described if item.method == "GET" or item.tasks]
    asked = [item for item in asked if forms.is_asked(item, named)] or asked
    asked = [item for item in asked if not item.optional] or asked
    asked.sort(key=lambda operation: operation.method != "GET")
    problems: list[str] = []
    for operation in asked:
        for base in _bases(session.base, operation):
            answer = await ask(session.at(base), operation)
            problem = _problem(answer, operation, session)
            if problem is None:
                return Place(base=base, answer=answer)
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


async def ask(session: Session, operation: Operation) -> Exchange:
    """Send an operation's cheapest request: a GET, or an empty object, which asks no model."""
    body: JsonValue = None if operation.method == "GET" else {}
    return await send(session, operation.method, operation.path, body)


async def send(session: Session, method: str, path: str, body: JsonValue = None) -> Exchange:
    """Send a request without body where it is None. Raises Unreachable without an answer."""
    try:
        return await session.send(method, path, json=body, headers=_UNHARMED)
    except (Failed, Untestable) as end:
        raise Unreachable(f"{session.url}: {end.message}") from end


def value_of(answer: Exchange) -> JsonObject:
    """Return the JSON object that an answer is, an empty one where it is none."""
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

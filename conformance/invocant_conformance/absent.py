"""Which optional operations a target does not have, or cannot be tried on."""

from collections.abc import Iterator, Mapping, Sequence

from . import locating, surfaces
from .exchange import Exchange
from .json_values import JsonValue
from .locating import Place
from .session import Session
from .specification import document, links, operations
from .specification.naming import makers
from .specification.records import Operation
from .target import Surface, Task, word_of

_NOT_THERE = (404, 405, 501)


async def absent(
    session: Session, found: Mapping[str, Place], every: Sequence[Surface]
) -> dict[str, str]:
    """Return why optional operations cannot be tried, by operation id.

    404, 405 and 501 for an empty request say that an operation is not there; where even that
    could make something, it is no object. What makes something for an empty object is left out
    unless the run may write. What could delete something is not asked; it is there
    if its path is, and what another operation's answer names is there with that operation.
    """
    reasons: dict[str, str] = {}
    for operation, place in _optional(found):
        surface = next((each for each in every if each.operation_id == operation.id), None)
        link = links.leading_to(operation)
        if link is not None:
            reason = reasons.get(link.source.id)
        elif surface is None:
            reason = no_model(operation.tasks[0])
        elif operation.path in makers() and not session.allow_writes:
            reason = "makes what stays, which needs --allow-writes"
        else:
            there = session.at(surfaces.base(operation, place.base))
            reason = await _refused(there, operation, surface)
        if reason is not None:
            reasons[operation.id] = reason
    return reasons


def no_model(task: Task) -> str:
    """Return what is said where a task has no model."""
    return f"no {task} model is known; name one with --endpoint {word_of(task)}=NAME"


def _optional(found: Mapping[str, Place]) -> Iterator[tuple[Operation, Place]]:
    for profile, place in found.items():
        for operation in operations.of_profile(profile):
            if operation.optional:
                yield operation, place


async def _refused(session: Session, operation: Operation, surface: Surface) -> str | None:
    """Ask for an operation; return how the answer shows that it is not there, None if it is."""
    if operation.method == "DELETE":
        return None
    empty: JsonValue = {} if operation.tasks else []
    body = empty if operation.takes_a_body else None
    answer = await locating.send(session, surface.method, surface.path, body)
    if answer.status in _NOT_THERE:
        return f"answers {answer.status}"
    if _is_of_another(answer, operation):
        return "answers as another operation of that path"
    return None


def _is_of_another(answer: Exchange, operation: Operation) -> bool:
    """Whether an answer has members, but none of those that are documented as required.

    Every server has a GET /health, but few have the one that lists deployments.
    """
    schema = operation.signature(None).response if not operation.tasks else None
    required = document.required(schema) if schema is not None else frozenset[str]()
    members = locating.value_of(answer).keys()
    return answer.method == "GET" and bool(members and required) and not members & required

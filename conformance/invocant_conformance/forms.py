"""Which tasks the server of one model leaves to servers of other models.

A model server has one operation for every kind of model. A model takes what its kind takes, and
of the forms of tensors those that its signature allows.
"""

from collections.abc import Collection, Mapping

from .outcomes import Outcome
from .session import Session
from .specification import operations
from .specification.records import Operation
from .surfaces import surface
from .target import SCORING, Task

_TENSORS: tuple[Task, ...] = ("instances", "inputs")
_REFUSED = 400


async def left_to_others(
    found: Mapping[str, Session], models: Mapping[str, Mapping[Task, str]]
) -> frozenset[tuple[str, Task]]:
    """Return, with its profile, every task for which the target has no model and needs none.

    Only what others than the workspace answer is for one model. `found` has a session for each
    profile that was found, `models` the models of each: where none is named every task is tried.
    Of the forms of tensors, those whose documented request is refused are not the model's.
    """
    others: set[tuple[str, Task]] = set()
    for profile, session in found.items():
        for operation in operations.of_profile(profile):
            named = set(operation.tasks) & models[profile].keys()
            asked = {task for each in operations.of_profile(profile) for task in each.tasks}
            if not operation.webhook or not asked & models[profile].keys():
                continue
            others |= {(profile, task) for task in operation.tasks if task not in named}
            if named.issuperset(SCORING):
                refused = await _refused_tensors(session, operation)
                others |= {(profile, task) for task in refused}
    return frozenset(others)


def is_asked(operation: Operation, named: Collection[Task]) -> bool:
    """Whether an operation is for a task of which a model is named, or not for one model."""
    return not operation.webhook or not operation.tasks or any(t in named for t in operation.tasks)


def of_others(others: Collection[tuple[str, Task]]) -> dict[str, str]:
    """Return why operations all of whose tasks are left to others are absent, by their ids."""
    return {
        operation.id: "is for models of another task"
        for operation in operations.webhooks()
        if operation.tasks and all((operation.profile, task) in others for task in operation.tasks)
    }


async def _refused_tensors(session: Session, operation: Operation) -> list[Task]:
    """Return the forms of tensors that the model refuses, none where it refuses all of them."""
    refused: list[Task] = []
    for task in _TENSORS:
        place = surface(operation, name="", task=task)
        example = dict(operation.signature(task).example)
        try:
            answer = await session.send(place.method, place.path, json=example)
        except Outcome:
            continue
        if answer.status == _REFUSED:
            refused.append(task)
    return refused if len(refused) < len(_TENSORS) else []

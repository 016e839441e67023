"""What an endpoint does, from which follow the form of its requests and the meaning of answers."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

from ..json_data import is_object, is_text, member, members
from ..violations import refuse

__all__ = ["Task", "task_from_answer", "task_from_catalogue", "task_named"]


class Task(Enum):
    """Forms of requests that `ai_query` makes."""

    CHAT = "chat"
    COMPLETIONS = "completions"
    EMBEDDINGS = "embeddings"
    CUSTOM = "custom"


_NAMED: Final[Mapping[str, Task]] = {
    "llm/v1/chat": Task.CHAT,
    "llm/v1/completions": Task.COMPLETIONS,
    "llm/v1/embeddings": Task.EMBEDDINGS,
    "agent/v1/chat": Task.CHAT,
    "agent/v2/chat": Task.CHAT,
}
_LISTS: Final = ("served_entities", "served_models")


def task_named(name: str) -> Task:
    """The task that an API calls by this name, such as ``llm/v1/chat``; also ``custom``.

    Raises RequestError for names that `ai_query` has no request for.
    """
    if name in _NAMED:
        return _NAMED[name]
    try:
        return Task(name)
    except ValueError:
        raise refuse(("task",), "is none that ai_query has requests for", repr(name)) from None


def task_from_answer(endpoint: object) -> Task:
    """The task of an endpoint that the management API describes.

    It stands at the endpoint or at what it serves; custom models have none. Raises RequestError as
    :func:`task_named` does.
    """
    config = member(endpoint, "config")
    served = [each for name in _LISTS for each in members(config, name)]
    told = [member(endpoint, "task"), *map(_task_served, served)]
    return next((task_named(name) for name in told if is_text(name) and name), Task.CUSTOM)


def task_from_catalogue(models: object, name: str) -> Task | None:
    """The task of the model of this name in the catalogue; None where it has none such."""
    rows: Sequence[object] = members(models, "models")
    row = next((row for row in rows if is_object(row) and row.get("name") == name), None)
    task = member(row, "task")
    return _NAMED.get(task) if is_text(task) else None


def _task_served(entity: object) -> object:
    return member(member(entity, "external_model"), "task")

"""Which of a target's models the suite talks to."""

from collections.abc import Iterable, Mapping

from invocant import spec

from .json_values import JsonValue, as_list, as_object, as_text
from .target import TASKS, Task

_EMBEDDING_WORDS = ("embed", "bge-", "gte-", "e5-", "minilm")
_OTHER_WORDS = ("rerank", "moderation", "whisper", "tts", "dall-e", "image", "audio", "realtime")


def catalogue() -> Mapping[str, Task]:
    """Return the hosted models of the specification and their tasks."""
    rows = [as_object(row) for row in as_list(spec.models().get("models"))]
    known: dict[str, Task] = {}
    for row in rows:
        task = _task(as_text(row.get("task")))
        if task is not None:
            known[as_text(row.get("name"))] = task
    return known


def from_endpoints(listing: JsonValue) -> Mapping[Task, str]:
    """Choose from the answer of the serving-endpoints list: the first ready one of each task."""
    rows = [as_object(row) for row in as_list(as_object(listing).get("endpoints"))]
    rows.sort(key=lambda row: as_object(row.get("state")).get("ready") != "READY")
    return _first((as_text(row.get("name")), _task(as_text(row.get("task")))) for row in rows)


def from_models(listing: JsonValue) -> Mapping[Task, str]:
    """Choose from the answer of a gateway's list of models: the first of each task.

    The task is what the entry says as its mode, else what the catalogue knows of the name, else
    what the name suggests.
    """
    rows = [as_object(row) for row in as_list(as_object(listing).get("data"))]
    known = catalogue()
    return _first(
        (name, _task(as_text(row.get("mode"))) or known.get(name) or _suggested(name))
        for row in rows
        if (name := as_text(row.get("id")))
    )


def _first(named: Iterable[tuple[str, Task | None]]) -> Mapping[Task, str]:
    chosen: dict[Task, str] = {}
    for name, task in named:
        if name and task:
            chosen.setdefault(task, name)
    return chosen


def _task(word: str) -> Task | None:
    """Read a task such as llm/v1/chat, or a mode such as embedding."""
    last = word.rpartition("/")[2]
    return next((task for task in TASKS if last and task.startswith(last)), None)


def _suggested(name: str) -> Task | None:
    lowered = name.lower()
    if any(word in lowered for word in _EMBEDDING_WORDS):
        return "embeddings"
    return None if any(word in lowered for word in _OTHER_WORDS) else "chat"

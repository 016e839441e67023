"""Which of a target's models the suite talks to."""

from collections.abc import Iterable, Iterator, Mapping

from invocant import spec

from .json_values import JsonObject, JsonValue, as_list, as_object, as_text
from .target import SCORING, TASKS, Task

_EMBEDDING_WORDS = ("embed", "bge-", "gte-", "e5-", "minilm")
_OTHER_WORDS = ("rerank", "moderation", "whisper", "tts", "dall-e", "image", "audio", "realtime")
_API_TYPES: Mapping[str, Task] = {
    "messages": "messages",
    "responses": "responses",
    "gemini": "gemini",
    "generatecontent": "gemini",
}
"""Words in the `api_types` of a hosted model, and the tasks that they show."""

_TRANSLATED: tuple[Task, ...] = ("messages", "responses", "gemini")
"""Formats into which a gateway translates what a chat model takes and gives."""


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
    """Choose from the answer of the serving-endpoints list: the first ready one of each task.

    An endpoint serves its task, the formats among its hosted model's `api_types`, and, where it
    has neither task nor hosted or external models, what MLflow's scoring protocol takes.
    """
    rows = [as_object(row) for row in as_list(as_object(listing).get("endpoints"))]
    rows.sort(key=lambda row: as_object(row.get("state")).get("ready") != "READY")
    return _first((as_text(row.get("name")), task) for row in rows for task in _of_endpoint(row))


def from_models(listing: JsonValue) -> Mapping[Task, str]:
    """Choose from the answer of a gateway's list of models: the first of each task.

    The task is what the entry says as its mode, else what the catalogue knows of the name, else
    what the name suggests. Two chat models make one batch.
    """
    rows = [as_object(row) for row in as_list(as_object(listing).get("data"))]
    known = catalogue()
    named: list[tuple[str, Task | None]] = [
        (name, _task(as_text(row.get("mode"))) or known.get(name) or _suggested(name))
        for row in rows
        if (name := as_text(row.get("id")))
    ]
    chats = [name for name, task in named if task == "chat"]
    batch: list[tuple[str, Task]] = [(",".join(chats[:2]), "batch_chat")] if chats[1:] else []
    return _first([*named, *batch])


def with_derived(chosen: Mapping[Task, str], *, translating: bool) -> dict[Task, str]:
    """Add the models of tasks that are another side of one that has a model.

    `translating`: chat models also take the formats that a gateway translates.
    """
    found = dict(chosen)
    if translating and "chat" in found:
        found = dict.fromkeys(_TRANSLATED, found["chat"]) | found
    if "messages" in found:
        found.setdefault("count_tokens", found["messages"])
    if "chat" in found:
        found.setdefault("batch_chat", f"{found['chat']},{found['chat']}")
    return found


def _of_endpoint(row: JsonObject) -> Iterator[Task]:
    task = _task(as_text(row.get("task")))
    if task is not None:
        yield task
    entities = [as_object(each) for each in as_list(_config(row).get("served_entities"))]
    for entity in entities:
        for kind in as_list(as_object(entity.get("foundation_model")).get("api_types")):
            for word, known in _API_TYPES.items():
                if word in as_text(kind).lower():
                    yield known
    if "task" not in row and entities and not any(map(_is_no_custom_model, entities)):
        yield from SCORING


def _config(row: JsonObject) -> JsonObject:
    return as_object(row.get("config"))


def _is_no_custom_model(entity: JsonObject) -> bool:
    return "external_model" in entity or "foundation_model" in entity


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

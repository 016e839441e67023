"""When waiting ends, as `x-wait` says it, in the words of the package's runtime."""

from collections.abc import Mapping
from dataclasses import dataclass

from .json_values import JsonObject, JsonValue, as_list, as_object, as_text

Path = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Condition:
    """What the values of one member of the answer mean."""

    at: Path
    done: tuple[str, ...]
    pending: tuple[str, ...]
    busy: tuple[str, ...]
    failed: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """Where the answer lists what its resource is made of, and where a part tells its state."""

    lists: tuple[Path, ...]
    name: Path
    state: Path
    message: Path
    failed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class WaitRule:
    """When a goal is reached; `constant` is the rule's name in a module of resources."""

    constant: str
    goal: str
    conditions: tuple[Condition, ...]
    parts: Parts | None


def wait_rule(operation: str, said: JsonObject, goal: str) -> WaitRule:
    """Return the rule for one goal from the `x-wait` of the operation that is polled."""
    state = as_object(as_object(said.get("states")).get(goal))
    parts = as_object(state.get("parts"))
    return WaitRule(
        constant=f"{operation}_UNTIL_{goal.upper()}",
        goal=goal,
        conditions=tuple(_condition(as_object(each)) for each in as_list(state.get("conditions"))),
        parts=_parts(parts) if parts else None,
    )


def path(pointer: JsonValue) -> Path:
    """Return the member names of a JSON pointer."""
    return tuple(as_text(pointer).split("/")[1:])


def _condition(said: JsonObject) -> Condition:
    return Condition(
        at=path(said.get("at")),
        done=_texts(said.get("done")),
        pending=_texts(said.get("pending")),
        busy=_texts(said.get("busy")),
        failed={key: as_text(reason) for key, reason in as_object(said.get("failed")).items()},
    )


def _parts(said: JsonObject) -> Parts:
    return Parts(
        lists=tuple(map(path, as_list(said.get("lists")))),
        name=path(said.get("name")),
        state=path(said.get("state")),
        message=path(said.get("message")),
        failed=_texts(said.get("failed")),
    )


def _texts(values: JsonValue) -> tuple[str, ...]:
    return tuple(map(as_text, as_list(values)))

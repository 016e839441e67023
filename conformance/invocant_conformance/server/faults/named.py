"""Models that are named after a fault, such as fault-429 or fault-cut;after=3.

fault-429+databricks-bge-large-en is that model with the fault. Without a model's name the first
one answers that serves what is asked for. They are in no list; an endpoint that was created under
such a name is, and is struck as its name says.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ...json_values import JsonValue, as_text, is_object
from ...target import SCORING, Task
from .. import served
from ..errors import Kind, Refused
from ..handlers import Call
from ..profiles import GATEWAY
from ..served import Served
from .values import FaultError

PREFIX: Final = "fault-"
_MODEL: Final = "+"
_IN_PATHS: Final = ("name", "model")
_SAME: Final[Mapping[Task, str]] = {
    "batch_chat": "chat",
    "count_tokens": "chat",
    **dict.fromkeys(SCORING, served.SCORING),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Meant:
    """What a call means: a fault, None for none, and the call of a model that there is."""

    spec: str | None
    call: Call


def asks(names: Mapping[str, str], body: JsonValue) -> bool:
    """Whether a query is for a model that is named after a fault."""
    given: JsonValue = names.get("name") or names.get("model")
    if given is None and is_object(body):
        given = body.get("model")
    return isinstance(given, str) and given.startswith(PREFIX)


def model(call: Call) -> str:
    """Return the model or endpoint that a query is for, "" for what is no query."""
    if not call.operation.tasks:
        return ""
    in_path = (call.path[name] for name in _IN_PATHS if name in call.path)
    return next(in_path, as_text(call.body.get("model")))


def tasks(call: Call) -> Iterator[Task]:
    """Yield the tasks that a query is for, judged by its body."""
    return (task for task in call.operation.tasks if call.fits(task))


def meant(call: Call) -> Meant:
    """Return what a call means. Raises Refused for a fault that cannot be understood."""
    name = model(call)
    if not name.startswith(PREFIX):
        return Meant(spec=None, call=call)
    spec, _, real = name.removeprefix(PREFIX).partition(_MODEL)
    exists = call.services.store.find(name) is not None
    try:
        call.services.faults.read(spec)
    except FaultError as error:
        if exists:
            return Meant(spec=None, call=call)
        raise Refused(Kind.INVALID_FIELD, f"model: {error}.", "model") from None
    return Meant(spec=spec, call=call if exists else _naming(call, real or _stand_in(call)))


def _naming(call: Call, name: str) -> Call:
    in_path = {key: name for key in _IN_PATHS if key in call.path}
    value = {**call.body, "model": name} if "model" in call.body else call.value
    return call._replace(path={**call.path, **in_path}, value=value)


def _stand_in(call: Call) -> str:
    """Return the first model that serves what a query is for, "" where none does."""
    wanted: list[Task] = [*tasks(call), *call.operation.tasks]
    services = call.services
    directory = services.gateway if call.operation.profile == GATEWAY else services.directory
    found = (each.name for each in directory.all() if each.routes and _serves(each, wanted[0]))
    return next(found, "")


def _serves(each: Served, task: Task) -> bool:
    word = _SAME.get(task, task)
    return each.task == word or word in each.apis

"""What the specification says of an operation."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..json_values import JsonObject
from ..target import Task

JSON = "application/json"
EVENT_STREAM = "text/event-stream"


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    """What an operation takes and gives for one of its tasks, or at all where it has no task.

    `method` is the attribute path of the client's method. The schemas refer to the document's
    components; None stands for no body, and for no stream. `required` are the members that every
    request has, `example` is a documented request, empty where there is none.
    """

    task: Task | None
    method: str
    request: JsonObject | None
    response: JsonObject | None
    event: JsonObject | None
    required: frozenset[str]
    example: JsonObject


@dataclass(frozen=True, kw_only=True, slots=True)
class Stream:
    """An event stream: the schema of its events, and the data of the event that ends it."""

    event: JsonObject
    marker: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One method of one path. `bases` are the base paths at which its profile may be served.

    `client` is the class that has its methods. `answers` are the schemas of the documented JSON
    answers by status, None where a body is not documented. `items` is the member of a list that
    holds the entries, empty where the answer is no list. `schemas` are the names of the component
    schemas that the operation uses.
    """

    id: str
    profile: str
    client: str
    method: str
    path: str
    bases: tuple[str, ...]
    signatures: tuple[Signature, ...]
    answers: Mapping[int, JsonObject | None]
    stream: Stream | None
    items: str
    schemas: frozenset[str]

    @property
    def label(self) -> str:
        """Method and path, such as POST /chat/completions."""
        return f"{self.method} {self.path}"

    @property
    def paths(self) -> tuple[str, ...]:
        """The path at every base."""
        return tuple(base + self.path for base in self.bases)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks that it serves."""
        return tuple(each.task for each in self.signatures if each.task is not None)

    def signature(self, task: Task | None) -> Signature:
        """Return the signature for a task, the first one where it has none for this task."""
        return next((each for each in self.signatures if each.task == task), self.signatures[0])

    def answer_schema(self, status: int, task: Task | None) -> JsonObject | None:
        """Return the schema of the JSON answer with a status, None where there is none.

        Raises KeyError for a status that is not documented.
        """
        return self.signature(task).response if status == 200 else self.answers[status]

    def refusal_schema(self) -> JsonObject:
        """Return the schema of the answer to a refused request, which all refusals share."""
        status = min(status for status in self.answers if status >= 400)
        schema = self.answers[status]
        if schema is None:
            raise LookupError(f"{self.id}: answer {status} has no schema")
        return schema

"""What the specification says of an operation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from ..json_values import JsonObject, JsonValue, as_object
from ..target import Task

JSON = "application/json"
EVENT_STREAM = "text/event-stream"

Resource: TypeAlias = Literal["endpoint-name", "endpoint-id", "served-model-name", "model"]
"""What a parameter in a path can name."""

NAMES_OF_MODELS: tuple[Resource, ...] = ("endpoint-name", "model")
"""The resources that say which model a request is for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finished:
    """A stream is complete when `field` is set for every entry of `list`, told apart by `key`.

    `count` is the member of the request that says how many entries there are, "" where none does.
    """

    list: str
    key: str
    field: str
    count: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Stream:
    """An event stream: the schema of its events, and what shows that it is complete.

    `marker` is the data of the event that ends it, "" where there is none; `types` are the values
    of the member `type` of events after which nothing but the marker comes.
    """

    event: JsonObject
    marker: str
    types: tuple[str, ...] = ()
    finished: Finished | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    """What an operation takes and gives for one of its tasks, or at all where it has no task.

    `method` is the attribute path of the client's method. The schemas refer to the document's
    components; None stands for no body, for an answer that is no JSON, and for no stream.
    `required` are the members that every request has, `sample` is a documented request, None
    where there is none.
    """

    task: Task | None
    method: str
    request: JsonObject | None
    response: JsonObject | None
    stream: Stream | None
    required: frozenset[str]
    sample: JsonValue

    @property
    def event(self) -> JsonObject | None:
        """The schema of a streamed event, None where nothing is streamed."""
        return self.stream.event if self.stream else None

    @property
    def example(self) -> JsonObject:
        """The documented request, empty where there is none or it is no object."""
        return as_object(self.sample)


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameter:
    """One parameter of an operation; `resource` is what it names, None for nothing of the kind.

    `example` is a documented value as text, "" where there is none.
    """

    name: str
    location: Literal["path", "query", "header"]
    schema: JsonObject
    required: bool
    resource: Resource | None
    example: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One method of one path. `bases` are the base paths at which its profile may be served.

    `client` is the class that has its methods, "" for none. `answers` are the schemas of the
    documented JSON answers by status, None where a body is not documented or is no JSON; `media`
    the media types of every documented answer. `items` is the member of a list that holds the
    entries, empty where the answer is no list. `schemas` are the names of the component schemas
    that the operation uses. `body_required`: a request without a body breaks the specification.

    `alias_of` is the id of the operation that this one repeats at another path. A profile may lack
    what is `optional`. A `webhook` is what others answer, at their own address. `elsewhere`: it is
    at an absolute address of its own.
    """

    id: str
    profile: str
    client: str
    method: str
    path: str
    bases: tuple[str, ...]
    signatures: tuple[Signature, ...]
    answers: Mapping[int, JsonObject | None]
    items: str
    schemas: frozenset[str]
    media: Mapping[int, tuple[str, ...]] = field(default_factory=dict[int, tuple[str, ...]])
    parameters: tuple[Parameter, ...] = ()
    body_required: bool = False
    alias_of: str | None = None
    optional: bool = False
    webhook: bool = False
    elsewhere: bool = False

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

    @property
    def stream(self) -> Stream | None:
        """The stream of the first task that has one."""
        return next((each.stream for each in self.signatures if each.stream), None)

    @property
    def always_streams(self) -> bool:
        """Whether every answer that is no refusal is an event stream."""
        return self.media.get(200, ()) == (EVENT_STREAM,)

    @property
    def takes_a_body(self) -> bool:
        """Whether its requests have a body."""
        return any(each.request is not None for each in self.signatures)

    @property
    def resources(self) -> Mapping[str, Resource]:
        """What the parameters in its path name, by parameter."""
        return {
            each.name: each.resource
            for each in self.parameters
            if each.location == "path" and each.resource is not None
        }

    @property
    def names_a_model(self) -> bool:
        """Whether its path says which model or endpoint a request is for."""
        return any(resource in NAMES_OF_MODELS for resource in self.resources.values())

    def at(self, location: str) -> tuple[Parameter, ...]:
        """Return the parameters of one location."""
        return tuple(each for each in self.parameters if each.location == location)

    def signature(self, task: Task | None) -> Signature:
        """Return the signature for a task, the first one where it has none for this task."""
        return next((each for each in self.signatures if each.task == task), self.signatures[0])

    def answer_schema(self, status: int, task: Task | None) -> JsonObject | None:
        """Return the schema of the JSON answer with a status, None where there is none.

        Raises KeyError for a status that is not documented.
        """
        return self.signature(task).response if status == 200 else self.answers[status]

    def refusal_schema(self) -> JsonObject:
        """Return the schema of the answer to a refused request, which all refusals share.

        Raises LookupError where no refusal with a body is documented.
        """
        for status in sorted(self.answers):
            schema = self.answers[status]
            if status >= 400 and schema is not None:
                return schema
        raise LookupError(f"{self.id}: no refusal has a schema")

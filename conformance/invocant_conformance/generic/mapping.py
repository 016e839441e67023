"""Which requirement a built-in check of schemathesis tries, by operation and request; pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum
from typing import Final

from .. import requirements
from ..checks.schemas import fits_request
from ..json_values import body_object
from ..results import Key
from ..specification import document, operations
from ..specification.records import Operation
from ..target import Task


class Topic(Enum):
    """What a built-in check looks at."""

    ANSWER = "the answer fits what is documented"
    INPUT = "valid requests are accepted, others refused"


NO_FAULT: Final = "ERR-SERVER-001"
"""The requirement that every generated request tries."""

_CREDENTIALS: Final = "AUTH-TOKEN-001"
"""The requirement that open operations have not."""

CHECKS: Mapping[str, Topic | str] = {
    "response_schema_conformance": Topic.ANSWER,
    "status_code_conformance": Topic.ANSWER,
    "content_type_conformance": Topic.ANSWER,
    "response_headers_conformance": Topic.ANSWER,
    "negative_data_rejection": Topic.INPUT,
    "positive_data_acceptance": Topic.INPUT,
    "missing_required_header": Topic.INPUT,
    "not_a_server_error": NO_FAULT,
    "ignored_auth": _CREDENTIALS,
    "unsupported_method": "HTTP-METHOD-001",
    "allow_header_conformance": "HTTP-METHOD-001",
}
"""Built-in checks of single answers, and the topic or the requirement that each belongs to."""

CHAINED: Mapping[str, str] = {
    "use_after_free": "MGMT-DELETE-002",
    "ensure_resource_availability": "MGMT-GET-001",
}
"""Built-in checks of chains of requests, and their requirements."""

_CHAINING: Final = ("management", "invocations")
"""The profiles whose chains of requests are about endpoints; those of others have no such rows."""

UNUSED = ("object_level_authorization",)
"""Built-in checks that are switched off: that one needs the credentials of two users."""

_AREAS: Mapping[Task, str] = {
    "chat": "CHAT",
    "completions": "TEXT",
    "embeddings": "EMB",
    "responses": "RESP",
    "messages": "MSG",
    "count_tokens": "MSG",
    "gemini": "GEM",
    "moderations": "MOD",
    "dataframe_split": "SCORE",
    "dataframe_records": "SCORE",
    "instances": "SCORE",
    "inputs": "SCORE",
    "batch_chat": "BATCH",
}
"""The area of each task, with which the ids of its rows begin."""

_AREAS_WITHOUT_TASK: Mapping[str, str] = {
    "management": "MGMT",
    "gateway": "GW",
    "scoring": "SCORE",
}
"""The area of a profile's operations without a task."""

_ROWS: Mapping[Topic, str] = {Topic.ANSWER: "SCHEMA-001", Topic.INPUT: "INPUT-001"}


_GATEWAY: Final = "gateway"
_OF_LITELLM: Final = "x-litellm-"
"""How the headers begin that LiteLLM's proxy adds to its answers."""


class Unmapped(Exception):
    """An operation has no row for what generated requests find; the message names both."""


def check_complete(described: Iterable[Operation]) -> None:
    """Raise Unmapped, in one line, for operations whose answers or requests no row judges."""
    problems: list[str] = []
    for operation in described:
        for its_task in _tasks(operation):
            for topic in Topic:
                try:
                    _row(operation, its_task, topic)
                except Unmapped as problem:
                    problems.append(str(problem))
    if problems:
        raise Unmapped("; ".join(dict.fromkeys(problems)))


def knows_parameters(operation: Operation, headers: Iterable[str]) -> bool:
    """Whether the server that answered with these headers has the operation's parameters.

    At a gateway, those of headers and query are LiteLLM's; others need not look at them.
    """
    return operation.profile != _GATEWAY or any(
        name.lower().startswith(_OF_LITELLM) for name in headers
    )


def key(check: str, operation: Operation, its_task: Task | None) -> Key | None:
    """Return the row that a built-in check of a request to an operation, for a task, counts for.

    None where the rule does not hold for the operation's profile. A check of a chain counts for
    the operation that its requirement is about. Raises Unmapped.
    """
    if check in CHAINED:
        row = requirements.by_id()[CHAINED[check]]
        (profile,) = row.levels
        if operation.profile not in _CHAINING:
            return None
        governed = operations.governed_by(row, profile)
        return Key(id=row.id, profile=profile, operation=governed.label)
    topic = CHECKS[check]
    if isinstance(topic, Topic):
        topic = _row(operation, its_task, topic)
    if topic == _CREDENTIALS and operation.open:
        return None
    if operation.profile not in requirements.by_id()[topic].levels:
        return None
    return Key(id=topic, profile=operation.profile, operation=operation.label)


def row_id(its_task: Task | None, profile: str, topic: Topic) -> str:
    """Return the id of the row of a task, or of a profile's operations without one; "" for none."""
    area = _AREAS[its_task] if its_task else _AREAS_WITHOUT_TASK.get(profile)
    return f"{area}-{_ROWS[topic]}" if area else ""


def _row(operation: Operation, its_task: Task | None, topic: Topic) -> str:
    """Return the id of the row for the answers or the requests of an operation's task."""
    profile = operation.profile
    wanted = row_id(its_task, profile, topic)
    if not wanted:
        raise Unmapped(f"{operation.id}: profile {profile} has no area for what has no task")
    row = requirements.by_id().get(wanted)
    if row is None:
        raise Unmapped(f"{operation.id}: the specification has no row {wanted}")
    if profile not in row.levels:
        raise Unmapped(f"{operation.id}: row {row.id} has no level for profile {profile}")
    return row.id


def keys(operation: Operation, others: Collection[Task] = ()) -> frozenset[Key]:
    """Return every row that generated requests to an operation try for certain.

    `others` are tasks of the operation that the target leaves to other servers. Chains, undeclared
    methods and missing credentials are left out: whether they occur depends on the limits of a run
    and on the answers, and directed checks try them, too.
    """
    certain = [check for check, topic in CHECKS.items() if topic in (*Topic, NO_FAULT)]
    return frozenset(found for check in certain for found in keys_of(check, operation, others))


def keys_of(check: str, operation: Operation, others: Collection[Task] = ()) -> frozenset[Key]:
    """Return every row that a built-in check of requests to an operation can count for."""
    topic = CHECKS.get(check)
    if not isinstance(topic, Topic):
        found = [key(check, operation, None)]
    else:
        rows = {
            _row(operation, its_task, topic)
            for its_task in _tasks(operation)
            if its_task not in others
        }
        found = [Key(id=row, profile=operation.profile, operation=operation.label) for row in rows]
    return frozenset(each for each in found if each is not None)


def task(operation: Operation, body: object) -> Task | None:
    """Return the task that a request's body belongs to, the operation's first in case of doubt.

    That is the one of which the body has most of what it requires, if it has all; among several
    such, one whose schema it fits, and that knows most of its members; else the first of which it
    has anything.
    """
    sent = body_object(body).keys()
    marks = _marks(operation)
    whole: list[Task] = [marked for marked, names in marks.items() if names and names <= sent]
    partly: list[Task] = [marked for marked, names in marks.items() if names & sent]
    if len(whole) > 1:
        whole.sort(key=lambda marked: (-len(marks[marked]), *_strangeness(operation, marked, body)))
    candidates: list[Task] = [*whole, *partly, *operation.tasks]
    return candidates[0] if candidates else None


def _strangeness(operation: Operation, its_task: Task, body: object) -> tuple[bool, int]:
    """Return whether a body breaks the schema of a task, and how many of its members it lacks."""
    sent, schema = body_object(body), operation.signature(its_task).request
    unknown = len(sent.keys() - document.properties(schema))
    return schema is None or not fits_request(schema, sent), unknown


def _tasks(operation: Operation) -> Sequence[Task | None]:
    """Return the tasks of an operation, None alone where it has none."""
    return operation.tasks or (None,)


def _marks(operation: Operation) -> Mapping[Task, frozenset[str]]:
    """Return, for an operation with several tasks, the keys that each task's requests require."""
    signatures = operation.signatures if len(operation.signatures) > 1 else ()
    return {each.task: each.required for each in signatures if each.task is not None}

"""Which requirement a built-in check of schemathesis tries, by operation and request; pure."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from .. import requirements
from ..json_values import body_object
from ..results import Key
from ..specification import operations
from ..specification.records import Operation
from ..target import Task


class Topic(Enum):
    """What a built-in check looks at."""

    ANSWER = "the answer fits what is documented"
    INPUT = "valid requests are accepted, others refused"


NO_FAULT: Final = "ERR-SERVER-001"
"""The requirement that every generated request tries."""

CHECKS: Mapping[str, Topic | str] = {
    "response_schema_conformance": Topic.ANSWER,
    "status_code_conformance": Topic.ANSWER,
    "content_type_conformance": Topic.ANSWER,
    "response_headers_conformance": Topic.ANSWER,
    "negative_data_rejection": Topic.INPUT,
    "positive_data_acceptance": Topic.INPUT,
    "missing_required_header": Topic.INPUT,
    "not_a_server_error": NO_FAULT,
    "ignored_auth": "AUTH-TOKEN-001",
    "unsupported_method": "HTTP-METHOD-001",
    "allow_header_conformance": "HTTP-METHOD-001",
}
"""Built-in checks of single answers, and the topic or the requirement that each belongs to."""

CHAINED: Mapping[str, str] = {
    "use_after_free": "MGMT-DELETE-002",
    "ensure_resource_availability": "MGMT-GET-001",
}
"""Built-in checks of chains of requests, and their requirements."""

UNUSED = ("object_level_authorization",)
"""Built-in checks that are switched off: that one needs the credentials of two users."""

_BY_TASK: Mapping[Task, Mapping[Topic, str]] = {
    "chat": {Topic.ANSWER: "CHAT-SCHEMA-001", Topic.INPUT: "CHAT-INPUT-001"},
    "embeddings": {Topic.ANSWER: "EMB-SCHEMA-001", Topic.INPUT: "EMB-INPUT-001"},
}
_BY_PROFILE: Mapping[str, Mapping[Topic, str]] = {
    "management": {Topic.ANSWER: "MGMT-SCHEMA-001", Topic.INPUT: "MGMT-INPUT-001"},
    "gateway": {Topic.ANSWER: "GW-MODELS-001", Topic.INPUT: "GW-MODELS-001"},
}


def key(check: str, operation: Operation, body: object = None) -> Key:
    """Return the row that a built-in check of a request to an operation counts for.

    Where an operation serves several tasks, the keys of the request's body tell which one. A
    check of a chain counts for the operation that its requirement is about.
    """
    if check in CHAINED:
        row = requirements.by_id()[CHAINED[check]]
        (profile,) = row.levels
        governed = operations.governed_by(row, profile)
        return Key(id=row.id, profile=profile, operation=governed.label)
    topic = CHECKS[check]
    if isinstance(topic, Topic):
        its_task = task(operation, body)
        topic = _BY_TASK[its_task][topic] if its_task else _BY_PROFILE[operation.profile][topic]
    return Key(id=topic, profile=operation.profile, operation=operation.label)


def keys(operation: Operation) -> frozenset[Key]:
    """Return every row that generated requests to an operation try for certain.

    Chains, undeclared methods and missing credentials are left out: whether they occur depends on
    the limits of a run and on the answers, and directed checks try them, too.
    """
    certain = [check for check, topic in CHECKS.items() if topic in (*Topic, NO_FAULT)]
    return frozenset(found for check in certain for found in keys_of(check, operation))


def keys_of(check: str, operation: Operation) -> frozenset[Key]:
    """Return every row that a built-in check of requests to an operation can count for."""
    marks = _marks(operation).values()
    bodies = [dict.fromkeys(names) for names in marks] or [dict[str, None]()]
    return frozenset(key(check, operation, body) for body in bodies)


def task(operation: Operation, body: object) -> Task | None:
    """Return the task that a body belongs to, the operation's first one in case of doubt."""
    sent = body_object(body).keys()
    for marked, names in _marks(operation).items():
        if names & sent:
            return marked
    return operation.tasks[0] if operation.tasks else None


def _marks(operation: Operation) -> Mapping[Task, frozenset[str]]:
    """Return, for an operation with several tasks, the keys that each task's requests require."""
    signatures = operation.signatures if len(operation.signatures) > 1 else ()
    return {each.task: each.required for each in signatures if each.task is not None}

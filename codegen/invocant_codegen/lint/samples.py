"""Rule about what is shown: every operation has an example of its request and of its answer."""

from collections.abc import Iterator

from ..calls import success
from ..json_values import JsonValue, as_object
from ..load import Spec
from ..problems import Problem
from .operation import Operation, operations


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that every body of a request and of a successful answer has an example."""
    for operation in operations(spec):
        yield from _shown(operation, "/requestBody", operation.content.get("requestBody"))
        yield from _shown(operation, "/responses", success(operation.content))


def _shown(operation: Operation, step: str, body: JsonValue) -> Iterator[Problem]:
    for kind, media in as_object(operation.resolved(body).get("content")).items():
        if not {"example", "examples"} & as_object(media).keys():
            message = f"{kind} has no example: readers copy it, and the suite sends it"
            yield operation.problem(step, "example-missing", message)

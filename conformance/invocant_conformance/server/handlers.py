"""How operations find the functions that carry them out."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from starlette.responses import Response

from ..json_values import JsonObject
from ..specification.records import Operation
from ..target import Task
from .catalogue import HostedModel
from .rate_limits import Meter
from .secrets import Readable
from .served import Directory
from .settings import ServerSettings
from .store import EndpointStore
from .validation import BodyValidator


@dataclass(frozen=True, kw_only=True, slots=True)
class Services:
    """What handlers work with."""

    settings: ServerSettings
    catalogue: Mapping[str, HostedModel]
    store: EndpointStore
    directory: Directory
    readable: Readable
    meter: Meter
    next_id: Callable[[], str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """An authorised request: the operation, the values in its path, its body as it came."""

    operation: Operation
    services: Services
    path: Mapping[str, str]
    body: JsonObject
    validators: Mapping[Task | None, BodyValidator]

    def checked_body(self, task: str | None = None) -> JsonObject:
        """Return the body if it fits the schema of a task, or every schema of the operation.

        Raises Refused for one that does not.
        """
        for name, validator in self.validators.items():
            if task in (None, name):
                validator.check(self.body)
        return self.body


Handler = Callable[[Call], Awaitable[Response]]


class Handlers(dict[str, Handler]):
    """Handlers by operationId."""

    def handles(self, operation_id: str) -> Callable[[Handler], Handler]:
        """Register the decorated function for an operation."""

        def register(handler: Handler) -> Handler:
            if operation_id in self:
                raise ValueError(f"operation {operation_id} has two handlers")
            self[operation_id] = handler
            return handler

        return register

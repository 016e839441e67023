"""How operations find the functions that carry them out."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from starlette.responses import Response

from ..json_values import JsonObject, JsonValue, as_object
from ..specification.records import Operation
from ..target import Task
from . import access
from .answers import AnswerStore
from .catalogue import HostedModel
from .faults.board import FaultBoard
from .gateway_keys import GatewayKey, KeyStore
from .grants import ACCOUNT, QUERY, Principal
from .ids import Ids
from .journal import Journal
from .meters import Meters
from .parameters import Values
from .principals import Principals
from .rate_limits import Limiter
from .secrets import Readable
from .served import Directory, Served
from .settings import ServerSettings
from .state.database import Database
from .store import EndpointStore
from .throughput import ProvisionedModels
from .tokens import TokenStore
from .upstream.asking import Upstreams
from .validation import BodyValidator
from .vault import Vault


@dataclass(frozen=True, kw_only=True, slots=True)
class Services:
    """What handlers work with.

    gateway: what a gateway's requests may name. keys: those that the gateway made. tokens: those
    of OAuth. answers: those of the Responses API that are kept. journal: the last requests.
    principals: whose a token is. ids: gives those of requests, answers, endpoints, keys and
    tokens. database: where the state outlives the process, None for nowhere.
    faults: what goes wrong on demand, vault: plaintext secrets of
    endpoints. upstreams: the servers of external models that are asked.
    """

    settings: ServerSettings
    catalogue: Mapping[str, HostedModel]
    store: EndpointStore
    directory: Directory
    provisioned: ProvisionedModels
    meters: Meters
    readable: Readable
    limiter: Limiter
    next_id: Callable[[], str]
    gateway: Directory
    keys: KeyStore
    tokens: TokenStore
    answers: AnswerStore
    vault: Vault
    upstreams: Upstreams
    faults: FaultBoard
    journal: Journal
    principals: Principals
    ids: Ids
    database: Database | None

    def close(self) -> None:
        """Give the state file back."""
        if self.database:
            self.database.close()


class Call(NamedTuple):
    """An authorised request: the operation, the values in its path, its body as it came.

    `origin` is where the server was reached, such as http://127.0.0.1:4010.
    `query` and `headers` have the values of documented parameters that were sent, typed by their
    schemas; headers are in lower case. `key` is the gateway's key that the request carries, None
    for any other token. `principal` is who makes a workspace's request. `operation` may be an alias
    of the one that the handler is registered for. `value` is the body where it need not be an
    object, `size` its length in bytes. `via` is the header
    of this name.
    """

    operation: Operation
    services: Services
    origin: str
    path: Mapping[str, str]
    query: Values
    headers: Values
    value: JsonValue
    size: int
    validators: Mapping[Task | None, BodyValidator]
    key: GatewayKey | None = None
    principal: Principal = ACCOUNT
    via: str = ""

    def queried(self, name: str) -> Served | None:
        """Return what a query of a workspace names, None where nothing has the name.

        The query is counted. Raises Refused where the caller may not query it.
        """
        endpoint = None if self.principal.is_admin else self.services.store.find(name)
        if endpoint is not None:
            access.check(endpoint, self.principal, QUERY)
        return self.services.directory.find(name)

    @property
    def body(self) -> JsonObject:
        """The body, empty where it is no object or there is none."""
        return as_object(self.value)

    def checked_body(self, task: str | None = None) -> JsonObject:
        """Return the body if it fits the schema of a task, else an empty object.

        Without a task the operation has to have one schema. Raises Refused for a body that does
        not fit.
        """
        self.checked_value(task)
        return self.body

    def checked_value(self, task: str | None = None) -> JsonValue:
        """Return the body, of whatever JSON type, if it fits the schema of a task.

        Without a task the operation has to have one schema. Raises Refused for one that does not
        fit, LookupError where it is not told which of several tasks is meant.
        """
        validators = self.validators
        if task is None and len(validators) == 1:
            known: BodyValidator | None = next(iter(validators.values()))
        else:
            known = next((each for name, each in validators.items() if name == task), None)
        if known is None:
            raise LookupError(f"{self.operation.id}: no one schema for task {task}")
        known.check(self.value)
        return self.value

    def fields(self, task: Task) -> frozenset[str]:
        """Return the fields that the specification has in bodies for a task."""
        known = self.validators.get(task) or self.validators.get(None)
        return known.fields if known else frozenset()

    def fits(self, task: str) -> bool:
        """Whether the body fits the schema of a task."""
        return any(name == task and each.fits(self.value) for name, each in self.validators.items())


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

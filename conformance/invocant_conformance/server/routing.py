"""Routes made from the specification."""

import logging
import traceback
from collections.abc import Iterator, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from ..json_values import JsonValue
from ..specification.document import is_about_objects
from ..specification.records import Operation
from ..target import Task
from . import errors, slashes
from .auth import authorise
from .body import only_object, read_json
from .errors import Kind, Refused
from .handlers import Call, Handler, Services
from .parameters import ParameterReader
from .validation import BodyValidator

_log = logging.getLogger(__name__)


class BoundOperation:
    """An operation with its handler and its compiled schemas."""

    def __init__(self, operation: Operation, handler: Handler, services: Services) -> None:
        self.operation = operation
        self._handler = handler
        self._services = services
        self._validators: Mapping[Task | None, BodyValidator] = {
            each.task: BodyValidator(each.request)
            for each in operation.signatures
            if each.request is not None
        }
        self._query = ParameterReader(operation.at("query"))
        self._headers = ParameterReader(operation.at("header"))
        requests = [each.request for each in operation.signatures if each.request is not None]
        self._of_objects = all(map(is_about_objects, requests))

    async def answer(self, request: Request) -> Response:
        """Authorise the request, read its body where there is one, and carry it out.

        Raises Refused.
        """
        authorise(request.headers, self._services.settings.token)
        query, headers = self._query.of_query(request), self._headers.of_headers(request)
        return await self._handler(
            Call(
                operation=self.operation,
                services=self._services,
                path=slashes.decoded(request.path_params),
                query=query,
                headers=headers,
                value=await self._body(request),
                validators=self._validators,
            )
        )

    async def _body(self, request: Request) -> JsonValue:
        if not self._validators:
            return {}
        value = await read_json(request, required=self.operation.body_required)
        return only_object(value) if self._of_objects else value


class PathEndpoint:
    """ASGI application of one path: all its methods, so that 405 names exactly these."""

    def __init__(self, operations: Mapping[str, BoundOperation]) -> None:
        self._operations = operations
        self._profile = next(iter(operations.values())).operation.profile

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; what fails is worded in the profile's shape."""
        request = Request(scope, receive)
        try:
            response = await self._bound(request.method).answer(request)
        except Refused as refusal:
            response = errors.response(self._profile, refusal)
        except Exception as error:
            _log.error("%s\n%s", type(error).__name__, _where(error))
            response = errors.response(
                self._profile, Refused(Kind.INTERNAL, "The server failed to answer.")
            )
        await response(scope, receive, send)

    def _bound(self, method: str) -> BoundOperation:
        if method in self._operations:
            return self._operations[method]
        allowed = ", ".join(sorted(self._operations))
        raise Refused(
            Kind.WRONG_METHOD,
            f"The method is not one of {allowed}.",
            headers={"allow": allowed},
        )


def routes(
    operations: Sequence[Operation], handlers: Mapping[str, Handler], services: Services
) -> list[Route]:
    """Return one route for each path at each server address, with and without a final slash.

    Paths without parameters come first, then those that say most beside them:
    /serving-endpoints/chat/completions is no endpoint, and in /models/{model}:generateContent the
    colon ends the name. An alias without a handler has that of the operation that it repeats.

    Raises ValueError when an operation has no handler or a handler no operation.
    """
    check_complete(operations, handlers)
    by_path: dict[str, dict[str, BoundOperation]] = {}
    for operation in operations:
        handler = handlers.get(operation.id) or handlers[operation.alias_of or operation.id]
        bound = BoundOperation(operation, handler, services)
        for path in operation.paths:
            by_path.setdefault(path, {})[operation.method] = bound
    ordered = sorted(by_path, key=lambda path: (path.count("{"), -len(path), path))
    return [route for path in ordered for route in _at(path, PathEndpoint(by_path[path]))]


def _at(path: str, endpoint: PathEndpoint) -> Iterator[Route]:
    yield Route(path, endpoint)
    yield Route(f"{path}/", endpoint)


def check_complete(operations: Sequence[Operation], handlers: Mapping[str, Handler]) -> None:
    """Raise ValueError when an operation has no handler or a handler no operation."""
    declared = {operation.id for operation in operations}
    repeated = {each.id for each in operations if each.alias_of in handlers}
    if missing := sorted(declared - repeated - handlers.keys()):
        raise ValueError(f"operations without a handler: {', '.join(missing)}")
    if unknown := sorted(handlers.keys() - declared):
        raise ValueError(f"handlers without an operation: {', '.join(unknown)}")


def _where(error: BaseException) -> str:
    """Return the stack without the error's message, which may quote a request."""
    return "".join(traceback.format_tb(error.__traceback__))

"""Routes made from the specification."""

import functools
import logging
import re
import traceback
from collections.abc import Mapping, Sequence
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import compile_path
from starlette.types import Receive, Scope, Send

from ..specification.document import is_about_objects
from ..specification.records import Operation
from ..target import SCORING, Task
from . import errors, slashes
from .access import check_operation
from .auth import authorise
from .body import FOUNDATION_BYTES, MAX_BYTES, Body, only_object, read_json
from .errors import Kind, Refused
from .faults import admission
from .faults.named import asks
from .faults.striking import VISIT
from .gateway_keys import GatewayKey
from .grants import ACCOUNT, Principal
from .handlers import Call, Handler, Services
from .journal import VALID, named_in, note_of, verdicts
from .optimized import admit_to_endpoint
from .parameters import ParameterReader
from .profiles import GATEWAY
from .validation import BodyValidator

_MESSAGES: Final = frozenset[Task]({"messages", "count_tokens"})

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
        self._queries = bool(operation.tasks)
        self._of_objects = all(map(is_about_objects, requests))
        serves_custom_models = not set(SCORING).isdisjoint(operation.tasks)
        self._most = MAX_BYTES if serves_custom_models else FOUNDATION_BYTES
        documented = Kind.WRONG_MEDIA_TYPE.value.status in operation.answers
        self._other_type = Kind.WRONG_MEDIA_TYPE if documented else Kind.MALFORMED

    @property
    def validators(self) -> Mapping[Task | None, BodyValidator]:
        """The compiled schemas of its requests, by task."""
        return self._validators

    def check_parameters(self, request: Request) -> None:
        """Raise Refused for the first documented parameter of query or header that is wrong."""
        self._query.of_query(request)
        self._headers.of_headers(request)

    async def answer(self, request: Request, names: Mapping[str, str]) -> Response:
        """Authorise the request, read its body where there is one, and carry it out.

        names: the values in the path. Raises Refused.
        """
        path, note = slashes.decoded(names) if names else {}, note_of(request.scope)
        sent = _headers(request.scope)
        note.operation, note.model = self.operation.id, named_in(path, None) if path else None
        key, principal = self._admit(sent, path)
        query, headers = self._query.of_query(request), self._headers.of_headers(request)
        body = await self._body(request, sent)
        note.model = named_in(path, body.value)
        call = Call(
            operation=self.operation,
            services=self._services,
            origin=_origin(request, sent),
            path=path,
            query=query,
            headers=headers,
            value=body.value,
            size=body.size,
            validators=self._validators,
            key=key,
            principal=principal,
            via=sent.get("via", ""),
        )
        if VISIT in request.scope or (self._queries and asks(path, body.value)):
            return await admission.answer(request.scope, call, self._handler)
        return await self._handler(call)

    def _admit(
        self, sent: Mapping[str, str], path: Mapping[str, str]
    ) -> tuple[GatewayKey | None, Principal]:
        """Return the key that a gateway's request carries, and who makes a workspace's request.

        Keys of the gateway are good for nothing else. Raises Refused for a token that is not
        right, and for one whose owner may not carry out the operation.
        """
        services, operation = self._services, self.operation
        if operation.open:
            return None, ACCOUNT
        if operation.elsewhere:
            token = admit_to_endpoint(services, sent, path["name"])
            return None, services.principals.of(token)
        expected, never = services.settings.token, services.settings.admin_token
        if operation.profile == GATEWAY:
            token = authorise(sent, expected, services.keys, services.tokens, never=never)
            return services.keys.admit(token), ACCOUNT
        token = authorise(sent, expected, services.principals, never=never)
        principal = services.principals.of(token)
        check_operation(operation, principal, path, services.store)
        return None, principal

    async def _body(self, request: Request, sent: Mapping[str, str]) -> Body:
        if not self._validators:
            return Body(value={}, size=0)
        required = self.operation.body_required
        body = await read_json(
            request, sent, required=required, most=self._most, other_type=self._other_type
        )
        if self._of_objects:
            only_object(body.value)
        return body


class PathEndpoint:
    """ASGI application of one path: all its methods, so that 405 names exactly these.

    broader: the operations, by method, of a path with parameters that this path is a case of, and
    `names` their values: /serving-endpoints/pt has a method of its own, and an endpoint may have
    the name pt all the same.
    """

    def __init__(
        self,
        operations: Mapping[str, BoundOperation],
        *,
        broader: Mapping[str, BoundOperation],
        names: Mapping[str, str],
    ) -> None:
        self._operations = operations
        self._broader = broader
        self._names = names
        first = next(iter(operations.values())).operation
        self._profile = first.profile
        self._of_messages = first.profile == GATEWAY and not _MESSAGES.isdisjoint(first.tasks)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; what fails is worded in the profile's shape."""
        request = Request(scope, receive)
        try:
            names = {**self._names, **scope.get("path_params", {})}
            response = await self._bound(scope["method"]).answer(request, names)
            note_of(scope).verdicts = VALID
        except Refused as refusal:
            response = self._refusing(scope, refusal)
        except Exception as error:
            _log.error("%s\n%s", type(error).__name__, _where(error))
            response = self._refusing(scope, Refused(Kind.INTERNAL, "The server failed to answer."))
        await response(scope, receive, send)

    def _refusing(self, scope: Scope, refusal: Refused) -> Response:
        note_of(scope).verdicts = verdicts(refusal)
        return errors.response(self._profile, refusal, of_messages=self._of_messages)

    @property
    def path(self) -> str:
        """The path as the specification writes it."""
        return next(iter(self._operations.values())).operation.path

    def find(self, method: str) -> BoundOperation | None:
        """Return the operation with a method, None where there is none."""
        return self._operations.get(method) or self._broader.get(method)

    def _bound(self, method: str) -> BoundOperation:
        if found := self.find(method):
            return found
        allowed = ", ".join(sorted(self._operations))
        raise Refused(
            Kind.WRONG_METHOD,
            f"The method is not one of {allowed}.",
            headers={"allow": allowed},
        )


def endpoints(
    operations: Sequence[Operation], handlers: Mapping[str, Handler], services: Services
) -> dict[str, PathEndpoint]:
    """Return what stands at each path at each server address.

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
    return {path: _endpoint(path, by_path) for path in ordered}


def _endpoint(path: str, by_path: Mapping[str, Mapping[str, BoundOperation]]) -> PathEndpoint:
    own = by_path[path]
    broader = () if "{" in path else by_path.items()
    for template, operations in broader:
        match = _pattern(template).fullmatch(path) if template != path else None
        if match:
            return PathEndpoint(own, broader=operations, names=match.groupdict())
    return PathEndpoint(own, broader={}, names={})


@functools.cache
def _pattern(template: str) -> re.Pattern[str]:
    return compile_path(template)[0]


def check_complete(operations: Sequence[Operation], handlers: Mapping[str, Handler]) -> None:
    """Raise ValueError when an operation has no handler or a handler no operation."""
    declared = {operation.id for operation in operations}
    repeated = {each.id for each in operations if each.alias_of in handlers}
    if missing := sorted(declared - repeated - handlers.keys()):
        raise ValueError(f"operations without a handler: {', '.join(missing)}")
    if unknown := sorted(handlers.keys() - declared):
        raise ValueError(f"handlers without an operation: {', '.join(unknown)}")


def _headers(scope: Scope) -> dict[str, str]:
    """Return the headers of a request by their names, the first one of each."""
    pairs: list[tuple[bytes, bytes]] = scope["headers"]
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in reversed(pairs)}


def _origin(request: Request, sent: Mapping[str, str]) -> str:
    """Return where a request came to, as scheme and authority."""
    host = sent.get("host")
    return f"{request.scope['scheme']}://{host}" if host else str(request.base_url).rstrip("/")


def _where(error: BaseException) -> str:
    """Return the stack without the error's message, which may quote a request."""
    return "".join(traceback.format_tb(error.__traceback__))

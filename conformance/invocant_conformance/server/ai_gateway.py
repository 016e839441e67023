"""What an endpoint's AI Gateway settings do to the queries of a workspace."""

import json
from collections.abc import Callable

from starlette.responses import Response, StreamingResponse

from ..json_values import JsonObject, JsonValue, as_integer, as_list, as_object, dump
from .endpoints import Endpoint
from .guardrails import screened_answer, screened_request
from .handlers import Call
from .served import Served

Answering = Callable[[Call, Served, JsonObject], Response]


def settings_applied(
    call: Call, served: Served, request: JsonObject, answering: Answering
) -> Response:
    """Answer a valid request within the limits and guardrails of its endpoint.

    An answer that is streamed is made whole first where its tokens or its text matter: equal
    requests have equal answers. It may then be blocked; it is not masked.

    Raises Refused for a request above a limit, and for one that is blocked.
    """
    endpoint = call.services.store.find(served.name)
    if endpoint is None:
        return answering(call, served, request)
    return answered(call, served, endpoint, admitted(call, endpoint, request), answering)


def guardrails_of(endpoint: Endpoint) -> JsonObject:
    """Return the guardrails of an endpoint."""
    return as_object(endpoint.settings.ai_gateway.get("guardrails"))


def admitted(call: Call, endpoint: Endpoint, request: JsonObject) -> JsonObject:
    """Count a request, and return it as a model may see it.

    Raises Refused for one above a limit, and for one that is blocked.
    """
    limits = [*endpoint.settings.rate_limits, *_limits(endpoint)]
    call.services.limiter.admit(endpoint.id, limits)
    return screened_request(guardrails_of(endpoint), request)


def answered(
    call: Call, served: Served, endpoint: Endpoint, seen: JsonObject, answering: Answering
) -> Response:
    """Answer a request that was admitted. Raises Refused for an answer that is blocked."""
    guardrails = guardrails_of(endpoint)
    response = answering(call, served, seen)
    counted = any("tokens" in limit for limit in _limits(endpoint))
    if "output" not in guardrails and not counted:
        return response
    streamed = isinstance(response, StreamingResponse)
    content = _content(answering(call, served, _whole(seen)) if streamed else response)
    call.services.limiter.spend(served.id, _tokens(content))
    shown = screened_answer(guardrails, content)
    return response if streamed or shown == content else _replaced(response, shown)


def _limits(endpoint: Endpoint) -> list[JsonObject]:
    return [as_object(limit) for limit in as_list(endpoint.settings.ai_gateway.get("rate_limits"))]


def _replaced(response: Response, content: JsonObject) -> Response:
    """Return the answer with another body."""
    response.body = dump(content).encode()
    response.headers["content-length"] = str(len(response.body))
    return response


def _whole(request: JsonObject) -> JsonObject:
    return {name: value for name, value in request.items() if name != "stream"}


def _content(response: Response) -> JsonObject:
    value: JsonValue = json.loads(bytes(response.body))
    return as_object(value)


def _tokens(content: JsonObject) -> int:
    return as_integer(as_object(content.get("usage")).get("total_tokens")) or 0

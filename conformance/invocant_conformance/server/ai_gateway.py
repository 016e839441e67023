"""What an endpoint's AI Gateway settings do to the queries of a workspace."""

import json
from collections.abc import Callable

from starlette.responses import Response, StreamingResponse

from ..json_values import JsonObject, JsonValue, as_integer, as_list, as_object, dump
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
    gateway = endpoint.settings.ai_gateway
    guardrails = as_object(gateway.get("guardrails"))
    limits = [as_object(limit) for limit in as_list(gateway.get("rate_limits"))]
    every = [*endpoint.settings.rate_limits, *limits]
    call.services.limiter.admit(served.id, every, call.principal)
    seen = screened_request(guardrails, request)
    response = answering(call, served, seen)
    if "output" not in guardrails and not any("tokens" in limit for limit in limits):
        return response
    streamed = isinstance(response, StreamingResponse)
    content = _content(answering(call, served, _whole(seen)) if streamed else response)
    call.services.limiter.spend(served.id, _tokens(content), call.principal)
    shown = screened_answer(guardrails, content)
    return response if streamed or shown == content else _replaced(response, shown)


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

"""What an endpoint's settings do to its queries: rate limits, and the AI Gateway's guardrails."""

from collections.abc import Callable
from dataclasses import replace

from starlette.responses import Response

from ..json_values import JsonObject, as_list, as_object
from . import guardrails
from .endpoints import Endpoint
from .generation import Answer, Generation
from .handlers import Call
from .profiles import GATEWAY
from .served import Served
from .tokenizer import tokenize

Answering = Callable[[Call, Served, JsonObject], Response]


def settings_applied(
    call: Call, served: Served, request: JsonObject, answering: Answering
) -> Response:
    """Answer a valid request within the settings of its endpoint.

    Raises Refused for a request above a limit, and for one that a guardrail blocks.
    """
    endpoint = _endpoint(call, served)
    if endpoint is None:
        return answering(call, served, request)
    return answering(call, served, admitted(call, endpoint, request))


def admitted(call: Call, endpoint: Endpoint, request: JsonObject) -> JsonObject:
    """Count a request, and return it as a model may see it.

    Raises Refused for one above a limit, and for one that a guardrail blocks.
    """
    call.services.limiter.admit(endpoint.id, limits_of(endpoint), call.principal)
    return guardrails.screened_request(guardrails_of(endpoint, "input"), request)


def released(call: Call, served: Served, generation: Generation) -> Generation:
    """Count the tokens of an answer, and return it as the caller may see it, whole or streamed.

    A masked answer costs what it would without its mask. Raises Refused for one that a guardrail
    blocks, before any of it has left.
    """
    endpoint = _endpoint(call, served)
    if endpoint is None:
        return generation
    spend(call, served, generation.prompt_tokens + generation.cost)
    parameters = guardrails_of(endpoint, "output")
    if not parameters:
        return generation
    answers = tuple(_screened(parameters, answer) for answer in generation.answers)
    return generation._replace(answers=answers)


def spend(call: Call, served: Served, tokens: int) -> None:
    """Count tokens against the limits of the endpoint that answers."""
    if endpoint := _endpoint(call, served):
        call.services.limiter.spend(served.id, limits_of(endpoint), call.principal, tokens)


def _endpoint(call: Call, served: Served) -> Endpoint | None:
    """Return the endpoint whose settings hold, None at a gateway, which does not know them."""
    if call.operation.profile == GATEWAY:
        return None
    endpoint = call.services.store.find(served.name)
    return endpoint if endpoint and endpoint.id == served.id else None


def limits_of(endpoint: Endpoint) -> list[JsonObject]:
    """Return the rate limits of an endpoint, of both kinds."""
    limits = as_list(endpoint.settings.ai_gateway.get("rate_limits"))
    return [*endpoint.settings.rate_limits, *map(as_object, limits)]


def guardrails_of(endpoint: Endpoint, side: str) -> JsonObject:
    """Return the guardrails of an endpoint for one side, input or output."""
    return as_object(as_object(endpoint.settings.ai_gateway.get("guardrails")).get(side))


def _screened(parameters: JsonObject, answer: Answer) -> Answer:
    said = [answer.text, *(call.arguments for call in answer.calls)]
    text, *arguments = guardrails.screened_answer(parameters, said)
    calls = zip(answer.calls, arguments, strict=True)
    return answer._replace(
        tokens=answer.tokens if text == answer.text else tuple(tokenize(text)),
        calls=tuple(replace(call, arguments=shown) for call, shown in calls),
    )

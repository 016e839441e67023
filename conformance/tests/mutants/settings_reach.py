"""Servers whose settings hold for whole chats at /invocations only, or for fewer texts."""

from collections.abc import Callable
from dataclasses import replace

from .edits import COLLECTION, obj
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .places import of_operation
from .setting_edits import gateways

_SHARED = of_operation("createChatCompletion", "createResponse")
_RESPONSES = of_operation("createResponse")


def _without(member: str) -> Mutation:
    """Ignore one guardrail for requests."""
    return gateways(lambda gateway: obj(obj(gateway, "guardrails"), "input").pop(member, None))


def _unset(where: Callable[[Call], bool]) -> Mutation:
    """Switch an endpoint's settings off before some queries."""

    async def mutation(call: Call, server: Server) -> Answer:
        if where(call):
            path = f"{COLLECTION}/{_endpoint(call)}/ai-gateway"
            off = replace(call, method="PUT", path=path)
            nothing: Object = {}
            await server.answer(off.with_json(nothing))
        return await server.answer(call)

    return mutation


def _endpoint(call: Call) -> str:
    """Return the endpoint that a query names, as model or in its path."""
    model = call.json.get("model")
    return model if isinstance(model, str) else call.path.split("/")[2]


def _is_stream(call: Call) -> bool:
    return call.path.endswith("/invocations") and call.json.get("stream") is True


MUTANTS: tuple[Mutant, ...] = (
    breach("all-topics-pass", "MGMT-GATEWAY-026", _without("valid_topics")),
    breach("threats-pass", "MGMT-GATEWAY-027", _without("safety")),
    breach("streams-are-not-guarded", "MGMT-GATEWAY-029", _unset(_is_stream)),
    breach("shared-paths-are-not-limited", "MGMT-RATE-016", _unset(_SHARED)),
    breach("responses-are-not-limited", "MGMT-RATE-016", _unset(_RESPONSES)),
)

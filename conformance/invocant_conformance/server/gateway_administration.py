"""A gateway's keys over the wire."""

from starlette.responses import Response

from ..json_values import JsonObject, as_text
from .errors import Kind, Refused, json_response
from .gateway_keys import details, generated
from .handlers import Call, Handlers

handlers = Handlers()

_MASTER = "litellm_proxy_master_key"


@handlers.handles("generateGatewayKey")
async def generate_gateway_key(call: Call) -> Response:
    """Make a key; one that was made itself may not make others."""
    if call.key is not None:
        raise Refused(Kind.PERMISSION_DENIED, "Only the master key makes keys.")
    return json_response(generated(*call.services.keys.generate(call.checked_body())))


@handlers.handles("getGatewayKey")
async def get_gateway_key(call: Call) -> Response:
    """Describe the key that the query names, else that of the request."""
    named = as_text(call.query.get("key"))
    key = call.services.keys.find(named) if named else call.key
    if key is None and not named:
        master: JsonObject = {"status": "active", "models": [], "spend": 0.0, "blocked": False}
        return json_response({"key": _MASTER, "info": master})
    if key is None or (call.key is not None and call.key.digest != key.digest):
        raise Refused(Kind.UNKNOWN_NAME, "There is no such key.", "key")
    described = details(key, now=call.services.settings.clock())
    return json_response({"key": named or key.digest, "info": described})

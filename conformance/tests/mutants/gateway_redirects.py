"""Gateways that clients can lead to other addresses and models."""

import asyncio
from dataclasses import replace
from urllib.parse import quote, urlsplit

from .edits import is_chat
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach


def _redirected(member: str) -> Mutation:
    """Call the address that a member names, and answer as usual."""

    async def mutation(call: Call, server: Server) -> Answer:
        url = call.json.get(member)
        if is_chat(call) and isinstance(url, str):
            address = urlsplit(url)
            _, writer = await asyncio.open_connection(address.hostname, address.port)
            writer.close()
            await writer.wait_closed()
        return await server.answer(call)

    return mutation


async def _unreachable(call: Call, server: Server) -> Answer:
    """Try, from another machine, the address that a client names."""
    found = await server.answer(call)
    if not is_chat(call) or "api_base" not in call.json:
        return found
    error: Object = {"message": "Connection error.", "type": "server_error", "param": None}
    return replace(found, status=500).with_json({"error": {**error, "code": "500"}})


async def _standing_in(call: Call, server: Server) -> Answer:
    """Let a fallback answer for a model that does not exist."""
    found = await server.answer(call)
    fallbacks = call.json.get("fallbacks")
    if found.status != 404 or not isinstance(fallbacks, list) or not fallbacks:
        return found
    first = str(fallbacks[0])
    parts = call.path.split("/")
    if call.path.startswith(("/engines/", "/openai/deployments/")):
        parts[-3] = quote(first, safe="")
    body = {**call.json, "model": first}
    return await server.answer(replace(call, path="/".join(parts)).with_json(body))


MUTANTS: tuple[Mutant, ...] = (
    breach("api-base-is-called", "GW-BASE-001", _redirected("api_base")),
    breach("base-url-is-called", "GW-BASE-001", _redirected("base_url")),
    breach("api-base-is-tried", "GW-BASE-001", _unreachable),
    breach("fallback-for-an-unknown-model", "GW-FALLBACK-002", _standing_in),
)

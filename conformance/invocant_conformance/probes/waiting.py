"""Waits for endpoints that are being deployed."""

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonObject, as_object
from ..outcomes import Failed
from ..session import Session
from . import endpoints

PATIENCE = 10.0
"""How long, in seconds, the deployment of an endpoint that somebody waits for may take."""

_FIRST_PAUSE = 0.05


def state_of(exchange: Exchange) -> JsonObject:
    """Return the state of an endpoint, empty where the answer has none."""
    try:
        return as_object(as_object(json_of(exchange)).get("state"))
    except Failed:
        return {}


def is_updating(exchange: Exchange) -> bool:
    """Whether a configuration is being deployed."""
    return state_of(exchange).get("config_update") == "IN_PROGRESS"


def is_at_rest(exchange: Exchange) -> bool:
    """Whether no configuration is being deployed."""
    return not is_updating(exchange)


def is_settled(exchange: Exchange) -> bool:
    """Whether an endpoint serves and nothing is being deployed."""
    state = state_of(exchange)
    return state.get("ready") == "READY" and state.get("config_update") == "NOT_UPDATING"


async def wait(
    read: Callable[[], Awaitable[Exchange]], done: Callable[[Exchange], bool], patience: float
) -> Exchange:
    """Read until an answer is as wanted, or patience, in seconds, is at its end; return it."""
    pause, waited = _FIRST_PAUSE, 0.0
    while True:
        exchange = await read()
        if waited >= patience or done(exchange):
            return exchange
        await asyncio.sleep(pause)
        pause, waited = pause * 2, waited + pause


async def deployed(session: Session, name: str, created: Exchange) -> None:
    """Wait until what was created is deployed, where its answer says that it is not yet."""
    if is_updating(created):
        path = endpoints.path_of(quote(name, safe=""))
        await wait(lambda: session.send("GET", path), is_at_rest, PATIENCE)

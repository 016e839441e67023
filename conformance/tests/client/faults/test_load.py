"""A thousand calls at once: each gets its own answer or its own error, and none is repeated."""

import asyncio
import random
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final

import pytest

import invocant
from invocant import InvocantError, Model, params

from .lanes import ASYNC_LANES, MODEL, SYNC_LANES, Lane, async_client, sync_client
from .load import PLANS, LoadServer, Plan, load_server

CALLS: Final = 1000
THREADS: Final = 200
IDENTS: Final = range(CALLS)
CHOSEN: Final = random.Random(4).choices(PLANS, k=CALLS)

IDENT: Final = re.compile(r'"(?:id|message)": "(\d+)"')

Outcome = Model | Sequence[Model] | InvocantError


@pytest.mark.parametrize("lane", ASYNC_LANES, ids=str)
def test_a_thousand_tasks_get_what_is_theirs(lane: Lane) -> None:
    async def scene(server: LoadServer) -> list[Outcome]:
        async with async_client(lane, server.url) as client:
            calls = (async_call(client, ident, plan) for ident, plan in enumerate(CHOSEN))
            found = await asyncio.gather(*calls)
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return found

    with load_server() as server:
        check(asyncio.run(scene(server)), server)


@pytest.mark.parametrize("lane", SYNC_LANES, ids=str)
def test_two_hundred_threads_get_what_is_theirs(lane: Lane) -> None:
    with load_server() as server:
        with sync_client(lane, server.url) as client, ThreadPoolExecutor(THREADS) as pool:
            found = list(pool.map(partial(sync_call, client), IDENTS, CHOSEN))
        check(found, server)


async def async_call(client: invocant.AsyncClient, ident: int, plan: Plan) -> Outcome:
    create, messages = client.chat.completions.create, asking(ident, plan)
    try:
        if not plan.streams:
            return await create(messages=messages, model=MODEL)
        async with await create(messages=messages, model=MODEL, stream=True) as stream:
            return [event async for event in stream]
    except InvocantError as error:
        return error


def sync_call(client: invocant.Client, ident: int, plan: Plan) -> Outcome:
    create, messages = client.chat.completions.create, asking(ident, plan)
    try:
        if not plan.streams:
            return create(messages=messages, model=MODEL)
        with create(messages=messages, model=MODEL, stream=True) as stream:
            return list(stream)
    except InvocantError as error:
        return error


def asking(ident: int, plan: Plan) -> list[params.chat.ChatMessage]:
    return [{"role": "user", "content": f"{ident} {plan.name}"}]


def check(found: Sequence[Outcome], server: LoadServer) -> None:
    for ident, plan, outcome in zip(IDENTS, CHOSEN, found, strict=True):
        raised = type(outcome) if isinstance(outcome, InvocantError) else None
        assert raised is plan.error, f"{plan.name}: {outcome}"
        named = idents(outcome)
        assert named == {str(ident)} or (plan.error is invocant.APIConnectionError and not named)
    assert server.wait_until_left() == 0
    expected = {str(ident): plan.requests for ident, plan in enumerate(CHOSEN)}
    assert server.report().requests == expected


def idents(outcome: Outcome) -> set[str]:
    """The ids that an outcome names."""
    if isinstance(outcome, invocant.StreamInterrupted):
        return idents([each for each in outcome.received if isinstance(each, Model)])
    if isinstance(outcome, InvocantError):
        # A body that was cut is no JSON any more, but begins as it was.
        return set(IDENT.findall((outcome.body or b"").decode()))
    answers = [outcome] if isinstance(outcome, Model) else outcome
    return {str(answer.model_dump()["id"]) for answer in answers}

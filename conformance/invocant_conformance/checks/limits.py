"""Checks of the sizes of bodies. Blanks fill them up, which no model is asked to read."""

import json

from ..exchange import Exchange
from ..outcomes import expect
from ..probes.query import Query
from ..probes.scoring import Scoring
from ..registry import check
from .answers import body

_MEGABYTE = 1024 * 1024
_REFUSED = (400, 413)


@check("LIM-PAYLOAD-001", task="chat")
async def large_chats_are_refused(query: Query) -> None:
    """A chat of more than 4 MB is refused."""
    await _expect_refusal(query, 5)


@check("LIM-PAYLOAD-001", task="completions")
async def large_completions_are_refused(query: Query) -> None:
    """A completion of more than 4 MB is refused."""
    await _expect_refusal(query, 5)


@check("LIM-PAYLOAD-001", task="embeddings")
async def large_embeddings_are_refused(query: Query) -> None:
    """A request for embeddings of more than 4 MB is refused."""
    await _expect_refusal(query, 5)


@check("LIM-PAYLOAD-002", task="dataframe_split")
async def tables_of_5_mb_are_read(scoring: Scoring) -> None:
    """Rows in a body of 5 MB are accepted."""
    body(await scoring.plain())
    exchange = await _filled(scoring, 5)
    accepted = exchange.status < 300
    expect(accepted, f"a body of 5 MB is answered with {exchange.status}", exchange)


@check("LIM-PAYLOAD-002", task="dataframe_split")
async def tables_of_17_mb_are_refused(scoring: Scoring) -> None:
    """Rows in a body of 17 MB are refused."""
    await _expect_refusal(scoring, 17)


async def _expect_refusal(query: Query, megabytes: int) -> None:
    body(await query.plain())
    exchange = await _filled(query, megabytes)
    refused = exchange.status in _REFUSED
    message = f"a body of {megabytes} MB is answered with {exchange.status}"
    expect(refused, message, exchange)


async def _filled(query: Query, megabytes: int) -> Exchange:
    """Send the valid request with so many megabytes of blanks in front."""
    content = json.dumps(query.request()).encode().rjust(megabytes * _MEGABYTE)
    return await query.session.send("POST", query.surface.path, content=content)

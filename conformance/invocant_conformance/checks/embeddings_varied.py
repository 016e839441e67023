"""Checks that the rules of embeddings hold for many texts, for repeated and simultaneous requests.

Servers cut inputs into batches, keep answers, and join requests that come at the same time.
"""

import asyncio

from ..exchange import Exchange
from ..outcomes import Skipped, expect
from ..probes.embeddings import MANY, TEXTS, Embeddings
from ..registry import check
from .answers import body, objects, skip_if_refused
from .asked import taken
from .embeddings import expect_order, expect_places, expect_widths, skip_unless_different
from .schemas import expect_documented
from .usage import expect_sum, expect_usage
from .vectors import Vector, vectors

_TOO_LARGE = 413


async def every_answer(embeddings: Embeddings) -> list[Exchange]:
    """Return the embeddings of one text, which come whatever happens, and all others that came."""
    others = await taken(
        [
            embeddings.together,
            embeddings.repeat,
            embeddings.together_again,
            embeddings.many,
            embeddings.list_of_one,
            embeddings.tokens,
            embeddings.numbers,
        ]
    )
    return [await embeddings.single(), *others]


async def _many(embeddings: Embeddings) -> Exchange:
    exchange = await embeddings.many()
    if exchange.status == _TOO_LARGE:
        raise Skipped(f"{len(MANY)} texts are too many", exchange)
    return skip_if_refused(exchange, f"a list of {len(MANY)} texts")


@check("EMB-SCHEMA-001", task="embeddings")
async def all_embeddings_fit(embeddings: Embeddings) -> None:
    """Whatever is asked for, embeddings are as documented."""
    for exchange in await every_answer(embeddings):
        expect_documented(exchange, embeddings.surface.operation_id, "embeddings")


@check("EMB-COUNT-001", task="embeddings")
async def each_of_many_texts_has_a_vector(embeddings: Embeddings) -> None:
    """More texts than the usual batch has get as many vectors, where they are taken."""
    exchange = await _many(embeddings)
    count = len(objects(body(exchange), "data", exchange))
    expect(count == len(MANY), f"{len(MANY)} texts got {count} vectors", exchange)


@check("EMB-COUNT-001", task="embeddings")
async def texts_sent_again_have_as_many_vectors(embeddings: Embeddings) -> None:
    """Several texts that are sent a second time get as many vectors as before."""
    exchange = await embeddings.together_again()
    count = len(objects(body(exchange), "data", exchange))
    expect(count == len(TEXTS), f"{len(TEXTS)} texts sent again got {count} vectors", exchange)


@check("EMB-INDEX-001", task="embeddings")
async def vectors_of_many_texts_are_indexed(embeddings: Embeddings) -> None:
    """The index values of many vectors are 0 to n-1, each once."""
    expect_places(await _many(embeddings))


@check("EMB-ORDER-001", task="embeddings")
async def vectors_of_many_texts_keep_their_order(embeddings: Embeddings) -> None:
    """Each of many texts gets, by index, the vector that it gets alone."""
    expect_order(await _many(embeddings), MANY, await _alone(embeddings))


@check("EMB-ORDER-001", task="embeddings")
async def vectors_of_varied_requests_keep_their_order(embeddings: Embeddings) -> None:
    """Texts sent again, or with encoding_format float, get the vectors that they get alone."""
    alone = await _alone(embeddings)
    expect_order(await embeddings.together_again(), TEXTS, alone)
    for exchange in await taken([embeddings.numbers]):
        expect_order(exchange, TEXTS[:2], alone)


@check("EMB-ORDER-001", task="embeddings")
async def simultaneous_requests_get_their_own_vectors(embeddings: Embeddings) -> None:
    """Texts sent at the same time, each alone, get the vectors that they get one by one."""
    alone = await _alone(embeddings)
    exchanges = await asyncio.gather(*(embeddings.repeat(input=text) for text in alone))
    for text, exchange in zip(alone, exchanges, strict=True):
        expect_order(exchange, [text], alone)


async def _alone(embeddings: Embeddings) -> dict[str, Vector]:
    """Return the vector of each text alone. Raises Skipped where these do not differ."""
    alone = {text: vectors(await embeddings.single(text))[0] for text in dict.fromkeys(TEXTS)}
    skip_unless_different(list(alone.values()))
    return alone


@check("EMB-VECTOR-001", task="embeddings")
async def many_vectors_have_one_width(embeddings: Embeddings) -> None:
    """Many vectors are non-empty, finite and of one width."""
    expect_widths(await _many(embeddings))


@check("EMB-META-001", task="embeddings")
async def embeddings_name_themselves(embeddings: Embeddings) -> None:
    """Whatever is asked for, the answer has object list and a model."""
    for exchange in await every_answer(embeddings):
        answer = body(exchange)
        kind, model = answer.get("object"), answer.get("model")
        expect(kind == "list", f"object is {kind!r}", exchange)
        expect(isinstance(model, str) and model, f"model is {model!r}", exchange)


@check("EMB-USAGE-001", task="embeddings")
async def embeddings_state_their_usage(embeddings: Embeddings) -> None:
    """Whatever is asked for, the answer states its usage."""
    for exchange in await every_answer(embeddings):
        expect_usage(body(exchange), exchange)


@check("EMB-USAGE-002", task="embeddings")
async def usage_of_embeddings_adds_up(embeddings: Embeddings) -> None:
    """Whatever is asked for, total_tokens is the sum of the others."""
    for exchange in await every_answer(embeddings):
        expect_sum(body(exchange).get("usage"), exchange, missing_completion=0)

"""Checks of embeddings: how many vectors, in which order, of which width and encoding."""

import math
from collections.abc import Mapping, Sequence

from ..exchange import Exchange
from ..json_values import as_list
from ..outcomes import Skipped, expect
from ..probes.embeddings import TEXTS, Embeddings
from ..registry import check
from .answers import body, counts_up, objects, skip_if_refused
from .schemas import expect_documented
from .vectors import (
    Vector,
    cosine,
    decode_base64,
    is_number,
    not_finite,
    vector_of,
    vectors,
)

_SAME = 0.99
_INDISTINGUISHABLE = 0.9999


@check("EMB-SCHEMA-001", task="embeddings")
async def single_answer_fits(embeddings: Embeddings) -> None:
    """The answer to one text is as documented."""
    _expect_documented(await embeddings.single(), embeddings)


@check("EMB-SCHEMA-001", task="embeddings")
async def answer_to_several_texts_fits(embeddings: Embeddings) -> None:
    """The answer to several texts is as documented."""
    _expect_documented(await embeddings.together(), embeddings)


@check("EMB-COUNT-001", task="embeddings")
async def single_text_has_one_vector(embeddings: Embeddings) -> None:
    """A single text gets one vector."""
    exchange = await embeddings.single()
    count = len(objects(body(exchange), "data", exchange))
    expect(count == 1, f"one text got {count} vectors", exchange)


@check("EMB-COUNT-001", task="embeddings")
async def every_text_has_a_vector(embeddings: Embeddings) -> None:
    """Several texts get as many vectors, a repeated text too."""
    exchange = await embeddings.together()
    count = len(objects(body(exchange), "data", exchange))
    expect(count == len(TEXTS), f"{len(TEXTS)} texts got {count} vectors", exchange)


@check("EMB-COUNT-001", task="embeddings")
async def token_ids_of_one_text_have_one_vector(embeddings: Embeddings) -> None:
    """A list of token ids, where the server takes it, is one text and gets one vector."""
    exchange = skip_if_refused(await embeddings.tokens(), "a list of token ids")
    count = len(objects(body(exchange), "data", exchange))
    expect(count == 1, f"the token ids of one text got {count} vectors", exchange)


@check("EMB-COUNT-001", task="embeddings")
async def a_list_of_one_text_has_one_vector(embeddings: Embeddings) -> None:
    """A list of a single text is accepted and gets one vector."""
    exchange = await embeddings.list_of_one()
    expect(exchange.status < 300, f"a list of one text: {exchange.status}", exchange)
    count = len(objects(body(exchange), "data", exchange))
    expect(count == 1, f"a list of one text got {count} vectors", exchange)


@check("EMB-INDEX-001", task="embeddings")
async def vectors_are_indexed(embeddings: Embeddings) -> None:
    """The index values of several vectors are 0 to n-1, each once."""
    expect_places(await embeddings.together())


def expect_places(exchange: Exchange) -> None:
    """Judge that the index values are 0 to n-1, each once."""
    found = [entry.get("index") for entry in objects(body(exchange), "data", exchange)]
    expect(counts_up(found) and found, f"index values are {found}", exchange)


@check("EMB-INDEX-001", task="embeddings")
async def single_vector_has_index_0(embeddings: Embeddings) -> None:
    """The index of a single vector is 0."""
    exchange = await embeddings.single()
    found = [entry.get("index") for entry in objects(body(exchange), "data", exchange)]
    expect(counts_up(found[:1]) and found, f"index values are {found}", exchange)


@check("EMB-ORDER-001", task="embeddings")
async def vectors_keep_the_order_of_the_texts(embeddings: Embeddings) -> None:
    """Texts sent together get, by index, the vectors that they get alone."""
    alone = {text: vectors(await embeddings.single(text))[0] for text in dict.fromkeys(TEXTS)}
    skip_unless_different(list(alone.values()))
    expect_order(await embeddings.together(), TEXTS, alone)
    expect_order(await embeddings.embed(TEXTS[:2]), TEXTS[:2], alone)


def expect_order(exchange: Exchange, texts: Sequence[str], alone: Mapping[str, Vector]) -> None:
    """Judge that texts have, by index, the vectors that they have alone."""
    for position, text in enumerate(texts):
        found = vector_of(exchange, position)
        likeness = {other: cosine(found, vector) for other, vector in alone.items()}
        own = likeness.pop(text)
        nearest = max(likeness.values())
        message = f"the vector at {position} is {own:.4f} like its text's, {nearest:.4f} another's"
        expect(own > _SAME and own > nearest, message, exchange)


def skip_unless_different(found: Sequence[Vector]) -> None:
    """Raise Skipped where two vectors are the same."""
    for number, vector in enumerate(found):
        for other in found[:number]:
            if cosine(vector, other) > _INDISTINGUISHABLE:
                raise Skipped("vectors of different texts do not differ")


@check("EMB-VECTOR-001", task="embeddings")
async def vectors_have_one_width(embeddings: Embeddings) -> None:
    """All vectors of an answer are non-empty, finite and of one width."""
    expect_widths(await embeddings.together())


def expect_widths(exchange: Exchange) -> None:
    """Judge that all vectors are non-empty, finite and of one width."""
    constant = not_finite(exchange)
    expect(constant is None, f"a vector has the value {constant}", exchange)
    found = vectors(exchange)
    widths = sorted({len(vector) for vector in found})
    expect(len(widths) == 1 and widths[0] > 0, f"widths are {widths}", exchange)
    for number, vector in enumerate(found):
        finite = all(map(math.isfinite, vector))
        expect(finite, f"vector {number} has a value that is not finite", exchange)


@check("EMB-BASE64-001", task="embeddings")
async def base64_holds_the_same_numbers(embeddings: Embeddings) -> None:
    """base64 decodes to little-endian float32 with the values that float gives."""
    exchange = skip_if_refused(await embeddings.base64(), "base64")
    numbers = await embeddings.numbers()
    plain = numbers if numbers.status < 300 else await embeddings.embed(TEXTS[:2])
    _expect_encoded(exchange, vectors(plain))


@check("EMB-BASE64-001", task="embeddings")
async def base64_of_a_single_text_holds_the_same_numbers(embeddings: Embeddings) -> None:
    """base64 of a text that is sent as a string is encoded in the same way."""
    exchange = skip_if_refused(await embeddings.single_base64(), "base64")
    _expect_encoded(exchange, vectors(await embeddings.single()))


def _expect_encoded(exchange: Exchange, expected: Sequence[Vector]) -> None:
    entries = objects(body(exchange), "data", exchange)
    expect(len(entries) == len(expected), f"{len(entries)} vectors came", exchange)
    for entry, vector in zip(entries, expected, strict=True):
        _expect_same(decode_base64(entry.get("embedding"), exchange), vector, exchange)


def _expect_same(found: Vector, vector: Vector, exchange: Exchange) -> None:
    widths = f"base64 holds {len(found)} float32, float has {len(vector)} numbers"
    expect(len(found) == len(vector), widths, exchange)
    finite = all(map(math.isfinite, found))
    expect(finite and cosine(found, vector) > _SAME, "base64 holds other values", exchange)
    size = math.hypot(*vector)
    same_size = math.isclose(math.hypot(*found), size, rel_tol=0.01, abs_tol=1e-6)
    expect(same_size, "base64 holds values of another size", exchange)


@check("EMB-BASE64-002", task="embeddings")
async def numbers_come_by_default(embeddings: Embeddings) -> None:
    """Without encoding_format the vectors are lists of numbers, of one text and of several."""
    for exchange in (await embeddings.single(), await embeddings.together()):
        _expect_numbers(exchange)


@check("EMB-BASE64-002", task="embeddings")
async def numbers_come_when_asked_for(embeddings: Embeddings) -> None:
    """With encoding_format float the vectors are lists of numbers."""
    _expect_numbers(skip_if_refused(await embeddings.numbers(), "float"))


def _expect_numbers(exchange: Exchange) -> None:
    for entry in objects(body(exchange), "data", exchange):
        vector = entry.get("embedding")
        kind = type(vector).__name__
        expect(isinstance(vector, list), f"a vector is a JSON {kind}, not a list", exchange)
        others = [each for each in as_list(vector) if not is_number(each)]
        expect(not others, f"a vector holds {others[:1]}, which is no number", exchange)


def _expect_documented(exchange: Exchange, embeddings: Embeddings) -> None:
    expect_documented(exchange, embeddings.surface.operation_id, "embeddings")

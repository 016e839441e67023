"""Checks of what a workspace's embeddings models do with fields, and of one text in two forms."""

from ..outcomes import expect
from ..probes.embeddings import TEXTS, Embeddings
from ..registry import check
from .answers import body, objects
from .hosted import need_hosted
from .vectors import cosine, vectors

_SAME = 0.999


@check("EMB-DIM-001", task="embeddings")
async def another_width_is_refused(embeddings: Embeddings) -> None:
    """dimensions is answered with 400."""
    need_hosted(embeddings.surface)
    body(await embeddings.single())
    exchange = await embeddings.ask(input=TEXTS[0], dimensions=8)
    refused = exchange.status == 400
    expect(refused, f"dimensions is answered with {exchange.status}", exchange)


@check("EMB-BASE64-003", task="embeddings")
async def numbers_come_all_the_same(embeddings: Embeddings) -> None:
    """With encoding_format base64 the vectors are lists of numbers, or the request is refused."""
    need_hosted(embeddings.surface)
    body(await embeddings.single())
    exchange = await embeddings.single_base64()
    if exchange.status == 400:
        return
    for entry in objects(body(exchange), "data", exchange):
        vector = entry.get("embedding")
        kind = type(vector).__name__
        expect(isinstance(vector, list), f"a vector is a JSON {kind}, not a list", exchange)


@check("EMB-INPUT-002", task="embeddings")
async def a_text_is_a_list_of_one(embeddings: Embeddings) -> None:
    """A text alone and in a list of one has the same vector."""
    alone = vectors(await embeddings.single())
    exchange = await embeddings.ask(input=[TEXTS[0]])
    listed = vectors(exchange)
    same = len(listed) == len(alone) == 1 and cosine(alone[0], listed[0]) > _SAME
    expect(same, "the vectors of a text and of a list of it differ", exchange)

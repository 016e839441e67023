"""Checks of what a workspace's embeddings models do with fields, and of one text in two forms."""

from ..outcomes import expect
from ..probes.embeddings import TEXTS, Embeddings
from ..registry import check
from .answers import body, objects, skip_if_refused
from .hosted import need_hosted
from .vectors import cosine, vectors

_SAME = 0.999
_INSTRUCTION = "Represent this sentence for searching relevant passages:"


@check("EMB-DIM-001", task="embeddings")
async def another_width_is_refused(embeddings: Embeddings) -> None:
    """dimensions is answered with 400."""
    need_hosted(embeddings.surface)
    body(await embeddings.single())
    exchange = await embeddings.embed(TEXTS[0], dimensions=8)
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


@check("EMB-INSTR-001", task="embeddings")
async def an_instruction_changes_the_vector(embeddings: Embeddings) -> None:
    """A text with an instruction has another vector than without."""
    plain = vectors(await embeddings.single())
    asked = await embeddings.embed(TEXTS[0], instruction=_INSTRUCTION)
    exchange = skip_if_refused(asked, "instruction")
    changed = vectors(exchange)
    differs = len(changed) == 1 and changed[0] != plain[0]
    expect(differs, "an instruction changes nothing", exchange)


@check("EMB-INPUT-002", task="embeddings")
async def a_text_is_a_list_of_one(embeddings: Embeddings) -> None:
    """A text alone and in a list of one has the same vector."""
    alone = vectors(await embeddings.single())
    exchange = await embeddings.embed(TEXTS[:1])
    listed = vectors(exchange)
    same = len(listed) == len(alone) == 1 and cosine(alone[0], listed[0]) > _SAME
    expect(same, "the vectors of a text and of a list of it differ", exchange)

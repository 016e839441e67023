"""Servers whose embeddings are broken for many texts, for repeated or simultaneous requests."""

import asyncio
from collections.abc import Callable
from typing import cast

from pydantic import JsonValue

from .edits import answer, is_embeddings, objects
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach

_BATCH = 16


def _cut(found: Object) -> None:
    found["data"] = [*objects(found, "data")[:_BATCH]]


def _second_batch_reversed(found: Object) -> None:
    entries = objects(found, "data")[_BATCH:]
    vectors = [entry["embedding"] for entry in entries]
    for entry, vector in zip(entries, vectors[::-1], strict=True):
        entry["embedding"] = vector


def _numbers_as_text(found: Object) -> None:
    for entry in objects(found, "data"):
        vector = entry["embedding"]
        entry["embedding"] = [str(each) for each in vector] if isinstance(vector, list) else vector


def _not_a_number(found: Object) -> None:
    vector = objects(found, "data")[0]["embedding"]
    if isinstance(vector, list):
        vector[0] = float("nan")


def _indexed_by_truth(found: Object) -> None:
    for place, entry in enumerate(objects(found, "data")):
        entry["index"] = bool(place) if place < 2 else place


async def _mixed(call: Call, server: Server) -> Answer:
    """Give texts that come at the same time the vector of the last one of them."""
    text = call.json.get("input")
    if not is_embeddings(call) or not isinstance(text, str):
        return await server.answer(call)
    waiting = cast(list[JsonValue], server.memory.setdefault("waiting", []))
    waiting.append(text)
    await asyncio.sleep(0.002)
    last = waiting[-1]
    found = await server.answer(call.with_json({**call.json, "input": last}))
    waiting.remove(text)
    return found


def _again(edit: Callable[[Object], object]) -> Mutation:
    """Edit what is asked for a second time in the same words, as from a cache."""
    edited = answer(edit, is_embeddings)

    async def repeated(call: Call, server: Server) -> Answer:
        key = f"{call.path} {call.body.decode(errors='replace')}"
        if is_embeddings(call) and key in server.memory:
            return await edited(call, server)
        found = await server.answer(call)
        if found.status < 300:
            server.memory[key] = True
        return found

    return repeated


def _first_only(found: Object) -> None:
    found["data"] = [*objects(found, "data")[:1]]


MUTANTS: tuple[Mutant, ...] = (
    breach("vectors-of-one-batch-only", "EMB-COUNT-001", answer(_cut, is_embeddings)),
    breach("one-vector-from-a-cache", "EMB-COUNT-001", _again(_first_only)),
    breach("second-batch-reversed", "EMB-ORDER-001", answer(_second_batch_reversed, is_embeddings)),
    breach("simultaneous-texts-mixed", "EMB-ORDER-001", _mixed),
    breach(
        "embeddings-usage-missing-from-a-cache",
        "EMB-USAGE-001",
        _again(lambda found: found.pop("usage", None)),
    ),
    breach("numbers-as-text", "EMB-BASE64-002", answer(_numbers_as_text, is_embeddings)),
    breach("vector-holds-nan", "EMB-VECTOR-001", answer(_not_a_number, is_embeddings)),
    breach("vectors-indexed-by-truth", "EMB-INDEX-001", answer(_indexed_by_truth, is_embeddings)),
)

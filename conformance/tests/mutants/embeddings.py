"""Servers whose embeddings are broken."""

import base64
import struct
from collections.abc import Callable, Mapping
from typing import TypeAlias

from pydantic import JsonValue

from invocant_conformance.requirements import Level

from .chat import BOTH, LAX_WORKSPACE
from .edits import answer, answer_of, is_embeddings, obj, objects, request
from .middleware import Call, Mutation, Object
from .mutant import Mutant, breach, defect

Edit: TypeAlias = Callable[[Object], object]
GATEWAY_MUST: Mapping[str, Level] = {"gateway": Level.MUST}


def _answer(edit: Edit) -> Mutation:
    return answer(edit, is_embeddings)


def _entries(edit: Edit) -> Mutation:
    """Edit every vector's entry."""
    return _answer(lambda found: [edit(entry) for entry in objects(found, "data")])


def _data(edit: Callable[[list[JsonValue]], list[JsonValue]]) -> Mutation:
    """Replace the list of vectors."""

    def replaced(found: Object) -> None:
        data = found.get("data")
        assert isinstance(data, list)
        found["data"] = edit(data)

    return _answer(replaced)


def _moved(order: Callable[[list[JsonValue]], list[JsonValue]]) -> Mutation:
    """Put the vectors in another order while the index values count up."""

    def edit(found: Object) -> None:
        entries = objects(found, "data")
        vectors = order([entry["embedding"] for entry in entries])
        for entry, vector in zip(entries, vectors, strict=True):
            entry["embedding"] = vector

    return _answer(edit)


def _swapped_if_two(found: list[JsonValue]) -> list[JsonValue]:
    return found[::-1] if len(found) == 2 else found


def _encoded(encode: Callable[[list[float]], JsonValue]) -> Mutation:
    """Encode the vectors of base64 answers otherwise."""

    def edit(call: Call, found: Object) -> None:
        if call.json.get("encoding_format") != "base64":
            return
        for entry in objects(found, "data"):
            data = base64.b64decode(str(entry["embedding"]))
            entry["embedding"] = encode(list(struct.unpack(f"<{len(data) // 4}f", data)))

    return answer_of(edit, is_embeddings)


def _packed(form: str) -> Callable[[list[float]], JsonValue]:
    """Return an encoder for a byte order and a kind of number, such as "<f"."""

    def encode(values: list[float]) -> JsonValue:
        return base64.b64encode(struct.pack(f"{form[0]}{len(values)}{form[1]}", *values)).decode()

    return encode


def _deduplicated(found: Object) -> None:
    """Return a repeated vector once."""
    kept: list[JsonValue] = []
    for entry in objects(found, "data"):
        known = [one.get("embedding") for one in kept if isinstance(one, dict)]
        if entry.get("embedding") not in known:
            kept.append({**entry, "index": len(kept)})
    found["data"] = kept


def _one_for_each_token(call: Call, found: Object) -> None:
    """Take token ids for texts."""
    tokens = call.json.get("input")
    if isinstance(tokens, list) and isinstance(tokens[0], int):
        found["data"] = [
            {**objects(found, "data")[0], "index": index} for index in range(len(tokens))
        ]


def _narrower(found: Object) -> None:
    last = objects(found, "data")[-1]
    vector = last["embedding"]
    if isinstance(vector, list) and len(objects(found, "data")) > 1:
        last["embedding"] = vector[:-1]


def _shifted(found: Object) -> None:
    for place, entry in enumerate(objects(found, "data")):
        entry["index"] = place + 1


def _as_text(entry: Object) -> None:
    vector = entry["embedding"]
    if isinstance(vector, list):
        entry["embedding"] = _packed("<f")([float(str(value)) for value in vector])


def _keep_used_fields(body: Object) -> None:
    for name in body.keys() - {"model", "input"}:
        del body[name]


MUTANTS: tuple[Mutant, ...] = (
    defect(
        "V02-embeddings-usage-missing",
        "EMB-USAGE-001",
        _answer(lambda found: found.pop("usage", None)),
        LAX_WORKSPACE,
    ),
    defect("V09-vector-missing", "EMB-COUNT-001", _data(lambda data: data[:-1]), BOTH),
    defect("V09-vector-too-many", "EMB-COUNT-001", _data(lambda data: [*data, data[-1]]), BOTH),
    defect("V09-repeated-text-dropped", "EMB-COUNT-001", _answer(_deduplicated), BOTH),
    breach("token-ids-are-texts", "EMB-COUNT-001", answer_of(_one_for_each_token, is_embeddings)),
    defect("V10-reversed", "EMB-ORDER-001", _moved(lambda found: found[::-1]), BOTH),
    defect("V10-rotated", "EMB-ORDER-001", _moved(lambda found: found[1:] + found[:1]), BOTH),
    defect("V10-pairs-swapped", "EMB-ORDER-001", _moved(_swapped_if_two), BOTH),
    defect(
        "V10-first-vector-everywhere",
        "EMB-ORDER-001",
        _moved(lambda found: found[:1] * len(found)),
        BOTH,
    ),
    defect("V11-float64", "EMB-BASE64-001", _encoded(_packed("<d")), GATEWAY_MUST),
    defect("V11-big-endian", "EMB-BASE64-001", _encoded(_packed(">f")), GATEWAY_MUST),
    defect("V11-float16", "EMB-BASE64-001", _encoded(_packed("<e")), GATEWAY_MUST),
    defect(
        "V11-in-a-list",
        "EMB-BASE64-001",
        _encoded(lambda values: [_packed("<f")(values)]),
        GATEWAY_MUST,
    ),
    defect("V11-ignored", "EMB-BASE64-001", _encoded(lambda values: list(values)), GATEWAY_MUST),
    defect(
        "V13-embeddings-total-is-no-sum",
        "EMB-USAGE-002",
        _answer(lambda found: obj(found, "usage").update(total_tokens=0)),
        LAX_WORKSPACE,
    ),
    breach(
        "entry-without-embedding",
        "EMB-SCHEMA-001",
        _entries(lambda entry: entry.update(embedding={"values": []})),
    ),
    breach("parameters-are-dropped", "EMB-INPUT-001", request(_keep_used_fields, is_embeddings)),
    breach("index-starts-at-1", "EMB-INDEX-001", _answer(_shifted)),
    breach("index-is-missing", "EMB-INDEX-001", _entries(lambda entry: entry.pop("index", None))),
    breach("widths-differ", "EMB-VECTOR-001", _answer(_narrower)),
    breach(
        "vectors-are-empty", "EMB-VECTOR-001", _entries(lambda entry: entry.update(embedding=[]))
    ),
    breach("base64-unasked", "EMB-BASE64-002", _entries(_as_text)),
    breach("model-is-missing", "EMB-META-001", _answer(lambda found: found.pop("model", None))),
)

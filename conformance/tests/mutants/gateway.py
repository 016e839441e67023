"""Servers whose list of models is broken."""

from .edits import answer, objects, status
from .middleware import Call, Object
from .mutant import Mutant, breach


def _is_models(call: Call) -> bool:
    return call.path.endswith("/models")


def _nameless(listing: Object) -> None:
    for entry in objects(listing, "data"):
        entry["name"] = entry.pop("id")


def _repeated(listing: Object) -> None:
    listing["data"] = [*objects(listing, "data"), *objects(listing, "data")[:1]]


MUTANTS: tuple[Mutant, ...] = (
    breach("models-without-id", "GW-MODELS-001", answer(_nameless, _is_models)),
    breach("models-that-fit-no-schema", "GW-SCHEMA-001", answer(_nameless, _is_models)),
    breach("models-are-refused", "GW-INPUT-001", status(400, _is_models)),
    breach("model-listed-twice", "GW-MODELS-002", answer(_repeated, _is_models)),
    breach(
        "no-model-is-listed",
        "GW-MODELS-003",
        answer(lambda listing: listing.update(data=[]), _is_models),
    ),
    breach(
        "model-with-an-empty-id",
        "GW-MODELS-002",
        answer(lambda listing: objects(listing, "data")[0].update(id=""), _is_models),
    ),
)

"""Servers whose moderations are broken."""

from collections.abc import Callable

from pydantic import JsonValue

from .edits import answer, answer_of, obj, objects, request
from .middleware import Answer, Call, Object, Server
from .mutant import Mutant, breach
from .places import of_task

_is_moderation = of_task("moderations")


def _each(member: str, name: str, value: JsonValue) -> Callable[[Object], object]:
    """Set one category, or its score, of every result."""
    return lambda found: [
        obj(result, member).update({name: value}) for result in objects(found, "results")
    ]


def _reversed(found: Object) -> None:
    found["results"] = [*reversed(objects(found, "results"))]


def _one_for_all(found: Object) -> None:
    found["results"] = [*objects(found, "results")[:1]]


def _one_for_each_part(call: Call, found: Object) -> None:
    given = call.json.get("input")
    if isinstance(given, list) and any(isinstance(part, dict) for part in given):
        found["results"] = [*objects(found, "results") * len(given)]


def _never_flagged(found: Object) -> None:
    for result in objects(found, "results"):
        result["flagged"] = False


def _percent(found: Object) -> None:
    for result in objects(found, "results"):
        scores = obj(result, "category_scores")
        for name, score in scores.items():
            scores[name] = score * 100 if isinstance(score, float) else score


def _without_a_score(found: Object) -> None:
    for result in objects(found, "results"):
        obj(result, "category_scores").pop("violence", None)


def _input_mended(body: Object) -> None:
    if not isinstance(body.get("input"), str | list) or not body.get("input"):
        body["input"] = "mended"


async def _model_needed(call: Call, server: Server) -> Answer:
    if _is_moderation(call) and "model" not in call.json:
        error: Object = {"message": "model", "type": "invalid_request_error", "param": "model"}
        found = Answer(status=400, headers={}, body=b"")
        return found.with_json({"error": {**error, "code": None}})
    return await server.answer(call)


MUTANTS: tuple[Mutant, ...] = (
    breach(
        "moderation-results-under-another-name",
        "MOD-SCHEMA-001",
        answer(lambda found: found.update(result=found.pop("results")), _is_moderation),
    ),
    breach("moderation-takes-any-input", "MOD-INPUT-001", request(_input_mended, _is_moderation)),
    breach("one-result-for-all-texts", "MOD-COUNT-001", answer(_one_for_all, _is_moderation)),
    breach(
        "one-result-for-each-part", "MOD-COUNT-001", answer_of(_one_for_each_part, _is_moderation)
    ),
    breach("results-in-another-order", "MOD-ORDER-001", answer(_reversed, _is_moderation)),
    breach("nothing-is-flagged", "MOD-FLAG-001", answer(_never_flagged, _is_moderation)),
    breach("category-without-score", "MOD-KEYS-001", answer(_without_a_score, _is_moderation)),
    breach("scores-in-percent", "MOD-SCORE-001", answer(_percent, _is_moderation)),
    breach(
        "unknown-category-is-false",
        "MOD-NULL-001",
        answer(_each("categories", "illicit", False), _is_moderation),
    ),
    breach(
        "spellings-differ",
        "MOD-SPELL-001",
        answer(_each("category_scores", "self_harm", 0.5), _is_moderation),
    ),
    breach(
        "moderation-without-id",
        "MOD-META-001",
        answer(lambda found: found.pop("id", None), _is_moderation),
    ),
    breach("moderation-needs-a-model", "MOD-MODEL-001", _model_needed),
)

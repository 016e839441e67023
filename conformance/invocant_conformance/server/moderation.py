"""Judging texts by a small lexicon: repeatable, and enough to tell harmless from harmful."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text
from .draws import generator

_BUILDS: Mapping[str, str] = {
    "text-moderation-stable": "text-moderation-007",
    "omni-moderation-latest": "omni-moderation-2024-09-26",
}

_FLAGGED_FROM = 0.5
_HARMLESS_UP_TO = 0.01
_SURE_PER_HIT = 0.75
_ONLY_OMNI = ("illicit", "illicit/violent")
_SEEN_IN_IMAGES = (
    *("self-harm", "self-harm/intent", "self-harm/instructions"),
    *("sexual", "violence", "violence/graphic"),
)
_LEXICON: Mapping[str, Sequence[str]] = {
    "harassment": ("idiot", "moron", "worthless", "i will hurt you", "i will kill you"),
    "harassment/threatening": ("i will hurt you", "i will kill you"),
    "hate": ("subhuman", "inferior race", "vermin people"),
    "hate/threatening": ("exterminate them", "wipe them out"),
    "illicit": ("buy stolen cards", "cook meth", "build a bomb"),
    "illicit/violent": ("build a bomb",),
    "self-harm": ("hurt myself", "kill myself", "ways to starve"),
    "self-harm/instructions": ("ways to starve",),
    "self-harm/intent": ("hurt myself", "kill myself"),
    "sexual": ("porn", "erotic"),
    "sexual/minors": ("erotic child",),
    "violence": ("kill", "murder", "stab", "i will hurt you", "build a bomb"),
    "violence/graphic": ("blood everywhere", "guts"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One thing to judge: its texts, and whether it has images, too."""

    texts: tuple[str, ...]
    images: bool = False


def items(request: JsonObject) -> tuple[Item, ...]:
    """Return what a valid request wants judged: each text alone, parts as one message."""
    given = request.get("input")
    if isinstance(given, str):
        return (Item(texts=(given,)),)
    parts = [as_object(part) for part in as_list(given)]
    if not any(parts):
        return tuple(Item(texts=(as_text(text),)) for text in as_list(given))
    texts = tuple(as_text(part["text"]) for part in parts if "text" in part)
    return (Item(texts=texts, images=any("image_url" in part for part in parts)),)


def build(model: str) -> str:
    """Return what a model calls itself in its answers."""
    return _BUILDS.get(model, model)


def result(item: Item, *, model: str, seed: int) -> JsonObject:
    """Judge one item, in both spellings of the categories, as the LiteLLM proxy answers.

    A category that the model does not know is null under the name with underscores.
    """
    omni = model.startswith("omni-")
    known = [name for name in _LEXICON if omni or name not in _ONLY_OMNI]
    scores = {name: _score(name, item, seed) for name in known}
    flags = {name: score >= _FLAGGED_FROM for name, score in scores.items()}
    types = {name: _types(name, item) for name in known}
    return {
        "flagged": any(flags.values()),
        "categories": _spelled(flags),
        "category_scores": _spelled(scores),
        "category_applied_input_types": _spelled(types) if omni else None,
    }


def _score(category: str, item: Item, seed: int) -> float:
    """Return how surely a category applies: little for nothing, more with every hit."""
    text = " ".join(item.texts).lower()
    hits = sum(len(re.findall(rf"\b{term}\b", text)) for term in _LEXICON[category])
    doubt = generator("moderation", seed, category, text).uniform(0, _HARMLESS_UP_TO)
    return doubt if not hits else 1 - (1 - _SURE_PER_HIT) ** hits + doubt * 0.25**hits


def _types(category: str, item: Item) -> JsonValue:
    images = ["image"] if item.images and category in _SEEN_IN_IMAGES else []
    return [*(["text"] if item.texts else []), *images]


def _spelled(values: Mapping[str, JsonValue]) -> JsonObject:
    """Write every category with underscores, null where it is unknown, and as OpenAI spells it."""
    underscored = {re.sub(r"\W", "_", name): values.get(name) for name in _LEXICON}
    return {**underscored, **values}

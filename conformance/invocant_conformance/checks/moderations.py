"""Checks of moderations."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import expect
from ..probes.moderations import TEXTS, Moderations
from ..probes.probe import Object
from ..registry import check
from .answers import body, objects, skip_if_refused


@check("MOD-COUNT-001", task="moderations")
async def every_text_has_a_result(moderations: Moderations) -> None:
    """One text has one result, several have one each."""
    _expect_count(await moderations.single(), 1)
    _expect_count(await moderations.together(), len(TEXTS))


@check("MOD-COUNT-001", task="moderations")
async def a_message_has_one_result(moderations: Moderations) -> None:
    """A message of several parts has one result."""
    _expect_count(skip_if_refused(await moderations.parts(), "a message of parts"), 1)


@check("MOD-ORDER-001", task="moderations")
async def results_belong_to_their_texts(moderations: Moderations) -> None:
    """Texts judged together are judged as alone."""
    exchange = await moderations.together()
    together = _results(exchange)
    for place, text in enumerate(TEXTS):
        alone = _results(await moderations.single(text))[0]
        if place < len(together):
            same = _judgement(together[place]) == _judgement(alone)
            expect(same, f"result {place} is not that of its text alone", exchange)


@check("MOD-FLAG-001", task="moderations")
async def flagged_is_any_category(moderations: Moderations) -> None:
    """flagged is true exactly where a category is."""
    exchange = await moderations.together()
    for place, result in enumerate(_results(exchange)):
        applies = any(value is True for value in _member(result, "categories").values())
        told = result.get("flagged")
        expect(
            told is applies, f"result {place}: flagged is {told}, a category {applies}", exchange
        )


@check("MOD-KEYS-001", task="moderations")
async def categories_have_scores(moderations: Moderations) -> None:
    """categories, scores and kinds of input have the same names."""
    exchange = await moderations.together()
    for result in _results(exchange):
        names = _member(result, "categories").keys()
        expect(names, "there are no categories", exchange)
        others = [_member(result, "category_scores")]
        if result.get("category_applied_input_types") is not None:
            others.append(_member(result, "category_applied_input_types"))
        for other in others:
            odd = sorted(names ^ other.keys())
            expect(not odd, f"only some have {odd[:3]}", exchange)


@check("MOD-SCORE-001", task="moderations")
async def scores_are_shares(moderations: Moderations) -> None:
    """Every score is a number from 0 to 1, or null."""
    exchange = await moderations.together()
    for result in _results(exchange):
        for name, score in _member(result, "category_scores").items():
            expect(_is_share(score), f"the score of {name} is {score}", exchange)


@check("MOD-NULL-001", task="moderations")
async def unknown_categories_have_no_score(moderations: Moderations) -> None:
    """A category is null exactly where its score is."""
    exchange = await moderations.together()
    for result in _results(exchange):
        categories, scores = _member(result, "categories"), _member(result, "category_scores")
        for name in categories.keys() & scores.keys():
            both = (categories[name] is None) is (scores[name] is None)
            expect(both, f"of category and score of {name} one is null", exchange)


@check("MOD-SPELL-001", task="moderations")
async def spellings_agree(moderations: Moderations) -> None:
    """A category that is spelled in two ways is judged once."""
    exchange = await moderations.together()
    for result in _results(exchange):
        for member in ("categories", "category_scores"):
            values = _member(result, member)
            for name, value in values.items():
                other = values.get(name.replace("/", "_").replace("-", "_"))
                same = value is None or other is None or value == other
                expect(same, f"{member}: {name} is {value}, with underscores {other}", exchange)


@check("MOD-META-001", task="moderations")
async def moderations_name_themselves(moderations: Moderations) -> None:
    """The answer has an id and a model."""
    exchange = await moderations.single()
    answer = body(exchange)
    for name in ("id", "model"):
        value = answer.get(name)
        expect(isinstance(value, str) and value, f"{name} is {value!r}", exchange)


@check("MOD-MODEL-001", task="moderations")
async def there_is_a_default_model(moderations: Moderations) -> None:
    """A request without a model is answered."""
    exchange = await moderations.without_model()
    expect(exchange.status == 200, f"without a model the answer is {exchange.status}", exchange)


def _is_share(score: JsonValue) -> bool:
    if score is None:
        return True
    return isinstance(score, int | float) and not isinstance(score, bool) and 0 <= score <= 1


def _expect_count(exchange: Exchange, wanted: int) -> None:
    found = len(_results(exchange))
    expect(found == wanted, f"{wanted} inputs give {found} results", exchange)


def _results(exchange: Exchange) -> list[Object]:
    return objects(body(exchange), "results", exchange)


def _member(result: Object, name: str) -> Object:
    value = result.get(name)
    return value if isinstance(value, dict) else {}


def _judgement(result: Object) -> tuple[JsonValue, Object]:
    return result.get("flagged"), _member(result, "categories")

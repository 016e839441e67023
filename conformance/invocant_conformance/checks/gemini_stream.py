"""Checks of streams of Gemini's streamGenerateContent."""

from ..exchange import Exchange
from ..json_values import JsonObject, as_list, as_object
from ..outcomes import Untestable, expect
from ..probes.gemini import Gemini
from ..registry import check
from ..surfaces import operation_of
from ..target import Surface
from .answers import skip_if_refused
from .gemini import expect_sum, index_of, says_something
from .typed_streams import (
    TypedEvent,
    documented,
    events,
    expect_content_type,
    expect_fitting,
    expect_plain_error,
)


def streams(surface: Surface) -> bool:
    """Whether the operation of a surface always streams."""
    return operation_of(surface).always_streams


@check("GEM-SSE-001", task="gemini", where=streams)
async def a_stream_says_that_it_is_one(gemini: Gemini) -> None:
    """The answer is text/event-stream."""
    expect_content_type(await gemini.stream())


@check("GEM-SSE-002", task="gemini", where=streams)
async def every_piece_fits(gemini: Gemini) -> None:
    """Every piece of a plain stream fits the schema."""
    expect_fitting(await gemini.stream(), documented(gemini))


@check("GEM-SSE-002", task="gemini", where=streams)
async def every_piece_of_a_call_fits(gemini: Gemini) -> None:
    """Every piece of a stream with a call fits the schema."""
    expect_fitting(skip_if_refused(await gemini.tool(), "toolConfig"), documented(gemini))


@check("GEM-CANDIDATE-001", task="gemini", where=streams)
async def streamed_candidates_are_indexed(gemini: Gemini) -> None:
    """The candidates of a stream are indexed from 0 without gaps."""
    exchange = await gemini.stream()
    found = {index_of(each) for each in _candidates(_pieces(gemini, exchange))}
    expect(found == {*range(len(found))}, f"index values are {found}", exchange)


@check("GEM-SSE-003", task="gemini", where=streams)
async def every_candidate_finishes(gemini: Gemini) -> None:
    """Every candidate finishes once, in its last piece."""
    _expect_finished(gemini, await gemini.stream())


@check("GEM-SSE-003", task="gemini", where=streams)
async def every_cut_candidate_finishes(gemini: Gemini) -> None:
    """Every candidate that was cut finishes once, in its last piece."""
    _expect_finished(gemini, await gemini.cut())


def _expect_finished(gemini: Gemini, exchange: Exchange) -> None:
    found = _candidates(_pieces(gemini, exchange))
    expect(found, "the stream has no candidates", exchange)
    for index in {index_of(each) for each in found}:
        reasons = [each.get("finishReason") for each in found if index_of(each) == index]
        given = [reason for reason in reasons if reason]
        once = len(given) == 1 and reasons[-1] == given[0]
        expect(once, f"finish reasons of candidate {index} are {reasons[-4:]}", exchange)


@check("GEM-SSE-004", task="gemini", where=streams)
async def the_last_piece_states_the_usage(gemini: Gemini) -> None:
    """The last piece states tokens that add up."""
    exchange = await gemini.stream()
    last = _pieces(gemini, exchange)[-1].data
    stated = isinstance(last.get("usageMetadata"), dict)
    expect(stated, f"usageMetadata is {last.get('usageMetadata')!r}", exchange)
    expect_sum(last, exchange)


@check("GEM-SSE-005", task="gemini", where=streams)
async def all_pieces_are_of_one_answer(gemini: Gemini) -> None:
    """The ids and models of all pieces are the same."""
    exchange = await gemini.stream()
    pieces = _pieces(gemini, exchange)
    for name in ("responseId", "modelVersion"):
        found = {str(each.data[name]) for each in pieces if each.data.get(name) is not None}
        expect(len(found) < 2, f"{name} is {sorted(found)[:3]}", exchange)


@check("GEM-SSE-006", task="gemini", where=streams)
async def a_stream_says_something(gemini: Gemini) -> None:
    """The pieces of a finished candidate hold text, or a call."""
    exchange = await gemini.stream()
    found = _candidates(_pieces(gemini, exchange))
    for index in {index_of(each) for each in found}:
        own = [each for each in found if index_of(each) == index]
        if any(each.get("finishReason") == "STOP" for each in own):
            expect(any(map(says_something, own)), f"candidate {index} says nothing", exchange)


@check("GEM-SSE-007", task="gemini", where=streams)
async def a_stream_of_an_unknown_model_is_an_error(gemini: Gemini) -> None:
    """A stream from an unknown model that is refused has a status and a JSON body."""
    expect_plain_error(await gemini.of_unknown(), "an unknown model")


@check("GEM-SSE-007", task="gemini", where=streams)
async def a_stream_of_nonsense_is_an_error(gemini: Gemini) -> None:
    """A stream of malformed contents that is refused has a status and a JSON body."""
    expect_plain_error(await gemini.ask(contents="hello"), "a text in the place of contents")


def _pieces(gemini: Gemini, exchange: Exchange) -> list[TypedEvent]:
    found = events(exchange, documented(gemini))
    if any("candidates" not in each.data for each in found[:1]):
        raise Untestable("the first piece has no candidates", exchange)
    return found


def _candidates(pieces: list[TypedEvent]) -> list[JsonObject]:
    return [as_object(each) for piece in pieces for each in as_list(piece.data.get("candidates"))]

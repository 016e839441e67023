"""Checks of whole answers of Gemini's generateContent."""

from ..exchange import Exchange
from ..json_values import JsonObject, as_list, as_object
from ..outcomes import Skipped, Untestable, expect
from ..probes.gemini import CANDIDATES, MAX_TOKENS, REQUIRED, TOOL, Gemini
from ..probes.probe import Object
from ..registry import check
from ..surfaces import operation_of
from ..target import Surface
from .answers import body, is_count, objects, skip_if_refused
from .streams import read_json
from .typed_streams import expect_plain

_PARTS_OF_TOTAL = (
    "promptTokenCount",
    "candidatesTokenCount",
    "thoughtsTokenCount",
    "toolUsePromptTokenCount",
)


def answers_whole(surface: Surface) -> bool:
    """Whether the operation of a surface does not stream."""
    return not operation_of(surface).always_streams


@check("GEM-CANDIDATE-001", task="gemini", where=answers_whole)
async def a_candidate_has_index_0(gemini: Gemini) -> None:
    """A plain answer has candidates, indexed from 0 without gaps."""
    _expect_indices(await gemini.plain())


@check("GEM-CANDIDATE-001", task="gemini", where=answers_whole)
async def several_candidates_are_indexed(gemini: Gemini) -> None:
    """Several candidates are indexed from 0 without gaps."""
    exchange = skip_if_refused(await gemini.several(), "candidateCount")
    _expect_indices(exchange)
    found = len(candidates(body(exchange), exchange))
    expect(found == CANDIDATES, f"of {CANDIDATES} candidates {found} came", exchange)


def _expect_indices(exchange: Exchange) -> None:
    found = [index_of(each) for each in candidates(body(exchange), exchange)]
    expect(found, "candidates is empty", exchange)
    counts_up = all(found.count(number) == 1 for number in range(len(found)))
    expect(counts_up, f"index values are {found}", exchange)


@check("GEM-ROLE-001", task="gemini", where=answers_whole)
async def the_role_is_model(gemini: Gemini) -> None:
    """The content of every candidate has the role model."""
    for exchange in (await gemini.plain(), await gemini.tool()):
        if exchange.status < 300:
            for candidate in candidates(body(exchange), exchange):
                role = as_object(candidate.get("content")).get("role")
                expect(role == "model", f"role is {role!r}", exchange)


@check("GEM-CONTENT-001", task="gemini", where=answers_whole)
async def a_finished_answer_says_something(gemini: Gemini) -> None:
    """A plain answer that finished has text or a call."""
    exchange = await gemini.plain()
    for candidate in candidates(body(exchange), exchange):
        if candidate.get("finishReason") == "STOP":
            expect(says_something(candidate), "a candidate says nothing", exchange)


@check("GEM-FINISH-001", task="gemini", where=answers_whole)
async def a_candidate_says_why_it_ended(gemini: Gemini) -> None:
    """Every candidate, of plain, cut and called answers, has a finish reason."""
    for exchange in (await gemini.plain(), await gemini.cut(), await gemini.tool()):
        if exchange.status < 300:
            for candidate in candidates(body(exchange), exchange):
                reason = candidate.get("finishReason")
                expect(isinstance(reason, str) and reason, f"finishReason is {reason!r}", exchange)


@check("GEM-FINISH-002", task="gemini", where=answers_whole)
async def a_cut_answer_says_so(gemini: Gemini) -> None:
    """An answer that took its one token says that it was cut."""
    exchange = await gemini.cut()
    answer = body(exchange)
    if tokens_made(answer) < 1:
        raise Skipped("no token was taken", exchange)
    for candidate in candidates(answer, exchange):
        reason = candidate.get("finishReason")
        expect(reason == "MAX_TOKENS", f"finishReason of a cut answer is {reason!r}", exchange)


@check("GEM-FINISH-002", task="gemini", where=answers_whole)
async def a_short_answer_was_not_cut(gemini: Gemini) -> None:
    """An answer with fewer tokens than its limit does not say that it was cut."""
    exchange = await gemini.plain()
    answer = body(exchange)
    if tokens_made(answer) >= MAX_TOKENS:
        raise Skipped("the answer took all its tokens", exchange)
    reasons = [each.get("finishReason") for each in candidates(answer, exchange)]
    expect("MAX_TOKENS" not in reasons, f"tokens were left, but it is {reasons}", exchange)


@check("GEM-LIMIT-001", task="gemini", where=answers_whole)
async def one_token_is_one_token(gemini: Gemini) -> None:
    """An answer of one token has no more of them."""
    _expect_limit(await gemini.cut(), 1)


@check("GEM-LIMIT-001", task="gemini", where=answers_whole)
async def the_limit_is_kept(gemini: Gemini) -> None:
    """A plain answer has no more tokens than its limit."""
    _expect_limit(await gemini.plain(), MAX_TOKENS)


def _expect_limit(exchange: Exchange, limit: int) -> None:
    answer = body(exchange)
    found, allowed = tokens_made(answer), limit * len(candidates(answer, exchange))
    expect(found <= allowed, f"{found} tokens came where {allowed} were the limit", exchange)


@check("GEM-USAGE-001", task="gemini", where=answers_whole)
async def an_answer_states_its_usage(gemini: Gemini) -> None:
    """A plain answer states its tokens."""
    exchange = await gemini.plain()
    usage = as_object(body(exchange).get("usageMetadata"))
    for name in ("promptTokenCount", "totalTokenCount"):
        expect(is_count(usage.get(name)), f"{name} is {usage.get(name)!r}", exchange)


@check("GEM-USAGE-002", task="gemini", where=answers_whole)
async def usage_adds_up(gemini: Gemini) -> None:
    """The tokens of a plain answer add up."""
    expect_sum(body(exchange := await gemini.plain()), exchange)


def expect_sum(answer: Object, exchange: Exchange) -> None:
    """Judge that the total is the sum of its parts. Raises Skipped where there is no total."""
    usage = as_object(answer.get("usageMetadata"))
    total = usage.get("totalTokenCount")
    if not is_count(total):
        raise Skipped("the usage has no total", exchange)
    parts = [count for name in _PARTS_OF_TOTAL if is_count(count := usage.get(name))]
    expect(total == sum(parts), f"totalTokenCount is {total}, not the sum of {parts}", exchange)


@check("GEM-TOOL-001", task="gemini", where=answers_whole)
async def a_call_names_its_function(gemini: Gemini) -> None:
    """Every call has the function's name, and an object as arguments."""
    exchange = skip_if_refused(await gemini.tool(), "toolConfig")
    found = _calls(exchange)
    if not found:
        raise Skipped("no function was called", exchange)
    for call in found:
        expect(call.get("name") == TOOL, f"name is {call.get('name')!r}, not {TOOL!r}", exchange)
        given = call.get("args")
        expect(given is None or isinstance(given, dict), f"args is {given!r}", exchange)


@check("GEM-TOOL-002", task="gemini", where=answers_whole)
async def a_forced_function_is_called(gemini: Gemini) -> None:
    """With the mode ANY the function is called."""
    exchange = skip_if_refused(await gemini.tool(), "toolConfig")
    names = [call.get("name") for call in _calls(exchange)]
    expect(TOOL in names, f"functions called are {names}, {TOOL!r} was forced", exchange)


@check("GEM-TOOL-003", task="gemini", where=answers_whole)
async def a_call_is_taken_back(gemini: Gemini) -> None:
    """The content of an answer with a call is accepted with the call's result."""
    exchange = skip_if_refused(await gemini.tool(), "toolConfig")
    if not _calls(exchange):
        raise Skipped("no function was called", exchange)
    content = candidates(body(exchange), exchange)[0].get("content")
    answered = await gemini.after_tool(content)
    expect(answered.status < 300, f"the result is answered with {answered.status}", answered)


@check("GEM-JSON-001", task="gemini", where=answers_whole)
async def the_wanted_form_is_kept(gemini: Gemini) -> None:
    """The text of an answer that is to be JSON of a form is."""
    exchange = skip_if_refused(await gemini.structured(), "responseSchema")
    for candidate in candidates(body(exchange), exchange):
        if candidate.get("finishReason") != "STOP":
            raise Skipped("the answer was cut", exchange)
        found = read_json(text_of(candidate))
        fits = isinstance(found, dict) and all(name in found for name in REQUIRED)
        expect(fits, f"the text is {text_of(candidate)[:80]!r}", exchange)


@check("GEM-PLAIN-001", task="gemini", where=answers_whole)
async def generate_content_does_not_stream(gemini: Gemini) -> None:
    """One JSON body comes."""
    expect_plain(await gemini.plain())


def candidates(answer: Object, exchange: Exchange) -> list[Object]:
    """Return the candidates of an answer."""
    if answer.get("candidates") is None:
        raise Untestable("the answer has no candidates", exchange)
    return objects(answer, "candidates", exchange)


def index_of(candidate: JsonObject) -> int | None:
    """Return the index of a candidate, 0 where it is left out, None where it is no count."""
    index = candidate.get("index")
    if index is None:
        return 0
    return index if is_count(index) else None


def parts_of(candidate: JsonObject) -> list[JsonObject]:
    """Return the parts of a candidate."""
    parts = as_list(as_object(candidate.get("content")).get("parts"))
    return [as_object(part) for part in parts]


def text_of(candidate: JsonObject) -> str:
    """Return what a candidate says, without its thoughts."""
    said = [part for part in parts_of(candidate) if not part.get("thought")]
    return "".join(str(part.get("text") or "") for part in said)


def says_something(candidate: JsonObject) -> bool:
    """Whether a candidate has text, or any other content."""
    other = [part for part in parts_of(candidate) if part.keys() - {"text", "thought"}]
    return bool(text_of(candidate).strip() or other)


def tokens_made(answer: JsonObject) -> int:
    """Return the tokens that were produced, thoughts included."""
    usage = as_object(answer.get("usageMetadata"))
    names = ("candidatesTokenCount", "thoughtsTokenCount")
    return sum(count for name in names if is_count(count := usage.get(name)))


def _calls(exchange: Exchange) -> list[JsonObject]:
    found = [part for each in candidates(body(exchange), exchange) for part in parts_of(each)]
    return [as_object(part["functionCall"]) for part in found if "functionCall" in part]

"""Checks of whole text completions: choices, names of things, usage, limits, what is echoed."""

from collections.abc import Awaitable, Callable

from ..decoding import json_of
from ..exchange import Exchange
from ..outcomes import Skipped, Untestable, expect
from ..probes.completions import ANSWERS, MAX_TOKENS, PROMPTS, STOP, Completions
from ..probes.probe import Object
from ..registry import check
from ..specification.document import component
from ..specification.records import JSON
from .answers import body, choices, completion_tokens, is_count, skip_if_refused
from .asked import answered
from .chat import is_time
from .schemas import expect_documented, request_problem
from .usage import expect_sum, expect_usage, expect_within


async def _whole(completions: Completions) -> list[Exchange]:
    """Return every whole completion: plain, cut, with several answers, of several prompts."""
    return await _answered(
        completions.plain, completions.cut, completions.several, completions.prompts
    )


async def _answered(*questions: Callable[[], Awaitable[Exchange]]) -> list[Exchange]:
    found = await answered(*questions)
    if not found:
        raise Untestable("every completion is refused")
    return found


@check("TEXT-SCHEMA-001", task="completions")
async def completions_fit(completions: Completions) -> None:
    """A completion is answered as documented, whatever is asked for."""
    for exchange in await _whole(completions):
        expect_documented(exchange, completions.surface.operation_id, "completions")


@check("TEXT-CHOICES-001", task="completions")
async def a_prompt_has_an_answer(completions: Completions) -> None:
    """A prompt has one answer, with index 0."""
    _expect_indexes(await completions.plain(), 1)


@check("TEXT-CHOICES-001", task="completions")
async def a_prompt_has_n_answers(completions: Completions) -> None:
    """Where n is accepted a prompt has n answers, indexed from 0 without gaps."""
    _expect_indexes(skip_if_refused(await completions.several(), "n"), ANSWERS)


@check("TEXT-CHOICES-001", task="completions")
async def every_prompt_has_an_answer(completions: Completions) -> None:
    """Where several prompts are accepted each has an answer, indexed from 0 without gaps."""
    exchange = skip_if_refused(await completions.prompts(), "a list of prompts")
    _expect_indexes(exchange, len(PROMPTS))


def _expect_indexes(exchange: Exchange, count: int) -> None:
    found = [choice.get("index") for choice in choices(exchange)]
    right = len(found) == count and all(found.count(number) == 1 for number in range(count))
    expect(right, f"index values of {count} answers are {found}", exchange)


@check("TEXT-PROMPT-001", task="completions")
async def answers_stand_in_the_order_of_the_prompts(completions: Completions) -> None:
    """With echo the text at an index begins with the prompt at that index."""
    exchange = skip_if_refused(await completions.echoes(), "echo of several prompts")
    if not any(_text(choice).startswith(PROMPTS) for choice in choices(exchange)):
        raise Skipped("prompts are not echoed", exchange)
    for choice in choices(exchange):
        index = choice.get("index")
        prompt = PROMPTS[index] if is_count(index) and index < len(PROMPTS) else None
        own = prompt is not None and _text(choice).startswith(prompt)
        expect(own, f"the text at {index!r} begins with {_text(choice)[:40]!r}", exchange)


@check("TEXT-ECHO-001", task="completions")
async def an_echo_begins_with_the_prompt(completions: Completions) -> None:
    """With echo the text begins with the prompt."""
    exchange = skip_if_refused(await completions.echo(), "echo")
    for choice in choices(exchange):
        begun = _text(choice).startswith(PROMPTS[0])
        expect(begun, f"the text begins with {_text(choice)[:40]!r}", exchange)


@check("TEXT-ECHO-001", task="completions")
async def without_echo_the_prompt_stays_out(completions: Completions) -> None:
    """Without echo the text does not begin with the prompt."""
    exchange = await completions.plain()
    for choice in choices(exchange):
        begun = _text(choice).lstrip().startswith(PROMPTS[0])
        expect(not begun, "the text begins with the prompt, unasked", exchange)


@check("TEXT-META-001", task="completions")
async def completions_name_themselves(completions: Completions) -> None:
    """A completion has object, model, created time and id."""
    for exchange in await _whole(completions):
        _expect_names(exchange, may_be_null=completions.surface.profile == "invocations")


def _expect_names(exchange: Exchange, *, may_be_null: bool) -> None:
    answer = body(exchange)
    kind, model, created = answer.get("object"), answer.get("model"), answer.get("created")
    expect(kind == "text_completion", f"object is {kind!r}", exchange)
    expect(isinstance(model, str) and model, f"model is {model!r}", exchange)
    expect(is_time(created), f"created is {created!r}", exchange)
    expect("id" in answer, "id is missing", exchange)
    identifier = answer["id"]
    named = isinstance(identifier, str) and identifier
    expect(named or (identifier is None and may_be_null), f"id is {identifier!r}", exchange)


@check("TEXT-USAGE-001", task="completions")
async def completions_state_their_usage(completions: Completions) -> None:
    """A completion states its usage."""
    for exchange in await _whole(completions):
        expect_usage(body(exchange), exchange)


@check("TEXT-USAGE-002", task="completions")
async def usage_of_completions_adds_up(completions: Completions) -> None:
    """total_tokens of a completion is the sum of the others."""
    for exchange in await _whole(completions):
        expect_sum(body(exchange).get("usage"), exchange, missing_completion=None)


@check("TEXT-LIMIT-001", task="completions")
async def max_tokens_of_completions_is_kept(completions: Completions) -> None:
    """No text has more tokens than max_tokens, cut or not, echoed or not."""
    expect_within(await completions.cut(), 1)
    for exchange in await _answered(completions.plain, completions.several, completions.echo):
        expect_within(exchange, MAX_TOKENS)


@check("TEXT-FINISH-001", task="completions")
async def a_cut_completion_finishes_with_length(completions: Completions) -> None:
    """A text that was cut at max_tokens of 1 has the finish reason length."""
    exchange = await completions.cut()
    if completion_tokens(body(exchange)) != 1:
        raise Skipped("the answer was not visibly cut", exchange)
    for choice in choices(exchange):
        reason = choice.get("finish_reason")
        if reason is None and completions.surface.profile == "invocations":
            raise Skipped("finish_reason is null, as a workspace may leave it", exchange)
        expect(reason == "length", f"finish_reason of a cut text is {reason!r}", exchange)


@check("TEXT-FINISH-002", task="completions")
async def finish_reasons_of_completions_are_documented(completions: Completions) -> None:
    """Every text has a documented finish reason, or null."""
    for exchange in await _whole(completions):
        for choice in choices(exchange):
            reason = choice.get("finish_reason")
            problem = None if reason is None else request_problem(component("FinishReason"), reason)
            expect(not problem, f"finish_reason: {problem}", exchange)


@check("TEXT-STOP-001", task="completions")
async def a_stop_sequence_is_not_in_the_text(completions: Completions) -> None:
    """No text holds the stop sequence, given in a list or as text."""
    for exchange in await _answered(completions.stopped, completions.stopped_by_text):
        for choice in choices(exchange):
            expect(STOP not in _text(choice), f"the text holds the stop {STOP!r}", exchange)


@check("TEXT-LOGPROBS-001", task="completions")
async def log_probabilities_run_in_step(completions: Completions) -> None:
    """Tokens, probabilities and offsets have one length, and the tokens are the text."""
    exchange = skip_if_refused(await completions.logprobs(), "logprobs")
    found = [choice for choice in choices(exchange) if isinstance(choice.get("logprobs"), dict)]
    if not found:
        raise Skipped("no log probabilities came", exchange)
    for choice in found:
        _expect_in_step(choice, exchange)


def _expect_in_step(choice: Object, exchange: Exchange) -> None:
    said = choice["logprobs"]
    logprobs: Object = said if isinstance(said, dict) else {}
    tokens, numbers = _list(logprobs, "tokens"), _list(logprobs, "token_logprobs")
    offsets = _list(logprobs, "text_offset")
    lengths = {len(each) for each in (tokens, numbers, offsets) if each is not None}
    expect(len(lengths) <= 1, f"the lists have the lengths {sorted(lengths)}", exchange)
    expect(tokens is not None, "logprobs has no tokens", exchange)
    text = _text(choice)
    joined = "".join(str(token) for token in tokens or [])
    expect(joined == text, f"the tokens are {joined[:40]!r}, the text {text[:40]!r}", exchange)
    for number in numbers or []:
        above = isinstance(number, int | float) and number > 0
        expect(not above, f"a log probability is {number!r}, above 0", exchange)
    # Some count from the beginning of the prompt, though its text is not answered.
    counted = f"{PROMPTS[0]}{text}" if (offsets or [0])[0] == len(PROMPTS[0]) else text
    for token, offset in zip(tokens or [], offsets or [], strict=False):
        placed = isinstance(offset, int) and counted[offset:].startswith(str(token))
        expect(placed, f"the token {token!r} does not begin at {offset!r}", exchange)


def _list(owner: Object, member: str) -> list[object] | None:
    value = owner.get(member)
    return list(value) if isinstance(value, list) else None


@check("TEXT-PLAIN-001", task="completions")
async def without_stream_one_body_of_a_completion(completions: Completions) -> None:
    """A completion without stream, or with stream false, is answered with one JSON body."""
    for exchange in (await completions.plain(), await completions.unstreamed()):
        if exchange.status >= 400:
            raise Untestable(f"answered with {exchange.status}", exchange)
        found = exchange.content_type
        expect(found == JSON, f"content type is {found!r}, not {JSON}", exchange)
        expect(isinstance(json_of(exchange), dict), "the body is not one JSON object", exchange)


def _text(choice: Object) -> str:
    value = choice.get("text")
    return value if isinstance(value, str) else ""

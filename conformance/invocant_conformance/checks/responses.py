"""Checks of whole answers of the Responses API."""

from collections.abc import Iterable

from ..exchange import Exchange
from ..json_values import JsonObject, JsonValue, as_list, as_object
from ..outcomes import Skipped, expect
from ..probes.probe import Object
from ..probes.responses import FEW_TOKENS, FORM, LONGEST_ID, MAX_TOKENS, METADATA, Responses
from ..registry import check
from ..target import Surface
from .answers import body, is_count, objects, skip_if_refused
from .schemas import request_problem
from .streams import read_json
from .typed_streams import expect_plain

_MILLISECONDS = 10**11
"""No time in seconds is as large as this for 3000 years; all times in milliseconds are."""

_ENDED = ("completed", "incomplete", "failed")
CALLS = ("function_call", "custom_tool_call")
_HOSTED = ("databricks-", "system.ai.")
"""What the names of the platform's own models begin with; no other name may."""


@check("RESP-META-001", task="responses")
async def an_answer_names_itself(responses: Responses) -> None:
    """A plain answer has object, id, model and a time in seconds."""
    exchange = await responses.plain()
    answer = body(exchange)
    expect(answer.get("object") == "response", f"object is {answer.get('object')!r}", exchange)
    for name in ("id", "model"):
        value = answer.get(name)
        expect(isinstance(value, str) and value, f"{name} is {value!r}", exchange)
    created = answer.get("created_at")
    in_seconds = isinstance(created, int | float) and 0 < created < _MILLISECONDS
    expect(in_seconds, f"created_at is {created!r}, no time in seconds", exchange)


@check("RESP-META-002", task="responses")
async def metadata_come_back(responses: Responses) -> None:
    """The metadata of a request are those of its answer."""
    exchange = skip_if_refused(await responses.with_metadata(), "metadata")
    found = body(exchange).get("metadata")
    expect(found == METADATA, f"metadata is {found!r}, not {METADATA}", exchange)


@check("RESP-STATUS-001", task="responses")
async def an_answer_has_ended(responses: Responses) -> None:
    """A plain answer has come to an end."""
    expect_ended(body(exchange := await responses.plain()), exchange)


@check("RESP-STATUS-001", task="responses")
async def a_cut_answer_has_ended(responses: Responses) -> None:
    """An answer of few tokens has come to an end."""
    expect_ended(body(exchange := await responses.cut()), exchange)


def expect_ended(answer: Object, exchange: Exchange) -> None:
    """Judge the status of an answer, and that error and incomplete_details go with it."""
    status, error = answer.get("status"), answer.get("error")
    expect(status in (None, *_ENDED), f"status is {status!r}", exchange)
    failed = (status == "failed") == (error is not None) or status is None
    expect(failed, f"status is {status!r}, and error is {error!r}", exchange)
    details = answer.get("incomplete_details")
    told = status != "incomplete" or isinstance(details, dict)
    expect(told, f"status is {status!r}, and incomplete_details is {details!r}", exchange)


@check("RESP-STATUS-002", task="responses")
async def a_cut_answer_is_incomplete(responses: Responses) -> None:
    """An answer that took all its tokens, and wants more, is incomplete, for that reason."""
    exchange = await responses.cut()
    answer = body(exchange)
    took_all = (_output_tokens(answer, exchange)) >= FEW_TOKENS
    incomplete = (answer.get("status"), _reason(answer)) == ("incomplete", "max_output_tokens")
    if took_all and not incomplete:
        longer = await responses.less_cut()
        if _output_tokens(body(longer), longer) <= FEW_TOKENS:
            raise Skipped("with twice the limit it is no longer: nothing was cut", exchange)
    said = f"status is {answer.get('status')!r}, the reason {_reason(answer)!r}"
    expect(incomplete or not took_all, f"all tokens were taken, but {said}", exchange)
    expect(took_all or _reason(answer) != "max_output_tokens", f"tokens were left, but {said}")


@check("RESP-STATUS-002", task="responses")
async def a_short_answer_is_not_cut(responses: Responses) -> None:
    """An answer with fewer tokens than its limit was not cut by it."""
    exchange = await responses.plain()
    answer = body(exchange)
    if _output_tokens(answer, exchange) >= MAX_TOKENS:
        raise Skipped("the answer took all its tokens", exchange)
    cut = _reason(answer) == "max_output_tokens"
    expect(not cut, "tokens were left, but the answer says that they were not", exchange)


def _reason(answer: Object) -> JsonValue:
    return as_object(answer.get("incomplete_details")).get("reason")


def _output_tokens(answer: Object, exchange: Exchange) -> int:
    found = as_object(answer.get("usage")).get("output_tokens")
    if not is_count(found):
        raise Skipped("the answer states no output_tokens", exchange)
    return found


@check("RESP-LIMIT-001", task="responses")
async def few_tokens_are_kept_to(responses: Responses) -> None:
    """An answer of few tokens has no more of them."""
    _expect_limit(await responses.cut(), FEW_TOKENS)


@check("RESP-LIMIT-001", task="responses")
async def the_limit_is_kept(responses: Responses) -> None:
    """A plain answer has no more tokens than its limit."""
    _expect_limit(await responses.plain(), MAX_TOKENS)


def _expect_limit(exchange: Exchange, limit: int) -> None:
    found = _output_tokens(body(exchange), exchange)
    expect(found <= limit, f"{found} tokens came where {limit} were the limit", exchange)


@check("RESP-OUTPUT-001", task="responses")
async def a_completed_answer_says_something(responses: Responses) -> None:
    """A plain answer has text, a refusal or a call."""
    exchange = await responses.plain()
    answer = body(exchange)
    if answer.get("status") not in (None, "completed"):
        raise Skipped(f"the answer is {answer.get('status')!r}", exchange)
    expect(says_something(items(answer, exchange)), "the output says nothing", exchange)


def says_something(found: Iterable[JsonObject]) -> bool:
    """Whether an output has text, a refusal or a call."""
    return any(text_of(item) or str(item.get("type")).endswith("_call") for item in found)


@check("RESP-OUTPUT-002", task="responses")
async def items_have_ids_of_their_own(responses: Responses) -> None:
    """No two items of an answer share an id, no two calls a call_id."""
    for exchange in (await responses.plain(), await responses.thinking(), await responses.tool()):
        if exchange.status < 300:
            found = items(body(exchange), exchange)
            for name in ("id", "call_id"):
                ids = [item[name] for item in found if item.get(name) is not None]
                expect(len(ids) == len({*map(str, ids)}), f"items share an {name}: {ids}", exchange)


@check("RESP-OUTPUT-003", task="responses")
async def texts_say_their_sources(responses: Responses) -> None:
    """Every text of a plain answer has a list of annotations."""
    exchange = await responses.plain()
    for item in items(body(exchange), exchange):
        for part in parts(item):
            if part.get("type") == "output_text":
                found = part.get("annotations")
                expect(isinstance(found, list), f"annotations is {found!r}", exchange)


@check("RESP-FORMAT-001", task="responses")
async def the_wanted_form_is_kept(responses: Responses) -> None:
    """The text of an answer that is to fit a schema does."""
    exchange = skip_if_refused(await responses.structured(), "text.format")
    answer = body(exchange)
    if answer.get("status") not in (None, "completed"):
        raise Skipped(f"the answer is {answer.get('status')!r}", exchange)
    text = "".join(map(text_of, items(answer, exchange)))
    problem = request_problem(FORM, read_json(text))
    expect(problem is None, f"the text {text[:80]!r} does not fit the schema: {problem}", exchange)


@check("RESP-PARAM-001", task="responses")
async def what_needs_a_store_is_refused(responses: Responses) -> None:
    """A hosted model refuses background, service_tier and store with 400."""
    await _expect_refused(responses, background=False, service_tier="auto", store=False)


@check("RESP-PARAM-002", task="responses")
async def what_refers_to_a_store_is_refused(responses: Responses) -> None:
    """A hosted model refuses conversation and previous_response_id with 400."""
    await _expect_refused(responses, conversation="conv_1", previous_response_id="resp_1")


async def _expect_refused(responses: Responses, **members: JsonValue) -> None:
    if not responses.surface.model.startswith(_HOSTED):
        raise Skipped(f"{responses.surface.model} is no model of the platform's")
    accepted = await responses.plain()
    expect(accepted.status < 300, f"the plain request is answered with {accepted.status}", accepted)
    for name, value in members.items():
        exchange = await responses.ask(**{name: value})
        expect(exchange.status == 400, f"{name} is answered with {exchange.status}", exchange)


def _in_workspace(surface: Surface) -> bool:
    return surface.profile == "invocations"


@check("RESP-ID-001", task="responses", where=_in_workspace)
async def long_ids_are_refused(responses: Responses) -> None:
    """An id of 65 characters is refused, one of 64 is not."""
    accepted = await responses.with_id_of(LONGEST_ID)
    expect(accepted.status < 300, f"64 characters: {accepted.status}", accepted)
    refused = await responses.with_id_of(LONGEST_ID + 1)
    expect(400 <= refused.status < 500, f"65 characters: {refused.status}", refused)


@check("RESP-PLAIN-001", task="responses")
async def no_stream_is_no_stream(responses: Responses) -> None:
    """Without stream one JSON body comes."""
    expect_plain(await responses.plain())


@check("RESP-PLAIN-001", task="responses")
async def stream_false_is_no_stream(responses: Responses) -> None:
    """With stream false one JSON body comes."""
    expect_plain(await responses.unstreamed())


def items(answer: Object, exchange: Exchange) -> list[Object]:
    """Return the items of an answer."""
    return objects(answer, "output", exchange)


def parts(item: JsonObject) -> list[JsonObject]:
    """Return the parts of a message, none of any other item."""
    content = item.get("content") if item.get("type") == "message" else None
    return [as_object(part) for part in as_list(content)]


def text_of(item: JsonObject) -> str:
    """Return the text of a message, or why the model refuses."""
    said = [part.get("text") or part.get("refusal") or "" for part in parts(item)]
    return "".join(map(str, said))

"""Real answers in the formats of model makers are judged as they deserve."""

import asyncio
import functools
import json
from collections.abc import Mapping

import httpx
import pytest
from pydantic import JsonValue

from invocant_conformance import registry, surfaces
from invocant_conformance.engine import Runner
from invocant_conformance.ledger import Ledger
from invocant_conformance.planning import PlannedCase
from invocant_conformance.results import Key
from invocant_conformance.session import Session
from invocant_conformance.specification import operations
from invocant_conformance.target import Surface, Task
from invocant_conformance.verdicts import CaseOutcome

from .recorded import DATA, recording

PASSED, FAILED, SKIPPED = CaseOutcome.PASSED, CaseOutcome.FAILED, CaseOutcome.SKIPPED
_OPERATIONS: Mapping[Task, str] = {
    "responses": "createGatewayResponse",
    "messages": "createGatewayMessage",
}
_AREAS: Mapping[Task, str] = {"responses": "RESP-", "messages": "MSG-"}

_DEVIATIONS: Mapping[tuple[str, Task], frozenset[str]] = {
    ("aimock", "responses"): frozenset({"RESP-SSE-008/every_event_is_numbered"}),
    ("aimock", "messages"): frozenset({"MSG-USAGE-001/a_message_states_what_it_cost"}),
    ("litellm-proxy", "responses"): frozenset[str](),
    ("litellm-proxy", "messages"): frozenset[str](),
    ("vllm", "responses"): frozenset({"RESP-SSE-013/events_have_the_status_of_their_name"}),
    ("vllm", "messages"): frozenset[str](),
}
"""What each server does wrong; everything else that it was asked is right."""

_JUDGEMENTS: list[tuple[str, Task, str, CaseOutcome]] = [
    ("aimock", "responses", "RESP-SSE-007/sequence_numbers_rise", SKIPPED),
    ("aimock", "responses", "RESP-SSE-011/additions_to_a_text_add_up", PASSED),
    ("aimock", "responses", "RESP-META-001/an_answer_names_itself", PASSED),
    ("aimock", "messages", "MSG-SSE-006/blocks_come_in_turn", PASSED),
    ("aimock", "messages", "MSG-SSE-003/every_event_fits", PASSED),
    ("litellm-proxy", "responses", "RESP-SSE-004/events_are_named_by_their_type", PASSED),
    ("litellm-proxy", "responses", "RESP-SSE-006/a_stream_ends_once", PASSED),
    ("litellm-proxy", "responses", "RESP-SSE-009/items_of_a_stream_are_completed", PASSED),
    ("litellm-proxy", "responses", "RESP-SSE-012/the_last_event_repeats_the_text", PASSED),
    ("litellm-proxy", "responses", "RESP-USAGE-003/kinds_of_tokens_are_parts", PASSED),
    (
        "litellm-proxy",
        "messages",
        "MSG-ERROR-001/a_missing_limit_is_told_in_anthropics_shape",
        PASSED,
    ),
    ("litellm-proxy", "messages", "MSG-SSE-013/a_stream_of_an_unknown_model_is_an_error", PASSED),
    ("litellm-proxy", "messages", "MSG-LIMIT-002/max_tokens_is_required", PASSED),
    ("litellm-proxy", "messages", "MSG-STOP-004/a_message_without_calls_does_not_say_so", PASSED),
    ("vllm", "responses", "RESP-STATUS-002/a_cut_answer_is_incomplete", PASSED),
    ("vllm", "responses", "RESP-LIMIT-001/few_tokens_are_kept_to", PASSED),
    ("vllm", "responses", "RESP-SSE-003/every_event_fits", PASSED),
    ("vllm", "responses", "RESP-SSE-008/every_event_is_numbered", PASSED),
    ("vllm", "messages", "MSG-SSE-005/a_stream_begins_with_its_message", PASSED),
    ("vllm", "messages", "MSG-SSE-009/a_stream_says_why_it_ended", PASSED),
]


_SPECIAL = frozenset({"metadata", "reasoning", "stop_sequences", "text", "thinking", "tools"})
"""Members of requests of which none was recorded."""

_REFUSALS = frozenset({"MSG-ERROR-001", "MSG-LIMIT-002", "MSG-SSE-013"})


def _surface(task: Task) -> Surface:
    return surfaces.surface(operations.by_id()[_OPERATIONS[task]], name="m", task=task)


def _kind(task: Task, body: Mapping[str, JsonValue]) -> str:
    """Name the recording that answers a request of a probe."""
    streamed = body.get("stream") is True
    if body["model"] != "m":
        return "refused"
    if task == "messages" and "max_tokens" not in body:
        return "without_limit"
    special = _SPECIAL & body.keys()
    if special or not isinstance(body.get("input", body.get("messages")), str | list):
        return "unknown"
    if body.get("max_output_tokens") == 16:
        return "cut_stream" if streamed else "cut"
    if body.get("max_tokens") == 1:
        return "unknown"
    return "stream" if streamed else "plain"


def _session(server: str, task: Task) -> Session:
    """Return a session in which a recorded server answers; what was not recorded is 501."""

    def answer(request: httpx.Request) -> httpx.Response:
        name = f"{task}_{_kind(task, json.loads(request.content))}"
        if not (DATA / server / f"{name}.json").exists():
            return httpx.Response(501)
        found = recording(server, name)
        return httpx.Response(found.status, headers=dict(found.headers), text=found.body)

    client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    return Session(client=client, url="http://recorded", ledger=Ledger(seed="recorded"))


@functools.cache
def _outcomes(server: str, task: Task) -> Mapping[str, CaseOutcome]:
    """Run the checks of a task, but those of broken requests, against a recorded server."""
    surface = _surface(task)
    planned = [
        PlannedCase(
            key=Key(id=check.requirement, profile="gateway", operation=surface.operation),
            check=check,
            surface=surface,
        )
        for check in registry.load()
        if check.task == task and check.requirement not in _about_refusals(server)
        if check.requirement.startswith(_AREAS[task]) and check.where(surface)
    ]
    runner = Runner(lambda profile: _session(server, task))
    results = asyncio.run(runner.run(planned, lambda result: None))
    return {each.case: each.outcome for each in results}


def _about_refusals(server: str) -> set[str]:
    """Return the rules about refusals, of which only one server's were recorded."""
    broken = {"RESP-INPUT-001", "MSG-INPUT-001", "RESP-SSE-016"}
    return broken if server == "litellm-proxy" else broken | _REFUSALS


@pytest.mark.parametrize(("server", "task"), _DEVIATIONS)
def test_a_server_fails_where_it_deviates_and_nowhere_else(server: str, task: Task) -> None:
    """The deviations known from reading the recordings are all that is found."""
    found = {case for case, outcome in _outcomes(server, task).items() if outcome is FAILED}
    assert found == _DEVIATIONS[server, task]


@pytest.mark.parametrize(
    ("server", "task", "case", "outcome"),
    [pytest.param(*row, id=f"{row[0]}-{row[2]}") for row in _JUDGEMENTS],
)
def test_a_real_answer_is_judged(server: str, task: Task, case: str, outcome: CaseOutcome) -> None:
    """A right answer passes; where nothing can be said the check is skipped, not passed."""
    assert _outcomes(server, task)[case] is outcome

"""Real answers of other projects' servers are judged as they deserve."""

import asyncio
import functools
from collections.abc import Mapping

import pytest

from invocant_conformance import registry, requirements
from invocant_conformance.engine import Runner
from invocant_conformance.planning import PlannedCase
from invocant_conformance.results import Key
from invocant_conformance.verdicts import CaseOutcome

from .recorded import SURFACE, session

PASSED, FAILED, SKIPPED = CaseOutcome.PASSED, CaseOutcome.FAILED, CaseOutcome.SKIPPED

_DEVIATIONS: Mapping[str, frozenset[str]] = {
    "litellm-proxy": frozenset(
        {
            "CHAT-SSE-005/choices_of_varied_streams_finish",
            "CHAT-SSE-005/several_streamed_choices_finish",
            "CHAT-SSE-012/first_deltas_of_varied_streams_name_the_role",
            "CHAT-SSE-012/first_deltas_of_several_choices_name_the_role",
            "CHAT-TOOL-002/forced_tool_is_called",
        }
    ),
    "mock-ai-api": frozenset(
        {
            "CHAT-CHOICES-001/one_choice_comes_unless_more_are_wanted",
            "CHAT-CHOICES-001/several_choices_are_indexed",
            "CHAT-LIMIT-001/one_token_is_one_token",
            "CHAT-SSE-008/usage_arrives_when_asked_for",
            "CHAT-TOOL-002/forced_tool_is_called",
        }
    ),
    "vllm": frozenset[str](),
}
"""What each server does wrong; everything else that it was asked is right."""

_JUDGEMENTS = [
    ("litellm-proxy", "CHAT-SCHEMA-001/plain_answer_fits", PASSED),
    ("litellm-proxy", "CHAT-META-001/chat_names_itself", PASSED),
    ("litellm-proxy", "CHAT-USAGE-002/usage_adds_up", PASSED),
    ("litellm-proxy", "CHAT-LIMIT-001/max_tokens_is_kept", PASSED),
    ("litellm-proxy", "CHAT-SSE-003/stream_ends_with_its_marker", PASSED),
    ("litellm-proxy", "CHAT-SSE-005/streamed_choice_finishes", PASSED),
    ("litellm-proxy", "CHAT-SSE-008/usage_arrives_when_asked_for", PASSED),
    ("litellm-proxy", "CHAT-SSE-009/usage_stays_out_unless_asked_for", PASSED),
    ("litellm-proxy", "CHAT-SSE-010/chunks_with_usage_fit_their_schema", PASSED),
    ("litellm-proxy", "CHAT-TOOL-001/tool_arguments_are_json_text", SKIPPED),
    ("mock-ai-api", "CHAT-FINISH-001/cut_answer_finishes_with_length", SKIPPED),
    ("mock-ai-api", "CHAT-SSE-002/blank_lines_end_events", PASSED),
    ("mock-ai-api", "CHAT-SSE-016/streamed_usage_adds_up", PASSED),
    ("mock-ai-api", "CHAT-CONTENT-001/finished_answer_says_something", PASSED),
    ("vllm", "CHAT-FINISH-001/cut_answer_finishes_with_length", PASSED),
    ("vllm", "CHAT-LIMIT-001/one_token_is_one_token", PASSED),
    ("vllm", "CHAT-SSE-010/chunks_fit_their_schema", PASSED),
    ("vllm", "CHAT-CHOICES-001/several_streamed_choices_are_indexed", PASSED),
    ("vllm", "CHAT-SSE-012/first_delta_names_the_role", PASSED),
    ("vllm", "CHAT-SSE-013/stream_says_something", SKIPPED),
]


@functools.cache
def _outcomes(server: str) -> Mapping[str, CaseOutcome]:
    """Run all chat checks but those of refusals against a recorded server."""
    planned = [
        PlannedCase(
            key=Key(id=check.requirement, profile="gateway", operation=SURFACE.operation),
            check=check,
            surface=SURFACE,
        )
        for check in registry.load()
        if check.requirement.startswith("CHAT-")
        and check.requirement not in ("CHAT-INPUT-001", "CHAT-SSE-014")
        and SURFACE.profile in requirements.by_id()[check.requirement].levels
    ]
    runner = Runner(lambda profile: session(server))
    results = asyncio.run(runner.run(planned, lambda result: None))
    return {each.case: each.outcome for each in results}


@pytest.mark.parametrize("server", _DEVIATIONS)
def test_a_server_fails_where_it_deviates_and_nowhere_else(server: str) -> None:
    """The deviations known from reading the recordings are all that is found."""
    found = {case for case, outcome in _outcomes(server).items() if outcome is FAILED}
    assert found == _DEVIATIONS[server]


@pytest.mark.parametrize(
    ("server", "case", "outcome"),
    [pytest.param(*row, id=f"{row[0]}-{row[1]}") for row in _JUDGEMENTS],
)
def test_a_real_answer_is_judged(server: str, case: str, outcome: CaseOutcome) -> None:
    """A right answer passes; where nothing can be said the check is skipped, not passed."""
    assert _outcomes(server)[case] is outcome

"""Clients that are broken in one way each, and the requirement whose checks have to notice.

W01 to W11 are the ones that every suite of this kind is measured by; the others see to it that each
requirement for clients fails for some client.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from invocant import AsyncStream, Stream
from invocant_conformance.client.driver import Call, Driver, Outcome
from invocant_conformance.client.own import AsyncDriver, SyncDriver
from invocant_conformance.client.plan import MakeDriver
from invocant_conformance.client.witness import Witness

from . import edits, form_edits
from .edits import EditOutcome
from .tampering import Tampering


@dataclass(frozen=True, kw_only=True, slots=True)
class Mutant:
    """A broken client, in both flavours, and the requirement that it breaks."""

    name: str
    requirement: str
    clients: tuple[MakeDriver, MakeDriver]


@dataclass(frozen=True, kw_only=True, slots=True)
class Edited:
    """A driver whose calls and outcomes are changed."""

    driver: Driver
    call_edit: Callable[[Call], Call]
    outcome_edit: EditOutcome

    @property
    def name(self) -> str:
        """Name of the client."""
        return self.driver.name

    @property
    def target(self) -> str:
        """What reports call it."""
        return self.driver.target

    def call(self, call: Call) -> Outcome:
        """Make another call, and tell something else of it."""
        return self.outcome_edit(call, self.driver.call(self.call_edit(call)))

    def lacks(self, method: str) -> str | None:
        """Why the client has not got a method."""
        return self.driver.lacks(method)

    def reset(self) -> None:
        """Drop clients and connections."""
        self.driver.reset()

    def close(self) -> None:
        """End for good."""
        self.driver.close()


class LeavesOpen(SyncDriver):
    """Leaves a stream without closing it."""

    def read(self, stream: Stream[object], call: Call, witness: Witness) -> None:
        for event in stream:
            if witness.take_event(event) == call.take:
                break


class AsyncLeavesOpen(AsyncDriver):
    """Leaves a stream without closing it."""

    async def read(self, stream: AsyncStream[object], call: Call, witness: Witness) -> None:
        async for event in stream:
            if witness.take_event(event) == call.take:
                break


def tampered(tampering: Tampering, other: Tampering | None = None) -> tuple[MakeDriver, MakeDriver]:
    """Clients on connections that change what passes; ``other`` ones for the second."""
    second = other or tampering
    return (
        lambda: SyncDriver(tampering.client),
        lambda: AsyncDriver(second.async_client),
    )


def edited(
    outcome: EditOutcome = lambda call, outcome: outcome,
    call: Callable[[Call], Call] = lambda call: call,
) -> tuple[MakeDriver, MakeDriver]:
    """Clients whose calls and outcomes are changed."""
    return (
        lambda: Edited(driver=SyncDriver(), call_edit=call, outcome_edit=outcome),
        lambda: Edited(driver=AsyncDriver(), call_edit=call, outcome_edit=outcome),
    )


CONTROL = tampered(Tampering())

MUTANTS = (
    Mutant(
        name="W01-unknown-members-are-dropped",
        requirement="CLI-PARSE-001",
        clients=edited(edits.drop_unknown),
    ),
    Mutant(
        name="W02-null-id-raises",
        requirement="CLI-PARSE-002",
        clients=edited(edits.refuse_null_id),
    ),
    Mutant(
        name="W02-list-content-raises",
        requirement="CLI-PARSE-002",
        clients=edited(edits.refuse_lists),
    ),
    Mutant(
        name="W03-only-two-line-feeds-end-an-event",
        requirement="CLI-SSE-001",
        clients=tampered(Tampering(body=edits.BlankLineSplitter)),
    ),
    Mutant(
        name="W04-comments-are-data",
        requirement="CLI-SSE-001",
        clients=tampered(Tampering(body=lambda: edits.Substitution(rb"^:", b"data:"))),
    ),
    Mutant(
        name="W04-end-marker-is-data",
        requirement="CLI-SSE-004",
        clients=tampered(Tampering(body=lambda: edits.Substitution(rb"\[DONE\]", b"[]"))),
    ),
    Mutant(
        name="W05-pieces-are-decoded-one-by-one",
        requirement="CLI-SSE-001",
        clients=tampered(Tampering(body=edits.TextDecoder)),
    ),
    Mutant(
        name="W06-error-events-end-the-stream",
        requirement="CLI-SSE-002",
        clients=edited(edits.swallow("StreamError")),
    ),
    Mutant(
        name="W07-omitted-arguments-are-null",
        requirement="CLI-SEND-002",
        clients=tampered(Tampering(request=edits.with_body(edits.add_null))),
    ),
    Mutant(
        name="W08-slashes-are-not-encoded",
        requirement="CLI-SEND-003",
        clients=tampered(Tampering(request=edits.with_slashes)),
    ),
    Mutant(
        name="W09-streams-are-left-open",
        requirement="CLI-CLOSE-001",
        clients=(LeavesOpen, AsyncLeavesOpen),
    ),
    Mutant(
        name="W10-token-in-the-log",
        requirement="CLI-SECRET-001",
        clients=edited(edits.show_token("log")),
    ),
    Mutant(
        name="W11-flavours-send-other-headers",
        requirement="CLI-SYNC-001",
        clients=tampered(Tampering(), Tampering(request=edits.with_header("x-flavour", "async"))),
    ),
    Mutant(
        name="unknown-members-raise",
        requirement="CLI-PARSE-004",
        clients=edited(form_edits.refuse_unknown),
    ),
    Mutant(
        name="anything-is-an-answer",
        requirement="CLI-PARSE-005",
        clients=edited(edits.swallow("APIResponseError")),
    ),
    Mutant(
        name="integers-are-doubles",
        requirement="CLI-PARSE-006",
        clients=edited(form_edits.read_as_doubles),
    ),
    Mutant(
        name="refusals-are-answers",
        requirement="CLI-ERROR-002",
        clients=edited(form_edits.swallow_status(300, 599)),
    ),
    Mutant(
        name="headers-come-once",
        requirement="CLI-HTTP-001",
        clients=tampered(Tampering(headers=form_edits.refuse_repeated)),
    ),
    Mutant(
        name="incomplete-is-enough",
        requirement="CLI-HTTP-002",
        clients=edited(edits.swallow("APIConnectionError")),
    ),
    Mutant(
        name="half-a-model-for-a-broken-answer",
        requirement="CLI-PARSE-003",
        clients=edited(edits.swallow("APIResponseError")),
    ),
    Mutant(
        name="arguments-are-lost",
        requirement="CLI-SEND-001",
        clients=tampered(Tampering(request=edits.with_body(edits.lose_an_argument))),
    ),
    Mutant(
        name="anything-is-sent",
        requirement="CLI-SEND-004",
        clients=edited(edits.send_refused),
    ),
    Mutant(
        name="bools-are-python",
        requirement="CLI-PARAM-001",
        clients=tampered(
            Tampering(request=edits.with_query(lambda query: query.replace(b"=true", b"=True")))
        ),
    ),
    Mutant(
        name="ampersands-are-not-encoded",
        requirement="CLI-PARAM-001",
        clients=tampered(
            Tampering(request=edits.with_query(lambda query: query.replace(b"%26", b"&")))
        ),
    ),
    Mutant(
        name="headers-are-called-like-arguments",
        requirement="CLI-PARAM-002",
        clients=tampered(Tampering(request=edits.with_python_names)),
    ),
    Mutant(
        name="any-text-is-a-header",
        requirement="CLI-PARAM-002",
        clients=edited(edits.send_refused),
    ),
    Mutant(
        name="parameters-are-sent-unasked",
        requirement="CLI-SEND-002",
        clients=tampered(Tampering(request=edits.with_header("x-litellm-num-retries", "0"))),
    ),
    Mutant(
        name="extras-are-forgotten",
        requirement="CLI-EXTRA-001",
        clients=edited(call=edits.forget_extras),
    ),
    Mutant(
        name="arguments-win-over-extras",
        requirement="CLI-EXTRA-001",
        clients=edited(call=edits.arguments_win),
    ),
    Mutant(
        name="served-model-is-ignored",
        requirement="CLI-ALIAS-001",
        clients=edited(call=edits.ignore_served_model),
    ),
    Mutant(
        name="the-last-entry-is-lost",
        requirement="CLI-LIST-001",
        clients=edited(edits.lose_the_last),
    ),
    Mutant(
        name="charsets-are-not-read",
        requirement="CLI-TEXT-001",
        clients=tampered(Tampering(headers=edits.without_charset)),
    ),
    Mutant(
        name="pages-are-texts",
        requirement="CLI-TEXT-002",
        clients=edited(edits.take_pages),
    ),
    Mutant(
        name="request-id-is-forgotten",
        requirement="CLI-ERROR-001",
        clients=edited(edits.forget_request_id),
    ),
    Mutant(
        name="never-sends-again",
        requirement="CLI-RETRY-001",
        clients=edited(call=lambda call: replace(call, max_retries=0)),
    ),
    Mutant(
        name="dates-are-not-read",
        requirement="CLI-RETRY-001",
        clients=tampered(Tampering(headers=edits.without_dates)),
    ),
    Mutant(
        name="sends-everything-again",
        requirement="CLI-RETRY-002",
        clients=tampered(Tampering(again=edits.send_again)),
    ),
    Mutant(
        name="cut-streams-just-end",
        requirement="CLI-SSE-003",
        clients=edited(edits.swallow("StreamInterrupted")),
    ),
    Mutant(
        name="end-marker-is-demanded",
        requirement="CLI-SSE-004",
        clients=tampered(Tampering(body=edits.MarkerDemand)),
    ),
    Mutant(
        name="json-is-an-empty-stream",
        requirement="CLI-SSE-005",
        clients=edited(edits.swallow_stream_refusal),
    ),
    Mutant(
        name="finish-reasons-are-sought-in-snake-case",
        requirement="CLI-SSE-004",
        clients=tampered(
            Tampering(body=lambda: edits.Substitution(rb'"finishReason"', b'"finish_reason"'))
        ),
    ),
    Mutant(
        name="errors-are-events-of-their-type",
        requirement="CLI-SSE-002",
        clients=edited(edits.pass_errors_on),
    ),
    Mutant(
        name="last-events-are-markers",
        requirement="CLI-SSE-006",
        clients=edited(edits.lose_last_event),
    ),
    Mutant(
        name="cut-messages-just-end",
        requirement="CLI-SSE-006",
        clients=edited(edits.swallow("StreamInterrupted")),
    ),
    Mutant(
        name="typed-events-need-names",
        requirement="CLI-SSE-007",
        clients=tampered(Tampering(body=lambda: edits.Blocks(edits.has_its_own_name))),
    ),
    Mutant(
        name="named-events-are-not-for-the-caller",
        requirement="CLI-SSE-007",
        clients=tampered(Tampering(body=lambda: edits.Blocks(edits.has_no_name))),
    ),
    Mutant(
        name="unknown-types-are-skipped",
        requirement="CLI-SSE-008",
        clients=edited(edits.skip_unknown_types),
    ),
    Mutant(
        name="events-are-collected",
        requirement="CLI-SSE-009",
        clients=edited(edits.collect),
    ),
    Mutant(
        name="roles-are-joined",
        requirement="CLI-FINAL-001",
        clients=edited(edits.join_roles),
    ),
    Mutant(
        name="the-usage-of-a-stream-is-lost",
        requirement="CLI-FINAL-001",
        clients=edited(edits.forget_usage),
    ),
    Mutant(
        name="what-was-merged-is-lost",
        requirement="CLI-FINAL-002",
        clients=edited(edits.forget_partial),
    ),
    Mutant(
        name="notes-are-lost",
        requirement="CLI-NOTE-001",
        clients=tampered(Tampering(body=lambda: edits.Blocks(edits.is_no_note))),
    ),
    Mutant(
        name="redirects-get-the-token",
        requirement="CLI-SECRET-002",
        clients=tampered(Tampering(again=edits.follow)),
    ),
)

"""The classic broken clients again, in narrower forms: each breaks one thing that others do not."""

from functools import partial

from invocant import AsyncStream, Stream
from invocant_conformance.client.driver import Call
from invocant_conformance.client.own import AsyncDriver, SyncDriver
from invocant_conformance.client.witness import Witness

from . import edits, form_edits
from .edits import Substitution
from .mutants import Mutant, edited, tampered
from .tampering import Tampering


class OpenAfterClose(SyncDriver):
    """Does not close where it is told to."""

    def read(self, stream: Stream[object], call: Call, witness: Witness) -> None:
        if call.leave != "close":
            super().read(stream, call, witness)
            return
        for event in stream:
            if witness.take_event(event) == call.take:
                break


class AsyncOpenAfterClose(AsyncDriver):
    """Does not close where it is told to."""

    async def read(self, stream: AsyncStream[object], call: Call, witness: Witness) -> None:
        if call.leave != "close":
            await super().read(stream, call, witness)
            return
        async for event in stream:
            if witness.take_event(event) == call.take:
                break


def filtered(name: str, requirement: str, tampering: Tampering) -> Mutant:
    """A client on connections that change what passes."""
    return Mutant(name=name, requirement=requirement, clients=tampered(tampering))


def changed(name: str, requirement: str, edit: edits.EditOutcome) -> Mutant:
    """A client that tells something else of its calls."""
    return Mutant(name=name, requirement=requirement, clients=edited(edit))


def apart(name: str, tampering: Tampering) -> Mutant:
    """Flavours of which the second sends something else."""
    return Mutant(
        name=f"W11-{name}", requirement="CLI-SYNC-001", clients=tampered(Tampering(), tampering)
    )


def _without(mark: bytes) -> edits.Blocks:
    return edits.Blocks(lambda block: mark not in block)


def _replaced(before: bytes, after: bytes, path: bytes) -> bytes:
    return path.replace(before, after)


W01 = (
    changed("W01-nested-members", "CLI-PARSE-001", form_edits.drop_nested),
    changed("W01-members-of-events", "CLI-PARSE-001", form_edits.drop_in_events),
)
W02 = tuple(
    changed(f"W02-{name}", "CLI-PARSE-002", form_edits.refuse_text(text))
    for name, text in {
        "empty-message": '"message": {}',
        "other-role": '"role": "human"',
        "no-choice": '"choices": []',
        "null-usage": '"usage": null',
        "unknown-part": '"hologram"',
        "unknown-enum": '"warp"',
        "int64-text": '"1699617587000"',
    }.items()
)
W03 = (
    filtered("W03-line-ends-by-piece", "CLI-SSE-001", Tampering(body=form_edits.LineEndsByPiece)),
    filtered(
        "W03-lone-carriage-returns",
        "CLI-SSE-001",
        Tampering(body=lambda: Substitution(rb"\r(?!\n)", b"")),
    ),
    filtered(
        "W03-byte-order-mark",
        "CLI-SSE-001",
        Tampering(body=lambda: Substitution(b"\xef\xbb\xbf", b"\xef\xbb\xbf" * 2)),
    ),
    filtered(
        "W03-space-is-demanded",
        "CLI-SSE-001",
        Tampering(body=lambda: Substitution(rb"^data:(?! )", b"x:")),
    ),
    changed("W03-long-lines", "CLI-SSE-001", form_edits.refuse_long),
)
W05 = (filtered("W05-latin-1", "CLI-SSE-001", Tampering(body=form_edits.LatinText)),)
W06 = tuple(
    filtered(f"W06-{name}", "CLI-SSE-002", Tampering(body=partial(_without, mark)))
    for name, mark in {
        "text": b'"error": "',
        "named": b"event: error",
        "workspace": b'"error_code"',
    }.items()
)
W08 = tuple(
    filtered(
        f"W08-{name}",
        "CLI-SEND-003",
        Tampering(request=form_edits.with_path(partial(_replaced, before, after))),
    )
    for name, before, after in (
        ("slash", b"%2F", b"/"),
        ("question-mark", b"%3F", b"?"),
        ("percent", b"%25", b"%"),
        ("latin-1", b"%C3%A4", b"%E4"),
        ("space", b"%20", b"+"),
        ("twice", b"%", b"%25"),
        ("hash", b"%23", b""),
    )
)
W09 = (
    Mutant(
        name="W09-close-is-forgotten",
        requirement="CLI-CLOSE-001",
        clients=(OpenAfterClose, AsyncOpenAfterClose),
    ),
)
W10 = tuple(
    changed(f"W10-{where}", "CLI-SECRET-001", edits.show_token(where))
    for where in ("repr", "exception", "traceback", "pickle")
)
W11 = (
    apart("order-of-headers", Tampering(request=form_edits.in_other_order)),
    apart("order-of-query", Tampering(request=edits.with_query(form_edits.query_in_other_order))),
    apart(
        "order-of-members", Tampering(request=edits.with_body(form_edits.members_in_other_order))
    ),
)
OTHERS = (
    changed("only-500-is-a-refusal", "CLI-ERROR-002", form_edits.swallow_status(300, 499)),
    changed("servers-never-fail", "CLI-ERROR-002", form_edits.swallow_status(500, 599)),
    changed("pages-are-answers", "CLI-PARSE-005", form_edits.swallow_body(b"<")),
    changed("nothing-is-an-answer", "CLI-PARSE-005", form_edits.swallow_body(b"")),
    changed("depth-is-limited", "CLI-PARSE-006", form_edits.refuse_text("[" * 40)),
    changed("cut-streams-are-whole", "CLI-HTTP-002", edits.swallow("StreamInterrupted")),
)
FORMS = (*W01, *W02, *W03, *W05, *W06, *W08, *W09, *W10, *W11, *OTHERS)

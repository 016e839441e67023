"""What further mutants, each a narrow form of a classic one, do to bytes, requests and outcomes."""

import json
from collections.abc import Callable
from dataclasses import replace

import httpx

from invocant_conformance.client.driver import ABSENT, Absent, Call, ErrorSeen, Outcome
from invocant_conformance.json_values import JsonValue

from .edits import EditOutcome, known_members
from .tampering import Filter


class LineEndsByPiece(Filter):
    """Turns line ends into line feeds, each piece by itself."""

    def feed(self, data: bytes) -> bytes:
        return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


class LatinText(Filter):
    """Decodes text as Latin-1."""

    def feed(self, data: bytes) -> bytes:
        return data.decode("latin-1").encode()


def drop_nested(call: Call, outcome: Outcome) -> Outcome:
    """Lose unknown members, but those of the outermost object."""
    value = outcome.value
    return replace(outcome, value=value if isinstance(value, Absent) else _known_within(value))


def _known_within(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        return {name: known_members(item) for name, item in value.items()}
    return value


def drop_in_events(call: Call, outcome: Outcome) -> Outcome:
    """Lose unknown members of events alone."""
    return replace(outcome, events=tuple(known_members(event) for event in outcome.events))


def refuse_unknown(call: Call, outcome: Outcome) -> Outcome:
    """Raise for a member that the specification does not name."""
    values = [*outcome.events, *([] if isinstance(outcome.value, Absent) else [outcome.value])]
    if any(known_members(each) != each for each in values):
        return Outcome(error=ErrorSeen(kind="ValidationError", message="extra inputs"))
    return outcome


def refuse_text(text: str) -> EditOutcome:
    """An edit that raises where an answer or an event, as JSON, holds some text."""

    def edited(call: Call, outcome: Outcome) -> Outcome:
        values = [None if outcome.value is ABSENT else outcome.value, *outcome.events]
        if text in json.dumps(values):
            return Outcome(error=ErrorSeen(kind="ValidationError", message=text))
        return outcome

    return edited


def refuse_long(call: Call, outcome: Outcome) -> Outcome:
    """Raise for an event of more than 64 KiB."""
    if any(len(json.dumps(event)) > 65_536 for event in outcome.events):
        return Outcome(error=ErrorSeen(kind="ValueError", message="Chunk too big"))
    return outcome


def read_as_doubles(call: Call, outcome: Outcome) -> Outcome:
    """Read integers as JavaScript does."""
    if outcome.value is ABSENT:
        return outcome
    text = json.dumps(outcome.value)
    return replace(outcome, value=json.loads(text, parse_int=lambda digits: int(float(digits))))


def swallow_status(lowest: int, highest: int) -> EditOutcome:
    """An edit that takes the bodies of some refusals for answers."""

    def edited(call: Call, outcome: Outcome) -> Outcome:
        status = outcome.error.status if outcome.error else None
        fine = status is None or not lowest <= status <= highest
        return outcome if fine else Outcome(value={})

    return edited


def swallow_body(start: bytes) -> EditOutcome:
    """An edit that takes a body for a text where it begins in some way."""

    def edited(call: Call, outcome: Outcome) -> Outcome:
        error = outcome.error
        if error is None or error.kind != "APIResponseError":
            return outcome
        body = error.body or b""
        return Outcome(value=body.decode("latin-1")) if body.startswith(start) else outcome

    return edited


def refuse_repeated(headers: httpx.Headers) -> httpx.Headers:
    """Refuse an answer with one header twice."""
    names = [name.lower() for name, _ in headers.multi_items()]
    if len({*names}) < len(names):
        raise httpx.RemoteProtocolError("a header twice")
    return headers


def with_path(edit: Callable[[bytes], bytes]) -> Callable[[httpx.Request], httpx.Request]:
    """An edit of the path, byte by byte, past whatever a library makes of it."""

    def edited(request: httpx.Request) -> httpx.Request:
        path, mark, query = request.url.raw_path.partition(b"?")
        request.extensions = {**request.extensions, "target": edit(path) + mark + query}
        return request

    return edited


def in_other_order(request: httpx.Request) -> httpx.Request:
    """Send headers in the opposite order."""
    request.headers = httpx.Headers([*reversed(request.headers.raw)])
    return request


def query_in_other_order(query: bytes) -> bytes:
    """Send parameters of the query in the opposite order."""
    return b"&".join(reversed(query.split(b"&")))


def members_in_other_order(body: dict[str, JsonValue]) -> None:
    """Send members of the body in the opposite order."""
    members = [*reversed(body.items())]
    body.clear()
    body.update(members)

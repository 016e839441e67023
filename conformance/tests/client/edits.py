"""What the mutants do to requests, bodies, calls and outcomes."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import httpx

from invocant_conformance.client.driver import ABSENT, Absent, Call, ErrorSeen, Outcome, Shown
from invocant_conformance.client.rewriting import UNKNOWN_MEMBERS
from invocant_conformance.json_values import JsonValue

from .tampering import Filter

EditOutcome = Callable[[Call, Outcome], Outcome]


class BlankLineSplitter(Filter):
    """Passes on only what ends with two line feeds."""

    def __init__(self) -> None:
        self._waiting = b""

    def feed(self, data: bytes) -> bytes:
        done, found, self._waiting = (self._waiting + data).rpartition(b"\n\n")
        return done + found


class TextDecoder(Filter):
    """Decodes every piece by itself, as text."""

    def feed(self, data: bytes) -> bytes:
        return data.decode("utf-8", "replace").encode()


class Substitution(Filter):
    """Replaces what a pattern matches within one piece."""

    def __init__(self, pattern: bytes, replacement: bytes) -> None:
        self._pattern = re.compile(pattern, re.MULTILINE)
        self._replacement = replacement

    def feed(self, data: bytes) -> bytes:
        return self._pattern.sub(self._replacement, data)


class MarkerDemand(Filter):
    """Ends a stream that lacks its end marker with an error."""

    def __init__(self) -> None:
        self._is_stream = self._marked = False

    def feed(self, data: bytes) -> bytes:
        self._is_stream = self._is_stream or data.startswith(b"data:")
        self._marked = self._marked or b"[DONE]" in data
        return data

    def end(self) -> bytes:
        lacking = self._is_stream and not self._marked
        return b'data: {"error": "no end marker"}\n\n' if lacking else b""


class Blocks(Filter):
    """Passes on the events of a stream that ``keep`` accepts, each a block of lines."""

    def __init__(self, keep: Callable[[bytes], bool]) -> None:
        self._keep = keep
        self._waiting = b""

    def feed(self, data: bytes) -> bytes:
        *blocks, self._waiting = (self._waiting + data).split(b"\n\n")
        return b"".join(block + b"\n\n" for block in blocks if self._keep(block))

    def end(self) -> bytes:
        return self._waiting


def has_its_own_name(block: bytes) -> bool:
    """Whether typed data have a name, as they have in streams that name their events."""
    return b'"type"' not in block or block.startswith(b"event:")


def is_no_note(block: bytes) -> bool:
    """Whether an event is anything but a note on a trace."""
    return b'"trace_id"' not in block


def has_no_name(block: bytes) -> bool:
    """Whether an event has no name, but perhaps data."""
    return not block.startswith(b"event:")


def with_body(
    edit: Callable[[dict[str, JsonValue]], None],
) -> Callable[[httpx.Request], httpx.Request]:
    """An edit of every JSON body."""

    def edited(request: httpx.Request) -> httpx.Request:
        if not request.content:
            return request
        body: dict[str, JsonValue] = json.loads(request.content)
        edit(body)
        headers = {k: v for k, v in request.headers.items() if k.lower() != "content-length"}
        content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        return httpx.Request(
            request.method,
            request.url,
            headers=headers,
            content=content,
            extensions=request.extensions,
        )

    return edited


def add_null(body: dict[str, JsonValue]) -> None:
    """Send null for an argument that was not given."""
    body.setdefault("user", None)


def lose_an_argument(body: dict[str, JsonValue]) -> None:
    """Send one argument less than was given, where there are several."""
    if len(body) > 1:
        body.popitem()


def with_slashes(request: httpx.Request) -> httpx.Request:
    """Leave the slashes of names as they are."""
    path = request.url.raw_path.replace(b"%2F", b"/")
    request.url = request.url.copy_with(raw_path=path)
    return request


def with_query(edit: Callable[[bytes], bytes]) -> Callable[[httpx.Request], httpx.Request]:
    """An edit of every query, as it stands in the URL."""

    def edited(request: httpx.Request) -> httpx.Request:
        path, mark, query = request.url.raw_path.partition(b"?")
        request.url = request.url.copy_with(raw_path=path + mark + edit(query))
        return request

    return edited


def with_python_names(request: httpx.Request) -> httpx.Request:
    """Send the parameters of the header under the names of their arguments."""
    for name in [name for name in request.headers if name.startswith("x-litellm-")]:
        request.headers[name.replace("-", "_")] = request.headers.pop(name)
    return request


def with_header(name: str, value: str) -> Callable[[httpx.Request], httpx.Request]:
    """An edit that adds a header to every request."""

    def edited(request: httpx.Request) -> httpx.Request:
        request.headers[name] = value
        return request

    return edited


def follow(request: httpx.Request, answer: httpx.Response) -> httpx.Request | None:
    """Follow a redirect with all headers of the request."""
    if not answer.has_redirect_location:
        return None
    url = request.url.join(answer.headers["location"])
    headers = {**request.headers, "host": url.netloc.decode()}
    return httpx.Request(request.method, url, headers=headers, content=request.content)


def send_again(request: httpx.Request, answer: httpx.Response) -> httpx.Request | None:
    """Send once more what a server failed to do."""
    return request if answer.status_code >= 500 else None


def without_dates(headers: httpx.Headers) -> httpx.Headers:
    """Lose a Retry-After that is a date."""
    kept = headers.copy()
    if not kept.get("retry-after", "0").isdigit():
        del kept["retry-after"]
    return kept


def without_charset(headers: httpx.Headers) -> httpx.Headers:
    """Lose the charset of a content type."""
    kept = headers.copy()
    kept["content-type"] = kept.get("content-type", "").partition(";")[0]
    return kept


def forget_extras(call: Call) -> Call:
    """Lose what no argument of the method is for."""
    return replace(call, extra_query={}, extra_headers={}, extra_body={})


def arguments_win(call: Call) -> Call:
    """Lose what goes with arguments under the name of one."""
    taken = {name.lower() for name in call.headers}
    headers = {k: v for k, v in call.extra_headers.items() if k.lower() not in taken}
    query = {k: v for k, v in call.extra_query.items() if k not in call.query}
    body = {k: v for k, v in call.extra_body.items() if k not in call.body}
    return replace(call, extra_query=query, extra_headers=headers, extra_body=body)


def ignore_served_model(call: Call) -> Call:
    """Use the operation's own path, whichever arguments are given."""
    return replace(call, path={k: v for k, v in call.path.items() if k != "served_model"})


def drop_unknown(call: Call, outcome: Outcome) -> Outcome:
    """Lose the members that the generator adds to every object."""
    value = outcome.value
    return replace(
        outcome,
        value=value if isinstance(value, Absent) else known_members(value),
        events=tuple(known_members(event) for event in outcome.events),
    )


def known_members(value: JsonValue) -> JsonValue:
    """A value without the members that the generator adds to every object."""
    if isinstance(value, dict):
        return {
            name: known_members(item) for name, item in value.items() if name not in UNKNOWN_MEMBERS
        }
    if isinstance(value, list):
        return [known_members(item) for item in value]
    return value


def refuse_null_id(call: Call, outcome: Outcome) -> Outcome:
    """Raise for an answer whose id is null."""
    if isinstance(outcome.value, dict) and outcome.value.get("id", "") is None:
        return Outcome(error=ErrorSeen(kind="ValidationError", message="id"))
    return outcome


def refuse_lists(call: Call, outcome: Outcome) -> Outcome:
    """Raise for content that is a list."""
    if '"content": [' in json.dumps(None if outcome.value is ABSENT else outcome.value):
        return Outcome(error=ErrorSeen(kind="ValidationError", message="content"))
    return outcome


def swallow(*kinds: str) -> EditOutcome:
    """An edit that loses errors of these kinds; what was received before stays."""

    def edited(call: Call, outcome: Outcome) -> Outcome:
        if outcome.error is None or outcome.error.kind not in kinds:
            return outcome
        return replace(outcome, error=None, value={})

    return edited


def swallow_stream_refusal(call: Call, outcome: Outcome) -> Outcome:
    """Take an answer that is no stream for an empty stream."""
    if call.body.get("stream") is True and not outcome.events:
        return swallow("APIResponseError")(call, outcome)
    return outcome


def send_refused(call: Call, outcome: Outcome) -> Outcome:
    """Send what the client refuses to send."""
    if outcome.error is None or outcome.error.kind != "RequestError":
        return outcome
    httpx.post(call.base_url, json={**call.body}, trust_env=False)
    return Outcome(value={})


def forget_request_id(call: Call, outcome: Outcome) -> Outcome:
    """Lose the id of a refused request."""
    error = outcome.error
    return outcome if error is None else replace(outcome, error=replace(error, request_id=None))


def show_token(where: str) -> EditOutcome:
    """An edit that shows the token."""

    def edited(call: Call, outcome: Outcome) -> Outcome:
        return replace(outcome, shown=(*outcome.shown, Shown(where=where, text=f"<{call.token}>")))

    return edited


def lose_the_last(call: Call, outcome: Outcome) -> Outcome:
    """Lose the last of several entries."""
    value = outcome.value
    value = value[:-1] if isinstance(value, list) and len(value) > 1 else value
    is_page = value is not ABSENT and len(outcome.events) > 1
    return replace(outcome, value=value, events=outcome.events[:-1] if is_page else outcome.events)


def lose_last_event(call: Call, outcome: Outcome) -> Outcome:
    """Take an event that ends the stream for a mere marker."""
    return replace(outcome, events=tuple(event for event in outcome.events if not _ends(event)))


def _ends(event: JsonValue) -> bool:
    kind = event.get("type") if isinstance(event, dict) else None
    return kind in ("message_stop", "response.completed")


def take_pages(call: Call, outcome: Outcome) -> Outcome:
    """Take any answer for the text that is due."""
    error = outcome.error
    if error is None or error.kind != "APIResponseError":
        return outcome
    return Outcome(value=(error.body or b"").decode("utf-8", "replace"))


def skip_unknown_types(call: Call, outcome: Outcome) -> Outcome:
    """Lose the events of types that this release does not know."""
    return replace(outcome, events=tuple(each for each in outcome.events if not _is_new(each)))


def _is_new(event: JsonValue) -> bool:
    return isinstance(event, dict) and event.get("type") in ("x.tomorrow", "thought_shared")


def collect(call: Call, outcome: Outcome) -> Outcome:
    """Return a list of all events where the method is called nothing but a stream."""
    if not call.method.endswith("stream_generate_content"):
        return outcome
    return replace(outcome, value=[*outcome.events], events=())


def join_roles(call: Call, outcome: Outcome) -> Outcome:
    """Join the role to itself, as everything else in a delta is joined."""
    if outcome.final is ABSENT:
        return outcome
    joined = json.dumps(outcome.final).replace('"assistant"', '"assistantassistant"')
    return replace(outcome, final=json.loads(joined))


def forget_usage(call: Call, outcome: Outcome) -> Outcome:
    """Lose the usage of the final answer."""
    if not isinstance(outcome.final, dict):
        return outcome
    kept = {name: value for name, value in outcome.final.items() if name != "usage"}
    return replace(outcome, final=kept)


def forget_partial(call: Call, outcome: Outcome) -> Outcome:
    """Lose what a broken stream made up so far."""
    error = outcome.error
    return outcome if error is None else replace(outcome, error=replace(error, partial=None))


def pass_errors_on(call: Call, outcome: Outcome) -> Outcome:
    """Give out an error of a documented type as an event like any other."""
    body = outcome.error.body if outcome.error else None
    if body is None or not re.search(rb'"type": ?"error"', body):
        return outcome
    return replace(outcome, error=None, events=(*outcome.events, json.loads(body)))

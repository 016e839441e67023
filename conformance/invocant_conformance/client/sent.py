"""Whether a request is the one that the specification describes for a call."""

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, unquote_to_bytes

from ..json_values import JsonValue, as_object
from ..outcomes import Failed, expect
from .compare import difference
from .driver import Call
from .examples import shown
from .method import EVENT_STREAM, JSON, Method
from .parameters import arrived
from .received import Received

__all__ = ["Wanted", "expect_query"]

# RFC 3986 §3.3 and §3.4, without a lone percent sign.
PATH: Final = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")
QUERY: Final = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*")

KEY_HEADERS: Final = ("x-api-key", "api-key", "x-goog-api-key")


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What a call has to send: ``path`` is percent-encoded, its base included.

    ``exact`` is as for lanes. ``alone``: nothing is sent beside what was given,
    but for headers of a client that is not exact.
    """

    method: Method
    call: Call
    path: str
    exact: bool
    alone: bool

    def judge(self, request: Received) -> None:
        """Raises Failed with the first difference."""
        verb = self.method.operation.method
        expect(request.method == verb, f"method: {request.method}, expected {verb}")
        target, _, query = request.target.partition("?")
        self._judge_path(target)
        expect_query(query, self.call.query, alone=self.alone)
        self._judge_headers(request)
        self._judge_credentials(request)
        self._judge_body(request)

    def _judge_path(self, target: str) -> None:
        expect(PATH.fullmatch(target), f"path: {target!r} is not percent-encoded")
        same = _segments(target) == _segments(self.path)
        expect(same, f"path: {target}, expected {self.path}")

    def _judge_headers(self, request: Received) -> None:
        if self.exact:
            streams = self.method.streams(self.call.body)
            accept = request.headers.get("accept", "")
            for kind in [EVENT_STREAM] if streams else self.method.media or [JSON]:
                expect(kind in accept, f"accept: {accept!r} lacks {kind}")
        if self.method.request is not None:
            kind = request.headers.get("content-type", "")
            fits = kind.partition(";")[0].strip().lower() == JSON
            expect(fits, f"content-type: {kind!r}, expected {JSON}")
        given = {each.name.lower() for each in self.method.given if each.place == "header"}
        sent = {name: value for name, value in request.headers.items() if name in given}
        wanted = {name.lower(): value for name, value in self.call.headers.items()}
        _expect_parameters("header", sent, wanted, alone=self.exact)

    def _judge_credentials(self, request: Received) -> None:
        token = self.call.token
        known = {f"Bearer {token}"}
        found = {request.headers.get("authorization", "")}
        if not self.exact:
            known |= {token, f"Basic {base64.b64encode(f'token:{token}'.encode()).decode()}"}
            found |= {request.headers.get(name, "") for name in KEY_HEADERS}
        expect(known & found, "authorization is not the token as bearer")

    def _judge_body(self, request: Received) -> None:
        body = self.call.body
        if self.method.request is None:
            expect(request.body == b"", f"body: {request.body!r}, expected none")
            return
        try:
            sent = request.json()
        except ValueError as error:
            raise Failed(f"body is not JSON ({error}) for {shown(body)}") from None
        if not self.alone:
            sent = {name: value for name, value in as_object(sent).items() if name in body}
        if not self.exact:
            sent, body = _doubles(sent), as_object(_doubles(dict(body)))
        found = difference(sent, body, "body", nulls=self.alone)
        if found is not None:
            raise Failed(f"{found}, for {shown(body)}")


def _doubles(value: JsonValue) -> JsonValue:
    """The same with the numbers that every reader of JSON can be counted on to have."""
    same: JsonValue = json.loads(json.dumps(value), parse_int=float)
    return same


def expect_query(query: str, given: Mapping[str, JsonValue], *, alone: bool = True) -> None:
    """Expect that a query is well-formed and has the parameters that were given, each once.

    ``alone``: and no other ones.
    """
    expect(QUERY.fullmatch(query), f"query: {query!r} is not percent-encoded")
    pairs = parse_qsl(query, keep_blank_values=True)
    expect(len(pairs) == len({name for name, _ in pairs}), f"query: a name twice in {query!r}")
    _expect_parameters("query", dict(pairs), given, alone=alone)


def _expect_parameters(
    place: str, sent: Mapping[str, str], given: Mapping[str, JsonValue], *, alone: bool
) -> None:
    for name in sorted({*sent, *given} if alone else given):
        fits = name in given and arrived(sent.get(name), given[name])
        expected = shown(given[name]) if name in given else "nothing"
        expect(fits, f"{place}: {name} is {sent.get(name)!r}, expected {expected}")


def _segments(path: str) -> list[bytes]:
    """What the segments say, however they are encoded (RFC 3986 §6.2.2)."""
    return [unquote_to_bytes(segment) for segment in path.split("/")]

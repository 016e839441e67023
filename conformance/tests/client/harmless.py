"""Clients that do things in their own way, as standards and documents allow."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import httpx

from invocant_conformance.client.driver import ABSENT, Call, Outcome
from invocant_conformance.client.plan import MakeDriver
from invocant_conformance.json_values import JsonValue

from .edits import with_body
from .form_edits import in_other_order, members_in_other_order, with_path
from .mutants import edited, tampered
from .tampering import Tampering

Edit = Callable[[httpx.Request], httpx.Request]


@dataclass(frozen=True, kw_only=True, slots=True)
class Harmless:
    """A client that is none of ours, and right."""

    name: str
    client: MakeDriver


def sending(name: str, *changes: Edit) -> Harmless:
    """A client that changes its requests in several ways."""

    def changed(request: httpx.Request) -> httpx.Request:
        for change in changes:
            request = change(request)
        return request

    return Harmless(name=name, client=tampered(Tampering(request=changed))[0])


def headers(given: dict[str, str], *without: str) -> Edit:
    """Send some headers, and not some others."""

    def changed(request: httpx.Request) -> httpx.Request:
        kept = {name: value for name, value in request.headers.items() if name not in without}
        request.headers = httpx.Headers({**kept, **given})
        return request

    return changed


def written(write: Callable[[JsonValue], str]) -> Edit:
    """Write JSON in another way."""

    def changed(request: httpx.Request) -> httpx.Request:
        if not request.content:
            return request
        content = write(json.loads(request.content)).encode()
        kept = {k: v for k, v in request.headers.items() if k != "content-length"}
        return httpx.Request(
            request.method,
            request.url,
            headers=kept,
            content=content,
            extensions=request.extensions,
        )

    return changed


def in_chunks(request: httpx.Request) -> httpx.Request:
    """Send the body in chunks, without a length."""
    if not request.content:
        return request
    content = request.content
    kept = {k: v for k, v in request.headers.items() if k != "content-length"}
    return httpx.Request(
        request.method,
        request.url,
        headers=kept,
        content=iter([content[:1], content[1:]]),
        extensions=request.extensions,
    )


def with_key(request: httpx.Request) -> httpx.Request:
    """Send the token as a key."""
    request.headers["x-api-key"] = request.headers.pop("authorization").removeprefix("Bearer ")
    return request


def small_escapes(path: bytes) -> bytes:
    """Write escapes in lower case."""
    return re.sub(rb"%[0-9A-F]{2}", lambda found: found[0].lower(), path)


def more_escapes(path: bytes) -> bytes:
    """Escape what need not be."""
    return re.sub(rb"[-_~!*()]", lambda found: b"%%%02X" % found[0][0], path)


def fewer_escapes(path: bytes) -> bytes:
    """Leave what segments may hold as it is."""
    kept = {b"%40": b"@", b"%3A": b":", b"%3D": b"=", b"%26": b"&", b"%3B": b";", b"%27": b"'"}
    for escape, character in kept.items():
        path = path.replace(escape, character)
    return path


def with_nulls(call: Call, outcome: Outcome) -> Outcome:
    """Have every member of an answer, with null for what did not come."""
    if not isinstance(outcome.value, dict):
        return outcome
    return replace(outcome, value={"x_member": None, "id": None, **outcome.value})


def without_nulls(call: Call, outcome: Outcome) -> Outcome:
    """Have no member that is null."""
    value = outcome.value
    return (
        outcome
        if value is ABSENT
        else replace(outcome, value=_dense(json.loads(json.dumps(value))))
    )


def _dense(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        return {name: _dense(item) for name, item in value.items() if item is not None}
    return [_dense(item) for item in value] if isinstance(value, list) else value


SENDING = (
    sending(
        "other-headers",
        headers(
            {"user-agent": "Other/1.0", "x-stainless-lang": "js", "accept-encoding": "identity"}
        ),
        in_other_order,
    ),
    sending("no-keep-alive", headers({"connection": "close"})),
    sending("few-headers", headers({}, "accept-encoding", "accept", "user-agent")),
    sending("charset-of-json", headers({"content-type": "application/json; charset=UTF-8"})),
    sending("key-header", with_key),
    sending("small-escapes", with_path(small_escapes)),
    sending("more-escapes", with_path(more_escapes)),
    sending("fewer-escapes", with_path(fewer_escapes)),
    sending("white-space-and-escapes", written(lambda body: json.dumps(body, indent=2))),
    sending("other-order", with_body(members_in_other_order)),
    sending("chunks", in_chunks),
)
READING = (
    Harmless(name="nulls-for-absent", client=edited(with_nulls)[0]),
    Harmless(name="nothing-for-null", client=edited(without_nulls)[0]),
)

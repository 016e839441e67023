"""Rules about headers, credentials among them."""

import re
from collections.abc import Iterator
from email.message import Message
from typing import Final

from ...json_values import JsonValue, as_object
from ...specification.records import EVENT_STREAM, JSON
from ..auth import CREDENTIAL_HEADERS, token_in
from .places import Place
from .sent import Judgement, Sent

_TOKEN: Final = re.compile(r"[A-Za-z0-9\-._~+/:]+=*")
_SINGLE: Final = (*CREDENTIAL_HEADERS, "content-type", "content-length", "user-agent")


def tokens(sent: Sent) -> frozenset[str]:
    """Return the tokens that a request carries in its headers."""
    return frozenset(filter(None, (token for _, token in _credentials(sent))))


def judge(sent: Sent, place: Place, body: JsonValue) -> Iterator[Judgement]:
    """Judge the headers of a request. body: its body, an object where it is none or unknown."""
    hosts = len(sent.values("host"))
    wrong = "" if hosts == 1 else f"there are {hosts} headers Host"
    yield Judgement(rule="WIRE-HEADER-001", broken=wrong)
    yield Judgement(rule="WIRE-HEADER-005", broken=_repeated(sent))
    yield Judgement(rule="WIRE-HEADER-006", broken=_foreign(sent))
    nameless = "" if sent.value("user-agent").strip() else "there is no User-Agent"
    yield Judgement(rule="WIRE-HEADER-007", broken=nameless)
    if place.bound is not None:
        yield from _of_operation(sent, place, body)


def _of_operation(sent: Sent, place: Place, body: JsonValue) -> Iterator[Judgement]:
    if place.bound is None:
        return
    operation = place.bound.operation
    if sent.body and operation.takes_a_body:
        yield from _media_type(sent)
    if sent.values("accept"):
        streams = operation.always_streams or as_object(body).get("stream") is True
        answers = (media for status, media in operation.media.items() if status < 300)
        documented = [each for media in answers for each in media]
        wanted = (
            [EVENT_STREAM] if streams else [each for each in documented if each != EVENT_STREAM]
        )
        yield Judgement(rule="WIRE-HEADER-004", broken=_refuses(sent, wanted or [JSON]))
    if not operation.open:
        found = _credentials(sent)
        yield Judgement(rule="WIRE-AUTH-001", broken=_malformed(found))
        if len(found) > 1:
            differ = len({token for _, token in found}) > 1
            names = ", ".join(name for name, _ in found)
            yield Judgement(rule="WIRE-AUTH-002", broken=f"{names} differ" if differ else "")


def _media_type(sent: Sent) -> Iterator[Judgement]:
    given = sent.values("content-type")
    missing = "" if given else "there is no Content-Type"
    yield Judgement(rule="WIRE-HEADER-003", broken=missing)
    if given:
        message = Message()
        message["content-type"] = given[0]
        kind, charset = message.get_content_type(), message.get_content_charset("utf-8")
        fits = kind == JSON and charset in ("utf-8", "utf8")
        wrong = "" if fits else f"the body is said to be {kind} in {charset}"
        yield Judgement(rule="WIRE-HEADER-002", broken=wrong)


def _refuses(sent: Sent, wanted: list[str]) -> str:
    """Return why no wanted media type is admitted, "" where one is."""
    ranges = [each.strip().lower() for value in sent.values("accept") for each in value.split(",")]
    named = {part.partition(";")[0].strip() for part in ranges if not _is_zero(part)}
    for media in wanted:
        if named & {media, f"{media.partition('/')[0]}/*", "*/*"}:
            return ""
    return f"Accept does not admit {wanted[0]}"


def _is_zero(part: str) -> bool:
    return re.search(r";\s*q=0(\.0*)?\s*$", part) is not None


def _credentials(sent: Sent) -> list[tuple[str, str]]:
    """Return each header with credentials and its token, "" for one in no documented form."""
    found = [(name, value) for name in CREDENTIAL_HEADERS for value in sent.values(name)]
    return [(name, _token(name, value)) for name, value in found]


def _token(name: str, value: str) -> str:
    token = token_in({name: value}) or ""
    return token if _TOKEN.fullmatch(token) else ""


def _malformed(found: list[tuple[str, str]]) -> str:
    if not found:
        return "there are no credentials"
    return next((f"{name} is in no documented form" for name, token in found if not token), "")


def _repeated(sent: Sent) -> str:
    twice = [name for name in _SINGLE if len(sent.values(name)) > 1]
    return f"sent more than once: {', '.join(twice)}" if twice else ""


def _foreign(sent: Sent) -> str:
    names = [name for name, value in sent.headers if not (name + value).isascii()]
    shown = [name if name.isascii() else "a name" for name in names]
    return f"not ASCII: {', '.join(shown)}" if shown else ""

"""Rules about paths, methods and queries."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from starlette.requests import Request

from ..errors import Refused
from .places import Place
from .secrets import NAMES, looks_secret, masked
from .sent import Judgement, Sent

_PATH: Final = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*")
_QUERY: Final = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*")
_LISTED: Final = 5


def judge(sent: Sent, place: Place, tokens: frozenset[str]) -> Iterator[Judgement]:
    """Judge the address of a request. tokens: the credentials that it carries."""
    yield Judgement(rule="WIRE-PATH-003", broken=_badly_encoded(sent))
    yield Judgement(rule="WIRE-PATH-004", broken=_segments(sent.path))
    unknown = "" if place.described else "the specification describes no such path"
    yield Judgement(rule="WIRE-PATH-001", broken=unknown)
    yield Judgement(rule="WIRE-SECRET-001", broken=_secrets(sent, place, tokens))
    if place.described:
        wrong = "the path does not have this method" if place.lacks_method else ""
        yield Judgement(rule="WIRE-PATH-002", broken=wrong)
    if place.bound is not None:
        yield Judgement(rule="WIRE-PARAM-002", broken=_undocumented(sent, place))


def judge_parameters(request: Request, place: Place) -> Iterator[Judgement]:
    """Judge the documented parameters of a request's query and headers."""
    bound = place.bound
    if bound is None or not (bound.operation.at("query") or bound.operation.at("header")):
        return
    try:
        bound.check_parameters(request)
    except Refused as refused:
        yield Judgement(rule="WIRE-PARAM-001", broken=masked(refused.rule or refused.message))
    else:
        yield Judgement(rule="WIRE-PARAM-001")


def _badly_encoded(sent: Sent) -> str:
    for what, form, text in (("path", _PATH, sent.path), ("query", _QUERY, sent.query)):
        good = form.match(text)
        if good is not None and good.end() < len(text):
            wrong = text[good.end()]
            return f"{wrong!r} in the {what} is not percent-encoded as it has to be"
    return ""


def _segments(path: str) -> str:
    if "//" in path:
        return "the path has an empty segment"
    dots = any(each in (".", "..") for each in path.split("/"))
    return "the path has a dot segment" if dots else ""


def _secrets(sent: Sent, place: Place, tokens: frozenset[str]) -> str:
    documented = _documented(place)
    for name, value in sent.parameters:
        if name in documented:
            continue
        if name.lower() in NAMES and value:
            return f"the query has the parameter {name.lower()}"
        if looks_secret(value, tokens) or looks_secret(name, tokens):
            return "the query holds a token"
    if looks_secret(unquote(sent.path), tokens):
        return "the path holds a token"
    return ""


def _undocumented(sent: Sent, place: Place) -> str:
    documented = _documented(place)
    names = dict.fromkeys(masked(name) for name, _ in sent.parameters if name not in documented)
    if not names:
        return ""
    return f"not documented: {', '.join(list(names)[:_LISTED])}"


def _documented(place: Place) -> frozenset[str]:
    if place.bound is None:
        return frozenset()
    return frozenset(each.name for each in place.bound.operation.at("query"))

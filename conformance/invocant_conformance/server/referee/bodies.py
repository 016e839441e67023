"""Rules about the bodies of requests."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from ...json_values import JsonValue, as_list, as_object, body_object
from ..body import parse_json
from ..errors import Refused
from ..findings import Finding
from ..journal import VALID
from ..routing import BoundOperation
from ..validation import BodyValidator
from .places import Place
from .secrets import masked
from .sent import Judgement, Sent

_LISTED: Final = 5
_REFUSALS: Final = (400, 413, 415, 422)


def parsed(sent: Sent) -> tuple[JsonValue, str]:
    """Return the body of a request and why it is not JSON, "" where it is."""
    if not sent.body:
        return {}, ""
    try:
        return parse_json(sent.body), ""
    except Refused as refused:
        return {}, refused.message


def judge(sent: Sent, place: Place, value: JsonValue, malformed: str) -> Iterator[Judgement]:
    """Judge the body of a request, given what `parsed` returns; one not known is not judged."""
    bound = place.bound
    if sent.body is None or bound is None:
        return
    if not bound.operation.takes_a_body:
        wrong = "a body is sent where none is described" if sent.body else ""
        yield Judgement(rule="WIRE-BODY-006", broken=wrong)
        return
    if not sent.body:
        missing = "there is no body" if bound.operation.body_required else ""
        yield Judgement(rule="WIRE-BODY-003", broken=missing)
        return
    yield Judgement(rule="WIRE-BODY-001", broken=malformed)
    if not malformed:
        yield Judgement(rule="WIRE-BODY-002", broken=_repeated(sent.body))
        yield from _schema(bound, value)


def judge_refusal(verdicts: Sequence[str], status: int | None) -> Iterator[Judgement]:
    """Judge by what the server noted of a request in which nothing else is wrong."""
    if tuple(verdicts) == VALID:
        yield Judgement(rule="WIRE-BODY-007")
    elif status in _REFUSALS and verdicts and not verdicts[0].startswith("refused: "):
        yield Judgement(rule="WIRE-BODY-007", broken=masked(verdicts[0]))


def _schema(bound: BoundOperation, value: JsonValue) -> Iterator[Judgement]:
    validators = list(bound.validators.values())
    finding = _finding(validators, value)
    null = finding is not None and finding.missing is None and _at(value, finding) is None
    wrong = masked(finding.sentence) if finding else ""
    yield Judgement(rule="WIRE-BODY-004", broken=wrong if null else "")
    if not null:
        yield Judgement(rule="WIRE-BODY-003", broken=wrong)
    known = frozenset(name for each in validators for name in each.fields)
    if known:
        extra = [masked(name)[:60] for name in body_object(value) if name not in known]
        listed = f"not documented: {', '.join(extra[:_LISTED])}" if extra else ""
        yield Judgement(rule="WIRE-BODY-005", broken=listed)


def _finding(validators: Sequence[BodyValidator], value: JsonValue) -> Finding | None:
    """Return what is wrong by the schema that a body was meant for; None where it fits one."""
    found = [each.finding(value) for each in validators]
    wrong = [each for each in found if each is not None]
    if len(wrong) < len(found) or not wrong:
        return None
    # The deepest finding is that of the schema of which most fits.
    return max(wrong, key=lambda each: len(each.path))


def _at(value: JsonValue, finding: Finding) -> JsonValue:
    for step in finding.path:
        value = as_list(value)[step] if isinstance(step, int) else as_object(value).get(step)
    return value


def _repeated(body: bytes) -> str:
    twice: list[str] = []

    def check(pairs: list[tuple[str, object]]) -> None:
        if len(dict(pairs)) < len(pairs):
            twice.extend(name for name, times in Counter(n for n, _ in pairs).items() if times > 1)

    json.loads(body, object_pairs_hook=check)
    return f"twice in an object: {masked(twice[0])[:60]}" if twice else ""

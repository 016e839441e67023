"""Whether what is waited for has come, or never will: judged from one answer, and nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from .json_data import is_array, is_object

__all__ = ["Condition", "Judgement", "Parts", "Path", "Verdict", "WaitRule", "judge"]

Path = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Condition:
    """What the values of the member ``at`` a place mean.

    ``done``: what is wanted; without any, every value that is not listed is fine, and so is none.
    ``pending``: not yet. ``busy``: the server is at work, so that nothing after it counts.
    ``failed``: never, for the reason in words.
    """

    at: Path
    done: frozenset[str] = frozenset()
    pending: frozenset[str] = frozenset()
    busy: frozenset[str] = frozenset()
    failed: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """The parts of what is waited for: where they are listed, and where in each of them stand its
    name, its state and a message; ``failed`` are the states that a part does not leave."""

    lists: tuple[Path, ...]
    name: Path
    state: Path
    message: Path
    failed: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class WaitRule:
    """When the ``goal`` is reached, such as ``ready``: every condition is done."""

    goal: str
    conditions: tuple[Condition, ...]
    parts: Parts | None = None


class Verdict(Enum):
    """What one answer says of what is waited for."""

    DONE = "done"
    GOING = "going on"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """A verdict and what it rests on, in words.

    ``states``: the members judged, with their values. ``failures``: what stands in the way, with
    the messages of the parts that failed. ``unknown``: members that are missing, or have a value
    that the rule does not know; such a member decides nothing.
    """

    verdict: Verdict
    states: tuple[str, ...]
    failures: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it in one line, failures first."""
        unknown = f" (not understood: {', '.join(self.unknown)})" if self.unknown else ""
        return "; ".join([*self.failures, ", ".join(self.states) + unknown])


class _Sign(Enum):
    """What one condition says."""

    DONE = "done"
    PENDING = "pending"
    BUSY = "busy"
    FAILED = "failed"
    UNKNOWN = "unknown"


def judge(answer: Mapping[str, object], rule: WaitRule) -> Judgement:
    """What an answer says under a rule.

    The first condition that has failed or is busy decides. Parts that failed count where nothing is
    busy or unknown, and something is pending: nothing is left then that could still succeed.
    """
    read = [(each, _text(_at(answer, each.at))) for each in rule.conditions]
    signs = [_sign(condition, value) for condition, value in read]
    failures = [*_failures(answer, rule.parts)] if rule.parts else []
    verdict = _verdict(signs, parts_failed=bool(failures))
    if _deciding(signs) is _Sign.FAILED:
        condition, value = read[signs.index(_Sign.FAILED)]
        failures.insert(0, condition.failed[value])
    unknown = [
        _dotted(each.at)
        for (each, _), sign in zip(read, signs, strict=True)
        if sign is _Sign.UNKNOWN
    ]
    return Judgement(
        verdict=verdict,
        states=tuple(
            _told(condition, value) for condition, value in read if value or condition.done
        ),
        failures=() if verdict is Verdict.DONE else tuple(failures),
        unknown=tuple(unknown),
    )


def _sign(condition: Condition, value: str) -> _Sign:
    if value in condition.failed:
        return _Sign.FAILED
    if value in condition.busy:
        return _Sign.BUSY
    if value in condition.pending:
        return _Sign.PENDING
    return _Sign.UNKNOWN if condition.done and value not in condition.done else _Sign.DONE


def _deciding(signs: Sequence[_Sign]) -> _Sign | None:
    return next((sign for sign in signs if sign in (_Sign.FAILED, _Sign.BUSY)), None)


def _verdict(signs: Sequence[_Sign], *, parts_failed: bool) -> Verdict:
    deciding = _deciding(signs)
    if deciding is not None:
        return Verdict.FAILED if deciding is _Sign.FAILED else Verdict.GOING
    if _Sign.UNKNOWN in signs:
        return Verdict.GOING
    if _Sign.PENDING in signs:
        return Verdict.FAILED if parts_failed else Verdict.GOING
    return Verdict.DONE


def _failures(answer: Mapping[str, object], parts: Parts) -> Iterator[str]:
    """The parts that failed, each once, as ``name is STATE: message``."""
    found: dict[str, None] = {}
    for path in parts.lists:
        for part in _list(_at(answer, path)):
            state, message = _text(_at(part, parts.state)), _text(_at(part, parts.message))
            if state in parts.failed:
                told = f"{_text(_at(part, parts.name)) or 'a part without name'} is {state}"
                found[f"{told}: {message}" if message else told] = None
    yield from found


def _told(condition: Condition, value: str) -> str:
    return f"{_dotted(condition.at)} is {value or 'missing'}"


def _at(value: object, path: Path) -> object:
    """What a path of member names leads to; ``None`` where there is nothing."""
    for name in path:
        value = value.get(name) if is_object(value) else None
    return value


def _list(value: object) -> Sequence[object]:
    return value if is_array(value) else ()


def _text(value: object) -> str:
    """A text as it is, nothing as an empty one, anything else as Python writes it."""
    return "" if value is None else str(value)


def _dotted(path: Path) -> str:
    return ".".join(path)

"""Which requests a fault strikes: by its filters, its counts and the seed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invocant_conformance.raw.answer import Answer
from invocant_conformance.server.faults import grammar
from invocant_conformance.server.faults.board import (
    MOST_REMEMBERED,
    FaultBoard,
    Strike,
    seconds_late,
    strikes,
)
from invocant_conformance.server.faults.scripts import Scripts
from invocant_conformance.server.faults.stages import Facts, Stage, matches, stage_of
from invocant_conformance.server.faults.values import FaultError

QUERY = Facts(
    method="POST",
    path="/serving-endpoints/mine/invocations",
    tasks=frozenset({"chat"}),
    model="mine",
)


def board(*specs: str, scripts: Scripts | None = None) -> FaultBoard:
    return FaultBoard(specs, seed=1, scripts=scripts or Scripts())


def struck(board: FaultBoard, number: int, *own: str) -> list[str | None]:
    """Return what strikes each of so many queries."""
    visits = [board.pending(own) for _ in range(number)]
    for visit in visits:
        for stage in Stage:
            visit.next(stage, QUERY)
    return [visit.struck for visit in visits]


def hits(spec: str, number: int, seed: int = 1) -> list[int]:
    fault = grammar.parse(spec)
    return [each for each in range(1, number + 1) if strikes(fault, each, seed)]


@settings(max_examples=15)
@given(st.integers(0, 100), st.floats(0.05, 0.95))
def test_a_rate_holds_and_follows_from_the_seed(seed: int, rate: float) -> None:
    found = hits(f"503;rate={rate!r}", 400, seed)
    assert found == hits(f"503;rate={rate!r}", 400, seed)
    assert abs(len(found) / 400 - rate) < 0.13


def test_another_seed_strikes_other_requests() -> None:
    assert hits("503;rate=0.5", 100, 1) != hits("503;rate=0.5", 100, 2)


def test_rate_0_strikes_none_and_rate_1_all() -> None:
    assert hits("503;rate=0", 50) == []
    assert hits("503;rate=1", 50) == list(range(1, 51))


def test_times_and_every_count_matching_requests() -> None:
    assert hits("503;times=2", 9) == [1, 2]
    assert hits("503;every=3", 9) == [3, 6, 9]
    assert hits("503;every=3;times=7", 9) == [3, 6]


def test_jitter_adds_up_to_so_many_seconds_the_same_each_time() -> None:
    fault = grammar.parse("latency;seconds=1;jitter=0.5")
    late = [seconds_late(Strike(fault=fault, number=n, turn=0), 7) for n in range(20)]
    assert all(1 <= seconds <= 1.5 for seconds in late)
    assert len(set(late)) == 20
    assert late[3] == seconds_late(Strike(fault=fault, number=3, turn=0), 7)


@pytest.mark.parametrize(
    ("spec", "matching"),
    [
        ("500;method=post", True),
        ("500;method=GET", False),
        ("500;path=/serving-endpoints/*/invocations", True),
        ("500;path=/serving-endpoints", False),
        ("500;task=chat", True),
        ("500;task=embeddings", False),
        ("500;model=m?ne", True),
        ("500;model=databricks-*", False),
        ("500;task=chat;model=yours", False),
        ("no-end", False),
        ("error", False),
    ],
)
def test_filters_have_to_match_all(spec: str, *, matching: bool) -> None:
    assert matches(grammar.parse(spec), QUERY) is matching


@pytest.mark.parametrize(
    ("spec", "stage"),
    [
        ("latency", Stage.ARRIVED),
        ("reset", Stage.ARRIVED),
        ("html;status=502", Stage.ARRIVED),
        ("raw;base64=YQ", Stage.ARRIVED),
        ("none;path=/models", Stage.ARRIVED),
        ("reset;task=chat", Stage.ADMITTED),
        ("latency;model=a", Stage.ADMITTED),
        ("429", Stage.ADMITTED),
        ("429;when=after", Stage.ANSWERED),
        ("reset;when=after", Stage.ANSWERED),
        ("reset;after=2", Stage.ANSWERED),
        ("cut", Stage.ANSWERED),
        ("slow", Stage.ANSWERED),
    ],
)
def test_a_fault_strikes_where_a_network_or_a_server_would(spec: str, stage: Stage) -> None:
    assert stage_of(grammar.parse(spec)) is stage


def test_the_first_that_strikes_wins_and_the_others_do_not_count_it() -> None:
    given = board("500;times=1", "cut;times=1", "reset")
    assert struck(given, 3) == ["500;times=1", "cut;times=1", "reset"]


def test_no_fault_is_asked_before_the_one_that_precedes_it() -> None:
    visit = board("429;rate=0", "reset").pending()
    assert visit.next(Stage.ARRIVED, QUERY) is None
    strike = visit.next(Stage.ADMITTED, QUERY)
    assert strike is not None
    assert grammar.write(strike.fault) == "reset"


def test_a_requests_own_faults_come_first_and_none_spares_it() -> None:
    assert struck(board("500"), 1, "429") == ["429"]
    visit = board("500").pending(["none"])
    assert [visit.next(stage, QUERY) for stage in Stage] == [None, None, None]


def test_a_models_fault_comes_between_the_requests_and_the_servers() -> None:
    given = board("500")
    visit = given.pending(["cut;task=embeddings"])
    visit.add(given.asked("429"))
    assert visit.next(Stage.ADMITTED, QUERY) is None
    strike = visit.next(Stage.ANSWERED, QUERY)
    assert strike is not None
    assert strike.fault.status == 429


def test_the_faults_of_requests_are_counted_by_what_they_say() -> None:
    given = board()
    assert struck(given, 3, "429;times=2") == ["429;times=2", "429;times=2", None]
    assert struck(given, 1, "503;times=2") == ["503;times=2"]


def test_only_so_many_faults_of_requests_are_remembered() -> None:
    given = board()
    struck(given, 1, "429;times=1")
    for number in range(MOST_REMEMBERED):
        given.asked(f"500;times={number + 1}")
    assert struck(given, 1, "429;times=1") == ["429;times=1"]


def test_a_board_is_set_cleared_and_reset() -> None:
    given = board("500;times=1")
    assert given.armed
    assert struck(given, 1) == ["500;times=1"]
    given.set(["429", "cut;after=2"])
    assert given.current() == ("429", "cut;after=2")
    given.clear()
    assert given.current() == ()
    assert not given.armed
    given.reset()
    assert struck(given, 1) == ["500;times=1"]


def test_a_board_that_cannot_be_set_stays_as_it_is() -> None:
    given = board("500")
    with pytest.raises(FaultError, match="kind: 'flood'"):
        given.set(["429", "flood"])
    with pytest.raises(FaultError, match="script: 'x' is no script that is loaded"):
        given.set(["raw;script=x"])
    assert given.current() == ("500",)


def test_a_script_strikes_as_often_as_it_has_answers() -> None:
    answers = (Answer(pieces=(b"1",)), Answer(pieces=(b"2",)))
    script = grammar.parse("raw;script=two;method=POST")
    given = board(scripts=Scripts(answers={"two": answers}, faults=(script,)))
    visits = [given.pending() for _ in range(3)]
    found = [visit.next(Stage.ARRIVED, QUERY) for visit in visits]
    assert [strike and given.answer(strike) for strike in found] == [*answers, None]

"""Scripted cases are written as their format says."""

from collections import Counter

import pytest
from pydantic import ValidationError

from invocant_conformance import requirements
from invocant_conformance.client import case_files, methods
from invocant_conformance.client.case_files import Case
from invocant_conformance.raw.rows import AnswerRow

CASES = case_files.load()


def test_ids_are_unique_for_a_requirement() -> None:
    counted = Counter((case.requirement, case.id) for case in CASES)
    assert [key for key, number in counted.items() if number > 1] == []


def test_every_case_names_a_requirement_for_clients() -> None:
    rows = {row.id for row in requirements.load() if "client" in row.kinds}
    assert {case.requirement for case in CASES} <= rows


def test_every_case_names_methods_of_the_specification() -> None:
    known = {method.full_name for method in methods.load()}
    assert {name for case in CASES for name in case.calls} <= known


def test_a_cut_everywhere_is_one_answer_for_each_place_between_bytes() -> None:
    row = AnswerRow(body="ä\n", split="everywhere")
    assert [answer.pieces for answer in row.variants()] == [
        (b"\xc3", b"\xa4\n"),
        (b"\xc3\xa4", b"\n"),
    ]


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(ValidationError, match="surprise"):
        Case.model_validate({**CASES[0].model_dump(), "surprise": 1})


def test_a_stream_is_left_after_a_number_of_events_only_in_a_stated_way() -> None:
    with pytest.raises(ValidationError, match="take and leave"):
        Case.model_validate({**CASES[0].model_dump(), "take": 1})

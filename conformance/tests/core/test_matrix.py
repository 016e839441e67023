"""The matrix: several results.json side by side."""

import json
from pathlib import Path

import pytest

from invocant_conformance.command import main
from invocant_conformance.reports import matrix, matrix_markdown, reading, results_json
from invocant_conformance.reports.matrix import Column, Matrix
from invocant_conformance.results import CaseResult

from .rows import FAILED, case, rows, run


def column(name: str, *cases: CaseResult) -> Column:
    """Return the column of a run with some cases."""
    return Column(name=name, report=reading.read(results_json.document(run(rows(*cases)))))


def merged() -> Matrix:
    """Return the matrix of a target that fails once, and one that is judged by other rules."""
    two = (
        case("CHAT-SSE-003"),
        case("CHAT-SSE-003", FAILED, operation="POST /completions", message="no end"),
    )
    return matrix.merge(
        [column("a", *two), column("b|b", case("CHAT-SSE-003"), case("EMB-COUNT-001"))]
    )


def written(path: Path, *cases: CaseResult) -> str:
    """Write results.json; return its path."""
    path.write_text(json.dumps(results_json.document(run(rows(*cases)))))
    return str(path)


def test_a_cell_is_the_worst_verdict_of_all_operations() -> None:
    chat, embeddings = merged().lines
    assert chat.verdicts == ("fail", "pass")
    assert [cell and (cell.broken, len(cell.rows)) for cell in chat.cells] == [(1, 2), (0, 1)]
    assert embeddings.cells[0] is None


def test_the_markdown_has_a_line_for_each_target_and_each_requirement() -> None:
    lines = matrix_markdown.markdown(merged()).splitlines()
    assert (
        "| a | http://host/v1 | not conformant: 2 of 2 MUSTs executed | 1 of 2 passed | "
        "\N{EN DASH} | 2026-01-02 03:04 UTC |"
    ) in lines[4]
    assert "| requirement | level | profile | a | b\\|b |" in lines
    chat, embeddings = (line for line in lines if "| MUST | gateway |" in line)
    assert chat.startswith("| `CHAT-SSE-003` A stream ends with \\[DONE\\] |")
    assert chat.endswith("| fail (1 of 2) | pass |")
    assert embeddings.endswith("| \N{EN DASH} | pass |")


def test_a_matrix_tells_when_targets_were_judged_by_different_rules() -> None:
    one, other = (column(name, case("CHAT-SSE-003")) for name in "ab")
    suite = other.report.suite.model_copy(update={"spec": "0" * 64})
    newer = Column(name="b", report=other.report.model_copy(update={"suite": suite}))
    same, different = (matrix.merge([one, second]) for second in (other, newer))
    assert matrix_markdown.DIFFERENT_RULES not in matrix_markdown.markdown(same)
    assert matrix_markdown.DIFFERENT_RULES in matrix_markdown.markdown(different)


def test_the_command_writes_both_files_and_tells_each_headline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = written(tmp_path / "good.json", case("CHAT-SSE-003"))
    bad = written(tmp_path / "bad.json", case("CHAT-SSE-003", FAILED, message="no end"))
    folder = tmp_path / "out"
    assert main(["matrix", f"good 1.0={good}", bad, "--report", str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == {"matrix.html", "matrix.md"}
    assert capsys.readouterr().out.splitlines() == [
        "good 1.0: conformant: 1 of 1 MUSTs executed",
        "http://host/v1: not conformant: 1 of 1 MUSTs executed",
    ]


def test_without_a_folder_the_markdown_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["matrix", written(tmp_path / "a=b.json", case("CHAT-SSE-003"))]) == 0
    assert "| http://host/v1 | http://host/v1 | conformant" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "is no results.json: it is not JSON"),
        ("[" * 100_000, "is no results.json: it is not JSON"),
        ("[]", "is no results.json: it: Input should be"),
        ('{"version": 2}', "is no results.json: version: Input should be 1"),
        (None, "No such file or directory"),
    ],
    ids=["broken", "deep", "list", "version", "missing"],
)
def test_what_is_no_results_json_ends_with_2_in_one_line(
    content: str | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "results.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(SystemExit) as end:
        main(["matrix", f"name={path}"])
    error = capsys.readouterr().err
    assert end.value.code == 2
    assert message in error
    assert error.count("\n") == 1


def test_two_targets_of_one_name_have_to_be_named_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "results.json", case("CHAT-SSE-003"))
    with pytest.raises(SystemExit):
        main(["matrix", path, path])
    assert "2 targets are called 'http://host/v1': name them apart" in capsys.readouterr().err

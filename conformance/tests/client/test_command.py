"""`invocant conformance client` lists, tests and reports as the command for servers does."""

import json
from pathlib import Path

import pytest

from invocant_conformance.command import main
from invocant_conformance.verdicts import Exit


def test_list_names_requirements_and_cases(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["client", "--list", "--only", "CLI-CLOSE-001"]) == Exit.CONFORMANT
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "CLI-CLOSE-001  Leaving a stream closes its connection  [client MUST]"
    assert "    CLI-CLOSE-001/break[async]" in lines
    assert "    CLI-CLOSE-001/break[sync]" in lines


def test_reports_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["client", "--only", "CLI-CLOSE-*", "--seed", "7", "--report", str(tmp_path)])
    assert status == Exit.CONFORMANT
    assert "2 pass" in capsys.readouterr().out
    document = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    assert {row["verdict"] for row in document["requirements"]} == {"pass"}
    assert (document["profiles"], document["seed"]) == (["client"], 7)
    assert (tmp_path / "junit.xml").exists()


@pytest.mark.parametrize("words", [["--only", "CHAT-*"], ["--seed", "x"], ["http://localhost"]])
def test_wrong_usage_is_refused_in_one_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, check=lambda end: end.code == Exit.USAGE):
        main(["client", *words])
    assert len(capsys.readouterr().err.splitlines()) == 1

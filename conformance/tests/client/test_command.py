"""`invocant conformance client` lists, tests and reports as the command for servers does."""

import json
import sys
from pathlib import Path

import pytest

import invocant
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


def test_an_adapter_is_judged_as_any_client(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = tmp_path / "known.yaml"
    known.write_text("- {check: CLI-CLOSE-001, reason: shown to pass}", encoding="utf-8")
    options = ["--only", "CLI-CLOSE-001", "--report", str(tmp_path), "--known-failures", str(known)]
    command = [sys.executable, "-m", "invocant_conformance.client.adapters.own"]
    assert main(["client", *options, "--", *command]) == Exit.NOT_CONFORMANT
    assert "stale" in capsys.readouterr().out
    document = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    said = {(row["profile"], row["level"], row["verdict"]) for row in document["requirements"]}
    assert said == {("any-client", "SHOULD", "stale")}
    assert document["target"] == f"sync {invocant.__version__}"
    assert (tmp_path / "adapter.log").exists()


@pytest.mark.parametrize("command", [["/nowhere/adapter"], [sys.executable, "-c", ""]])
def test_what_is_no_adapter_is_not_reached(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["client", "--", *command]) == Exit.UNREACHABLE
    assert capsys.readouterr().err.startswith("invocant conformance: the adapter ")


@pytest.mark.parametrize(
    "words",
    [
        ["--only", "CHAT-*"],
        ["--seed", "x"],
        ["--timeout", "0"],
        ["--profile", "gateway"],
        ["http://localhost"],
        ["--"],
    ],
)
def test_wrong_usage_is_refused_in_one_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, check=lambda end: end.code == Exit.USAGE):
        main(["client", *words])
    assert len(capsys.readouterr().err.splitlines()) == 1

"""The command: what it writes, what it prints, how it ends."""

from pathlib import Path

import pytest

from invocant_codegen.command import main


def test_what_was_generated_has_no_drift(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root)]) == 0
    assert main(["--root", str(root), "--check"]) == 0
    assert capsys.readouterr() == ("", "")


def test_drift_ends_1_and_names_the_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--root", str(root)])
    changed = root / "generated" / "invocant" / "models" / "chat.py"
    changed.write_text("# edited\n", encoding="utf-8")
    assert main(["--root", str(root), "--check"]) == 1
    assert capsys.readouterr().err == "invocant/models/chat.py: different\n"
    assert changed.read_text(encoding="utf-8") == "# edited\n"


def test_files_that_the_specification_no_longer_gives_are_removed(root: Path) -> None:
    stale = root / "generated" / "invocant" / "models" / "stale.py"
    stale.parent.mkdir(parents=True)
    stale.touch()
    main(["--root", str(root)])
    assert not stale.exists()


def test_a_broken_specification_ends_2_and_changes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "spec" / "formats" / "usage.yaml").unlink()
    assert main(["--root", str(root)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines
    assert all(line.startswith("spec/formats/") and "[ref-dangling]" in line for line in lines)
    assert not (root / "generated").exists()


@pytest.mark.parametrize("name", ["Model", "lowercase"])
def test_a_schema_that_cannot_be_a_class_of_its_name_ends_2(
    root: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = root / "spec" / "gateway.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("ModelInfo", name), encoding="utf-8")
    assert main(["--root", str(root)]) == 2
    assert f"#/components/schemas/{name}: " in capsys.readouterr().err


def test_a_missing_specification_ends_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path)]) == 2
    assert "no YAML file" in capsys.readouterr().err


def test_wrong_usage_is_one_line_and_ends_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--chekc"])
    [line] = capsys.readouterr().err.splitlines()
    assert "--chekc" in line


def test_help_explains_options_and_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    text = capsys.readouterr().out
    assert all(word in text for word in ("--check", "--root", "exit status"))

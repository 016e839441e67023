"""The `invocant` command hands over to its subcommands."""

from collections.abc import Sequence
from importlib.metadata import EntryPoint

import pytest

from runtime import cli


def entry(name: str, value: str) -> EntryPoint:
    return EntryPoint(name=name, value=value, group=cli.GROUP)


def run(argv: Sequence[str], *commands: EntryPoint) -> int:
    return cli.dispatch(argv, commands)


def record(argv: Sequence[str]) -> int:
    print("ran", *argv)
    return 3


def succeed(argv: Sequence[str]) -> None:
    """Ends without a status, as functions do."""


def miss(argv: Sequence[str]) -> int:
    raise ModuleNotFoundError("No module named 'starlette.routing'", name="starlette.routing")


def break_down(argv: Sequence[str]) -> int:
    raise ModuleNotFoundError("No module named 'invocant.nowhere'", name="invocant.nowhere")


HERE = __name__


def test_a_subcommand_gets_the_rest_of_the_line_and_gives_the_status(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["go", "--x", "1"], entry("go", f"{HERE}:record")) == 3
    assert capsys.readouterr().out == "ran --x 1\n"


def test_no_status_is_success() -> None:
    assert run(["go"], entry("go", f"{HERE}:succeed")) == 0


def test_help_lists_the_subcommands(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"], entry("serve", "x:y"), entry("a", "x:y")) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines.index("  a") < lines.index("  serve        run the reference server")


def test_no_subcommand_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([], entry("a", "x:y")) == 2
    assert capsys.readouterr().err.startswith("usage: invocant")


def test_an_unknown_subcommand_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fly"], entry("a", "x:y")) == 2
    assert capsys.readouterr().err == "invocant: no command 'fly'; there are a\n"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (
            "no_such_module_here:main [server]",
            "no_such_module_here: pip install 'invocant[server]'",
        ),
        ("no_such_module_here:main", "no_such_module_here: pip install 'invocant[go]'"),
        (f"{HERE}:miss [server]", "starlette: pip install 'invocant[server]'"),
    ],
)
def test_a_missing_extra_is_one_line_that_names_it(
    capsys: pytest.CaptureFixture[str], value: str, told: str
) -> None:
    assert run(["go"], entry("go", value)) == 2
    assert capsys.readouterr().err == f"invocant: go needs {told}\n"


def test_a_fault_of_our_own_is_not_a_missing_extra() -> None:
    with pytest.raises(ModuleNotFoundError):
        run(["go"], entry("go", f"{HERE}:break_down"))


def test_the_version_is_that_of_the_distribution(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "version", {"invocant": "1.2.3"}.__getitem__)
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == "invocant 1.2.3\n"

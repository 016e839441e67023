"""What breaks callers since the last tagged version is named in the changelog."""

import subprocess
from pathlib import Path

import pytest

from surface.__main__ import main

PACKAGE = """
from ._client import Client

__all__ = ["Client", "__version__", "helper"]

__version__ = "{version}"

{helper}
"""
CLIENT = """
class Client:
    def __init__(self, *, host: str) -> None: ...

    def ask(self, *, {parameters}, **options: object) -> str: ...
"""
HELPER = "def helper() -> None: ..."
LOG = "# Changelog\n\n## [Unreleased]\n\n{unreleased}\n\n## [1.0.0]\n\n- `Client.ask`, `helper`\n"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Tester", "-c", "user.email=tester@example.org")
    subprocess.run(("git", "-C", folder, *identity, *arguments), check=True, capture_output=True)


def write(
    folder: Path,
    *,
    version: str = "1.0.0",
    helper: str = HELPER,
    parameters: str = "model: str, seed: int = 0",
    unreleased: str = "",
) -> None:
    package = folder / "generated" / "invocant"
    package.mkdir(parents=True, exist_ok=True)
    package.joinpath("__init__.py").write_text(PACKAGE.format(version=version, helper=helper))
    package.joinpath("_client.py").write_text(CLIENT.format(parameters=parameters))
    folder.joinpath("CHANGELOG.md").write_text(LOG.format(unreleased=unreleased))


@pytest.fixture
def untagged(tmp_path: Path) -> Path:
    """A repository with one commit and no tag."""
    git(tmp_path, "init", "--quiet")
    write(tmp_path)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    return tmp_path


@pytest.fixture
def released(untagged: Path) -> Path:
    """A repository whose last commit is version 1.0.0."""
    git(untagged, "tag", "v1.0.0")
    return untagged


def compare(folder: Path) -> int:
    return main(["--repository", str(folder)])


def test_without_a_tag_there_is_nothing_to_compare_with(
    untagged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(untagged) == 0
    assert "no version has a tag yet" in capsys.readouterr().out


def test_a_version_that_only_adds_passes(released: Path) -> None:
    write(
        released, version="1.1.0", parameters="model: str, seed: int = 0, user: str | None = None"
    )
    assert compare(released) == 0


def test_a_name_that_is_not_exported_any_more_has_to_be_named(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(released, helper="helper = None")
    assert compare(released) == 1
    assert "must name `helper`" in capsys.readouterr().out


def test_a_parameter_that_the_options_would_swallow_has_to_be_named(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(released, parameters="model: str")
    assert compare(released) == 1
    told = capsys.readouterr().out
    assert "must name `Client.ask`" in told
    assert "parameter seed was removed" in told


def test_a_parameter_that_is_required_now_has_to_be_named(released: Path) -> None:
    write(released, parameters="model: str, seed: int")
    assert compare(released) == 1


def test_what_the_changelog_names_may_break(released: Path) -> None:
    write(released, parameters="model: str", unreleased="- Breaking: `Client.ask(seed=)` is gone.")
    assert compare(released) == 0


def test_what_an_earlier_version_named_does_not_count(released: Path) -> None:
    write(released, parameters="model: str", unreleased="- Nothing of interest.")
    assert compare(released) == 1


def test_the_latest_of_several_versions_is_compared_with(released: Path) -> None:
    write(released, parameters="model: str", unreleased="- `Client.ask` has no seed.")
    git(released, "commit", "--quiet", "--all", "--message", "Break")
    git(released, "tag", "v1.10.0")
    git(released, "tag", "v1.9.0", "HEAD~1")
    write(released, parameters="model: str")
    assert compare(released) == 0

"""A small specification that keeps every rule, and the package that it gives."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from invocant_codegen.build import build
from invocant_codegen.lint import lint
from invocant_codegen.load import Spec, load
from invocant_codegen.problems import Problem, UnusableSpec

# Properties are about values; how fast a busy machine finds them is none of them.
settings.register_profile("values", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("values")

CODEGEN = Path(__file__).parent
SAMPLE = CODEGEN / "tests" / "sample" / "spec"


@pytest.fixture(scope="session")
def sample() -> Spec:
    """The sample specification, loaded."""
    return load(SAMPLE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the sample specification, to be changed and generated from."""
    return repository(tmp_path / "root")


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the package `invocant` as the sample specification gives it."""
    folder = tmp_path_factory.mktemp("generated")
    build(repository(tmp_path_factory.mktemp("root") / "root"), folder)
    return folder


@pytest.fixture
def broken(root: Path) -> Callable[[str, str, str], list[Problem]]:
    """Replace a text that occurs once in a file of the sample, and return the broken rules."""

    def problems(file: str, old: str, new: str) -> list[Problem]:
        path = root / "spec" / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times"
        path.write_text(text.replace(old, new), encoding="utf-8")
        try:
            return lint(load(root / "spec"))
        except UnusableSpec as error:
            return error.problems

    return problems


def repository(folder: Path) -> Path:
    """Make a repository: the sample specification, and this repository's runtime and settings."""
    shutil.copytree(SAMPLE, folder / "spec")
    for name in ("runtime", "templates"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(CODEGEN / name, folder / "codegen" / name, ignore=ignore)
    shutil.copy(CODEGEN.parent / "pyproject.toml", folder)
    return folder

"""Drift: any difference between two trees is named, in both directions."""

from collections.abc import Callable
from pathlib import Path

import pytest

from invocant_codegen.drift import drift


def change(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


def add(path: Path) -> None:
    path.with_name("extra.py").touch()


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (change, "a/b.py: different"),
        (add, "a/extra.py: not generated from the specification"),
        (Path.unlink, "a/b.py: missing"),
    ],
)
def test_a_difference_is_named(tmp_path: Path, edit: Callable[[Path], None], line: str) -> None:
    for tree in ("expected", "actual"):
        (tmp_path / tree / "a").mkdir(parents=True)
        (tmp_path / tree / "a" / "b.py").write_bytes(b"x")
    edit(tmp_path / "actual" / "a" / "b.py")
    assert drift(tmp_path / "expected", tmp_path / "actual") == [line]


def test_caches_of_python_are_no_drift(tmp_path: Path) -> None:
    (tmp_path / "actual" / "__pycache__").mkdir(parents=True)
    (tmp_path / "actual" / "__pycache__" / "b.pyc").touch()
    assert drift(tmp_path / "expected", tmp_path / "actual") == []

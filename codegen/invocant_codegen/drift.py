"""Comparing a tree of files with the tree that it should be, byte for byte."""

from pathlib import Path


def drift(expected: Path, actual: Path) -> list[str]:
    """Return one line for each file that is missing, superfluous or different, sorted by path."""
    wanted, found = _files(expected), _files(actual)
    words = {
        **dict.fromkeys(wanted - found, "missing"),
        **dict.fromkeys(found - wanted, "not generated from the specification"),
        **dict.fromkeys(_different(expected, actual, wanted & found), "different"),
    }
    return [f"{path}: {words[path]}" for path in sorted(words)]


def _files(folder: Path) -> set[str]:
    """Return the paths of all files below a folder but for those that Python caches."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in paths if "__pycache__" not in path.parts}


def _different(expected: Path, actual: Path, names: set[str]) -> list[str]:
    return [
        name for name in names if (expected / name).read_bytes() != (actual / name).read_bytes()
    ]

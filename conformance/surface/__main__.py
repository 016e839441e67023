"""Compares the public surface of `invocant` with that of the last tagged version.

`python -m surface [--repository DIR]`. Ends with 1 where something breaks that the changelog does
not name, in backticks, under [Unreleased]; with 0 where nothing does, or no version has a tag yet.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

from surface import api, changelog

__all__ = ["main"]

_TAGS = "v[0-9]*"
_SOURCES = "generated"


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare; see the module's text."""
    parser = argparse.ArgumentParser(prog="python -m surface", description=__doc__)
    parser.add_argument("--repository", type=Path, default=Path.cwd(), metavar="DIR")
    repository: Path = parser.parse_args(arguments).repository
    tag = last_tag(repository)
    if tag is None:
        print("public surface: no version has a tag yet, so there is nothing to compare with")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        _unpack(repository, tag, Path(folder))
        earlier = api.read(Path(folder, _SOURCES))
        found = api.breaks(earlier, api.read(repository / _SOURCES))
    section = changelog.unreleased((repository / "CHANGELOG.md").read_text())
    return _report(found, changelog.names(section), tag)


def last_tag(repository: Path) -> str | None:
    """Return the version's tag that is nearest to what is checked out, None where there is none."""
    described = _git(repository, "tag", "--merged", "HEAD", "--list", _TAGS, "--sort=-v:refname")
    tags = described.decode().split()
    return tags[0] if tags else None


def _unpack(repository: Path, tag: str, folder: Path) -> None:
    archive = _git(repository, "archive", "--format=tar", tag, _SOURCES)
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")


def _git(repository: Path, *arguments: str) -> bytes:
    command = ("git", "-C", str(repository), *arguments)
    return subprocess.run(command, check=True, capture_output=True).stdout


def _report(found: Sequence[api.Break], named: frozenset[str], tag: str) -> int:
    """Print every break, and return 1 where the changelog leaves one out."""
    unnamed = [each for each in found if each.name not in named]
    print(f"public surface: {len(found)} breaking changes since {tag}, {len(unnamed)} unnamed")
    for each in unnamed:
        print(f"  CHANGELOG.md must name `{each.name}`: {each.path}: {each.explanation}")
    return int(bool(unnamed))


if __name__ == "__main__":
    sys.exit(main())

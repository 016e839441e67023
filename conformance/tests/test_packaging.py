"""The wheel works in an environment that holds nothing but it and its two dependencies."""

import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CALL = """
import sys
from invocant import Client
with Client(host=sys.argv[1], token="dapi-packaging") as client:
    answer = client.chat.completions.create(
        model="databricks-meta-llama-3-3-70b-instruct",
        messages=[{"role": "user", "content": "Say something."}],
        max_tokens=8,
    )
assert answer.usage is not None
print(answer.choices[0].message.content, answer.usage.completion_tokens)
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command without the variables that lead Python elsewhere; return what it printed."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an empty environment with the wheel, which was built from the sdist."""
    folder = tmp_path_factory.mktemp("packaging")
    run(
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--outdir",
        folder,
        ROOT,
        cwd=ROOT,
    )
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    interpreter = folder / "venv" / "bin" / "python"
    run(interpreter, "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return interpreter


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a reference server in a process of its own."""
    command = [sys.executable, "-m", "invocant", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().removeprefix("listening on ").strip()
        process.terminate()
        assert process.wait(10) == 0


def test_installed_wheel_makes_a_real_call(python: Path, server: str, tmp_path: Path) -> None:
    text, tokens = run(python, "-c", CALL, server, cwd=tmp_path).rsplit(maxsplit=1)
    assert text
    assert 1 <= int(tokens) <= 8


def test_base_install_needs_httpx_and_pydantic_only(python: Path, tmp_path: Path) -> None:
    code = "from importlib.metadata import requires; print(*requires('invocant'), sep='\\n')"
    needed = [r for r in run(python, "-c", code, cwd=tmp_path).splitlines() if "extra ==" not in r]
    assert sorted(r.split("<")[0].split(">")[0] for r in needed) == ["httpx", "pydantic"]


PAGES = ("server/page", "reports/page", "markup")


@pytest.mark.parametrize("pages", PAGES)
def test_the_files_of_pages_are_part_of_the_distribution(
    pages: str, python: Path, tmp_path: Path
) -> None:
    files = ROOT / "conformance" / "invocant_conformance" / pages / "files"
    names = sorted(str(path.relative_to(files)) for path in files.rglob("*") if path.is_file())
    package = f"invocant_conformance.{pages.replace('/', '.')}"
    code = (
        "import sys; from invocant_conformance.markup.rendering import Templates; "
        "print(*map(Templates(sys.argv[1]).file, sys.argv[2:]), sep='')"
    )
    shown = run(python, "-c", code, package, *names, cwd=tmp_path)
    there = "".join((files / name).read_text(encoding="utf-8") for name in names)
    assert shown.rstrip("\n") == there.rstrip("\n")
    assert names


def test_import_writes_no_file(python: Path, tmp_path: Path) -> None:
    def files() -> set[Path]:
        return {*tmp_path.rglob("*"), *python.parents[1].rglob("*")}

    before = files()
    run(python, "-B", "-c", "import invocant; invocant.Client(host='h', token='t')", cwd=tmp_path)
    assert files() == before


def test_missing_extra_is_named_in_one_line(python: Path, tmp_path: Path) -> None:
    command: list[str | Path] = [python.parent / "invocant", "serve"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "invocant[server]" in done.stderr
    assert done.stderr.count("\n") == 1

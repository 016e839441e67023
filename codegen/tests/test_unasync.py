"""Synchronous source from asynchronous source."""

import ast
from pathlib import Path

import pytest

import runtime
from invocant_codegen.unasync import UnusedRule, unasync, unasync_directory

[RUNTIME] = [Path(entry) for entry in runtime.__path__ if (Path(entry) / "_async").is_dir()]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("async def f() -> None: ...", "def f() -> None: ..."),
        ("async with a as b:", "with a as b:"),
        ("return await f(await g())", "return f(g())"),
        ("async for x in await f():", "for x in f():"),
        ("class AsyncTransport:", "class Transport:"),
        ("-> AsyncGenerator[bytes, None]:", "-> Generator[bytes, None, None]:"),
        ("await response.aclose()", "response.close()"),
        ("MyAsyncTransport = awaited", "MyAsyncTransport = awaited"),
        ("Callable[[float], Awaitable[None]]", "Callable[[float], None]"),
    ],
)
def test_tokens_are_substituted(source: str, expected: str) -> None:
    assert unasync(source) == expected


def test_synchronous_source_stays_as_it_is() -> None:
    source = "def f(x: Stream) -> None:\n    return next(x)\n"
    assert unasync(source) == source


def test_nothing_asynchronous_is_left_of_the_runtime(tmp_path: Path) -> None:
    unasync_directory(RUNTIME / "_async", tmp_path / "_sync")
    made = sorted((tmp_path / "_sync").iterdir())
    assert [path.name for path in made] == [
        path.name for path in sorted((RUNTIME / "_async").glob("*.py"))
    ]
    for path in made:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not isinstance(
                node, ast.AsyncFunctionDef | ast.AsyncWith | ast.AsyncFor | ast.Await
            )


def test_a_rule_without_use_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text("async def f() -> None: ...\n", encoding="utf-8")
    with pytest.raises(UnusedRule, match="aclose"):
        unasync_directory(tmp_path, tmp_path / "made")
    assert not (tmp_path / "made").exists()

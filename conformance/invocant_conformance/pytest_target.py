"""`pytest --pyargs invocant_conformance --target URL`: each requirement and operation is a test.

The target is probed when tests are collected. The suite runs once, before the first test of those
that are chosen, for the requirements of these; each test then has the verdict of its own row.
Processes of pytest-xdist share one run.
"""

import asyncio
import shlex
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final, cast

import pytest

from . import arguments, pytest_run
from .arguments import Arguments
from .command import planned
from .locating import Unreachable
from .opening import opened
from .plan import Plan
from .pytest_run import Broken, Once
from .reports.reading import RowReport
from .requirements import Level
from .results import Key
from .run import SuiteError, expected
from .verdicts import Verdict

PACKAGE: Final = Path(__file__).parent
_EXPECTED: Final = frozenset({Verdict.WARN, Verdict.INFO, Verdict.KNOWN, Verdict.FLAKY})


def add_options(parser: pytest.Parser) -> None:
    """Add the options, which exist only where the suite is what is run."""
    group = parser.getgroup("invocant conformance")
    group.addoption(
        "--target",
        metavar="URL",
        help="the server to test; without it the suite's own reference server",
    )
    group.addoption(
        "--target-options",
        metavar="WORDS",
        default="",
        help="further options of `invocant conformance`, such as '--profile gateway --strict'",
    )


class Suite:
    """The plugin that collects the requirements of a target and gives each its verdict."""

    def __init__(self, config: pytest.Config) -> None:
        self.given = _parsed(config)
        self._stack = ExitStack()
        self._plan: Plan | None = None
        self._rows: dict[Key, RowReport] | None = None
        self._problem = ""
        for level in Level:
            line = f"{level.lower()}: a requirement that a target {level} keep"
            config.addinivalue_line("markers", line)

    @pytest.hookimpl(tryfirst=True)
    def pytest_collect_directory(
        self, path: Path, parent: pytest.Collector
    ) -> pytest.Collector | None:
        """Collect requirements in the place of the package's modules."""
        if path != PACKAGE:
            return None
        node = _requirements(parent, path=path, nodeid=PACKAGE.name)
        node.suite = self
        return node

    def pytest_sessionfinish(self) -> None:
        """Stop the reference server, where one was started."""
        self._stack.close()

    def collected(self) -> tuple[Key, ...]:
        """Probe the target; return every row that the run can have. Raises CollectError."""
        try:
            return asyncio.run(_keys(self.plan))
        except Unreachable as problem:
            raise pytest.Collector.CollectError(str(problem)) from None

    @property
    def plan(self) -> Plan:
        """The plan of the run."""
        if self._plan is None:
            self._plan = self._stack.enter_context(planned(self.given))
        return self._plan

    def row(self, item: "Requirement") -> RowReport | None:
        """Return the row of a test; the first to ask runs the suite for all that are chosen."""
        if self._problem:
            raise Broken(self._problem)
        if self._rows is None:
            chosen = [each for each in item.session.items if isinstance(each, Requirement)]
            only = dict.fromkeys(each.key.id for each in chosen)
            try:
                self._rows = pytest_run.rows(self._once(item.config), tuple(only))
            except (Unreachable, SuiteError, Broken) as problem:
                self._problem = f"the suite could not be run: {problem}"
                raise Broken(self._problem) from None
        return self._rows.get(item.key)

    def _once(self, config: pytest.Config) -> Once:
        return Once(plan=self.plan, report=self.given.report, shared=pytest_run.shared(config))


class Requirements(pytest.Directory):
    """The requirements of a target."""

    suite: Suite

    def collect(self) -> Iterator[pytest.Item]:
        """Yield a test for each requirement and operation."""
        for key in self.suite.collected():
            name = f"{key.id}[{key.profile} {key.operation}]"
            item = _requirement(self, name=name)
            item.suite, item.key = self.suite, key
            item.add_marker(str(key.level).lower())
            item.extra_keyword_matches |= {key.id, key.profile}
            yield item


class Requirement(pytest.Item):
    """One requirement of one operation."""

    suite: Suite
    key: Key

    def runtest(self) -> None:
        """End as the row did. Raises Broken for what makes the target not conformant."""
        row = self.suite.row(self)
        if row is None:
            pytest.skip("nothing of it was tried")
        self.user_properties += [("level", str(row.level)), ("verdict", str(row.verdict))]
        verdict = Verdict(row.verdict)
        if verdict is Verdict.PASS:
            return
        if verdict is Verdict.SKIP or (verdict is Verdict.UNTESTABLE and row.level != "MUST"):
            pytest.skip(_said(row))
        if verdict in _EXPECTED and not (verdict is Verdict.WARN and self.suite.given.strict):
            pytest.xfail(f"{row.verdict}: {_said(row)}")
        raise Broken("\n".join(_lines(row)))

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None
    ) -> str:
        """Show what is broken, and a command that shows it; anything else with its trace."""
        if isinstance(excinfo.value, Broken):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, None, str]:
        """Name the test in reports."""
        return self.path, None, self.name


# The signatures that pytest gives them are incomplete.
_requirements = cast(
    Callable[..., Requirements],
    Requirements.from_parent,  # pyright: ignore[reportUnknownMemberType]
)
_requirement = cast(
    Callable[..., Requirement],
    Requirement.from_parent,  # pyright: ignore[reportUnknownMemberType]
)


async def _keys(plan: Plan) -> tuple[Key, ...]:
    async with opened(plan) as session:
        return await expected(plan, session)


def _parsed(config: pytest.Config) -> Arguments:
    words = shlex.split(str(config.getoption("--target-options")))
    url: str | None = config.getoption("--target")
    try:
        return arguments.parse([*words, *([url] if url else [])])
    except SystemExit:
        raise pytest.UsageError("--target or --target-options cannot be used") from None


def _said(row: RowReport) -> str:
    messages = [failure.message for failure in row.failures]
    return "; ".join(filter(None, (row.reason, *messages[:1])))


def _lines(row: RowReport) -> Iterator[str]:
    yield f"{row.verdict}: {row.id} {row.title}"
    yield f"{row.level}, {row.profile}, {row.operation}"
    if row.reason:
        yield row.reason
    for failure in row.failures:
        yield f"{failure.case}: {failure.message}"
        if failure.curl:
            yield failure.curl

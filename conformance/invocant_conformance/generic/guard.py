"""Watches what schemathesis sends: within the budget, cheap, and only to the run's endpoints."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import schemathesis
from schemathesis import Case, HookContext, Response
from schemathesis.hooks import unregister

from ..ledger import Ledger

_ONE_RUN_AT_A_TIME: Final = threading.Lock()
_CALLS_OF_ONE_CASE: Final = 3
_FEW_TOKENS: Final = 16


@dataclass(kw_only=True, slots=True)
class Guard:
    """Changes requests before they are sent and counts them afterwards.

    `collection` is the path of the endpoints that a run may create ("" for none). `frugal` keeps
    the answers of models short. `stop` is called when the budget is nearly used up; a case and
    the two requests by which schemathesis tries its authentication still fit.
    """

    ledger: Ledger
    collection: str
    frugal: bool
    stop: Callable[[], None] = field(default=lambda: None)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Hook into schemathesis, whose hooks before a call are global; one run at a time."""
        before, after = self._before_call, self._after_call
        with _ONE_RUN_AT_A_TIME:
            schemathesis.hook("before_call")(before)
            schemathesis.hook("after_call")(after)
            try:
                yield
            finally:
                unregister(before)
                unregister(after)

    def _before_call(self, context: HookContext, case: Case, kwargs: dict[str, object]) -> None:
        if self.collection and case.path.startswith(self.collection):
            self._own(case)
        elif self.frugal:
            _shorten(case)

    def _after_call(self, context: HookContext, case: Case, response: Response) -> None:
        self.ledger.calls += 1
        left = self.ledger.left
        if left is not None and left < _CALLS_OF_ONE_CASE:
            self.stop()
        if case.path == self.collection and case.method == "POST" and response.status_code < 300:
            name = _name(case)
            if name:
                self.ledger.created[name] = None

    def _own(self, case: Case) -> None:
        """Give what the request creates or changes a name with the run's prefix."""
        prefix = self.ledger.prefix
        named = case.path_parameters.get("name")
        if isinstance(named, str) and prefix not in named and case.method not in ("GET", "HEAD"):
            case.path_parameters["name"] = f"{prefix}-{named}"
        name = _name(case)
        if name and case.path == self.collection and prefix not in name:
            case.body = {**case.body, "name": f"{prefix}-{name}"}


def _name(case: Case) -> str:
    name = case.body.get("name") if isinstance(case.body, dict) else None
    return name if isinstance(name, str) else ""


def _shorten(case: Case) -> None:
    """Ask for few tokens and one choice, where the request is well-formed in that respect."""
    if not isinstance(case.body, dict) or "messages" not in case.body:
        return
    limit = case.body.get("max_tokens", _FEW_TOKENS + 1)
    changed = dict(case.body)
    if isinstance(limit, int) and limit > _FEW_TOKENS:
        changed["max_tokens"] = _FEW_TOKENS
    if isinstance(changed.get("n"), int) and changed["n"] > 1:
        changed["n"] = 1
    case.body = changed

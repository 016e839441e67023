"""Watches what schemathesis sends: within the budget, cheap, and only to the run's endpoints."""

import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from pydantic import JsonValue
from schemathesis import HookContext, Response

from ..json_values import as_text, body_object
from ..ledger import Ledger
from .library import SentCase, hooked

_ONE_RUN_AT_A_TIME: Final = threading.Lock()
_CALLS_OF_ONE_CASE: Final = 3
_FEW_TOKENS: Final = 16


@dataclass(kw_only=True, slots=True)
class Guard:
    """Changes requests before they are sent and counts them afterwards.

    `collection` is the path of the endpoints that a run may create ("" for none). `frugal` keeps
    the answers of models short. `stop` is called when `cancelled` is set or the budget is nearly
    used up; a case and the two requests by which schemathesis tries its authentication still fit.
    """

    ledger: Ledger
    collection: str
    frugal: bool
    stop: Callable[[], None]
    cancelled: threading.Event

    @contextmanager
    def watching(self) -> Generator[None]:
        """Hook into schemathesis, whose hooks before a call are global; one run at a time."""
        with (
            _ONE_RUN_AT_A_TIME,
            hooked("before_call", self._before_call),
            hooked("after_call", self._after_call),
        ):
            yield

    def _before_call(self, context: HookContext, case: SentCase, kwargs: dict[str, object]) -> None:
        if self.collection and case.path.startswith(self.collection):
            self._own(case)
        elif self.frugal:
            _shorten(case)

    def _after_call(self, context: HookContext, case: SentCase, response: Response) -> None:
        self.ledger.calls += 1
        left = self.ledger.left
        if self.cancelled.is_set() or (left is not None and left < _CALLS_OF_ONE_CASE):
            self.stop()
        if case.path == self.collection and case.method == "POST" and response.status_code < 300:
            name = _name(case)
            if name:
                self.ledger.created[name] = None

    def _own(self, case: SentCase) -> None:
        """Give what the request creates or changes a name with the run's prefix."""
        prefix = self.ledger.prefix
        named = case.path_parameters.get("name")
        if isinstance(named, str) and prefix not in named and case.method not in ("GET", "HEAD"):
            case.path_parameters["name"] = f"{prefix}-{named}"
        name = _name(case)
        if name and case.path == self.collection and prefix not in name:
            case.body = {**body_object(case.body), "name": f"{prefix}-{name}"}


def _name(case: SentCase) -> str:
    return as_text(body_object(case.body).get("name"))


def _shorten(case: SentCase) -> None:
    """Ask for few tokens and one choice, where the request is well-formed in that respect."""
    body = body_object(case.body)
    if "messages" not in body:
        return
    tokens, choices = body.get("max_tokens", sys.maxsize), body.get("n", 1)
    fewer: dict[str, JsonValue] = {}
    if isinstance(tokens, int) and tokens > _FEW_TOKENS:
        fewer["max_tokens"] = _FEW_TOKENS
    if isinstance(choices, int) and choices > 1:
        fewer["n"] = 1
    case.body = {**body, **fewer}

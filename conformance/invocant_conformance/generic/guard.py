"""Watches what schemathesis sends: within the budget, cheap, and only to the run's endpoints."""

import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from schemathesis import HookContext, Response

from ..json_values import as_text, body_object
from ..ledger import Ledger
from ..operations import Operation
from ..target import Task
from . import mapping
from .bodies import shortened, within_rules
from .library import GeneratedCase, hooked, is_valid

_ONE_RUN_AT_A_TIME: Final = threading.Lock()


@dataclass(kw_only=True, slots=True)
class Guard:
    """Changes requests before they are sent and counts them afterwards.

    `operations` are by label, `models` by task. `collection` is the path of the endpoints that a
    run may create ("" for none). `frugal` keeps the answers of models short. `stop` is called when
    `cancelled` is set or the budget is used up.
    """

    ledger: Ledger
    operations: Mapping[str, Operation]
    models: Mapping[Task, str]
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

    def _before_call(
        self, context: HookContext, case: GeneratedCase, kwargs: dict[str, object]
    ) -> None:
        if self.collection and case.path.startswith(self.collection):
            self._own(case)
            if is_valid(case):
                case.body = within_rules(case.body)
        else:
            self._ask_the_right_model(case)
            if self.frugal:
                case.body = shortened(case.body)

    def _after_call(self, context: HookContext, case: GeneratedCase, response: Response) -> None:
        self.ledger.calls += 1
        if self.cancelled.is_set() or self.ledger.exhausted:
            self.stop()
        if case.path == self.collection and case.method == "POST" and response.status_code < 300:
            name = _name(case)
            if name:
                self.ledger.created[name] = None

    def _ask_the_right_model(self, case: GeneratedCase) -> None:
        """Let a path name a model of the task that the body is for."""
        task = mapping.task(self.operations[case.operation.label], case.body)
        model = self.models.get(task) if task else None
        if model and case.path_parameters.get("name") in self.models.values():
            case.path_parameters["name"] = model

    def _own(self, case: GeneratedCase) -> None:
        """Give what the request creates or changes a name with the run's prefix."""
        prefix = self.ledger.prefix
        named = case.path_parameters.get("name")
        if isinstance(named, str) and prefix not in named and case.method not in ("GET", "HEAD"):
            case.path_parameters["name"] = f"{prefix}-{named}"
        name = _name(case)
        if name and case.path == self.collection and prefix not in name:
            case.body = {**body_object(case.body), "name": f"{prefix}-{name}"}


def _name(case: GeneratedCase) -> str:
    return as_text(body_object(case.body).get("name"))

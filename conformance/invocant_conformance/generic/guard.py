"""Watches what schemathesis sends: rewritten, counted, and within the budget."""

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from schemathesis import HookContext, Response

from .. import spending
from ..credentials import Login
from ..json_values import as_text, body_object
from ..ledger import Ledger
from ..oauth import LoginFailed
from .library import GeneratedCase, hooked, own_sessions
from .rewriting import Rewriter

_ONE_RUN_AT_A_TIME: Final = threading.Lock()


@dataclass(kw_only=True, slots=True)
class Guard:
    """Changes requests before they are sent and accounts for them afterwards.

    `stop` is called when `cancelled` is set or the budget is used up.
    """

    ledger: Ledger
    rewriter: Rewriter
    stop: Callable[[], None]
    cancelled: threading.Event
    login: Login | None = None

    @contextmanager
    def watching(self) -> Generator[None]:
        """Hook into schemathesis, whose hooks before a call are global; one run at a time."""
        with (
            _ONE_RUN_AT_A_TIME,
            own_sessions(self.login),
            hooked("before_call", self._before_call),
            hooked("after_call", self._after_call),
        ):
            yield

    def _before_call(
        self, context: HookContext, case: GeneratedCase, kwargs: dict[str, object]
    ) -> None:
        self._renew()
        self.ledger.calls += 1
        self.cancelled.wait(self.ledger.pace.reserve())
        self.rewriter.rewrite(case)
        name = self._to_create(case)
        if name:
            self.ledger.creating(name)

    def _after_call(self, context: HookContext, case: GeneratedCase, response: Response) -> None:
        self.ledger.tokens += _tokens(response)
        if self.cancelled.is_set() or self.ledger.exhausted:
            self.stop()
        name = self._to_create(case)
        if name:
            self.ledger.answered(name, created=response.status_code < 300)

    def _renew(self) -> None:
        """Have a token that lasts; where none can be had, end the phase."""
        try:
            if self.login is not None and self.login.is_due:
                self.login.renew()
        except LoginFailed:
            self.stop()

    def _to_create(self, case: GeneratedCase) -> str:
        """Return the name of the endpoint that a request creates, "" where it creates none."""
        creations = (self.rewriter.collection, *self.rewriter.creations)
        creates = bool(case.path) and case.path in creations and case.method == "POST"
        return as_text(body_object(case.body).get("name")) if creates else ""


def _tokens(response: Response) -> int:
    """Return what an exchange has cost; requests about endpoints cost nothing."""
    sent: object = response.request.body
    body = sent.encode() if isinstance(sent, str) else sent
    kind = ";".join(response.headers.get("content-type", []))
    content = response.content or b""
    return (
        spending.tokens(body, response.status_code, kind, content) if isinstance(body, bytes) else 0
    )

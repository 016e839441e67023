"""How a check ends when it does not pass: by raising one of these."""

from .exchange import Exchange
from .seen import noted


class Outcome(Exception):
    """A check's end other than a pass; `message` is one line."""

    def __init__(self, message: str, exchange: Exchange | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.exchange = exchange


class Failed(Outcome):
    """The target broke the rule; `exchange` shows it."""


class Skipped(Outcome):
    """The rule was not tried, for the reason given.

    `exchange` shows that what the rule is about did not occur, where that is the reason; where the
    rule's row has a condition, it then does not apply to the target.
    """


class Untestable(Outcome):
    """A prerequisite failed, so the rule could not be tried."""


def expect(condition: object, message: str, exchange: Exchange | None = None) -> None:
    """Raise Failed with the message unless the condition is true; the exchange shows a pass."""
    if exchange is not None:
        noted(exchange)
    if not condition:
        raise Failed(message, exchange)

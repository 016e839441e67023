"""How a check ends when it does not pass: by raising one of these."""

from .exchange import Exchange


class Outcome(Exception):
    """A check's end other than a pass; `message` is one line."""

    def __init__(self, message: str, exchange: Exchange | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.exchange = exchange


class Failed(Outcome):
    """The target broke the rule; `exchange` shows it."""


class Skipped(Outcome):
    """The rule does not apply to this target, for the reason given."""


class Untestable(Outcome):
    """A prerequisite failed, so the rule could not be tried."""


def expect(condition: object, message: str, exchange: Exchange | None = None) -> None:
    """Raise Failed with the message unless the condition is true."""
    if not condition:
        raise Failed(message, exchange)

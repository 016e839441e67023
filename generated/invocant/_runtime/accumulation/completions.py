# Copied from codegen/runtime/; do not edit.
"""Text completions: the texts of their choices joined."""

from collections.abc import Mapping

from ..json_data import is_text
from .choices import Choosing, Logprobs
from .growing import Text, keep

__all__ = ["Completions"]


class Completions(Choosing["CompletionChoice"]):
    """Merges the chunks of a text completion."""

    def __init__(self) -> None:
        super().__init__(CompletionChoice, "text_completion")

    @property
    def text(self) -> str:
        """The text of the first choice."""
        first = self._choices.first()
        return first.text.value() if first else ""


class CompletionChoice:
    """One text. The last chunk may leave the text out, which adds nothing to it."""

    def __init__(self) -> None:
        self.text: Text = Text()
        self._logprobs: Logprobs = Logprobs()
        self._held: dict[str, object] = {}

    def add(self, addition: Mapping[str, object]) -> None:
        """Merge an addition."""
        for name, value in addition.items():
            if name == "text":
                self.text.add(value if is_text(value) else "")
            elif name == "logprobs":
                self._logprobs.add(value)
                self._held[name] = None
            elif name != "index":
                keep(self._held, name, value)

    def value(self) -> dict[str, object]:
        """The choice so far."""
        known = {"logprobs": self._logprobs.value()} if "logprobs" in self._held else {}
        return {"text": self.text.value(), **self._held, **known}

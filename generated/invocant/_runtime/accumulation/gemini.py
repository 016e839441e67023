# Copied from codegen/runtime/; do not edit.
"""Gemini: the parts of each candidate joined."""

from collections.abc import Mapping

from ..json_data import is_array, is_object, is_text
from .choices import Choices, Logprobs
from .growing import keep, objects
from .parts import Kind, Parts

__all__ = ["Gemini"]

# What makes a part one of text; with any other member that holds something it comes whole.
_OF_TEXT = frozenset({"text", "thought", "thoughtSignature"})


class Gemini:
    """Merges the pieces of generateContent; each has the usage so far, or none."""

    def __init__(self) -> None:
        self._held: dict[str, object] = {}
        self._candidates: Choices[Candidate] = Choices(Candidate)

    def add(self, event: Mapping[str, object]) -> None:
        """Merge a piece."""
        for name, value in event.items():
            if name == "candidates" and is_array(value):
                self._candidates.add(value)
                self._held[name] = None
            else:
                keep(self._held, name, value)

    def answer(self) -> dict[str, object]:
        """The merged answer; a blocked prompt has no candidates."""
        if "candidates" not in self._held:
            return dict(self._held)
        return {**self._held, "candidates": self._candidates.value(numbered=False)}

    @property
    def usage(self) -> object:
        """The usage stated last."""
        return self._held.get("usageMetadata")

    @property
    def text(self) -> str:
        """The text of the first candidate, without thoughts."""
        first = self._candidates.first()
        return first.text if first else ""


class Candidate:
    """One answer: its parts, and what was found about it."""

    def __init__(self) -> None:
        self._held: dict[str, object] = {}
        self._content: dict[str, object] | None = None
        self._parts: Parts = Parts(_kind)
        # Both say something of each piece anew, in lists.
        self._lists: dict[str, Logprobs] = {}

    def add(self, addition: Mapping[str, object]) -> None:
        """Merge a piece."""
        for name, value in addition.items():
            if name == "content" and is_object(value):
                self._say(value)
            elif name in ("logprobsResult", "citationMetadata"):
                self._lists.setdefault(name, Logprobs()).add(value)
            else:
                keep(self._held, name, value)

    @property
    def text(self) -> str:
        """All text, without thoughts."""
        said = (part for part in objects(self._parts.value()) if not part.get("thought"))
        return "".join(text for part in said if is_text(text := part.get("text")))

    def value(self) -> dict[str, object]:
        """The candidate so far."""
        listed = {name: lists.value() for name, lists in self._lists.items()}
        if self._content is None:
            return {**self._held, **listed}
        content = dict(self._content)
        if "parts" in content:
            content["parts"] = self._parts.value()
        return {**self._held, **listed, "content": content}

    def _say(self, content: Mapping[str, object]) -> None:
        if self._content is None:
            self._content = {}
        for name, value in content.items():
            if name == "parts" and is_array(value):
                self._content[name] = None
                for part in filter(_says, objects(value)):
                    self._parts.add(part)
            else:
                keep(self._content, name, value)


def _says(part: Mapping[str, object]) -> bool:
    """Whether a part adds anything; the last piece of a stream may have a text that is empty."""
    return not _kind(part)[1] or bool(part.get("text") or part.get("thoughtSignature"))


def _kind(part: Mapping[str, object]) -> Kind:
    """A text or a thought, whose additions are joined, or something that comes whole."""
    whole = not is_text(part.get("text"))
    whole = whole or any(part[name] is not None for name in part if name not in _OF_TEXT)
    return ("", "") if whole else (bool(part.get("thought")), "text")

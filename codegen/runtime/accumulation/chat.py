"""Chats: messages of several choices with content, reasoning and calls."""

from collections.abc import Mapping

from ..json_data import is_array, is_object
from .choices import Choosing, Logprobs
from .content import Content
from .growing import Members, keep, objects
from .parts import Parts
from .tool_calls import ToolCalls

__all__ = ["Chat"]


class Chat(Choosing["ChatChoice"]):
    """Merges the chunks of a chat; members of notes that are no chunks stay beside its own."""

    def __init__(self) -> None:
        super().__init__(ChatChoice, "chat.completion")

    @property
    def text(self) -> str:
        """The text of the first choice."""
        first = self._choices.first()
        return first.message.content.text if first else ""


class ChatChoice:
    """One answer: its message, and why it ended."""

    def __init__(self) -> None:
        self.message: Message = Message()
        self._logprobs: Logprobs = Logprobs()
        self._held: dict[str, object] = {}

    def add(self, addition: Mapping[str, object]) -> None:
        """Merge an addition."""
        for name, value in addition.items():
            if name == "delta":
                self.message.add(value if is_object(value) else {})
            elif name == "logprobs":
                self._logprobs.add(value)
                self._held[name] = None
            elif name != "index":
                keep(self._held, name, value)

    def value(self) -> dict[str, object]:
        """The choice so far."""
        known = {"logprobs": self._logprobs.value()} if "logprobs" in self._held else {}
        return {**self._held, **known, "message": self.message.value()}


class Message:
    """What the model says and calls.

    Texts that no specification names are joined as those that one names: what a delta holds is an
    addition.
    """

    def __init__(self) -> None:
        self.content: Content = Content()
        self._calls: ToolCalls = ToolCalls()
        self._thoughts: Parts = Parts()
        self._sources: list[object] = []
        self._rest: Members = Members()

    def add(self, delta: Mapping[str, object]) -> None:
        """Merge a delta."""
        rest: dict[str, object] = {}
        for name, value in delta.items():
            rest[name] = None
            if name == "content":
                self.content.add(value)
            elif name == "tool_calls":
                self._calls.add(value)
            elif name == "thinking_blocks":
                self._think(value)
            elif name == "provider_specific_fields" and is_object(value):
                rest[name] = self._cited(value)
            elif name == "annotations" and is_array(value):
                self._rest.append(name, value)
                del rest[name]
            else:
                rest[name] = value
        self._rest.add(rest)

    def value(self) -> dict[str, object]:
        """The message so far; members that were null in every delta are null."""
        message = self._rest.value()
        if "content" in message:
            message["content"] = self.content.value()
        for name, merged in (
            ("tool_calls", self._calls.value()),
            ("thinking_blocks", self._thoughts.value()),
        ):
            if merged:
                message[name] = merged
        fields = message.get("provider_specific_fields")
        if self._sources and is_object(fields):
            message["provider_specific_fields"] = {**fields, "citations": [*self._sources]}
        return message

    def _think(self, blocks: object) -> None:
        """Blocks are numbered within one delta, by the LiteLLM proxy, which tells nothing."""
        for block in objects(blocks):
            self._thoughts.add({name: block[name] for name in block if name != "index"})

    def _cited(self, fields: Mapping[str, object]) -> Mapping[str, object]:
        """The LiteLLM proxy sends the sources of a text one by one under a name of their own."""
        several = fields.get("citations")
        self._sources += several if is_array(several) else []
        if fields.get("citation") is not None:
            self._sources.append(fields["citation"])
        return {name: fields[name] for name in fields if name not in ("citation", "citations")}

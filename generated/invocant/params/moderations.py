# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

import typing_extensions

from invocant._runtime import unions


class ModerationImageUrl(typing_extensions.TypedDict):
    """Where the image is."""

    url: str
    """An https address, or the image itself as a data URI in base64."""


class ModerationText(typing_extensions.TypedDict):
    """A text to judge."""

    type: Literal["text"]
    """Always "text"."""
    text: str
    """The text."""


class ModerationImage(typing_extensions.TypedDict):
    """An image to judge, for models that see."""

    type: Literal["image_url"]
    """Always "image_url"."""
    image_url: ModerationImageUrl
    """Where the image is."""


ModerationPart: TypeAlias = Annotated[
    Annotated[ModerationText, unions.Tag("text")]
    | Annotated[ModerationImage, unions.Tag("image_url")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag("type", "text", "image_url"),
]
"""A text or an image of the message that is judged."""


ModerationInput: TypeAlias = str | Sequence[str] | Sequence[ModerationPart]
"""One text, several texts, or the parts of one message of text and images."""


class ModerationRequest(typing_extensions.TypedDict):
    """What is to be judged, and by which model."""

    input: ModerationInput
    """One text, several texts, or the parts of one message of text and images."""
    model: NotRequired[str | None]
    """
    Name of the model that judges. Left out or null, the server takes its default; the LiteLLM
    proxy has one only where an OpenAI key is configured.
    """
    user: NotRequired[str | None]
    """Identifies the end user."""
    metadata: NotRequired[Mapping[str, object] | None]
    """Free keys and values for the gateway's own logs."""

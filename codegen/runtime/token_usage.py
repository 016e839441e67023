"""What an answer cost in tokens, whatever its format calls them."""

from collections.abc import Mapping
from dataclasses import dataclass

from .json_data import is_object

__all__ = ["TokenUsage", "token_usage"]


@dataclass(frozen=True, kw_only=True, slots=True)
class TokenUsage:
    """Counts of tokens; ``None`` where the server did not tell.

    ``output_tokens`` has those of thoughts in it. ``total_tokens`` is the server's sum; Anthropic's
    format has none, and leaves tokens read from or written to a cache out of ``input_tokens``.
    ``stated``: the usage as it was sent, with all that it holds beside.
    """

    input_tokens: int | None
    output_tokens: int | None
    total_tokens: int | None
    stated: Mapping[str, object]


def token_usage(stated: object) -> TokenUsage | None:
    """The counts of a usage in any format; ``None`` for what is no usage."""
    if not is_object(stated):
        return None
    spoken = _count(stated, "completion_tokens", "output_tokens", "candidatesTokenCount")
    thought = _count(stated, "thoughtsTokenCount")  # Gemini counts thoughts apart.
    return TokenUsage(
        input_tokens=_count(stated, "prompt_tokens", "input_tokens", "promptTokenCount"),
        output_tokens=spoken if thought is None else (spoken or 0) + thought,
        total_tokens=_count(stated, "total_tokens", "totalTokenCount"),
        stated=stated,
    )


def _count(stated: Mapping[str, object], *names: str) -> int | None:
    counts = (stated.get(name) for name in names)
    return next((each for each in counts if isinstance(each, int)), None)

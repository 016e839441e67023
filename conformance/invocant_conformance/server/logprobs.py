"""Log probabilities: made up, repeatable, and never above 0."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from ..json_values import JsonObject
from .draws import generator

_LIKELIEST = -0.01
_LEAST = -3.0
_STEP = -0.7


def of_chat(
    tokens: Sequence[str], *, alternatives: int, key: str, place: int = 0
) -> list[JsonObject]:
    """Return the TokenLogprobs of a chat's tokens; the token itself is its first alternative.

    key: what the numbers depend on beside the tokens. place: the number of the first token in
    its answer.
    """
    return [
        {**_entry(likely[0]), "top_logprobs": [_entry(each) for each in likely[:alternatives]]}
        for likely in _likely(tokens, key, max(alternatives, 1), place)
    ]


def of_text(
    tokens: Sequence[str], *, alternatives: int, key: str, place: int = 0, offset: int = 0
) -> JsonObject:
    """Return the CompletionLogprobs of a text's tokens.

    The first has the number `place` in its text and begins at an offset.
    """
    found = list(_likely(tokens, key, max(alternatives, 1), place))
    lengths = [len(token) for token in tokens]
    return {
        "tokens": list(tokens),
        "token_logprobs": [likely[0][1] for likely in found],
        "top_logprobs": [dict(likely[:alternatives]) for likely in found],
        "text_offset": list(accumulate(lengths, initial=offset))[: len(tokens)],
    }


def _likely(
    tokens: Sequence[str], key: str, count: int, first_place: int
) -> Iterator[list[tuple[str, float]]]:
    """Yield for each token the likeliest ones in its place, itself first."""
    for place, token in enumerate(tokens, start=first_place):
        first = generator("logprob", key, place, token).uniform(_LEAST, _LIKELIEST)
        others = (f"{token}{number}" for number in range(1, count))
        yield [(each, round(first + _STEP * rank, 6)) for rank, each in enumerate([token, *others])]


def _entry(likely: tuple[str, float]) -> JsonObject:
    token, logprob = likely
    return {"token": token, "logprob": logprob, "bytes": list(token.encode())}

"""Text that the models say: repeatable, harmless, and at times beyond ASCII."""

import functools
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from .draws import digest
from .tokenizer import tokenize

_VOCABULARY = (
    "a an the this that each some most every one two many few new small large simple common "
    "model expert layer token answer question request example system network part path value "
    "idea reason result choice language number weight signal step route gate input output "
    "learns makes shows gives takes sends keeps uses needs finds joins splits reads writes "
    "often always rarely quickly slowly together first then also only well here there "
    "and but while because so when if with from into over between across under "
    "café naïve Größe señal 東京 モデル модель"
)
_WORDS = _VOCABULARY.split()
_ENDS = (".", ".", ".", ".", "!", "…", " 🙂")
_ATTEMPTS = 8
_SENTENCES = 2048


class Said(NamedTuple):
    """A text as tokens, and the stop sequence that ended it, None where none did."""

    tokens: Sequence[str]
    stop: str | None = None

    @property
    def text(self) -> str:
        """Return the tokens joined."""
        return "".join(self.tokens)


def compose(number: int, *, stops: Sequence[str] = ()) -> Said:
    """Return two to four sentences, some 20 to 60 tokens, that end before any stop sequence.

    The text is not empty unless the stop sequences leave no beginning. number: chooses the
    sentences; of 256 bits.
    """
    first = _sentences(number)
    if not stops:
        return Said(tokens=first)
    others = (_sentences(int(digest(number, attempt), 16)) for attempt in range(1, _ATTEMPTS))
    attempts = (before(stops, "".join(tokens)) for tokens in (first, *others))
    empty = Said(tokens=(), stop=before(stops, "".join(first)).stop)
    return next((said for said in attempts if said.tokens), empty)


def before(stops: Sequence[str], text: str) -> Said:
    """Return what of a text stands before the first of the stop sequences."""
    found = [(place, stop) for stop in stops if stop and (place := text.find(stop)) >= 0]
    if not found:
        return Said(tokens=tokenize(text))
    place, stop = min(found)
    return Said(tokens=tokenize(text[:place]), stop=stop)


def _sentences(number: int) -> list[str]:
    """Return the tokens of some sentences. No token reaches beyond the end of one."""
    first, following = _stock()
    number, more = divmod(number, 3)
    tokens = [*first[number % _SENTENCES]]
    for _ in range(1 + more):
        number //= _SENTENCES
        tokens += following[number % _SENTENCES]
    return tokens


@functools.cache
def _stock() -> tuple[Sequence[list[str]], Sequence[list[str]]]:
    """Return the sentences that there are, as tokens: as the first of a text, and as others.

    Choosing costs a tenth of composing.
    """
    random = Random(0)
    sentences = [_sentence(random) for _ in range(_SENTENCES)]
    return [*map(tokenize, sentences)], [tokenize(f" {each}") for each in sentences]


def _sentence(random: Random) -> str:
    words = random.choices(_WORDS, k=random.randint(5, 11))
    sentence = " ".join(words)
    return sentence[0].upper() + sentence[1:] + random.choice(_ENDS)

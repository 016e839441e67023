"""Text that the models say: repeatable, harmless, and at times beyond ASCII."""

import functools
from collections.abc import Sequence
from random import Random

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


def compose(random: Random, *, stops: Sequence[str] = ()) -> str:
    """Return up to four sentences, some 20 to 60 tokens, that end before any stop sequence.

    The text is not empty unless the stop sequences leave no beginning.
    """
    attempts = (_before(stops, _sentences(random)) for _ in range(_ATTEMPTS))
    return next((text for text in attempts if text), "")


def _before(stops: Sequence[str], text: str) -> str:
    places = [place for stop in stops if stop and (place := text.find(stop)) >= 0]
    return text[: min(places, default=len(text))]


def _sentences(random: Random) -> str:
    return " ".join(random.choices(_stock(), k=random.randint(2, 4)))


@functools.cache
def _stock() -> Sequence[str]:
    """Return the sentences that there are: choosing costs a tenth of composing."""
    random = Random(0)
    return [_sentence(random) for _ in range(_SENTENCES)]


def _sentence(random: Random) -> str:
    words = random.choices(_WORDS, k=random.randint(5, 11))
    sentence = " ".join(words)
    return sentence[0].upper() + sentence[1:] + random.choice(_ENDS)

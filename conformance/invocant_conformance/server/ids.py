"""Ids that are the same in every run."""

from collections import Counter
from collections.abc import Callable

from .draws import digest


class Ids:
    """Texts of 32 hexadecimal digits; none is given twice before `clear`.

    seed: other seeds give other ids.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._given = Counter[str]()

    def of(self, kind: str) -> Callable[[], str]:
        """Return what gives the next id of a kind, such as those of requests."""

        def following() -> str:
            number = self._given[kind]
            self._given[kind] = number + 1
            return digest(kind, self._seed, number)[:32]

        return following

    def clear(self) -> None:
        """Begin again with the first id of every kind."""
        self._given.clear()

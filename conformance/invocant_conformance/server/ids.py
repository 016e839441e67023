"""Ids that are the same in every run."""

from collections import Counter
from collections.abc import Callable

from .draws import digest


class Ids:
    """Texts of 32 hexadecimal digits; none is given twice before `clear`.

    seed: other seeds give other ids. starts: how often the state was taken up before, so that no
    id is given by two servers, one after the other, with the same state.
    """

    def __init__(self, seed: int, starts: int = 0) -> None:
        self._seed = seed
        self._starts = starts
        self._given = Counter[str]()

    def of(self, kind: str) -> Callable[[], str]:
        """Return what gives the next id of a kind, such as those of requests."""

        begin = digest(kind, self._seed, self._starts)[:24]

        def following() -> str:
            number = self._given[kind]
            self._given[kind] = number + 1
            return f"{begin}{number:08x}"

        return following

    def clear(self) -> None:
        """Begin again with the first id of every kind."""
        self._given.clear()

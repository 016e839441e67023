"""What a run has spent, invented and created; shared by all sessions of the run."""

import hashlib
import random
import re
from collections.abc import Collection
from dataclasses import dataclass, field

from .pace import Pace

PREFIX = "invocant-conformance-"
"""What every name begins with that a run invents; eight hexadecimal digits of the run follow."""

_INVENTED = re.compile(f"{PREFIX}[0-9a-f]{{8}}-.+", re.DOTALL)


def is_invented(name: str) -> bool:
    """Whether a name is one that a run of the suite invents."""
    return _INVENTED.fullmatch(name) is not None


@dataclass(kw_only=True, slots=True)
class Ledger:
    """The run's account. `max_calls` and `max_tokens` of 0 mean no limit; `seed` decides every
    invented name. `pace` keeps requests apart.

    `secrets` are the values that no output may show, `created` the endpoints to
    remove: those that are there, and, marked false, those that may be there since their creation
    was asked for but not answered. `ids` has the names of created endpoints by their ids.
    """

    seed: str
    max_calls: int = 0
    max_tokens: int = 0
    calls: int = 0
    tokens: int = 0
    pace: Pace = field(default_factory=Pace)
    secrets: set[str] = field(default_factory=set[str], repr=False)
    created: dict[str, bool] = field(default_factory=dict[str, bool])
    ids: dict[str, str] = field(default_factory=dict[str, str])
    _digest: str = field(init=False, repr=False)
    _lanes: dict[str, random.Random] = field(init=False, repr=False)
    prefix: str = field(init=False)

    def __post_init__(self) -> None:
        self._sow(self.seed)

    def _sow(self, seed: str) -> None:
        self._digest = hashlib.sha256(seed.encode()).hexdigest()
        self._lanes = {}
        self.prefix = f"{PREFIX}{self._digest[:8]}"

    def avoid(self, names: Collection[str]) -> None:
        """Choose a prefix that none of the names has, since another run may still be there."""
        seed = self.seed
        while any(name.startswith(self.prefix) for name in names):
            seed += "'"
            self._sow(seed)

    @property
    def exhausted(self) -> bool:
        """Whether the run may send no further request."""
        return self.used_up is not None

    @property
    def used_up(self) -> str | None:
        """The limit that has been reached, as the user gave it; None where none has been."""
        if self.max_calls and self.calls >= self.max_calls:
            return f"--max-calls {self.max_calls}"
        if self.max_tokens and self.tokens >= self.max_tokens:
            return f"--max-tokens {self.max_tokens}"
        return None

    @property
    def left(self) -> int | None:
        """How many requests may still be sent; None for any number."""
        return max(self.max_calls - self.calls, 0) if self.max_calls else None

    def creating(self, name: str) -> None:
        """Remember an endpoint whose creation is about to be asked for.

        A name without the run's prefix is never remembered, so that it is never deleted.
        """
        if self.prefix in name:
            self.created.setdefault(name, False)

    def answered(self, name: str, *, created: bool) -> None:
        """Remember how the creation of an endpoint was answered."""
        if created and self.prefix in name:
            self.created[name] = True
        elif not self.created.get(name):
            self.created.pop(name, None)

    def identified(self, identifier: str, name: str) -> None:
        """Remember the id of an endpoint of the run."""
        if identifier and self.prefix in name:
            self.ids[identifier] = name

    def invent_name(self, slug: str = "x", lane: str = "") -> str:
        """Return a name that nothing else has: the run's prefix, the slug, eight random digits.

        What is drawn in a lane depends on what was drawn in it before, and in no other one.
        """
        return f"{self.prefix}-{slug}-{self._drawn(lane, 32):08x}"

    def invent_secret(self, lane: str = "") -> str:
        """Return a random value that is masked in every output of the run."""
        secret = f"sentinel-{self._drawn(lane, 128):032x}"
        self.secrets.add(secret)
        return secret

    def _drawn(self, lane: str, bits: int) -> int:
        if lane not in self._lanes:
            self._lanes[lane] = random.Random(self._digest + lane)
        return self._lanes[lane].getrandbits(bits)

"""What a run has spent, invented and created; shared by all sessions of the run."""

import hashlib
import random
from dataclasses import dataclass, field


@dataclass(kw_only=True, slots=True)
class Ledger:
    """The run's account. `max_calls` of 0 means no limit; `seed` decides every invented name.

    `secrets` are the values that no output may show, `created` the endpoints to
    remove: those that are there, and, marked false, those that may be there since their creation
    was asked for but not answered. `ids` has the names of created endpoints by their ids.
    """

    seed: str
    max_calls: int = 0
    calls: int = 0
    secrets: set[str] = field(default_factory=set[str], repr=False)
    created: dict[str, bool] = field(default_factory=dict[str, bool])
    ids: dict[str, str] = field(default_factory=dict[str, str])
    _digest: str = field(init=False, repr=False)
    _lanes: dict[str, random.Random] = field(init=False, default_factory=dict[str, random.Random])
    prefix: str = field(init=False)

    def __post_init__(self) -> None:
        self._digest = hashlib.sha256(self.seed.encode()).hexdigest()
        self.prefix = f"invocant-conformance-{self._digest[:8]}"

    @property
    def exhausted(self) -> bool:
        """Whether the run may send no further request."""
        return bool(self.max_calls) and self.calls >= self.max_calls

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

"""What a run is asked to do, and what it may do."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.types import ASGIApp

from .connection import Connection
from .credentials import Basic, Credentials, Login
from .known import KnownFailure
from .oauth import OAuth
from .registry import Check
from .target import Task

DEFAULT_MAX_CALLS = 700
"""Requests that a target other than the reference server gets at most."""

DEFAULT_MAX_TOKENS = 200_000
"""Tokens that models of such a target may take and give at most, by what they say of it."""

DEFAULT_EXAMPLES = 20
"""Generated requests for each operation of the reference server."""

FOREIGN_EXAMPLES = 8
"""Generated requests for each operation of any other target."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Access:
    """Credentials beside, or in the place of, a bearer token: at most one of `basic` and `oauth`.

    `keys` has the values of headers by their names in lower case.
    """

    basic: Basic | None = None
    oauth: OAuth | None = None
    keys: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A run of the suite against `url`, or against `app` in process.

    token: the bearer token; access: further credentials, or others in its place.
    profiles: those to test; none means all that are found.
    models: the model to use for a task; else the target is asked.
    only: ids or globs of requirements; none means all.
    checks: the directed checks; None means those of this release.
    generic: whether generated requests are sent, too.
    examples: generated requests for each operation; None for the default of the target.
    max_calls: requests at most, 0 for any number; None for the default of the target.
    max_tokens: tokens of models at most, likewise.
    rate: requests a second at most, 0 for any number.
    clean_up: whether endpoints that earlier runs left are removed before anything is tested.
    timeout: seconds for one exchange.
    own: whether the server at `url` was started for this run. Unless there are limits, generated
        requests are then sent beside the checks, to further servers like it.
    """

    url: str = "http://target.invalid"
    app: ASGIApp | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    access: Access = field(default_factory=Access)
    connection: Connection = field(default_factory=Connection)
    profiles: tuple[str, ...] = ()
    models: Mapping[Task, str] = field(default_factory=dict[Task, str])
    only: tuple[str, ...] = ()
    checks: tuple[Check, ...] | None = None
    generic: bool = True
    seed: int = 1
    examples: int | None = None
    max_calls: int | None = None
    max_tokens: int | None = None
    rate: float = 0.0
    clean_up: bool = False
    strict: bool = False
    allow_writes: bool = False
    known: tuple[KnownFailure, ...] = ()
    timeout: float = 60.0
    own: bool = False

    def credentials(self, login: Login | None = None) -> Credentials:
        """Return what requests are signed with; `login` stands for the plan's OAuth client."""
        basic, keys = self.access.basic, self.access.keys
        bearer = None if basic or login else self.token
        return Credentials(bearer=bearer, basic=basic, login=login, keys=keys)

    @property
    def secrets(self) -> frozenset[str]:
        """The values that no output may show."""
        oauth = self.access.oauth
        asked = {oauth.secret} if oauth else set[str]()
        token = {self.token} if self.token else set[str]()
        return self.credentials().secrets | self.connection.secrets | asked | token


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What a run may do to its target; `max_calls`, `max_tokens` and `rate` of 0 are any number.

    `exhaustive` has generated requests for every constraint of the schemas, `frugal` keeps the
    answers of models short.
    """

    max_calls: int
    examples: int
    allow_writes: bool
    exhaustive: bool
    frugal: bool
    max_tokens: int = 0
    rate: float = 0.0

    @property
    def unbounded(self) -> bool:
        """Whether nothing of what the run sends is counted or paced."""
        return not (self.max_calls or self.max_tokens or self.rate)


def limits(plan: Plan, *, reference: bool) -> Limits:
    """Return the limits of a run: only the reference server is tested without."""
    default = 0 if reference else DEFAULT_MAX_CALLS
    max_calls = default if plan.max_calls is None else plan.max_calls
    most_tokens = 0 if reference else DEFAULT_MAX_TOKENS
    examples = DEFAULT_EXAMPLES if reference else FOREIGN_EXAMPLES
    return Limits(
        max_calls=max_calls,
        examples=examples if plan.examples is None else plan.examples,
        allow_writes=reference or plan.allow_writes,
        exhaustive=max_calls == 0,
        frugal=not reference,
        max_tokens=most_tokens if plan.max_tokens is None else plan.max_tokens,
        rate=plan.rate,
    )

"""What a server is started with."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from .principals import User
from .upstream.settings import UpstreamSettings


@dataclass(frozen=True, kw_only=True, slots=True)
class ServerSettings:
    """Settings of one application; its clock and its sleeping are replaceable.

    token: the only token that is accepted; None takes every token of a known form.
    token_delay: seconds between the pieces of a stream.
    deploy_seconds: seconds that an update takes unless all its models are external.
    seed: decides ids, texts, vectors and the traffic split.
    oauth_seconds: how long the OAuth tokens are good that it issues.
    state_file: where endpoints outlive the process; None keeps them in memory.
    admin_token: what the admin path takes, and nothing else does; None leaves the path out.
    loopback: whether only this machine can reach the server.
    clock: seconds since 1970.
    users: users with tokens of their own, who have no more than what they were granted.
    strict_permissions: whether OAuth clients have no more than that either, or are admins.
    faults: those of the whole server, in the grammar of `faults.grammar`.
    script_file: raw answers that the server plays; None for none.
    upstreams: the servers of external models that queries are forwarded to, none by default.

    Raises ValueError for an admin token that is empty or the same as the other one.
    """

    token: str | None = field(default=None, repr=False)
    token_delay: float = 0.003
    deploy_seconds: float = 1.0
    oauth_seconds: float = 3600.0
    seed: int = 0
    state_file: Path | None = None
    admin_token: str | None = field(default=None, repr=False)
    loopback: bool = True
    clock: Callable[[], float] = time.time
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    users: tuple[User, ...] = ()
    strict_permissions: bool = False
    faults: tuple[str, ...] = ()
    script_file: Path | None = None
    upstreams: UpstreamSettings = field(default_factory=UpstreamSettings)

    def __post_init__(self) -> None:
        if self.admin_token == "" or (self.admin_token and self.admin_token == self.token):
            raise ValueError("the admin token is empty or the same as the token")

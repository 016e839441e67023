"""What a server is started with."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

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
    clock: seconds since 1970.
    upstreams: the servers of external models that queries are forwarded to, none by default.
    """

    token: str | None = field(default=None, repr=False)
    token_delay: float = 0.003
    deploy_seconds: float = 1.0
    oauth_seconds: float = 3600.0
    seed: int = 0
    state_file: Path | None = None
    clock: Callable[[], float] = time.time
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    upstreams: UpstreamSettings = field(default_factory=UpstreamSettings)

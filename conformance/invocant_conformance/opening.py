"""Opens the connection of a run: client, credentials, account."""

import contextlib
import secrets
from collections.abc import AsyncGenerator, Generator
from urllib.parse import urlsplit

import httpx

from .credentials import Login
from .ledger import Ledger
from .oauth import OAuthLogin
from .pace import Pace
from .plan import Plan
from .session import Session

_PROBE_SECONDS = 15.0
_KEPT_SECONDS = 2.0


@contextlib.asynccontextmanager
async def opened(plan: Plan) -> AsyncGenerator[Session]:
    """Give a session for a plan's target, of which nothing is known, while the block runs.

    Its answers have to come within a few seconds; nothing may be written. Every value that no
    output may show is among the secrets of its ledger.
    """
    ledger = Ledger(seed=secrets.token_hex(16), pace=Pace(rate=plan.rate))
    ledger.secrets |= plan.secrets
    address = urlsplit(plan.url)
    url = f"{address.scheme}://{address.netloc}"
    with _login(plan, url, ledger.secrets) as login:
        async with _client(plan) as client:
            yield Session(
                client=client,
                url=url,
                base=address.path.rstrip("/"),
                credentials=plan.credentials(login),
                curl_options=plan.connection.curl,
                timeout=min(_PROBE_SECONDS, plan.timeout),
                live=plan.app is None,
                ledger=ledger,
            )


@contextlib.contextmanager
def _login(plan: Plan, url: str, told: set[str]) -> Generator[Login | None]:
    oauth, connection = plan.access.oauth, plan.connection
    if oauth is None:
        yield None
        return
    context, seconds = connection.context(), _PROBE_SECONDS
    with httpx.Client(
        verify=context, proxy=connection.proxy, trust_env=False, timeout=seconds
    ) as client:
        yield OAuthLogin(oauth=oauth, url=url, client=client, secrets=told)


def _client(plan: Plan) -> httpx.AsyncClient:
    if plan.app is not None:
        transport = httpx.ASGITransport(plan.app, raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport)
    # Every request has a connection of its own: a server may drop one after an answer, and the
    # next request would fail for it. Ours drops none that was used just now.
    kept = None if plan.own else 0
    limits = httpx.Limits(
        max_connections=None, max_keepalive_connections=kept, keepalive_expiry=_KEPT_SECONDS
    )
    return httpx.AsyncClient(
        timeout=None,
        limits=limits,
        trust_env=False,
        verify=plan.connection.context(),
        proxy=plan.connection.proxy,
    )

"""Puts a server under the directed checks, in process or over a socket."""

import asyncio
import functools
from collections.abc import Callable, Sequence

import httpx
from starlette.types import ASGIApp

from invocant_conformance import planning, probing, registry, surfaces
from invocant_conformance.credentials import Credentials
from invocant_conformance.embedded import served
from invocant_conformance.engine import Runner
from invocant_conformance.ledger import Ledger
from invocant_conformance.results import CaseResult
from invocant_conformance.server.app import create_app
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.session import Session
from invocant_conformance.specification import operations
from invocant_conformance.target import Target
from invocant_conformance.verdicts import CaseOutcome

from .middleware import Mutated, Mutation
from .refusals import MODELS, TOKEN

PROFILES = operations.profiles()
"""The server answers at a gateway's paths what a provider has to answer."""
_TOKEN_DELAY = 0.004
_DEPLOY_SECONDS = 0.3
"""Long enough for the requests that are to come in meanwhile, also on a busy machine."""
_URL = "http://testserver"


def server(mutation: Mutation, *, on: bool, token_delay: float = 0.0) -> ASGIApp:
    """Return a fresh reference server behind a mutation."""
    settings = ServerSettings(token=TOKEN, token_delay=token_delay, deploy_seconds=_DEPLOY_SECONDS)
    return Mutated(app=create_app(settings), mutation=mutation, on=on)


def judge(
    mutation: Mutation,
    *,
    on: bool,
    requirements: Sequence[str] = (),
    profiles: Sequence[str] = PROFILES,
    over_a_socket: bool = False,
) -> tuple[CaseResult, ...]:
    """Run the checks of some requirements (all when none is named) against a mutated server."""
    checks = [
        each for each in registry.load() if not requirements or each.requirement in requirements
    ]
    planned = planning.directed(checks, _target(tuple(profiles)))
    if over_a_socket:
        with served(server(mutation, on=on, token_delay=_TOKEN_DELAY)) as url:
            return asyncio.run(_run(planned, httpx.AsyncHTTPTransport(), url, live=True))
    transport = httpx.ASGITransport(server(mutation, on=on))
    return asyncio.run(_run(planned, transport, _URL, live=False))


def complaints(results: Sequence[CaseResult]) -> list[str]:
    """Return, in one line each, the cases that neither passed nor were skipped."""
    fine = (CaseOutcome.PASSED, CaseOutcome.SKIPPED)
    return [
        f"{each.case} ({each.key.profile}, {each.key.operation}): {each.outcome}: {each.message}"
        for each in results
        if each.outcome not in fine
    ]


@functools.cache
def _target(profiles: tuple[str, ...]) -> Target:
    """Ask an unbroken server, which lists the models that are not in the table."""
    return asyncio.run(_probed(profiles))


async def _probed(profiles: Sequence[str]) -> Target:
    transport = httpx.ASGITransport(create_app(ServerSettings(token=TOKEN)))
    async with httpx.AsyncClient(transport=transport) as client:
        session = Session(
            client=client,
            url=_URL,
            ledger=Ledger(seed="target"),
            credentials=Credentials(bearer=TOKEN),
            allow_writes=True,
        )
        return await probing.probe(session, profiles=profiles, named=MODELS, reference=True)


async def _run(
    planned: Sequence[planning.PlannedCase],
    transport: httpx.AsyncBaseTransport,
    url: str,
    *,
    live: bool,
) -> tuple[CaseResult, ...]:
    async with httpx.AsyncClient(transport=transport) as client:
        return await Runner(_sessions(client, url, live=live)).run(planned, lambda result: None)


def _sessions(client: httpx.AsyncClient, url: str, *, live: bool) -> Callable[[str], Session]:
    ledger = Ledger(seed="kill matrix")

    def session(profile: str) -> Session:
        return Session(
            client=client,
            url=url,
            ledger=ledger,
            credentials=Credentials(bearer=TOKEN),
            managed=surfaces.collection(profile),
            allow_writes=True,
            live=live,
        )

    return session

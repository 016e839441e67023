"""Generated requests in processes of their own, for runs against a server of our own.

Most of their time goes into generating them, which one process can do on one core only. Each group
of operations gets a process and, in it, a server: nothing that one of them does can be seen by
another, so that what is found depends on the seed alone, not on which is faster.
"""

import asyncio
import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection

import httpx

from .credentials import Credentials
from .embedded import reference_server, settings_of_run
from .engine import described
from .generated import Generated
from .ledger import Ledger
from .plan import Limits, Plan
from .results import CaseResult
from .session import Session
from .target import Target

_OURS = "INVOCANT_"
"""What the names of the variables begin with that the suite reads."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What one process found and spent."""

    cases: tuple[CaseResult, ...]
    calls: int
    tokens: int
    secrets: frozenset[str] = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Share:
    """What one process is to do: the group of operations at `place`, at a server of its own."""

    plan: Plan
    limits: Limits
    target: Target
    token: str | None = field(repr=False)
    place: int


async def run(generated: Generated, sent: Callable[[int], None]) -> list[CaseResult]:
    """Send all generated requests of a run, every group to a server of its own.

    `sent` hears how many. Raises RuntimeError, in one line, where a process breaks. The processes
    have ended when this returns, however it ends.
    """
    shares = [_share(generated, place) for place in range(len(generated.groups))]
    tasks = [asyncio.ensure_future(_elsewhere(share, sent)) for share in shares]
    try:
        found = await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    ledger = generated.session.ledger
    for each in found:
        ledger.calls += each.calls
        ledger.tokens += each.tokens
        ledger.secrets |= each.secrets
    return [case for each in found for case in each.cases]


def _share(generated: Generated, place: int) -> _Share:
    """Return what a process is told; checks and known failures are not its business."""
    return _Share(
        plan=replace(generated.plan, checks=(), known=()),
        limits=generated.limits,
        target=generated.target,
        token=generated.session.token,
        place=place,
    )


async def _elsewhere(share: _Share, sent: Callable[[int], None]) -> Found:
    """Have a share done by another process, which ends with this coroutine."""
    loop = asyncio.get_running_loop()
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(share, there), daemon=True)
    with _uninterrupted(), bare_environment():
        process.start()
    there.close()
    try:
        return await asyncio.to_thread(
            _listen, here, lambda count: loop.call_soon_threadsafe(sent, count)
        )
    finally:
        process.terminate()  # ends its server, too, and with it all that was created there
        process.join()


@contextlib.contextmanager
def _uninterrupted() -> Generator[None]:
    """Let processes that are started here not hear of Ctrl-C, which is for this process to act on.

    Where signals cannot be blocked (Windows) they hear of it, and end.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def bare_environment() -> Generator[None]:
    """Let processes that are started here go through every set in the same order.

    They know none of the credentials that the environment holds for us: what they are to do comes
    through a pipe, which no list of processes shows.
    """
    before = dict(os.environ)
    for name in before:
        if name.startswith(_OURS):
            del os.environ[name]
    os.environ["PYTHONHASHSEED"] = "0"
    try:
        yield
    finally:
        os.environ.pop("PYTHONHASHSEED")
        os.environ.update(before)


def _listen(pipe: Connection, sent: Callable[[int], object]) -> Found:
    """Wait for what a process found."""
    with pipe:
        while True:
            try:
                message: object = pipe.recv()
            except EOFError:
                raise RuntimeError("a process of generated requests ended early") from None
            if isinstance(message, Found):
                return message
            if not isinstance(message, int):
                raise RuntimeError(f"generated requests: {message}")
            sent(message)


def _work(share: _Share, pipe: Connection) -> None:
    """Do a share in this process, and send what was found, or one line about what broke."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.environ.clear()  # searched for proxies at each request, of which the way to us has none
    try:
        with reference_server(settings_of_run(share.token, share.plan.seed)) as url:
            found = asyncio.run(_do(share, url, pipe.send))
    except Exception as error:
        pipe.send(described(error))
    else:
        pipe.send(found)


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, however that ended."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


async def _do(share: _Share, url: str, sent: Callable[[int], None]) -> Found:
    # What the group creates has names that depend on nothing but the seed and the group.
    ledger = Ledger(seed=f"{share.plan.seed}, group {share.place}")
    async with httpx.AsyncClient(timeout=None) as client:
        session = Session(
            client=client,
            url=url,
            ledger=ledger,
            credentials=Credentials(bearer=share.token),
            timeout=share.plan.timeout,
            live=True,
            allow_writes=share.limits.allow_writes,
        )
        generated = Generated(
            plan=replace(share.plan, url=url),
            limits=share.limits,
            target=share.target,
            session=session,
        )
        cases = await generated.run(sent, generated.groups[share.place : share.place + 1])
    return Found(
        cases=tuple(_at(share.target.url, url, case) for case in cases),
        calls=ledger.calls,
        tokens=ledger.tokens,
        secrets=frozenset(ledger.secrets),
    )


def _at(shown: str, url: str, case: CaseResult) -> CaseResult:
    """Return a result as if the request had gone to the address that the run is about."""
    if case.exchange is None:
        return case
    address = shown + case.exchange.url.removeprefix(url)
    return replace(case, exchange=replace(case.exchange, url=address))

"""The reference server against bare Starlette, in turn."""

from __future__ import annotations

import json
import statistics
from typing import Any

import httpx

from bench.serving.driver import load
from bench.serving.processes import Server
from bench.serving.works import MODEL, PATH, TOKEN, WORKS, Work, content, request

__all__ = ["answers", "round_of", "table"]

_NUMBER = 8  # Nothing is kept of a request, so that equal ones cost as much as others.


def answers(reference: Server) -> dict[str, Any]:
    """What the reference server answers to the request of `round_of`, whole and in events."""
    given: dict[str, Any] = {"headers": {"Authorization": f"Bearer {TOKEN}"}}
    address = reference.url + PATH
    whole = httpx.post(address, json=content(_NUMBER, streamed=False), **given).json()
    streamed = httpx.post(address, json=content(_NUMBER, streamed=True), **given)
    lines = (line.removeprefix("data: ") for line in streamed.text.splitlines() if line)
    return {"whole": whole, "events": [json.loads(line) for line in lines if line != "[DONE]"]}


def table(reference: Server, bare: Server, *, rounds: int) -> bool:
    """Print a row for every work; returns whether one is above its bar."""
    print("| work | CPU, ratio to bare Starlette | bar | | a request | requests/s, ratio |")
    print("| --- | --- | --- | --- | --- | --- |")
    missed = [_row(work, reference, bare, rounds) for work in WORKS]
    return any(missed)


def _row(work: Work, reference: Server, bare: Server, rounds: int) -> bool:
    turns = [(round_of(reference, work), round_of(bare, work)) for _ in range(rounds + 1)][1:]
    cpu = statistics.median(ours[0] / theirs[0] for ours, theirs in turns)
    pace = statistics.median(theirs[1] / ours[1] for ours, theirs in turns)
    cost = statistics.median(ours[0] for ours, _ in turns) * 1e6
    verdict = "kept" if cpu <= work.bar else "MISSED"
    print(f"| {work.title} | {cpu:.2f} | {work.bar:.2f} | {verdict} | {cost:.0f} µs | {pace:.2f} |")
    return cpu > work.bar


def round_of(server: Server, work: Work, model: str = MODEL) -> tuple[float, float]:
    """CPU seconds and seconds a request in one round."""
    requests = [request(_NUMBER, streamed=work.streamed, model=model)] * work.times
    before = server.cpu_seconds()
    seconds = load(server.url, requests, connections=work.connections)
    return (server.cpu_seconds() - before) / work.times, seconds / work.times

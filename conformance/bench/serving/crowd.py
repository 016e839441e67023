"""Many streams, many endpoints, many requests."""

from __future__ import annotations

import statistics

import httpx

from bench.serving.driver import load
from bench.serving.processes import Server
from bench.serving.ratios import round_of
from bench.serving.works import MODEL, TOKEN, Work, request

__all__ = ["among_endpoints", "memory", "streams_at_once"]

_AMONG = 1.15
_GROWTH = 5.0
_SAMPLES = 20
_SOME = Work(name="chat", title="chat", streamed=False, times=2000)


def streams_at_once(server: Server, streams: int) -> bool:
    """Open so many streams at once and read all to their end; True if one does not get there."""
    requests = [request(number, streamed=True) for number in range(streams)]
    seconds = load(server.url, requests, connections=streams)
    print(f"\n{streams:,} streams at once: all complete after {seconds:.1f} s")
    return False


def among_endpoints(server: Server, endpoints: int, *, rounds: int) -> bool:
    """Compare the CPU of a chat before and after so many endpoints were created."""
    with httpx.Client(base_url=server.url, headers={"Authorization": f"Bearer {TOKEN}"}) as client:
        _create(client, "bench-first")
        alone = [round_of(server, _SOME, "bench-first")[0] for _ in range(rounds)]
        for number in range(endpoints):
            _create(client, f"bench-{number}")
        name = f"bench-{endpoints // 2}"
        among = [round_of(server, _SOME, name)[0] for _ in range(rounds)]
        for each in ("bench-first", *(f"bench-{number}" for number in range(endpoints))):
            client.delete(f"/api/2.0/serving-endpoints/{each}").raise_for_status()
    ratio = statistics.median(among) / statistics.median(alone)
    verdict = "kept" if ratio <= _AMONG else "MISSED"
    print(
        f"a chat among {endpoints:,} endpoints: {ratio:.2f} of one alone (bar {_AMONG}) {verdict}"
    )
    return ratio > _AMONG


def _create(client: httpx.Client, name: str) -> None:
    model = {
        "name": MODEL,
        "provider": "openai",
        "task": "llm/v1/chat",
        "openai_config": {"openai_api_key": "{{secrets/bench/key}}"},
    }
    config = {"served_entities": [{"name": "model", "external_model": model}]}
    answer = client.post("/api/2.0/serving-endpoints", json={"name": name, "config": config})
    answer.raise_for_status()


def memory(server: Server, requests: int) -> bool:
    """Watch memory over so many requests, one in ten streamed.

    The slope of the second half counts: what is kept for each request, in bytes.
    """
    each = requests // _SAMPLES
    sizes: list[int] = []
    for sample in range(_SAMPLES):
        numbers = range(sample * each, (sample + 1) * each)
        load(
            server.url,
            [request(number, streamed=number % 10 == 0) for number in numbers],
            connections=16,
        )
        sizes.append(server.resident_bytes())
    half = sizes[_SAMPLES // 2 :]
    slope = statistics.linear_regression(range(len(half)), half).slope / each
    verdict = "kept" if slope <= _GROWTH else "MISSED"
    megabytes = sizes[-1] / 1e6
    print(
        f"memory over {requests:,} requests: {slope:+.2f} bytes a request, "
        f"{megabytes:.0f} MB in the end (bar {_GROWTH}) {verdict}"
    )
    return slope > _GROWTH

"""The metrics of an endpoint in the text format of Prometheus; pure.

Names and kinds are those of the documented example of a scrape.
"""

from collections.abc import Iterator, Mapping

from ..json_values import as_integer, as_text
from .entities import Entity, EntityKind
from .meters import BOUNDS_MS, Tally

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_IDLE_CPU, _BUSIEST_CPU, _MEMORY = 2.0, 95.0, 40.0
_CONCURRENCY: Mapping[str, int] = {"Small": 4, "Medium": 16, "Large": 64}

Labels = Mapping[str, str]


def exposition(endpoint: str, entities: tuple[Entity, ...], tally: Tally) -> str:
    """Return the metrics of an endpoint and of what it serves.

    The use of machines is told of models that run in the workspace, not of external ones.
    """
    labels = {"endpoint_name": endpoint}
    lines = [*_requests(labels, tally), *_durations(labels, tally)]
    running = [entity for entity in entities if entity.kind is not EntityKind.EXTERNAL]
    if running:
        lines += _machines(labels, running, tally)
    return "".join(f"{line}\n" for line in lines)


def _requests(labels: Labels, tally: Tally) -> Iterator[str]:
    counters = {
        "request_count_total": ("Queries since the server was started.", tally.requests),
        "request_4xx_count_total": ("Queries that were refused.", tally.client_errors),
        "request_5xx_count_total": ("Queries that failed.", tally.server_errors),
    }
    for name, (text, value) in counters.items():
        yield from _head(name, "counter", text)
        yield _sample(name, labels, value)


def _durations(labels: Labels, tally: Tally) -> Iterator[str]:
    name, below = "request_latency_ms", 0
    yield from _head(name, "histogram", "Milliseconds from a query to the end of its answer.")
    for bound, number in zip([*BOUNDS_MS, "+Inf"], tally.durations, strict=True):
        below += number
        yield _sample(f"{name}_bucket", {**labels, "le": str(bound)}, below)
    yield _sample(f"{name}_sum", labels, round(tally.total_ms, 3))
    yield _sample(f"{name}_count", labels, tally.requests)


def _machines(labels: Labels, entities: list[Entity], tally: Tally) -> Iterator[str]:
    cpu = min(_BUSIEST_CPU, _IDLE_CPU + tally.requests / 10)
    gauges = {
        "cpu_usage_percentage": ("Use of the processors.", [cpu] * len(entities)),
        "mem_usage_percentage": ("Use of the memory.", [_MEMORY] * len(entities)),
        "provisioned_concurrent_requests_total": (
            "Requests that can be answered at once.",
            [float(_concurrency(entity)) for entity in entities],
        ),
    }
    for name, (text, values) in gauges.items():
        yield from _head(name, "gauge", text)
        for entity, value in zip(entities, values, strict=True):
            yield _sample(name, {**labels, "served_entity_name": entity.name}, value)


def _concurrency(entity: Entity) -> int:
    most = as_integer(entity.resources.get("max_provisioned_concurrency"))
    size = as_text(entity.resources.get("workload_size"))
    return most if most is not None else _CONCURRENCY.get(size, _CONCURRENCY["Small"])


def _head(name: str, kind: str, text: str) -> Iterator[str]:
    yield f"# HELP {name} {text}"
    yield f"# TYPE {name} {kind}"


def _sample(name: str, labels: Labels, value: float) -> str:
    written = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
    return f"{name}{{{written}}} {value}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")

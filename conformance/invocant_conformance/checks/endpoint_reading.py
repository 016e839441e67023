"""Checks of what endpoints write, count and offer: logs, metrics, their OpenAPI document."""

from collections.abc import Sequence

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import as_list, as_object, as_text
from ..outcomes import Failed, Skipped, expect
from ..probes.custom_models import CustomModels
from ..probes.waiting import wait
from ..registry import check
from . import prometheus
from .deployments import skip_if_at_once
from .endpoint_answers import entity_names
from .endpoint_comparison import version
from .prometheus import Sample

_KINDS = ("logs", "build-logs")
_GAUGES = (
    "cpu_usage_percentage",
    "mem_usage_percentage",
    "provisioned_concurrent_requests_total",
)
_COUNTERS = ("request_count_total", "request_4xx_count_total", "request_5xx_count_total")
_HISTOGRAM = tuple(f"request_latency_ms_{part}" for part in ("bucket", "sum", "count"))
_PATIENCE = 2.0
"""How long, in seconds, to wait for metrics to follow."""


@check("MGMT-LOGS-001", profile="management")
async def served_models_have_logs(custom: CustomModels) -> None:
    """Both logs of a model that serves hold some text."""
    life = await custom.deployment()
    await custom.settled(life.name)
    for kind in _KINDS:
        exchange = await custom.log(kind, life.name, await _entity(custom, life.name))
        expect(_log(exchange).strip(), f"{kind} are empty", exchange)


@check("MGMT-LOGS-002", profile="management")
async def what_is_not_served_has_no_logs(custom: CustomModels) -> None:
    """Both logs of another name, and of an endpoint that does not exist, are not found."""
    life = await custom.deployment()
    for kind in _KINDS:
        for name, entity in ((life.name, "nobody"), (custom.name(), "first")):
            exchange = await custom.log(kind, name, entity)
            expect(exchange.status == 404, f"{kind} are answered with {exchange.status}", exchange)


@check("MGMT-LOGS-003", profile="management")
async def logs_can_be_asked_for_by_version(custom: CustomModels) -> None:
    """Both logs are the same with the number of the current configuration as without it."""
    name = (await custom.deployment()).name
    number = version(await custom.settled(name))
    for kind in _KINDS:
        plain = await custom.log(kind, name, await _entity(custom, name))
        numbered = await custom.log(kind, name, await _entity(custom, name), number)
        same = _log(numbered) == _log(plain)
        expect(same, f"{kind} of version {number} are others than those without it", numbered)


async def _entity(custom: CustomModels, name: str) -> str:
    return str(entity_names(await custom.get(name))[0])


def _log(exchange: Exchange) -> str:
    expect(exchange.status == 200, f"logs are answered with {exchange.status}", exchange)
    return as_text(as_object(json_of(exchange)).get("logs"))


@check("MGMT-METRICS-001", profile="management")
async def metrics_are_a_text_of_prometheus(custom: CustomModels) -> None:
    """Metrics, of custom and of external models, are text of samples and comments."""
    for name in ((await custom.deployment()).name, await custom.paired()):
        exchange = await custom.metrics(name)
        expect(_samples(exchange), "there are no metrics", exchange)


@check("MGMT-METRICS-002", profile="management")
async def metrics_have_their_names(custom: CustomModels) -> None:
    """Of a custom model's endpoint there are all documented metrics."""
    life = await custom.deployment()
    await custom.settled(life.name)
    exchange = await custom.metrics(life.name)
    names = {sample.name for sample in _samples(exchange)}
    missing = [name for name in (*_GAUGES, *_COUNTERS, *_HISTOGRAM) if name not in names]
    expect(not missing, f"there is no {', '.join(missing)}", exchange)


@check("MGMT-METRICS-003", profile="management")
async def metrics_count_requests(custom: CustomModels) -> None:
    """After a refused query the counts of queries, of refused ones and of durations are higher."""
    life = await custom.deployment()
    await custom.settled(life.name)
    before = _samples(await custom.metrics(life.name))
    refused = await custom.refused_query(life.name)
    if not 400 <= refused.status < 500:
        raise Skipped(f"a query of nonsense is answered with {refused.status}", refused)
    names = ("request_count_total", "request_4xx_count_total", "request_latency_ms_count")

    def all_higher(exchange: Exchange) -> bool:
        after = _samples(exchange)
        return all((_total(after, name) > _total(before, name)) for name in names)

    end = await wait(lambda: custom.metrics(life.name), all_higher, _PATIENCE)
    after = _samples(end)
    for name in names:
        old, new = _total(before, name), _total(after, name)
        expect(new > old, f"{name} went from {old} to {new}", end)


def _samples(exchange: Exchange) -> Sequence[Sample]:
    expect(exchange.status == 200, f"metrics are answered with {exchange.status}", exchange)
    found = exchange.content_type
    textual = found.startswith("text/") or found == "application/openmetrics-text"
    expect(textual, f"content type is {found!r}", exchange)
    try:
        return prometheus.parse(exchange.body.decode("utf-8"))
    except ValueError as error:
        raise Failed(f"a line is no sample: {error}", exchange) from None


def _total(samples: Sequence[Sample], name: str) -> float:
    return prometheus.total(samples, name) or 0.0


@check("MGMT-OPENAPI-001", profile="management")
async def an_endpoint_describes_how_it_is_queried(custom: CustomModels) -> None:
    """The document has the endpoint's name, version and address, and a path for each entity."""
    life = await custom.deployment()
    ready = await custom.settled(life.name)
    exchange = await custom.document(life.name)
    if 400 <= exchange.status < 500:
        raise Skipped(f"the model has no signature: {exchange.status}", exchange)
    found = as_object(json_of(exchange))
    info = as_object(found.get("info"))
    expect(as_text(found.get("openapi")) == "3.1.0", "openapi is not 3.1.0", exchange)
    expect(info.get("title") == life.name, f"title is {info.get('title')!r}", exchange)
    number = str(version(ready))
    expect(info.get("version") == number, f"version is {info.get('version')!r}", exchange)
    servers = [as_text(as_object(each).get("url")) for each in as_list(found.get("servers"))]
    right = servers and servers[0].endswith(f"/serving-endpoints/{life.name}")
    expect(right, f"servers are {servers}", exchange)
    for name in entity_names(ready):
        path = f"/served-models/{name}/invocations"
        expect(path in as_object(found.get("paths")), f"there is no path {path}", exchange)


@check("MGMT-OPENAPI-002", profile="management")
async def what_is_not_ready_is_not_described(custom: CustomModels) -> None:
    """The document of an endpoint that is deployed for the first time is refused."""
    life = await custom.deployment()
    skip_if_at_once(life.created)
    exchange = life.document
    refused = 400 <= exchange.status < 500
    expect(refused, f"it is answered with {exchange.status}", exchange)

"""Servers whose endpoints write, count or describe something else."""

from urllib.parse import parse_qs

from .edits import answer, obj, text
from .lifecycle import accepting
from .middleware import Answer, Call, Object, Server
from .mutant import Mutant, breach
from .places import of_operation

_OPEN_API = of_operation("getServingEndpointOpenApi")
_METRICS = of_operation("exportServingEndpointMetrics")
_LOGS = of_operation("getServedModelBuildLogs", "getServedModelLogs")


async def _frozen_metrics(call: Call, server: Server) -> Answer:
    """Go on telling the first metrics."""
    found = await server.answer(call)
    if not _METRICS(call) or found.status != 200:
        return found
    return found.with_body(str(server.memory.setdefault(call.path, found.body.decode())).encode())


async def _as_json(call: Call, server: Server) -> Answer:
    """Answer metrics as JSON."""
    found = await server.answer(call)
    return found.with_json({"metrics": found.body.decode()}) if _METRICS(call) else found


async def _other_logs_by_version(call: Call, server: Server) -> Answer:
    """Tell something else when a version is asked for."""
    found = await server.answer(call)
    if _LOGS(call) and found.status == 200 and "config_version" in parse_qs(call.query):
        return found.with_json({"logs": "Nothing."})
    return found


def _telling_nothing(found: Object) -> None:
    found["logs"] = ""


MUTANTS: tuple[Mutant, ...] = (
    breach("logs-are-empty", "MGMT-LOGS-001", answer(_telling_nothing, _LOGS)),
    breach("logs-of-nobody", "MGMT-LOGS-002", accepting(_LOGS, 404)),
    breach("other-logs-by-version", "MGMT-LOGS-003", _other_logs_by_version),
    breach(
        "metrics-with-a-broken-line",
        "MGMT-METRICS-001",
        text(lambda body: "request_count_total = 3\n" + body, _METRICS),
    ),
    breach("metrics-as-json", "MGMT-METRICS-001", _as_json),
    breach(
        "metrics-by-other-names",
        "MGMT-METRICS-002",
        text(lambda body: body.replace("mem_usage_percentage", "memory_usage"), _METRICS),
    ),
    breach("metrics-do-not-count", "MGMT-METRICS-003", _frozen_metrics),
    breach(
        "document-of-version-0",
        "MGMT-OPENAPI-001",
        answer(lambda found: obj(found, "info").update(version="0"), _OPEN_API),
    ),
    breach(
        "document-without-paths",
        "MGMT-OPENAPI-001",
        answer(lambda found: found.update(paths={}), _OPEN_API),
    ),
    breach("document-too-early", "MGMT-OPENAPI-002", accepting(_OPEN_API, 404)),
)

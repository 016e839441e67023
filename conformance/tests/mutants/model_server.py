"""Model servers that are not what MLflow's scoring protocol says."""

from dataclasses import replace

from .edits import answer, headers, status, text
from .middleware import Answer, Call, Object, Server
from .mutant import Mutant, breach
from .places import of_operation, of_task

_IS_SCORE = of_operation("scoreModel")
_IS_LANGUAGE = of_task("chat", "completions", "embeddings", "responses")


def _as_json(call: Call) -> dict[str, str]:
    return call.headers | {"content-type": "application/json"}


def _charset_dropped(call: Call) -> dict[str, str]:
    kind = call.headers.get("content-type", "")
    return call.headers | {"content-type": kind.partition(";")[0]}


def _wrapped(found: Object) -> None:
    whole = dict(found)
    found.clear()
    found["predictions"] = [whole]


async def _coded(call: Call, server: Server) -> Answer:
    """Name what is wrong otherwise."""
    found = await server.answer(call)
    if not _IS_SCORE(call) or found.status != 400:
        return found
    return replace(found.with_json({"detail": "bad"}), status=400)


MUTANTS: tuple[Mutant, ...] = (
    breach("ping-is-503", "SRV-PING-001", status(503, of_operation("pingModelServer"))),
    breach("health-is-503", "SRV-HEALTH-001", status(503, lambda call: call.path == "/health")),
    breach(
        "version-is-a-sentence",
        "SRV-VERSION-001",
        text(lambda found: f"version {found}", of_operation("getModelServerVersion")),
    ),
    breach("every-content-type-is-json", "SRV-TYPE-001", headers(_as_json)),
    breach("charsets-are-not-looked-at", "SRV-CHARSET-001", headers(_charset_dropped)),
    breach("refusal-without-a-code", "SRV-ERROR-001", _coded),
    breach("answers-of-models-are-wrapped", "SRV-LLM-001", answer(_wrapped, _IS_LANGUAGE)),
)

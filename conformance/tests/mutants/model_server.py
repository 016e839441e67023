"""Model servers that are not what MLflow's scoring protocol says."""

from dataclasses import replace

from .edits import answer, headers, refusal, status, text
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


def _internal(found: Answer) -> Answer:
    """Give a refusal the code of a failure."""
    return found.with_json({**found.json, "error_code": "INTERNAL_ERROR"})


async def _repeating(call: Call, server: Server) -> Answer:
    """Repeat what was sent in every refusal."""
    found = await server.answer(call)
    if not _IS_SCORE(call) or found.status < 400:
        return found
    return found.with_json({**found.json, "message": f"cannot read {call.body.decode()!r}"})


async def _repeating_broken_json(call: Call, server: Server) -> Answer:
    """Repeat what was sent where it is no JSON, as MLflow does."""
    return await (server.answer(call) if call.json else _repeating(call, server))


def _with_a_path(found: Answer) -> Answer:
    message = "Failed to parse input: /opt/model/serving/scoring.py, line 7"
    return found.with_json({**found.json, "message": message})


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
    breach("refusals-are-internal-errors", "SRV-CODE-001", refusal(_internal, _IS_SCORE)),
    breach("refusals-repeat-the-input", "SRV-ECHO-001", _repeating),
    breach("refusals-repeat-broken-json", "SRV-ECHO-001", _repeating_broken_json),
    breach("refusals-name-a-file", "SRV-ECHO-001", refusal(_with_a_path, _IS_SCORE)),
    breach("answers-of-models-are-predictions", "SCORE-LLM-001", answer(_wrapped, _IS_LANGUAGE)),
    breach("answers-of-models-are-wrapped", "SRV-LLM-001", answer(_wrapped, _IS_LANGUAGE)),
)

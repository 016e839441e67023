"""Servers whose answers of Gemini's generateContent are broken, whole or in pieces."""

from collections.abc import Callable

from pydantic import JsonValue

from .edits import answer, obj, objects, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach
from .places import of_operation, of_task
from .typed import Edit, accepting, failing_late, labelled, refusing, streamed

_IS_GEMINI = of_task("gemini")
_IS_WHOLE = of_operation("generateContent", "unityGenerateContent")
_IS_STREAM = of_operation("streamGenerateContent", "unityStreamGenerateContent")
_RIGHT: Object = {"contents": [{"role": "user", "parts": [{"text": "Say hello."}]}]}


def _answer(edit: Edit) -> Mutation:
    return answer(edit, _IS_WHOLE)


def _request(edit: Edit) -> Mutation:
    return request(edit, _IS_WHOLE)


def _candidates(edit: Edit) -> Mutation:
    return _answer(lambda found: [edit(each) for each in objects(found, "candidates")])


def _pieces(edit: Edit) -> Mutation:
    """Edit every piece of a stream."""
    return streamed(lambda found: [_edited(edit, piece) for piece in found], _IS_STREAM)


def _streamed_candidates(edit: Edit) -> Mutation:
    return _pieces(lambda piece: [edit(each) for each in objects(piece, "candidates")])


def _edited(edit: Edit, value: Object) -> Object:
    edit(value)
    return value


def _both(edit: Edit) -> Mutation:
    """Edit whole answers and every piece of a stream."""
    whole, pieces = answer(edit, _IS_WHOLE), _pieces(edit)

    async def mutation(call: Call, server: Server) -> Answer:
        return await (pieces if _IS_STREAM(call) else whole)(call, server)

    return mutation


def _indices(index: int) -> Mutation:
    return _both(lambda found: [each.update(index=index) for each in objects(found, "candidates")])


def _parts(edit: Edit) -> Edit:
    return lambda candidate: [edit(part) for part in objects(obj(candidate, "content"), "parts")]


def _silent(part: Object) -> None:
    if "text" in part:
        part["text"] = ""


def _call(**members: JsonValue) -> Edit:
    """Edit the calls among the parts of a candidate."""

    def edit(part: Object) -> None:
        if "functionCall" in part:
            obj(part, "functionCall").update(members)

    return _parts(edit)


def _reason(before: str, after: JsonValue) -> Edit:
    def edit(candidate: Object) -> None:
        if candidate.get("finishReason") == before:
            candidate["finishReason"] = after

    return edit


def _no_sum(found: Object) -> None:
    usage = obj(found, "usageMetadata")
    if "totalTokenCount" in usage:
        usage["totalTokenCount"] = int(str(usage["totalTokenCount"])) + 1


def _config(*names: str) -> Edit:
    """Ignore some members of the configuration."""
    return lambda body: [obj(body, "generationConfig").pop(name, None) for name in names]


def _has_result(body: Object) -> bool:
    parts = [part for turn in objects(body, "contents") for part in objects(turn, "parts")]
    return any("functionResponse" in part for part in parts)


def _as_stream(found: Answer) -> Answer:
    return found.with_body(b"data: " + found.body + b"\n\n", content_type="text/event-stream")


def _changed(edit: Callable[[Answer], Answer]) -> Mutation:
    async def mutation(call: Call, server: Server) -> Answer:
        found = await server.answer(call)
        return edit(found) if _IS_WHOLE(call) and found.status < 300 else found

    return mutation


def _names_change(found: list[Object]) -> list[Object]:
    for number, piece in enumerate(found):
        piece["responseId"] = f"answer-{number}"
    return found


def _finished_everywhere(candidate: Object) -> None:
    candidate["finishReason"] = "STOP"


def _without_usage(piece: Object) -> None:
    piece.pop("usageMetadata", None)


MUTANTS: tuple[Mutant, ...] = (
    breach(
        "candidates-are-a-number",
        "GEM-SCHEMA-001",
        _both(lambda found: found.update(candidates=5)),
    ),
    breach("gemini-mended", "GEM-INPUT-001", accepting(_RIGHT, _IS_GEMINI)),
    breach("candidate-is-the-second", "GEM-CANDIDATE-001", _indices(1)),
    breach(
        "gemini-is-an-assistant",
        "GEM-ROLE-001",
        _candidates(lambda each: obj(each, "content").update(role="assistant")),
    ),
    breach("candidate-says-nothing", "GEM-CONTENT-001", _candidates(_parts(_silent))),
    breach(
        "candidate-never-ends",
        "GEM-FINISH-001",
        _candidates(lambda each: each.pop("finishReason")),
    ),
    breach("cut-candidate-stopped", "GEM-FINISH-002", _candidates(_reason("MAX_TOKENS", "STOP"))),
    breach("whole-candidate-cut", "GEM-FINISH-002", _candidates(_reason("STOP", "MAX_TOKENS"))),
    breach(
        "candidate-limit-ignored",
        "GEM-LIMIT-001",
        _answer(lambda found: obj(found, "usageMetadata").update(candidatesTokenCount=10**6)),
    ),
    breach("gemini-without-usage", "GEM-USAGE-001", _answer(_without_usage)),
    breach("gemini-total-is-no-sum", "GEM-USAGE-002", _answer(_no_sum)),
    breach("args-are-text", "GEM-TOOL-001", _candidates(_call(args='{"city": "Paris"}'))),
    breach("call-of-another-function", "GEM-TOOL-001", _candidates(_call(name="other"))),
    breach(
        "gemini-functions-ignored",
        "GEM-TOOL-002",
        _request(lambda body: [body.pop(name, None) for name in ("tools", "toolConfig")]),
    ),
    breach("gemini-results-refused", "GEM-TOOL-003", refusing(_has_result, _IS_WHOLE)),
    breach(
        "gemini-form-ignored",
        "GEM-JSON-001",
        _request(_config("responseMimeType", "responseSchema")),
    ),
    breach("gemini-always-streams", "GEM-PLAIN-001", _changed(_as_stream)),
    breach("gemini-labelled-json", "GEM-SSE-001", labelled("application/json", _IS_STREAM)),
    breach(
        "candidates-in-pieces-are-texts",
        "GEM-SSE-002",
        _pieces(lambda piece: piece.update(candidates="A")),
    ),
    breach(
        "openai-marker-in-gemini",
        "GEM-SSE-002",
        streamed(lambda found: [*found, "[DONE]"], _IS_STREAM),
    ),
    breach(
        "streamed-candidate-never-ends",
        "GEM-SSE-003",
        _streamed_candidates(lambda each: each.pop("finishReason", None)),
    ),
    breach(
        "streamed-candidate-always-ends",
        "GEM-SSE-003",
        _streamed_candidates(_finished_everywhere),
    ),
    breach("last-piece-without-usage", "GEM-SSE-004", _pieces(_without_usage)),
    breach("last-total-is-no-sum", "GEM-SSE-004", _pieces(_no_sum)),
    breach("pieces-of-several-answers", "GEM-SSE-005", streamed(_names_change, _IS_STREAM)),
    breach("pieces-say-nothing", "GEM-SSE-006", _streamed_candidates(_parts(_silent))),
    breach("gemini-fails-late", "GEM-SSE-007", failing_late(_IS_STREAM)),
)

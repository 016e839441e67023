"""What is wrong with the servers of others, as it was seen without the suite.

Each of these was recorded by hand before the suite was run on the server; the requirement is the
one that the suite has to find it by.
"""

from __future__ import annotations

from dataclasses import dataclass

CHAT, SCORE, EMBEDDINGS = "POST /chat/completions", "POST /invocations", "POST /embeddings"
COMPLETIONS, RESPONSES, MODELS = "POST /completions", "POST /responses", "GET /models"
RESPONSE = "GET /responses/{response_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Deviation:
    """A fault of a target, in a few words, and where it has to be found."""

    target: str
    what: str
    requirement: str
    operation: str


def _of(target: str, *found: tuple[str, str, str]) -> tuple[Deviation, ...]:
    return tuple(
        Deviation(target=target, what=what, requirement=requirement, operation=operation)
        for what, requirement, operation in found
    )


DEVIATIONS = (
    *_of(
        "mlflow-scoring",
        ("deep JSON, or no content type, is 500", "ERR-SERVER-001", SCORE),
        ("an empty line is called JSON", "SCORE-SCHEMA-001", "GET /ping"),
        ("a bare version is called JSON", "SCORE-SCHEMA-001", "GET /version"),
        ("params of any type are taken", "SCORE-INPUT-001", SCORE),
        ("refusals repeat the whole input", "SRV-ECHO-001", SCORE),
    ),
    *_of("mlflow-scoring-sum", ("NaN is answered", "SCORE-NULL-001", SCORE)),
    *_of("mlflow-scoring-agent", ("refusals repeat the whole input", "SRV-ECHO-001", SCORE)),
    *_of(
        "mlflow-scoring-chat",
        ("stream is ignored", "CHAT-SSE-004", CHAT),
        ("answers have no id", "CHAT-META-001", CHAT),
        ("n is ignored", "CHAT-CHOICES-001", CHAT),
        ("any role is taken", "CHAT-INPUT-001", SCORE),
        ("errors have a shape of their own", "ERR-SHAPE-001", CHAT),
    ),
    *_of("mlflow-scoring-embeddings", ("stack traces are shown", "ERR-LEAK-001", SCORE)),
    *_of(
        "mlflow-gateway",
        ("errors are details", "ERR-SHAPE-001", CHAT),
        ("an unknown model is 500", "ERR-NAME-001", CHAT),
        ("a missing model is 500", "ERR-FIELD-001", CHAT),
        ("an unknown model of a stream is text", "CHAT-SSE-014", CHAT),
        ("streams have no end marker", "CHAT-SSE-003", CHAT),
        ("usage comes unasked", "CHAT-SSE-009", CHAT),
        ("nobody needs a key", "AUTH-TOKEN-001", CHAT),
        ("streamed completions break", "TEXT-SSE-001", COMPLETIONS),
        ("a list of prompts is refused", "TEXT-INPUT-001", COMPLETIONS),
        ("models are not listed", "GW-MODELS-001", MODELS),
    ),
    *_of(
        "mlflow-server-openai",
        ("errors are details", "ERR-SHAPE-001", CHAT),
        ("an array as body is 500", "ERR-JSON-002", CHAT),
        ("refusals are events of a stream", "CHAT-SSE-014", CHAT),
        ("what is not there is a page of HTML", "ERR-SHAPE-001", RESPONSE),
    ),
    *_of(
        "mlflow-server-mlflow",
        ("errors are details", "ERR-SHAPE-001", CHAT),
        ("an array as body is 500", "ERR-JSON-002", CHAT),
        ("streams have no end marker", "CHAT-SSE-003", CHAT),
        ("usage comes unasked", "CHAT-SSE-009", CHAT),
    ),
    *_of(
        "aimock",
        ("nothing is checked", "CHAT-INPUT-001", CHAT),
        ("n is ignored", "CHAT-CHOICES-001", CHAT),
        ("max_tokens is ignored", "CHAT-LIMIT-001", CHAT),
        ("base64 is ignored", "EMB-BASE64-001", EMBEDDINGS),
        ("an unknown model is answered", "ERR-NAME-001", CHAT),
        ("a model of any type is answered", "ERR-TYPE-001", CHAT),
        ("a part that is null is 500", "ERR-SERVER-001", CHAT),
    ),
    *_of(
        "litellm-upstream",
        ("no key is 500", "AUTH-TOKEN-001", CHAT),
        ("a wrong key is 400", "AUTH-TOKEN-002", CHAT),
        ("messages of a wrong type are 500", "ERR-SERVER-001", CHAT),
        ("a second choice never finishes", "CHAT-SSE-005", CHAT),
        ("unknown models are counted", "ERR-NAME-001", "POST /messages/count_tokens"),
        ("several models as a stream are 500", "BATCH-STREAM-001", CHAT),
        ("an unknown model of the path is a detail", "ERR-SHAPE-001", "GET /models/{model}"),
        ("any parameter is passed on", "CHAT-INPUT-001", CHAT),
        ("a prompt of a wrong type is 500", "ERR-TYPE-001", COMPLETIONS),
        ("keys need a database, or it is 500", "ERR-SERVER-001", "GET /key/info"),
    ),
    *_of(
        "litellm",
        ("one vector for all texts", "EMB-COUNT-001", EMBEDDINGS),
        ("totals do not add up", "EMB-USAGE-002", EMBEDDINGS),
        ("mocked messages are not streamed", "MSG-SSE-001", "POST /messages"),
        ("mocked responses cannot be streamed", "RESP-SSE-001", RESPONSES),
        ("messages of any length count the same", "MSG-COUNT-001", "POST /messages/count_tokens"),
    ),
    *_of(
        "mock-ai-api",
        ("n is ignored", "CHAT-CHOICES-001", CHAT),
        ("errors lack param and code", "GW-ERROR-002", CHAT),
        ("stack traces are shown", "ERR-LEAK-001", CHAT),
        ("what is not UTF-8 is 500", "ERR-SERVER-001", CHAT),
        ("usage comes with choices", "CHAT-SSE-008", CHAT),
        ("max_tokens is ignored", "CHAT-LIMIT-001", CHAT),
        ("echo is ignored", "TEXT-ECHO-001", COMPLETIONS),
        ("one completion for several prompts", "TEXT-CHOICES-001", COMPLETIONS),
        ("base64 is ignored", "EMB-BASE64-001", EMBEDDINGS),
        ("embeddings need no input", "ERR-FIELD-001", EMBEDDINGS),
    ),
    *_of(
        "vllm",
        ("codes of errors are numbers", "GW-ERROR-001", CHAT),
        ("a missing model is answered", "ERR-FIELD-001", CHAT),
        ("any role is taken", "CHAT-INPUT-001", CHAT),
        ("a body that cannot be read is a detail", "CHAT-SCHEMA-001", CHAT),
    ),
)

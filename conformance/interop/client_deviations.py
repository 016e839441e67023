"""What is wrong with the clients of others, as it was seen without the suite.

Each of these was reproduced by hand before the suite was run on the client; the case is the one
that the suite has to find it by, and `says` is part of what it has to say.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DEVIATIONS", "Deviation"]

_CUT = "no error, expected StreamInterrupted"
_UNREAD = "no error, expected APIResponseError"


@dataclass(frozen=True, kw_only=True, slots=True)
class Deviation:
    """A fault of a client, in a few words, and how it has to be found."""

    client: str
    what: str
    case: str
    says: str


def _of(*clients: str, found: tuple[tuple[str, str, str], ...]) -> tuple[Deviation, ...]:
    return tuple(
        Deviation(client=client, what=what, case=case, says=says)
        for client in clients
        for what, case, says in found
    )


DEVIATIONS = (
    *_of(
        *("openai", "openai-async", "openai-javascript"),
        found=(
            ("a stream that ends early is complete", "CLI-SSE-003/ended-early", _CUT),
            ("a stream cut without framing is complete", "CLI-SSE-003/cut-close", _CUT),
            ("HTML is given out", "CLI-PARSE-003/html", _UNREAD),
            ("JSON instead of a stream is an empty one", "CLI-SSE-005/json-instead", _UNREAD),
            ("a workspace's error event is a chunk", "CLI-SSE-002/error-code", "no error"),
            ("a POST is sent again after a timeout", "CLI-RETRY-002/once-timeout", "3 requests"),
            ("a POST is sent again after a 500", "CLI-RETRY-002/once-500", "3 requests"),
            ("an event without data is parsed", "CLI-SSE-001/ping-event-without-data", "expected"),
            ("a cut response is complete", "CLI-SSE-006/response-cut", _CUT),
        ),
    ),
    *_of(
        *("openai", "openai-async"),
        found=(
            ("Base64 is asked for unasked", "CLI-SEND-002/omitted", "encoding_format"),
            (
                "roles of chunks are joined",
                "CLI-FINAL-001/role-in-every-chunk",
                "assistantassistant",
            ),
            ("broken JSON is json's error", "CLI-PARSE-003/not-json", "JSONDecodeError"),
            ("errors are pickled with the token", "CLI-SECRET-001/never-shown", "pickled"),
        ),
    ),
    *_of(
        *("anthropic", "anthropic-async"),
        found=(
            ("a cut message is complete", "CLI-SSE-006/message-cut", _CUT),
            (
                "events without names are lost",
                "CLI-SSE-007/names-missing-in-a-message",
                "0 entries",
            ),
            (
                "a broken connection is the library's error",
                "CLI-SSE-006/message-stop-cut-behind",
                "ReadError",
            ),
            ("a POST is sent again after a timeout", "CLI-RETRY-002/once-timeout", "3 requests"),
        ),
    ),
    *_of(
        "databricks-sdk",
        found=(
            ("finish_reason is lost", "CLI-PARSE-001/every-member", "finish_reason: None"),
            ("unknown enumeration values are lost", "CLI-PARSE-001/states-unknown", "None"),
            ("names are not encoded", "CLI-SEND-003/names", "a/b"),
            ("streams cannot be read", "CLI-SSE-001/lf", "JSONDecodeError"),
            ("a POST is sent again after a timeout", "CLI-RETRY-002/once-timeout", "2 requests"),
            (
                "a refusal ends as a timeout",
                "CLI-ERROR-001/retry-after-seconds",
                "TimeoutError",
            ),
            ("empty lists are not sent", "CLI-SEND-001/calls", "expected []"),
            ("an array is an AttributeError", "CLI-PARSE-003/array", "AttributeError"),
            ("errors have no status", "CLI-ERROR-001/workspace", "status: None"),
        ),
    ),
    *_of(
        "mlflow",
        found=(
            ("comments in a stream raise", "CLI-SSE-001/comments", "Unknown response format"),
            ("named events raise", "CLI-SSE-001/unknown-event-types", "Unknown response format"),
            ("error events are chunks", "CLI-SSE-002/error-object", "no error"),
            ("a stream that ends early is complete", "CLI-SSE-003/ended-early", _CUT),
            ("a deletion without a body raises", "CLI-PARSE-002/delete-empty", "JSONDecodeError"),
            ("a list without its member raises", "CLI-PARSE-002/list-empty", "AttributeError"),
            ("names are not encoded", "CLI-SEND-003/names", "a/b"),
            ("paths end with a slash", "CLI-SEND-001/calls", "serving-endpoints/,"),
            ("a gateway's 404 is a 500", "CLI-ERROR-001/gateway", "500 Server Error"),
            ("a POST is sent again after a timeout", "CLI-RETRY-002/once-timeout", "2 requests"),
        ),
    ),
    *_of(
        "litellm-openai",
        found=(
            ("a stream that ends early is complete", "CLI-SSE-003/ended-early", _CUT),
            (
                "unknown reasons to finish become stop",
                "CLI-PARSE-001/finish-reason-unknown",
                "'stop', expected 'moon_phase'",
            ),
            ("a chunk is made up", "CLI-SSE-004/done-only", "1 entries, expected 0"),
        ),
    ),
    *_of(
        "litellm-databricks",
        found=(
            (
                "unknown reasons to finish become stop",
                "CLI-PARSE-001/finish-reason-unknown",
                "'stop', expected 'moon_phase'",
            ),
            ("an answer without id raises", "CLI-PARSE-002/members-missing", "'id'"),
            ("even a 400 is sent again", "CLI-RETRY-002/once-400", "3 requests"),
            ("a chunk is made up", "CLI-SSE-004/done-only", "1 entries, expected 0"),
        ),
    ),
)

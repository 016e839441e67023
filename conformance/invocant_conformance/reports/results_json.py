"""results.json: the whole run as one JSON document; every other report is derived from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from invocant import spec

from .. import __version__
from ..exchange import Exchange
from ..json_values import JsonValue
from ..redaction import Redactor
from ..results import CaseResult, Results, Row

VERSION = 1
_LONGEST_BODY = 4000
_LONGEST_CURL = 16000
_LONGEST_BODY_OF_A_PASS = 1500
_LONGEST_CURL_OF_A_PASS = 3000
_CHANGING_HEADERS = frozenset({"date", "content-length", "connection", "transfer-encoding"})


def document(results: Results) -> dict[str, JsonValue]:
    """Return the document of a run, with every secret masked."""
    summary: dict[str, JsonValue] = {str(name): count for name, count in results.summary.items()}
    redactor = Redactor.of(results.secrets)
    examples = _Examples(placeholders=results.placeholders, redactor=redactor)
    return {
        "version": VERSION,
        "suite": {"version": __version__, "spec": spec.digest()},
        "target": redactor.text(results.target),
        "profiles": [*results.profiles],
        "seed": results.seed,
        "started": results.started.isoformat(timespec="seconds"),
        "duration_s": round(results.duration, 1),
        "conformant": results.conformant,
        "summary": {
            **summary,
            "must_executed": results.must_executed,
            "must_total": results.must_applicable,
            "must_inapplicable": results.must_inapplicable,
        },
        "absent": [*results.absent],
        "drafts": results.drafts,
        "requirements": [
            _row(row, results.placeholders, redactor, examples) for row in results.rows
        ],
    }


def _row(
    row: Row, placeholders: Mapping[str, str], redactor: Redactor, examples: "_Examples"
) -> JsonValue:
    return {
        "id": row.requirement.id,
        "level": str(row.level),
        "profile": row.key.profile,
        "title": row.requirement.title,
        "operation": row.operation,
        "verdict": str(row.verdict),
        "cases": row.count,
        "reason": redactor.value(row.reason),
        "failures": [_failure(case, placeholders, redactor) for case in row.failures],
        "passed": examples.of(row),
    }


@dataclass(frozen=True, kw_only=True, slots=True)
class _Examples:
    """Shows exchanges of passes; many rows have the same one, which is made ready once."""

    placeholders: Mapping[str, str] = field(repr=False)
    redactor: Redactor
    known: dict[int, dict[str, JsonValue]] = field(default_factory=dict[int, dict[str, JsonValue]])

    def of(self, row: Row) -> JsonValue:
        """Return one exchange of a row that nothing broke, None where there is none."""
        case = row.passed
        if case is None or row.failures:
            return None
        return {"case": case.case, **self._shown(case)}

    def _shown(self, case: CaseResult) -> dict[str, JsonValue]:
        key = id(case.exchange)
        if key not in self.known:
            self.known[key] = _shown(
                case,
                self.placeholders,
                self.redactor,
                longest_body=_LONGEST_BODY_OF_A_PASS,
                longest_curl=_LONGEST_CURL_OF_A_PASS,
            )
        return self.known[key]


def _failure(case: CaseResult, placeholders: Mapping[str, str], redactor: Redactor) -> JsonValue:
    shown = _shown(case, placeholders, redactor)
    return {"case": case.case, "message": redactor.text(case.message), **shown}


def _shown(
    case: CaseResult,
    placeholders: Mapping[str, str],
    redactor: Redactor,
    *,
    longest_body: int = _LONGEST_BODY,
    longest_curl: int = _LONGEST_CURL,
) -> dict[str, JsonValue]:
    """Return the exchange of a case, cut after all of it was searched for secrets."""
    if case.exchange is None:
        return {"curl": None, "request": None, "response": None}
    exchange = case.exchange.with_variables(placeholders)
    return {
        "curl": _cut(redactor.text(exchange.curl()), longest_curl),
        "request": _shortened(redactor.value(_request(exchange)), longest_body),
        "response": _shortened(redactor.value(_response(exchange)), longest_body),
    }


def _request(exchange: Exchange) -> JsonValue:
    return {
        "method": exchange.method,
        "url": exchange.url,
        "headers": dict(exchange.request_headers),
        "body": None if exchange.request_body is None else _text(exchange.request_body),
    }


def _response(exchange: Exchange) -> JsonValue:
    if not exchange.status:
        return None
    headers: dict[str, JsonValue] = {
        name: value
        for name, value in exchange.headers.items()
        if name.lower() not in _CHANGING_HEADERS
    }
    return {"status": exchange.status, "headers": headers, "body": _text(exchange.body)}


def _text(body: bytes) -> str:
    """Return a body as text; bytes that are not UTF-8 are shown as escapes."""
    return body.decode(errors="backslashreplace")


def _shortened(message: JsonValue, longest: int) -> JsonValue:
    """Cut the body of a request or answer, after secrets were masked in the whole of it."""
    if not isinstance(message, dict) or not isinstance(message["body"], str):
        return message
    return {**message, "body": _cut(message["body"], longest)}


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}… ({len(text)} characters)"

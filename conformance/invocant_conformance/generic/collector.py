"""Turns what schemathesis recorded into results of cases."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

import httpx
from requests import RequestException
from schemathesis import Response
from schemathesis.core.failures import Failure
from schemathesis.engine.events import NonFatalError, ScenarioFinished
from schemathesis.engine.recorder import CheckNode, Interaction, ScenarioRecorder

from .. import requirements
from ..credentials import Credentials
from ..exchange import Exchange
from ..requirements import Level
from ..results import CaseResult, Key
from ..seen import is_small
from ..specification.records import Operation
from ..target import Task
from ..verdicts import CaseOutcome
from . import mapping
from .library import GeneratedCase, has_broken_headers, has_broken_query, is_valid, recorded

_NOISE = frozenset(
    {"accept-encoding", "connection", "content-length", "user-agent", "x-schemathesis-testcaseid"}
)
_MESSAGE_LENGTH = 300
_OF_FORMS = ("response_schema_conformance", "content_type_conformance")
_EXCUSED = frozenset(
    {
        ("unsupported_method", 404),
        ("positive_data_acceptance", 408),
        ("negative_data_rejection", 408),
    }
)
_REFUSED_FOR_OTHER_REASONS = frozenset({401, 403, 404, 408, 409, 429})
"""Statuses that say nothing of whether the server looked at the body."""


@dataclass(kw_only=True, slots=True)
class _Tally:
    """What one built-in check said of one row."""

    count: int = 0
    failed: int = 0
    message: str = ""
    exchange: Exchange | None = None
    passed: Exchange | None = None

    def add_failure(self, message: str, exchange: Exchange | None) -> None:
        """Count a failure; the one with the smallest request is shown."""
        self.failed += 1
        if self.exchange is None or (exchange and _size(exchange) < _size(self.exchange)):
            self.message, self.exchange = message, exchange


@dataclass(kw_only=True, slots=True)
class Collector:
    """Gathers the events of a run. `operations` are by label; `credentials` are never shown.

    `others` are tasks that the target leaves to other servers; requests for them say nothing.
    """

    operations: Mapping[str, Operation]
    credentials: Credentials
    curl_options: tuple[str, ...] = ()
    others: Collection[Task] = ()
    tallies: dict[tuple[Key, str], _Tally] = field(default_factory=dict[tuple[Key, str], _Tally])
    errors: list[CaseResult] = field(default_factory=list[CaseResult])

    def finished(self, event: ScenarioFinished) -> int:
        """Take in a scenario; return how many requests it had."""
        recorder = event.recorder
        for case_id, nodes in recorder.checks.items():
            case = recorded(recorder, case_id)
            operation = self.operations[case.operation.label]
            answer = recorder.find_response(case_id=case_id)
            its_task = mapping.task(operation, case.body)
            for node in nodes:
                if _is_of_a_failure(node.name, answer) or _is_of_headers(node.name, case):
                    continue
                if _is_of_foreign_query(node.name, operation, case, answer):
                    continue
                if node.failure_info is not None or _says_something(node.name, case, answer):
                    key = mapping.key(node.name, operation, its_task)
                    if key is None or self._is_of_others(node.name, its_task):
                        continue
                    if _is_of_other_refusals(key, node.name, answer):
                        continue
                    tally = self.tallies.setdefault((key, node.name), _Tally())
                    self._count(tally, node, case_id, recorder)
        return len(recorder.interactions)

    def failed(self, event: NonFatalError) -> None:
        """Take in an error: of the connection, which is the target's fault, or of the suite."""
        operation = self.operations.get(event.label) or next(iter(self.operations.values()))
        key = mapping.key("not_a_server_error", operation, None) or _answer_row(operation)
        lost = isinstance(event.value, RequestException)
        message = f"{event.info.title}: {event.info.message}"
        self.errors.append(
            CaseResult(
                key=key,
                case=f"{key.id}/generated[{'connection' if lost else 'error'}]",
                outcome=CaseOutcome.FAILED if lost else CaseOutcome.ERROR,
                message=_one_line(message),
            )
        )

    def results(self) -> Iterator[CaseResult]:
        """Yield one result for each row and built-in check."""
        for (key, check), tally in sorted(self.tallies.items()):
            yield CaseResult(
                key=key,
                case=f"{key.id}/generated[{check}]",
                outcome=CaseOutcome.FAILED if tally.failed else CaseOutcome.PASSED,
                message=_counted(tally),
                exchange=tally.exchange if tally.failed else tally.passed,
                generated=tally.count,
            )
        yield from dict.fromkeys(self.errors)

    def _is_of_others(self, check: str, its_task: Task | None) -> bool:
        """Whether a check of a task's answers or requests is about a task of other servers."""
        return its_task in self.others and isinstance(mapping.CHECKS.get(check), mapping.Topic)

    def _count(
        self, tally: _Tally, node: CheckNode, case_id: str, recorder: ScenarioRecorder
    ) -> None:
        tally.count += 1
        if node.failure_info is None:
            if tally.passed is None:
                tally.passed = self._shown(recorder.interactions.get(case_id))
            return
        failure = node.failure_info.failure
        interaction = recorder.interactions[failure.case_id or case_id]
        if not _is_excused(node.name, interaction.response):
            exchange = _exchange(interaction, self.credentials, self.curl_options)
            tally.add_failure(_message(failure), exchange)

    def _shown(self, interaction: Interaction | None) -> Exchange | None:
        """Return an exchange that is small enough to be shown, None for none."""
        if interaction is None:
            return None
        found = _exchange(interaction, self.credentials, self.curl_options)
        return found if is_small(found) else None


def _answer_row(operation: Operation) -> Key:
    """Return a row for the answers of an operation, which every operation has."""
    return min(mapping.keys_of("response_schema_conformance", operation))


def _is_of_a_failure(check: str, response: Response | None) -> bool:
    """Whether a check looks at the answer of a server that failed, which ERR-SERVER-001 judges."""
    of_answers = mapping.CHECKS.get(check) is mapping.Topic.ANSWER
    return of_answers and response is not None and response.status_code == 500


def _is_of_headers(check: str, case: GeneratedCase) -> bool:
    """Whether a check wants broken headers refused: further ones break nothing, and what the
    documented ones must not hold is tried by directed checks.
    """
    return check == "negative_data_rejection" and has_broken_headers(case)


def _is_of_foreign_query(
    check: str, operation: Operation, case: GeneratedCase, response: Response | None
) -> bool:
    """Whether a check wants a broken query refused by a server that does not know what it holds."""
    if check != "negative_data_rejection" or response is None or not has_broken_query(case):
        return False
    return not mapping.knows_parameters(operation, response.headers)


def _is_of_other_refusals(key: Key, check: str, response: Response | None) -> bool:
    """Whether a check looks at the form of a refusal, which binds less than answers do.

    ERR-SHAPE-001 judges it, at its own level.
    """
    if response is None or not 400 <= response.status_code < 500:
        return False
    level = requirements.by_id()["ERR-SHAPE-001"].levels.get(key.profile)
    return check in _OF_FORMS and level is Level.SHOULD


def _says_something(check: str, case: GeneratedCase, response: Response | None) -> bool:
    """Whether a check that did not fail has looked at anything, rather than found nothing to do."""
    if check in mapping.CHAINED:
        return False
    status = 0 if response is None else response.status_code
    if check in ("negative_data_rejection", "positive_data_acceptance"):
        is_about = is_valid(case) == (check == "positive_data_acceptance")
        return is_about and status not in _REFUSED_FOR_OTHER_REASONS
    if check in ("unsupported_method", "allow_header_conformance"):
        return not case.operation.label.startswith(f"{case.method.upper()} ")
    return check != "ignored_auth" or 200 <= status < 300


def _is_excused(check: str, response: Response | None) -> bool:
    """Whether a requirement allows what the built-in check does not.

    That is 404 for a wrong method, and 408 for a request that set itself a limit of time: it was
    neither accepted nor, whether valid or broken, refused for what it holds.
    """
    status = None if response is None else response.status_code
    return (check, status) in _EXCUSED


def _message(failure: Failure) -> str:
    return _one_line(f"{failure.title}: {failure.message}")


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MESSAGE_LENGTH else line[: _MESSAGE_LENGTH - 1] + "…"


def _counted(tally: _Tally) -> str:
    return f"{tally.message} ({tally.failed} of {tally.count} requests)" if tally.failed else ""


def _size(exchange: Exchange) -> tuple[int, int]:
    return (len(exchange.request_body or b""), len(exchange.url))


def _exchange(
    interaction: Interaction, credentials: Credentials, curl_options: tuple[str, ...]
) -> Exchange:
    request, response = interaction.request, interaction.response
    headers = {name.lower(): values[0] for name, values in request.headers.items()}
    shown = {name: value for name, value in headers.items() if name not in _NOISE}
    sent, placeholders = credentials.sent(), credentials.shown()
    shown |= {name: placeholders[name] for name in sent if shown.get(name) == sent[name]}
    pairs = [] if response is None else _pairs(response)
    return Exchange(
        method=request.method,
        url=request.uri,
        request_headers=shown,
        request_body=request.body,
        status=0 if response is None else response.status_code,
        headers=httpx.Headers(pairs, encoding="utf-8"),
        body=b"" if response is None else response.content or b"",
        curl_options=curl_options,
    )


def _pairs(response: Response) -> list[tuple[str, str]]:
    return [(name, value) for name, values in response.headers.items() for value in values]

"""Who is told of the calls of a client: its hooks, and OpenTelemetry where that is in use."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from .errors import ConfigurationError
from .hooks import Call, Hook
from .masking import masked_url
from .observing import UNOBSERVED, Observation, Observed
from .operation import Arguments, Operation
from .request import PreparedRequest
from .wire_log import WireLog

__all__ = ["Observers", "observers"]

LOG_VARIABLE: Final = "INVOCANT_LOG"
TRACE_API: Final = "opentelemetry.trace"
METRICS_API: Final = "opentelemetry.metrics"


class Observers:
    """The hooks of one client. ``provider``: whose API it speaks.

    OpenTelemetry is used once the program has imported it, unless ``tracing`` is false.
    """

    def __init__(
        self, hooks: Sequence[Hook] = (), *, tracing: bool = False, provider: str = ""
    ) -> None:
        self._hooks: tuple[Hook, ...] = tuple(hooks)
        self._tracing: bool = tracing
        self._provider: str = provider
        self._complained: set[int] = set()

    def observe(
        self,
        operation: Operation,
        arguments: Arguments,
        request: PreparedRequest,
        *,
        stream: bool = False,
    ) -> Observation:
        """The observation of a call that begins."""
        hooks = self._hooks
        if self._tracing and operation.task:
            hooks = (*hooks, *_telemetry())
        if not hooks:
            return UNOBSERVED
        call = self._call(
            request, operation.id, operation.task, _model(operation, arguments), stream=stream
        )
        return Observed(call, hooks, self._complained)

    def exchange(self, request: PreparedRequest) -> Observation:
        """The observation of a request that belongs to no operation, such as one for a token."""
        if not self._hooks:
            return UNOBSERVED
        return Observed(self._call(request), self._hooks, self._complained)

    def _call(
        self,
        request: PreparedRequest,
        operation: str = "",
        task: str = "",
        model: str | None = None,
        *,
        stream: bool = False,
    ) -> Call:
        return Call(
            operation=operation,
            task=task,
            model=model,
            provider=self._provider,
            method=request.method,
            url=masked_url(request.url),
            stream=stream,
        )


def observers(
    hooks: Sequence[Hook], tracing: bool, provider: str, env: Mapping[str, str]
) -> Observers:
    """The observers of a client, with a log of headers or bodies where the environment wants it.

    Raises ConfigurationError for what cannot be used.
    """
    if isinstance(hooks, str) or not all(map(callable, hooks)):
        raise ConfigurationError("hooks: Must be a sequence of functions")
    wanted = env.get(LOG_VARIABLE, "").strip().lower()
    if wanted not in ("", "headers", "bodies"):
        raise ConfigurationError(f"{LOG_VARIABLE}: Must be headers or bodies (got {wanted!r})")
    log = (WireLog(bodies=wanted == "bodies"),) if wanted else ()
    return Observers((*hooks, *log), tracing=tracing, provider=provider)


def _model(operation: Operation, arguments: Arguments) -> str | None:
    """The model that a call asks, from the argument that the operation says."""
    found = arguments.path.get(operation.model) or (arguments.body or {}).get(operation.model)
    return found if isinstance(found, str) else None


def _telemetry() -> Iterator[Hook]:
    """Tracing and metering, each where the program has imported its part of OpenTelemetry."""
    if TRACE_API in sys.modules:
        from .tracing import follow

        yield follow
    if METRICS_API in sys.modules:
        from .metering import measure

        yield measure

"""Who is told of the calls of a client: its hooks, and OpenTelemetry where that is in use."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from .errors import ConfigurationError
from .observation import UNOBSERVED, Observation
from .operation import Arguments, Operation
from .request import PreparedRequest

if TYPE_CHECKING:
    from .hooks import Hook

__all__ = ["Observers", "observers"]

LOG_VARIABLE: Final = "INVOCANT_LOG"
TRACE_API: Final = "opentelemetry.trace"
METRICS_API: Final = "opentelemetry.metrics"


class Observers:
    """The hooks of one client. ``provider``: whose API it speaks.

    With ``tracing``, OpenTelemetry is told as well, once the program has imported it.
    """

    def __init__(
        self, hooks: "Sequence[Hook]" = (), *, tracing: bool = False, provider: str = ""
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
        if self._tracing and operation.task and TRACE_API in sys.modules:
            hooks = (*hooks, *_telemetry())
        if not hooks:
            return UNOBSERVED
        return self._observed(hooks, operation, arguments, request, stream=stream)

    def exchange(self, request: PreparedRequest) -> Observation:
        """The observation of a request that belongs to no operation, such as one for a token."""
        if not self._hooks:
            return UNOBSERVED
        return self._observed(self._hooks, None, None, request)

    def _observed(
        self,
        hooks: "Sequence[Hook]",
        operation: Operation | None,
        arguments: Arguments | None,
        request: PreparedRequest,
        *,
        stream: bool = False,
    ) -> Observation:
        from .hooks import Call
        from .masking import masked_url
        from .observing import Observed

        call = Call(
            operation=operation.id if operation else "",
            task=operation.task if operation else "",
            model=_model(operation, arguments) if operation and arguments else None,
            provider=self._provider,
            method=request.method,
            url=masked_url(request.url),
            stream=stream,
        )
        return Observed(call, hooks, self._complained)


def observers(
    hooks: "Sequence[Hook]", tracing: bool, provider: str, env: Mapping[str, str]
) -> Observers:
    """The observers of a client, with a log of headers or bodies where the environment wants it.

    Raises ConfigurationError for what cannot be used.
    """
    if isinstance(hooks, str) or not all(map(callable, hooks)):
        raise ConfigurationError("hooks: Must be a sequence of functions")
    return Observers((*hooks, *_logs(env)), tracing=tracing, provider=provider)


def _logs(env: Mapping[str, str]) -> "Iterator[Hook]":
    wanted = env.get(LOG_VARIABLE, "").strip().lower()
    if wanted not in ("", "headers", "bodies"):
        raise ConfigurationError(f"{LOG_VARIABLE}: Must be headers or bodies (got {wanted!r})")
    if wanted:
        from .wire_log import WireLog

        yield WireLog(bodies=wanted == "bodies")


def _model(operation: Operation, arguments: Arguments) -> str | None:
    """The model that a call asks, from the argument that the operation says."""
    found = arguments.path.get(operation.model) or (arguments.body or {}).get(operation.model)
    return found if isinstance(found, str) else None


def _telemetry() -> "Iterator[Hook]":
    """Tracing, and metering if the program has imported that part of OpenTelemetry."""
    from .tracing import follow

    yield follow
    if METRICS_API in sys.modules:
        from .metering import measure

        yield measure

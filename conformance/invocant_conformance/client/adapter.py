"""A client in a program of its own, driven by the adapter protocol (PROTOCOL.md)."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from ..json_values import JsonObject, JsonValue
from ..outcomes import Skipped, Untestable
from . import codec
from .codec import Hello
from .driver import Call, Outcome
from .process import LineProcess, ProcessFailure
from .trial import CASE

__all__ = ["DEFAULT_SECONDS", "AdapterDriver", "AdapterError"]

DEFAULT_SECONDS: Final = 30.0
"""How long a case may take, retries included."""

START_SECONDS: Final = 60.0
"""How long an adapter may take to say hello; libraries are slow to import."""

MAX_RETRIES: Final = 2


class AdapterError(Exception):
    """The adapter could not be started; the message is one line."""


class AdapterDriver:
    """Drives the client behind ``command``, which may take ``seconds`` for a case.

    ``log`` gets what the adapter writes to its standard error. An adapter that dies, is silent or
    writes what is no answer makes its case untestable, and is started again for the next one.
    Raises AdapterError where it cannot be started the first time.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        log: Callable[[str], None],
        seconds: float = DEFAULT_SECONDS,
    ) -> None:
        self._command = command
        self._log = log
        self._seconds = seconds
        self._hello: Hello | None = None
        self._used = False
        self._process: LineProcess | None = self._start()

    @property
    def name(self) -> str:
        """Name of the client, as the adapter says it."""
        return self.hello.name

    @property
    def target(self) -> str:
        """Name and version of the client."""
        return f"{self.hello.name} {self.hello.version}".strip()

    @property
    def hello(self) -> Hello:
        """What the adapter says of itself. Raises AdapterError where it says nothing."""
        if self._hello is None:
            self._hello = self._greet(self._running())
        return self._hello

    def call(self, call: Call) -> Outcome:
        """Let the adapter make the call.

        Raises Skipped for what the adapter does not offer, Untestable where it gave no answer.
        """
        missing = next(self._missing(call), None) or self.lacks(f"{call.client}.{call.method}")
        if missing is not None:
            raise Skipped(missing)
        self._used = True
        answer = self._ask(codec.call_object(call, CASE.get()))
        reason = codec.unsupported(answer)
        if reason is not None:
            raise Skipped(f"{self.name}: {reason}")
        try:
            if answer.get("case") != CASE.get():
                raise ValueError(f"case: {answer.get('case')!r}, expected that of the call")
            return codec.outcome_from(answer)
        except ValueError as error:
            self._drop()
            raise Untestable(f"the adapter wrote no answer of the protocol: {error}") from None

    def lacks(self, method: str) -> str | None:
        """Why the client has no such method; ``None`` where it has."""
        offered = method in self.hello.operations
        return None if offered else f"{self.name} does not offer {method}"

    def reset(self) -> None:
        """Let the adapter drop its clients and connections; one that does not is started again."""
        if self._process is None or not self._used:
            return
        self._used = False
        try:
            answer = self._process.ask({"reset": True}, self._seconds)
        except ProcessFailure:
            answer = {}
        if answer != {"reset": True}:
            self._drop()

    def close(self) -> None:
        """End the adapter."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def _missing(self, call: Call) -> Iterator[str]:
        """What the call asks for and the adapter does not offer."""
        asked = {
            "stream": call.body.get("stream") is True,
            "final": call.final,
            "leave": call.leave != "exhaust",
            "retries": call.max_retries != MAX_RETRIES or call.retry_unsafe,
            "extra": bool(call.extra_query or call.extra_headers or call.extra_body),
        }
        for ability, wanted in asked.items():
            if wanted and ability not in self.hello.abilities:
                yield f"{self.name} does not offer the ability {ability!r}"

    def _ask(self, line: JsonValue) -> JsonObject:
        try:
            return self._running().ask(line, self._seconds)
        except (AdapterError, ProcessFailure) as failure:
            self._drop()
            raise Untestable(f"the adapter {failure}") from None

    def _running(self) -> LineProcess:
        if self._process is None:
            self._process = self._start()
            self._greet(self._process)
        return self._process

    def _start(self) -> LineProcess:
        try:
            return LineProcess(self._command, self._log)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise AdapterError(f"{self._command[0]!r} cannot be started: {reason}") from None

    def _greet(self, process: LineProcess) -> Hello:
        try:
            return codec.hello_from(process.ask({"hello": 1}, START_SECONDS))
        except (ProcessFailure, ValueError) as failure:
            self._drop()
            raise AdapterError(f"did not say hello: {failure}") from None

    def _drop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process = None

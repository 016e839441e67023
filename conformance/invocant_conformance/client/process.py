"""A program that answers lines on its standard input with lines on its standard output."""

import contextlib
import queue
import subprocess
import threading
from collections.abc import Callable, Sequence
from typing import IO, Final

from ..json_values import JsonObject, JsonValue
from . import lines

__all__ = ["LineProcess", "ProcessFailure"]

END_SECONDS: Final = 5.0
"""How long a program may take to end after its input did."""

LONGEST_SHOWN: Final = 200


class ProcessFailure(Exception):
    """The program is gone, silent, or wrote no JSON object; the message is one line."""


class LineProcess:
    """Runs ``command`` until :meth:`end`; ``log`` gets each line of its standard error.

    Raises OSError where the command cannot be started.
    """

    def __init__(self, command: Sequence[str], log: Callable[[str], None]) -> None:
        self._process = subprocess.Popen(
            [*command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._readers = [
            threading.Thread(target=self._read, args=(self._process.stdout,), daemon=True),
            threading.Thread(target=_pass_on, args=(self._process.stderr, log), daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    def ask(self, line: JsonValue, seconds: float) -> JsonObject:
        """Write a line and return the answer to it, an object.

        Raises ProcessFailure where none comes in time; the program should be ended then.
        """
        try:
            assert self._process.stdin is not None
            self._process.stdin.write(lines.write(line))
            self._process.stdin.flush()
        except OSError:
            raise ProcessFailure(self._gone()) from None
        try:
            answer = self._lines.get(timeout=seconds)
        except queue.Empty:
            raise ProcessFailure(f"no answer within {seconds:g} s") from None
        if not answer:
            raise ProcessFailure(self._gone())
        try:
            return lines.read(answer)
        except ValueError:
            raise ProcessFailure(f"wrote what is no JSON object: {_shown(answer)}") from None

    def end(self) -> None:
        """End the input, and the program where it does not end by itself."""
        with contextlib.suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._forget()

    def kill(self) -> None:
        """End the program at once."""
        self._process.kill()
        self._forget()

    def _forget(self) -> None:
        self._process.wait()
        for reader in self._readers:
            reader.join(END_SECONDS)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _read(self, pipe: IO[bytes]) -> None:
        for line in pipe:
            self._lines.put(line)
        self._lines.put(b"")

    def _gone(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(END_SECONDS)
        return f"ended with status {self._process.returncode}"


def _pass_on(pipe: IO[bytes], log: Callable[[str], None]) -> None:
    for line in pipe:
        log(line.decode("utf-8", "backslashreplace").rstrip("\r\n"))


def _shown(line: bytes) -> str:
    text = line.decode("utf-8", "backslashreplace").strip()
    return ascii(text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…")

# Copied from codegen/runtime/; do not edit.
"""The ``invocant`` command: hands over to the subcommand, which another package may provide."""

import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import EntryPoint, entry_points, version
from typing import Final

__all__ = ["GROUP", "dispatch", "main"]

GROUP: Final = "invocant.commands"
"""Entry points of this group are subcommands: ``main(argv) -> exit status``.

An entry point names the extra that it needs in brackets: ``serve = "module:main [server]"``.
"""

USAGE_ERROR: Final = 2

SUMMARIES: Final = {
    "codegen": "regenerate the package from the specification (in a checkout)",
    "conformance": "test a server, or the clients, against the specification's rules",
    "serve": "run the reference server",
}

Command = Callable[[Sequence[str]], int | None]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line, by default that of the process; returns the exit status."""
    return dispatch(sys.argv[1:] if argv is None else argv, entry_points(group=GROUP))


def dispatch(argv: Sequence[str], commands: Iterable[EntryPoint]) -> int:
    """Run ``argv`` with one of ``commands``; 2 for an unknown one or one not installed."""
    known = {command.name: command for command in commands}
    if not argv or argv[0] in {"-h", "--help"}:
        print(_usage(known), file=sys.stdout if argv else sys.stderr)
        return 0 if argv else USAGE_ERROR
    if argv[0] == "--version":
        print(f"invocant {version('invocant')}")
        return 0
    if argv[0] not in known:
        return _refuse(f"no command {argv[0]!r}; there are {', '.join(sorted(known)) or 'none'}")
    return _run(known[argv[0]], argv[1:])


def _run(command: EntryPoint, arguments: Sequence[str]) -> int:
    try:
        run: Command = command.load()
        return run(arguments) or 0
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing.startswith("invocant"):
            raise
        extra = command.extras[0] if command.extras else command.name
        return _refuse(f"{command.name} needs {missing}: pip install 'invocant[{extra}]'")


def _usage(names: Iterable[str]) -> str:
    lines = [f"  {name:13}{SUMMARIES.get(name, '')}".rstrip() for name in sorted(names)]
    return "\n".join(
        [
            "usage: invocant COMMAND [ARGUMENT ...]",
            "",
            "commands (COMMAND --help tells more):",
            *(lines or ["  none installed"]),
            "",
            "options:",
            "  -h, --help   show this text",
            "  --version    show the version",
        ]
    )


def _refuse(message: str) -> int:
    print(f"invocant: {message}", file=sys.stderr)
    return USAGE_ERROR

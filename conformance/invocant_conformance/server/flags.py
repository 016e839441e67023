"""What `invocant serve` can be told, and the settings that follow from it."""

import argparse
import math
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from .entities import TRIGGER
from .faults import explaining, grammar
from .faults.values import FaultError
from .settings import ServerSettings

USAGE_ERROR = 2

_HELP = "help"

_DEFAULTS = ServerSettings()


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the arguments, those of the command line by default. Exits with 2 for wrong ones."""
    return _parser().parse_args(arguments)


def settings(given: argparse.Namespace) -> ServerSettings:
    """Return the settings of the application; where it listens is not among them."""
    return ServerSettings(
        token=given.token,
        token_delay=given.token_delay,
        deploy_seconds=given.deploy_seconds,
        state_file=given.state,
        faults=tuple(given.fault),
        script_file=given.script,
    )


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong, and exit with 2."""
        self.exit(USAGE_ERROR, f"{self.prog}: {message} (see {self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="invocant serve",
        description="Serve the workspace APIs and the gateway, at the root and under /v1, "
        "with models that answer the same to the same request.",
        epilog="Prints 'listening on http://HOST:PORT' once it answers. "
        "SIGINT and SIGTERM end it with status 0; wrong usage ends it with status 2.",
    )
    for add in (_add_address, _add_access, _add_pace, _add_state, _add_faults):
        add(parser)
    return parser


def _add_address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: %(default)s)"
    )
    parser.add_argument(
        "--port", type=_port, default=4010, help="port; 0 picks a free one (default: %(default)s)"
    )


def _add_access(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--token",
        help="the only token to accept, and secret of OAuth clients; without it every token that "
        "starts with dapi or sk- is, and every secret that starts with dose",
    )


def _add_pace(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--token-delay",
        type=_seconds,
        default=_DEFAULTS.token_delay,
        metavar="SECONDS",
        help="pause between the pieces of a stream (default: %(default)s)",
    )
    parser.add_argument(
        "--deploy-seconds",
        type=_seconds,
        default=_DEFAULTS.deploy_seconds,
        metavar="SECONDS",
        help="how long other than external models deploy (default: %(default)s); how that ends, "
        f"ready, fail, cancel or recover, says a served entity's environment variable {TRIGGER}",
    )


def _add_state(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--state",
        type=Path,
        metavar="FILE",
        help="keep endpoints, but no plaintext secret, in this file (default: in memory only)",
    )


def _add_faults(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--fault",
        type=_fault,
        action=_Fault,
        default=[],
        metavar="SPEC",
        help="let requests fail, such as 429;rate=0.1 or cut;after=3;task=chat; may be given more "
        "than once, the first that strikes wins; --fault help tells all that there is",
    )
    parser.add_argument(
        "--script",
        type=Path,
        metavar="FILE",
        help="play the raw answers of this file (YAML or JSON) to the requests that it matches",
    )


class _Fault(argparse.Action):
    """Gathers faults; for `help` tells what there is and exits."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        if values == _HELP:
            print(explaining.text())
            parser.exit()
        setattr(namespace, self.dest, [*getattr(namespace, self.dest), values])


def _fault(text: str) -> str:
    if text != _HELP:
        try:
            grammar.parse(text)
        except FaultError as error:
            raise argparse.ArgumentTypeError(str(error)) from None
    return text


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 0 to 65535")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 0")
    return seconds

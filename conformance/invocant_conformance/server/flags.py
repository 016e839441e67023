"""What `invocant serve` can be told, and the settings that follow from it."""

import argparse
import ipaddress
import math
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from .entities import TRIGGER
from .faults import explaining, grammar
from .faults.values import FaultError
from .principals import User
from .settings import ServerSettings
from .upstream.allowed import AllowedHost, read_host
from .upstream.credentials import VARIABLE
from .upstream.settings import UpstreamSettings

USAGE_ERROR = 2

_HELP = "help"

_DEFAULTS = ServerSettings()


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the arguments, those of the command line by default. Exits with 2 for wrong ones."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.admin_token is not None and given.admin_token in ("", given.token):
        parser.error("--admin-token is empty or the same as --token")
    return given


def settings(given: argparse.Namespace) -> ServerSettings:
    """Return the settings of the application; where it listens is not among them."""
    return ServerSettings(
        token=given.token,
        token_delay=given.token_delay,
        deploy_seconds=given.deploy_seconds,
        state_file=given.state,
        users=tuple(given.users),
        strict_permissions=given.strict_permissions,
        admin_token=given.admin_token,
        loopback=_is_loopback(given.host),
        faults=tuple(given.fault),
        script_file=given.script,
        upstreams=UpstreamSettings(allowed=tuple(given.allow_upstream)),
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
    for add in (
        *(_add_address, _add_access, _add_principals, _add_admin),
        *(_add_pace, _add_state, _add_faults, _add_upstreams, _add_referee),
    ):
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


def _add_principals(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--user",
        action="append",
        type=_user,
        default=[],
        dest="users",
        metavar="NAME[,GROUP...]=TOKEN",
        help="a user with a token of its own, who may do with endpoints what it, its groups or the "
        "group users were granted, and everything in the group admins; any other token belongs to "
        "an admin; repeatable",
    )
    parser.add_argument(
        "--strict-permissions",
        action="store_true",
        help="OAuth clients, too, may do only what was granted to their client id or the group "
        "users; without it they are admins",
    )


def _add_admin(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--admin-token",
        metavar="TOKEN",
        help="serve /.invocant/reset, /.invocant/requests and /.invocant/faults to those who have "
        "this token, which is good for nothing else; on other than loopback addresses the start "
        "page needs it to show endpoints and requests (default: no such paths)",
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
        help="keep endpoints, keys, OAuth tokens and stored answers, but no plaintext secret, in "
        "this SQLite database (default: in memory only)",
    )


def _user(text: str) -> User:
    named, _, token = text.partition("=")
    name, *groups = named.split(",")
    if not all([name, token, *groups]):
        # The text is not repeated: it holds a token.
        raise argparse.ArgumentTypeError("a user is written as NAME[,GROUP...]=TOKEN")
    return User(name=name, token=token, groups=frozenset(groups))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


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


def _add_upstreams(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--allow-upstream",
        action="append",
        type=_upstream,
        default=[],
        metavar="HOST[:PORT]",
        help="really ask external models of openai, databricks-model-serving and custom providers "
        "at this host, by default at the port of http or https; may be repeated. Secrets that are "
        f"references are read from {VARIABLE}SCOPE_KEY",
    )


def _upstream(text: str) -> AllowedHost:
    try:
        return read_host(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _add_referee(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--referee",
        type=Path,
        metavar="DIR",
        help="judge every request against the rules for clients, and keep results.json, "
        "report.html, junit.xml, summary.md and badge.json in this folder up to date; beneath "
        "/.invocant/case/CASE, such as CLI-SSE-001/crlf, or with the header x-invocant-case, the "
        "answers are those of a scripted case; GET /.invocant/case lists all",
    )


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

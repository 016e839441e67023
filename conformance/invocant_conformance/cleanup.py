"""`invocant conformance cleanup`: removes the endpoints that killed runs of the suite left."""

import argparse
import asyncio
from collections.abc import Sequence

from . import access_arguments, leftovers, probing
from . import argument_types as types
from .arguments import Parser
from .ending import guarded, until_signal
from .opening import opened
from .plan import Plan
from .verdicts import Exit

_DESCRIPTION = """\
Remove the serving endpoints that runs of the suite left behind, such as one that was killed.
They are found by their names, invocant-conformance- with eight hexadecimal digits and more;
nothing else is touched. A run that is going on loses its endpoints, too.
"""
_EPILOG = """\
exit status:
  0  none is left
  1  at least one could not be removed
  2  wrong usage
  3  the target is unreachable, refuses the credentials, or has no endpoints to manage
"""


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        token, access = access_arguments.access(given)
        connection = access_arguments.connection(given)
    except argparse.ArgumentTypeError as error:
        parser.error(str(error))
    plan = Plan(url=given.url, token=token, access=access, connection=connection, rate=given.rate)
    return guarded(lambda: asyncio.run(until_signal(_clean(plan, given.dry_run))), plan.secrets)


async def _clean(plan: Plan, dry_run: bool) -> int:
    async with opened(plan) as session:
        managed, left = await probing.left_over(session)
        if not left:
            print("nothing is left of any run")
        if dry_run:
            print("\n".join(f"would be removed: {name}" for name in left))
            return Exit.CONFORMANT
        status = Exit.CONFORMANT
        async for name, problem in leftovers.removed(managed, left):
            print(f"removed: {name}" if problem is None else f"still there: {name}: {problem}")
            status = status if problem is None else Exit.NOT_CONFORMANT
        return status


def _parser() -> Parser:
    parser = Parser(
        prog="invocant conformance cleanup",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    url_help = "the target: its root or any base path"
    parser.add_argument("url", metavar="URL", type=types.url, help=url_help)
    dry_help = "only say what would be removed"
    parser.add_argument("--dry-run", action="store_true", help=dry_help)
    rate_help = "requests a second at most (any number)"
    parser.add_argument("--rate", metavar="N", type=types.rate, default=0.0, help=rate_help)
    access_arguments.add(parser)
    return parser

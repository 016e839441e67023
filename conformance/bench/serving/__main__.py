"""Load on the reference server against bare Starlette: `python -m bench.serving --help`.

Both answer the same requests with the same JSON and the same events, in turn, each in a process
of its own; Starlette knows the answer beforehand, the reference server checks and makes it. What
counts is the CPU of the server's process: where that is the limit, twice the CPU is half the
requests a second. Then: memory over many requests, many streams at once, and the cost of a
request among many endpoints. Ends with 1 where something is above its bar. Linux only.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from bench.serving import crowd, ratios
from bench.serving.processes import python

__all__ = ["main"]

_REFERENCE = "import sys; from invocant_conformance.server.command import main; sys.exit(main())"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; see the module's text."""
    options = _parser().parse_args(arguments)
    with ExitStack() as stack:
        served = ("-c", _REFERENCE, "--port", "0", "--token-delay", "0")
        reference = stack.enter_context(python(*served))
        answers = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "answers.json"
        answers.write_text(json.dumps(ratios.answers(reference)), encoding="utf-8")
        bare = stack.enter_context(python("-m", "bench.serving.bare", str(answers)))
        missed = ratios.table(reference, bare, rounds=options.rounds)
        missed |= crowd.streams_at_once(reference, options.streams)
        missed |= crowd.among_endpoints(reference, options.endpoints, rounds=options.rounds)
        missed |= crowd.memory(reference, options.requests)
    return int(missed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.serving", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="rounds to measure (default 7)")
    parser.add_argument(
        "--requests", type=int, default=200_000, help="requests for memory (default 200,000)"
    )
    parser.add_argument("--streams", type=int, default=1000, help="at once (default 1,000)")
    parser.add_argument("--endpoints", type=int, default=1000, help="created (default 1,000)")
    return parser


if __name__ == "__main__":
    sys.exit(main())

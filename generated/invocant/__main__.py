# Generated from spec/; do not edit.
"""The `invocant` command, as `python -m invocant`."""

import sys

from ._runtime.cli import main

if __name__ == "__main__":
    sys.exit(main())

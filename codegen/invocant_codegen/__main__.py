"""Runs the command with `python -m invocant_codegen`."""

import sys

from .command import main

sys.exit(main())

"""All mutants: those of every module of this folder that has some."""

import importlib
import pkgutil
from pathlib import Path
from typing import cast

from .mutant import Mutant


def _of(module: str) -> tuple[Mutant, ...]:
    found = vars(importlib.import_module(f"{__package__}.{module}")).get("MUTANTS", ())
    return cast(tuple[Mutant, ...], found)


_MODULES = sorted(each.name for each in pkgutil.iter_modules([str(Path(__file__).parent)]))

MUTANTS: tuple[Mutant, ...] = tuple(
    sorted(
        (mutant for module in _MODULES if module != "table" for mutant in _of(module)),
        key=lambda mutant: (not mutant.row, mutant.name),
    )
)

"""Rules that the specification has to keep before anything is generated from it.

Every rule is an error: code generation stops, and each broken rule names file, line and pointer.
"""

from collections.abc import Callable, Iterable, Iterator

from ..load import Spec
from ..problems import Problem
from . import (
    aliases,
    bodies,
    components,
    documents,
    examples,
    extensions,
    methods,
    operations,
    parameters,
    references,
    requirements,
    samples,
    unions,
    unused,
    waits,
)

_STRUCTURE = (
    documents.rules,
    references.rules,
    components.rules,
    extensions.rules,
    operations.rules,
    parameters.rules,
    bodies.rules,
    requirements.rules,
)
_MEANING = (
    aliases.rules,
    unions.rules,
    methods.rules,
    unused.rules,
    examples.rules,
    samples.rules,
    waits.rules,
)


def lint(spec: Spec) -> list[Problem]:
    """Return every broken rule, in the order of files and lines.

    Rules that follow references are only checked where the structure is sound.
    """
    return _broken(_STRUCTURE, spec) or _broken(_MEANING, spec)


def _broken(rules: Iterable[Callable[[Spec], Iterator[Problem]]], spec: Spec) -> list[Problem]:
    return sorted({problem for rule in rules for problem in rule(spec)})

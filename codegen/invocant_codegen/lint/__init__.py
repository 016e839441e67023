"""Rules that the specification has to keep before anything is generated from it.

Every rule is an error: code generation stops, and each broken rule names file, line and pointer.
"""

from ..load import Spec
from ..problems import Problem
from . import components, documents, extensions, operations, references, requirements, unions

_RULES = (
    documents.rules,
    references.rules,
    components.rules,
    extensions.rules,
    unions.rules,
    operations.rules,
    requirements.rules,
)


def lint(spec: Spec) -> list[Problem]:
    """Return every broken rule, in the order of files and lines."""
    return sorted({problem for rules in _RULES for problem in rules(spec)})

"""Everything public in the generated types says what it is; ruff's D1 sees to the rest."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

GENERATED = Path(__file__).parents[2] / "generated" / "invocant"
TYPES = sorted(
    path for folder in ("models", "params") for path in (GENERATED / folder).glob("*.py")
)


def undocumented(tree: ast.Module) -> Iterator[str]:
    """The fields that no text follows, in the manner of `ChatMessage.content`."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            for statement, following in pairwise([*node.body, ast.Pass()]):
                if isinstance(statement, ast.AnnAssign) and not is_text(following):
                    yield f"{node.name}.{ast.unparse(statement.target)}"


def is_text(node: ast.stmt) -> bool:
    """Whether a statement is a text on its own."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


@pytest.mark.parametrize("path", TYPES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_field_says_what_it_is(path: Path) -> None:
    assert list(undocumented(ast.parse(path.read_text()))) == []

"""Type expressions of generated modules, rewritten so that other modules can use them."""

import ast
from collections.abc import Mapping, Sequence

from .generated_types import GeneratedTypes


def qualified(
    text: str, types: GeneratedTypes, package: str, twins: Mapping[str, Sequence[str]]
) -> str:
    """Return a type expression with every generated name qualified by package and module.

    A name that has twins becomes a union with them. `NotRequired[...]` around it is dropped.
    """
    tree = ast.parse(text, mode="eval").body
    if isinstance(tree, ast.Subscript) and ast.unparse(tree.value) == "NotRequired":
        tree = tree.slice
    changed: ast.expr = _Qualifier(types, package, twins).visit(tree)
    return ast.unparse(changed)


def optional(text: str) -> str:
    """Return the type of an argument that can be left out; `None` stays the last alternative."""
    body = text.removesuffix(" | None")
    return f"{body} | Omit | None" if body != text else f"{text} | Omit"


class _Qualifier(ast.NodeTransformer):
    def __init__(
        self, types: GeneratedTypes, package: str, twins: Mapping[str, Sequence[str]]
    ) -> None:
        self._types = types
        self._package = package
        self._twins = twins

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._named(node.id) or node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        # `usage_1.Usage` in a module is `Usage` of the sibling that it imports as `usage_1`.
        return self._named(node.attr) or node

    def _named(self, name: str) -> ast.expr | None:
        if name not in self._types:
            return None
        texts = [f"{self._package}.{self._types[name].module}.{name}", *self._twins.get(name, ())]
        return ast.parse(" | ".join(texts), mode="eval").body

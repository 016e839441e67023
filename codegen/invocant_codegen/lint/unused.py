"""Rule about components that nothing refers to."""

from collections.abc import Iterator

from ..json_values import as_object, as_text, child
from ..load import Spec
from ..problems import Problem
from ..refs import references

# Security schemes are named by the keyword `security`, not by references.
_NAMED_OTHERWISE = frozenset({"securitySchemes"})


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that something refers to every component: a schema, an operation or a requirement."""
    used = {
        (reference.file, reference.target)
        for document in spec.openapi()
        for reference in references(document)
    } | {*_governed(spec)}
    for document in spec.openapi():
        for section, named in as_object(document.content.get("components")).items():
            for name in as_object(named) if section not in _NAMED_OTHERWISE else ():
                pointer = child(child("/components", section), name)
                if (document.path, pointer) not in used:
                    message = f"nothing refers to {name!r}"
                    yield document.problem(pointer, "component-unused", message)


def _governed(spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield file and pointer of what requirements govern, such as a document within a text."""
    for document in spec.requirements():
        for _, row in document.objects("/requirements"):
            file, _, pointer = as_text(row.get("spec")).partition("#")
            yield file, pointer

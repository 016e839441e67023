"""Rule about components that nothing refers to."""

from collections.abc import Iterator

from ..json_values import as_object, child
from ..load import Spec
from ..problems import Problem
from ..refs import references

# Security schemes are named by the keyword `security`, not by references.
_NAMED_OTHERWISE = frozenset({"securitySchemes"})


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that something refers to every component."""
    used = {
        (reference.file, reference.target)
        for document in spec.openapi()
        for reference in references(document)
    }
    for document in spec.openapi():
        for section, named in as_object(document.content.get("components")).items():
            for name in as_object(named) if section not in _NAMED_OTHERWISE else ():
                pointer = child(child("/components", section), name)
                if (document.path, pointer) not in used:
                    message = f"nothing refers to {name!r}"
                    yield document.problem(pointer, "component-unused", message)

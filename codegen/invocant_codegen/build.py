"""Builds everything from a repository: specification in, package and reference out."""

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence, Set
from functools import partial
from pathlib import Path

from .bundle import bundle, json_files
from .calls import Call, calls, component_schemas
from .clients import clients, turns
from .generated_types import GeneratedTypes, homes
from .json_values import as_object, as_text
from .lint import lint
from .load import Spec, load
from .methods import Typing
from .models import generate_types
from .problems import Problem, UnusableSpec
from .reference.pages import write_reference
from .render import Package, render
from .schemas import Schemas
from .unasync import unasync_directory
from .views import Direction, view

# The one runtime module that reads the package's data, so it has to stand beside them.
_SPEC_MODULE = "spec_data.py"
_COPIED = "# Copied from codegen/runtime/; do not edit.\n"


def build(root: Path, output: Path) -> None:
    """Write what a repository's specification gives into an empty folder.

    That is the package, in `invocant/`, and the reference for people, in `reference/`. Raises
    UnusableSpec when the specification breaks a rule.
    """
    spec = load(root / "spec")
    problems = lint(spec)
    if problems:
        raise UnusableSpec(problems)
    _write_package(root, spec, output / "invocant")
    write_reference(spec, root / "codegen" / "templates" / "reference", output / "reference")


def _write_package(root: Path, spec: Spec, output: Path) -> None:
    output.mkdir(parents=True, exist_ok=True)
    _write_types_and_clients(root, spec, output)
    _write_data(spec, output / "spec")
    _write_runtime(root / "codegen" / "runtime", output)
    (output / "py.typed").touch()
    _tidy(root, output)


def _write_types_and_clients(root: Path, spec: Spec, output: Path) -> None:
    document = bundle(spec)
    methods, schemas = calls(document), component_schemas(document)
    write = partial(_write_types, spec, schemas, methods, root / "codegen" / "templates")
    params = write(Direction.REQUEST, output / "params")
    models = write(Direction.RESPONSE, output / "models")
    typing = Typing.of(schemas, params, models)
    package = Package(
        clients=clients(methods, typing, _descriptions(spec)),
        turns=turns(methods, typing),
        models=models,
        params=params,
        errors=_classes(root / "codegen" / "runtime" / "errors.py"),
        version=_version(root),
    )
    for name, text in render(package, root / "codegen" / "templates" / "client"):
        path = output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _write_types(
    spec: Spec,
    schemas: Schemas,
    methods: Sequence[Call],
    templates: Path,
    direction: Direction,
    output: Path,
) -> GeneratedTypes:
    roots = sorted({root for call in methods for root in _roots(call, direction)})
    seen, modules = view(schemas, roots, direction), homes(spec)
    folder = templates / "models"
    types = generate_types(seen, modules, direction, templates=folder, output=output)
    renamed = seen.keys() - types.keys()
    if renamed:
        raise UnusableSpec([*_unnameable(spec, renamed)])
    return types


def _unnameable(spec: Spec, names: Set[str]) -> Iterator[Problem]:
    for document in spec.openapi():
        components = as_object(document.content.get("components"))
        for name in as_object(components.get("schemas")):
            if name in names:
                message = f"{name!r} cannot be the name of a class: it is no class name, or taken"
                pointer = f"/components/schemas/{name}"
                yield document.problem(pointer, "schema-name", message)


def _roots(call: Call, direction: Direction) -> Iterator[str]:
    requests = [] if call.request is None else [call.request]
    yield from requests if direction is Direction.REQUEST else call.answers


def _write_data(spec: Spec, folder: Path) -> None:
    folder.mkdir()
    for name, text in json_files(spec).items():
        (folder / name).write_text(text, encoding="utf-8")


def _write_runtime(source: Path, output: Path) -> None:
    target = output / "_runtime"
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    data = (target / _SPEC_MODULE).read_text(encoding="utf-8")
    (target / _SPEC_MODULE).unlink()
    beside = output / "spec" / "__init__.py"
    beside.write_text(data.replace("from .", "from .._runtime."), encoding="utf-8")
    unasync_directory(target / "_async", target / "_sync")
    for path in [*target.rglob("*.py"), beside]:
        path.write_text(_COPIED + path.read_text(encoding="utf-8"), encoding="utf-8")


def _tidy(root: Path, output: Path) -> None:
    """Format everything the way the repository is formatted."""
    # The source has no generators delegating to others, no shadowed builtins and no `__all__`
    # built at run time, for whose sake ruff calls the fixes of these rules unsafe.
    safe = 'lint.extend-safe-fixes = ["UP028", "UP029", "RUF022"]'
    rules = ["--select", "F401,I,UP,RUF022", "--config", safe]
    for arguments in (["check", "--fix", "--exit-zero", *rules], ["format"]):
        command = [sys.executable, "-m", "ruff", *arguments, "--quiet", "--no-cache"]
        command += ["--config", "pyproject.toml", str(output)]
        subprocess.run(command, cwd=root, check=True)


def _descriptions(spec: Spec) -> dict[str, str]:
    """Return what the documents of each client say about themselves."""
    texts: dict[str, list[str]] = {}
    for document in spec.openapi():
        info = as_object(document.content.get("info"))
        client = as_text(document.content.get("x-client"))
        texts.setdefault(client, []).append(as_text(info.get("description")))
    return {client: " ".join(filter(None, parts)) for client, parts in texts.items()}


def _classes(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return sorted(node.name for node in tree.body if isinstance(node, ast.ClassDef))


def _version(root: Path) -> str:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])

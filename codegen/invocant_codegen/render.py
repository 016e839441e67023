"""Texts of the generated modules that are not types."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .generated_types import GeneratedTypes
from .models import HEADER
from .operations import ASYNC, SYNC, Client

FLAVOURS = (SYNC, ASYNC)

Exports = Mapping[str, Sequence[str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """Everything that the templates need to know."""

    clients: Sequence[Client]
    models: GeneratedTypes
    params: GeneratedTypes
    errors: Sequence[str]
    version: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Module:
    """One module: its path in the package, its template, and what the template is given."""

    path: str
    template: str
    values: Mapping[str, object]


def render(package: Package, templates: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of every module; paths are relative to the package's folder."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,
    )
    for module in _modules(package):
        template = environment.get_template(module.template)
        yield module.path, template.render(header=HEADER, **module.values)


def _modules(package: Package) -> Iterator[Module]:
    yield _lazy(
        path="__init__.py",
        documentation="Typed clients of model-serving APIs.",
        submodules=["models", "params", "spec"],
        exports=_public(package),
        version=package.version,
    )
    yield Module(path="__main__.py", template="main.py.jinja", values={})
    yield _types("models", "Answers of the APIs, as pydantic models.", package.models)
    yield _types("params", "Requests to the APIs, as TypedDicts.", package.params)
    for flavour in FLAVOURS:
        values = {"clients": package.clients, "flavour": flavour}
        yield Module(path=f"{flavour.module}.py", template="client.py.jinja", values=values)
    yield _documented("resources", "What clients hold.")
    for client in package.clients:
        yield from _resources(client)


def _resources(client: Client) -> Iterator[Module]:
    folder = f"resources/{client.package}"
    yield _documented(folder, f"What `{client.name}` and `Async{client.name}` hold.")
    for module in client.modules:
        values = {"module": module, "flavours": FLAVOURS}
        path = f"{folder}/{module.name}.py"
        yield Module(path=path, template="resource.py.jinja", values=values)


def _public(package: Package) -> Exports:
    names = [client.name for client in package.clients]
    return {
        **{flavour.module: [flavour.prefix + name for name in names] for flavour in FLAVOURS},
        "_runtime._async.stream": ["AsyncStream"],
        "_runtime._sync.stream": ["Stream"],
        "_runtime.errors": package.errors,
        "_runtime.models": ["Model", "Unknown"],
        "_runtime.omit": ["OMIT", "Omit"],
        "_runtime.options": ["RequestOptions", "Timeout"],
        "_runtime.pages": ["Page"],
        "_runtime.response": ["Response", "response_of"],
    }


def _types(folder: str, documentation: str, types: GeneratedTypes) -> Module:
    exports: dict[str, list[str]] = {}
    for kind in sorted(types.values(), key=lambda kind: (kind.module, kind.name)):
        exports.setdefault(kind.module, []).append(kind.name)
    return _lazy(
        path=f"{folder}/__init__.py",
        documentation=documentation,
        submodules=[*exports],
        exports=exports,
        version=None,
    )


def _lazy(
    *,
    path: str,
    documentation: str,
    submodules: Sequence[str],
    exports: Exports,
    version: str | None,
) -> Module:
    values = {
        "documentation": documentation,
        "submodules": submodules,
        "exports": exports,
        "version": version,
    }
    return Module(path=path, template="lazy.py.jinja", values=values)


def _documented(folder: str, documentation: str) -> Module:
    values = {"documentation": documentation}
    return Module(path=f"{folder}/__init__.py", template="package.py.jinja", values=values)

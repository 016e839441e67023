"""Texts of the generated modules that are not types."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .models import HEADER, TEMPLATES, GeneratedTypes
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


def render(package: Package) -> Iterator[tuple[str, str]]:
    """Yield path and text of every module, relative to the package's folder."""
    yield (
        "__init__.py",
        _lazy(
            documentation="Typed clients of model-serving APIs.",
            submodules=["models", "params", "spec"],
            exports=_public(package),
            version=package.version,
        ),
    )
    yield "models/__init__.py", _types("Answers of the APIs, as pydantic models.", package.models)
    yield "params/__init__.py", _types("Requests to the APIs, as TypedDicts.", package.params)
    yield from _clients(package.clients)
    yield from _resources(package.clients)


def _clients(clients: Sequence[Client]) -> Iterator[tuple[str, str]]:
    for flavour in FLAVOURS:
        name = f"_{flavour.prefix}_client.py".lower().replace("__", "_")
        yield name, _text("client.py.jinja", clients=clients, flavour=flavour)


def _resources(clients: Sequence[Client]) -> Iterator[tuple[str, str]]:
    yield "resources/__init__.py", _text("package.py.jinja", documentation="What clients hold.")
    for client in clients:
        folder = f"resources/{client.package}"
        documentation = f"What `{client.name}` and `Async{client.name}` hold."
        yield f"{folder}/__init__.py", _text("package.py.jinja", documentation=documentation)
        for module in client.modules:
            text = _text("resource.py.jinja", module=module, flavours=FLAVOURS)
            yield f"{folder}/{module.name}.py", text


def _public(package: Package) -> Exports:
    names = [client.name for client in package.clients]
    return {
        "_client": names,
        "_async_client": [f"Async{name}" for name in names],
        "_runtime._async.stream": ["AsyncStream"],
        "_runtime._sync.stream": ["Stream"],
        "_runtime.errors": package.errors,
        "_runtime.models": ["Model", "Unknown"],
        "_runtime.omit": ["OMIT", "Omit"],
        "_runtime.options": ["RequestOptions", "Timeout"],
        "_runtime.pages": ["Page"],
    }


def _types(documentation: str, types: GeneratedTypes) -> str:
    exports: dict[str, list[str]] = {}
    for kind in sorted(types.values(), key=lambda kind: (kind.module, kind.name)):
        exports.setdefault(kind.module, []).append(kind.name)
    return _lazy(documentation=documentation, submodules=[*exports], exports=exports, version="")


def _lazy(documentation: str, submodules: Sequence[str], exports: Exports, version: str) -> str:
    return _text(
        "lazy.py.jinja",
        documentation=documentation,
        submodules=submodules,
        exports=exports,
        version=version,
    )


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES / "client"),
    undefined=StrictUndefined,
    keep_trailing_newline=True,
    autoescape=False,
)


def _text(template: str, **values: object) -> str:
    return _ENVIRONMENT.get_template(template).render(header=HEADER, **values)

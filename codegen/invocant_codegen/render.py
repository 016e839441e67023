"""Texts of the generated modules that are not types."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .flavours import ASYNC, SYNC
from .forms import PARSED, parsed_name
from .generated_types import GeneratedType, GeneratedTypes
from .models import HEADER
from .operations import Client, Turns

FLAVOURS = (SYNC, ASYNC)

Exports = Mapping[str, Sequence[str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """Everything that the templates need to know."""

    clients: Sequence[Client]
    turns: Sequence[Turns]
    models: GeneratedTypes
    params: GeneratedTypes
    errors: Sequence[str]
    version: str

    @property
    def parsed(self) -> list[GeneratedType]:
        """The answers that have a parsed form."""
        modules = [module for client in self.clients for module in client.modules]
        methods = [method for module in modules for method in module.methods]
        names = {method.structured.of for method in methods if method.structured}
        return [self.models[name] for name in sorted(names)]


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
        submodules=["batch", "duckdb", "models", "params", "spark", "spec"],
        exports=_public(package),
        version=package.version,
    )
    yield Module(path="__main__.py", template="main.py.jinja", values={})
    forms = [_parsed_form(answer) for answer in package.parsed]
    models = [*package.models.values(), *forms]
    yield _types("models", "Answers of the APIs, as pydantic models.", models)
    yield _types("params", "Requests to the APIs, as TypedDicts.", package.params.values())
    if forms:
        answers = {"answers": [*zip(package.parsed, forms, strict=True)]}
        yield Module(path="models/parsed.py", template="parsed.py.jinja", values=answers)
    if package.turns:
        box = {"turns": package.turns, "flavours": FLAVOURS}
        yield Module(path="_toolbox.py", template="toolbox.py.jinja", values=box)
    both = {"clients": package.clients}
    for name in ("batch", "duckdb", "spark"):
        yield Module(path=f"{name}.py", template=f"{name}.py.jinja", values=both)
    for flavour in FLAVOURS:
        values = {"clients": package.clients, "flavour": flavour}
        yield Module(path=f"{flavour.module}.py", template="client.py.jinja", values=values)
    yield _documented("resources", "What clients hold.")
    for client in package.clients:
        yield from _resources(client)


def _parsed_form(answer: GeneratedType) -> GeneratedType:
    return GeneratedType(name=parsed_name(answer.name), module=PARSED, fields=())


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
        "_runtime._async.accumulating": ["AsyncAccumulatingStream"],
        "_runtime._async.stream": ["AsyncStream"],
        "_runtime._sync.accumulating": ["AccumulatingStream"],
        "_runtime._sync.stream": ["Stream"],
        **({"_toolbox": ["AsyncToolbox", "Toolbox"]} if package.turns else {}),
        "_runtime.errors": package.errors,
        "_runtime.answer_facts": ["AnswerFacts"],
        "_runtime.forms": ["json_schema"],
        "_runtime.hooks": [
            *("AnswerReceived", "AttemptFailed", "Call", "CallEnded", "CallStarted"),
            *("Event", "Hook", "RequestSent"),
        ],
        "_runtime.models": ["Model", "Unknown"],
        "_runtime.omit": ["OMIT", "Omit"],
        "_runtime.options": ["RequestOptions", "Timeout"],
        "_runtime.pages": ["AsyncPager", "Page"],
        "_runtime.polling": ["PollInterval"],
        "_runtime.speech": ["ToolCall"],
        "_runtime.structured": ["Parsed", "parsed"],
        "_runtime.toolbox": ["parsed_calls", "tool_calls"],
        "_runtime.tools": ["Tool"],
        "_runtime.vectors": ["array", "vectors"],
        "_runtime.wire_log": ["WireLog"],
        "spec": ["reasoning"],
        "_runtime.response": ["Response", "response_of"],
        "_runtime.token_usage": ["TokenUsage"],
    }


def _types(folder: str, documentation: str, types: Iterable[GeneratedType]) -> Module:
    exports: dict[str, list[str]] = {}
    for kind in sorted(types, key=lambda kind: (kind.module, kind.name)):
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

"""The parts of schemathesis whose own annotations are incomplete, behind complete ones."""

import functools
from collections.abc import Callable, Generator, Iterable, MutableMapping
from contextlib import contextmanager
from typing import ParamSpec, Protocol, cast

import schemathesis
from hypothesis.strategies import SearchStrategy
from requests import PreparedRequest, Session
from requests.auth import AuthBase
from schemathesis import GenerationMode, checks, hooks
from schemathesis.core.parameters import ParameterLocation
from schemathesis.engine import context
from schemathesis.engine.recorder import ScenarioRecorder
from schemathesis.specs.openapi.schemas import OpenApiSchema

from ..credentials import Login
from ..json_values import JsonValue

P = ParamSpec("P")

# Every ignored line below is about bare `dict` or `Callable` in a signature of schemathesis.


def built_in_checks() -> frozenset[str]:
    """Return the names of the checks that this release of schemathesis has."""
    checks.load_all_checks()
    found = cast(Iterable[type], checks.CHECKS.get_all())  # pyright: ignore[reportUnknownMemberType]
    return frozenset(check.__name__ for check in found)


def load(document: dict[str, JsonValue], settings: dict[str, JsonValue]) -> OpenApiSchema:
    """Return the operations of an OpenAPI document, configured like `schemathesis.toml`."""
    config = schemathesis.Config.from_dict(settings)  # pyright: ignore[reportUnknownMemberType]
    return schemathesis.openapi.from_dict(document, config=config)


class _Operation(Protocol):
    label: str


class _Loaded(Protocol):
    def ok(self) -> _Operation: ...


def labels(document: dict[str, JsonValue]) -> list[str]:
    """Return method and path of every operation.

    Raises AttributeError where one of them cannot be read: what stands for it has no operation.
    """
    loaded = load(document, {})
    listed = cast(Callable[[], Iterable[_Loaded]], loaded.get_all_operations)  # pyright: ignore[reportUnknownMemberType]
    return [result.ok().label for result in listed()]


class _Generation(Protocol):
    mode: GenerationMode


class _Metadata(Protocol):
    generation: _Generation

    def is_negative_at(self, location: ParameterLocation) -> bool: ...


class GeneratedCase(Protocol):
    """What is used of a generated request."""

    method: str
    path: str
    path_parameters: dict[str, object]
    headers: MutableMapping[str, str] | None
    body: object
    meta: _Metadata | None
    operation: _Operation


class _Strategic(Protocol):
    def as_strategy(self) -> SearchStrategy[GeneratedCase]: ...


def bodies(document: dict[str, JsonValue], path: str) -> SearchStrategy[object]:
    """Return valid bodies for a POST to a path of an OpenAPI document."""
    operation = load(document, {})[path]["POST"]  # pyright: ignore[reportUnknownVariableType]
    return cast(_Strategic, operation).as_strategy().map(lambda case: case.body)


def is_valid(case: GeneratedCase) -> bool:
    """Whether a request was generated to fit the specification."""
    return case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE


def has_broken_path(case: GeneratedCase) -> bool:
    """Whether a request was generated with a path that breaks the specification."""
    return case.meta is not None and case.meta.is_negative_at(ParameterLocation.PATH)


def has_broken_headers(case: GeneratedCase) -> bool:
    """Whether a request was generated with headers that break the specification."""
    return case.meta is not None and case.meta.is_negative_at(ParameterLocation.HEADER)


def has_broken_query(case: GeneratedCase) -> bool:
    """Whether a request was generated with a query that breaks the specification."""
    return case.meta is not None and case.meta.is_negative_at(ParameterLocation.QUERY)


def recorded(recorder: ScenarioRecorder, case_id: str) -> GeneratedCase:
    """Return a request that was sent."""
    node = recorder.cases[case_id]
    return cast(GeneratedCase, node.value)  # pyright: ignore[reportUnknownMemberType]


@contextmanager
def own_sessions(login: Login | None) -> Generator[None]:
    """Have requests of every run of the process signed by the login, if there is one.

    They do without the proxies and passwords of the environment, which nobody gave for the run.
    """
    made = context.make_session  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    usual = cast(Callable[..., Session], made)
    context.make_session = _making(usual, login)
    try:
        yield
    finally:
        context.make_session = usual


def _making(usual: Callable[P, Session], login: Login | None) -> Callable[P, Session]:
    def make(*args: P.args, **kwargs: P.kwargs) -> Session:
        session = usual(*args, **kwargs)
        session.trust_env = False
        if login is not None:
            session.auth = _Signature(login)
        return session

    return make


class _Signature(AuthBase):
    """Signs a request with the token of the moment."""

    def __init__(self, login: Login) -> None:
        self._login = login

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._login.token}"
        return request


@contextmanager
def hooked(name: str, function: Callable[..., None]) -> Generator[None]:
    """Call a function at every hook of this name, in every run of the process."""
    hook = functools.partial(function)  # takes the attributes that schemathesis sets on a hook
    schemathesis.hook(name)(hook)  # pyright: ignore[reportUnknownMemberType]
    try:
        yield
    finally:
        hooks.unregister(hook)  # pyright: ignore[reportUnknownMemberType]

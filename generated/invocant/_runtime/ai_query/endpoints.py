# Copied from codegen/runtime/; do not edit.
"""Endpoints and clients: who is asked what an endpoint does, and for a row's answer."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol, Self, TypeGuard, Unpack

from ..errors import PermissionDeniedError
from ..options import RequestOptions
from ..violations import refuse
from .queries import Query
from .tasks import Task, task_from_answer, task_from_catalogue

__all__ = ["ModelClient", "answer", "find_task"]

Call = Callable[..., Awaitable[object]]


class Creating(Protocol):
    """A resource whose answers are made by `create`."""

    @property
    def create(self) -> Call:
        """Make an answer."""
        ...


class Chats(Protocol):
    """The resource of chats."""

    @property
    def completions(self) -> Creating:
        """Answers in chats."""
        ...


class ModelClient(Protocol):
    """An asynchronous client, of a workspace or of a gateway."""

    @property
    def chat(self) -> Chats:
        """Chats."""
        ...

    @property
    def completions(self) -> Creating:
        """Completions."""
        ...

    @property
    def embeddings(self) -> Creating:
        """Embeddings."""
        ...

    def with_options(self, **options: Unpack[RequestOptions]) -> Self:
        """The same client with other options."""
        ...


class Scoring(Protocol):
    """The resource of queries by name of the endpoint."""

    @property
    def dataframe_records(self) -> Call:
        """Score rows by name of their inputs."""
        ...

    @property
    def inputs(self) -> Call:
        """Score rows of one input."""
        ...


class Managing(Protocol):
    """The resource of endpoints."""

    @property
    def get(self) -> Call:
        """Describe an endpoint."""
        ...


class WorkspaceClient(ModelClient, Protocol):
    """A client of a workspace, which also manages endpoints and serves custom models."""

    @property
    def invocations(self) -> Scoring:
        """Queries by name of the endpoint."""
        ...

    @property
    def serving_endpoints(self) -> Managing:
        """Endpoints."""
        ...


async def find_task(client: ModelClient, endpoint: str, catalogue: object) -> Task:
    """What an endpoint does.

    A workspace is asked; the catalogue of models counts where the caller may not read the endpoint,
    and for gateways, whose models that it does not have are taken to chat. Raises NotFoundError for
    an endpoint that is not there, RequestError for one that does something else.
    """
    known = task_from_catalogue(catalogue, endpoint)
    if not _is_workspace(client):
        return known or Task.CHAT
    try:
        found = await client.serving_endpoints.get(endpoint)
    except PermissionDeniedError:
        if known is None:
            raise
        return known
    return task_from_answer(found)


async def answer(client: ModelClient, query: Query, body: Mapping[str, object]) -> object:
    """Send a request that was made for the query. Raises what the call of the client raises."""
    match query.task:
        case Task.CHAT:
            return await _create(client.chat.completions, query, body, "messages")
        case Task.COMPLETIONS:
            return await _create(client.completions, query, body, "prompt")
        case Task.EMBEDDINGS:
            return await _create(client.embeddings, query, body, "input")
        case Task.CUSTOM:
            return await _score(client, query, body)


async def _create(
    resource: Creating, query: Query, body: Mapping[str, object], name: str
) -> object:
    others = {key: value for key, value in body.items() if key != name}
    return await resource.create(model=query.endpoint, extra_body=others, **{name: body[name]})


async def _score(client: ModelClient, query: Query, body: Mapping[str, object]) -> object:
    if not _is_workspace(client):
        raise refuse(("endpoint",), "serves a custom model, which gateways do not")
    scoring = client.invocations
    by_name = "dataframe_records" in body
    score = scoring.dataframe_records if by_name else scoring.inputs
    return await score(query.endpoint, **body)


def _is_workspace(client: ModelClient) -> TypeGuard[WorkspaceClient]:
    return hasattr(client, "serving_endpoints")

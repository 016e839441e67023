"""Clients, asked what an endpoint does, and for a row's answer.

Clients are of a workspace or of a gateway, and asynchronous. Their resources are found by name,
since no one type is that of the methods of both.
"""

from collections.abc import Awaitable, Callable, Mapping
from operator import attrgetter
from typing import Final

from ..errors import PermissionDeniedError
from ..violations import refuse
from .queries import Query
from .tasks import Task, task_from_answer, task_from_catalogue

__all__ = ["answer", "find_task"]

Call = Callable[..., Awaitable[object]]

_CREATE: Final[Mapping[Task, tuple[str, str]]] = {
    Task.CHAT: ("chat.completions.create", "messages"),
    Task.COMPLETIONS: ("completions.create", "prompt"),
    Task.EMBEDDINGS: ("embeddings.create", "input"),
}


async def find_task(client: object, endpoint: str, catalogue: object) -> Task:
    """What an endpoint does.

    A workspace is asked; the catalogue of models counts where the caller may not read the endpoint,
    and for gateways, whose models that it does not have are taken to chat. Raises NotFoundError for
    an endpoint that is not there, RequestError for one that does something else.
    """
    known = task_from_catalogue(catalogue, endpoint)
    if not _is_workspace(client):
        return known or Task.CHAT
    try:
        return task_from_answer(await _method(client, "serving_endpoints.get")(endpoint))
    except PermissionDeniedError:
        if known is None:
            raise
        return known


async def answer(client: object, query: Query, body: Mapping[str, object]) -> object:
    """Send a request that was made for the query. Raises what the call of the client raises."""
    if query.task is Task.CUSTOM:
        return await _score(client, query, body)
    path, name = _CREATE[query.task]
    others = {key: value for key, value in body.items() if key != name}
    create = _method(client, path)
    return await create(model=query.endpoint, extra_body=others, **{name: body[name]})


async def _score(client: object, query: Query, body: Mapping[str, object]) -> object:
    if not _is_workspace(client):
        raise refuse(("endpoint",), "serves a custom model, which gateways do not")
    form = "dataframe_records" if "dataframe_records" in body else "inputs"
    return await _method(client, f"invocations.{form}")(query.endpoint, **body)


def _is_workspace(client: object) -> bool:
    return hasattr(client, "serving_endpoints")


def _method(client: object, path: str) -> Call:
    method: Call = attrgetter(path)(client)
    return method

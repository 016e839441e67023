"""What all calls of a gateway's models share: which model answers, and the proxy's headers."""

import functools
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from starlette.responses import Response

from .. import __version__
from ..json_values import as_list, as_text
from .draws import digest
from .errors import Kind, Refused
from .handlers import Call, Handler
from .served import Served

LEAST_SECONDS = 0.001
"""What every model takes for an answer; a shorter limit is over before."""

_PROVIDER = "databricks/"

_BRIDGED: Mapping[str, Set[str]] = {
    "completions": {"completions", "chat"},
    "messages": {"chat"},
    "responses": {"chat", "responses"},
}


def deployment_id(served: Served, seed: int) -> str:
    """Return what identifies the deployment of a model: 64 hexadecimal digits."""
    return digest("deployment", seed, served.id)


def asked(call: Call) -> str:
    """Return the model that a request names, in its path, else in its body."""
    return call.path.get("model") or as_text(call.body.get("model"))


def find(call: Call, name: str, task: str) -> Served | None:
    """Return the model of a name if it serves a task, itself or by translation; else None.

    Raises Refused for a model that the request's key may not use.
    """
    if call.key and call.key.models and name not in call.key.models:
        raise Refused(Kind.PERMISSION_DENIED, f"The key may not use the model {name!r}.", "model")
    served = _meant(call, name)
    tasks = _BRIDGED.get(task, {task})
    return served if served and served.routes and served.task in tasks else None


def _meant(call: Call, name: str) -> Served | None:
    """Return what has a name, also with the provider in front, as on LiteLLM's provider page."""
    gateway = call.services.gateway
    return gateway.find(name) or gateway.find(name.removeprefix(_PROVIDER))


def unknown(name: str, task: str) -> Refused:
    """Return the refusal of a name that no model for a task has."""
    message = f"The model {name!r} does not exist or is not one for {task}."
    return Refused(Kind.UNKNOWN_NAME, message, "model")


def answering(call: Call, task: str) -> Iterator[tuple[Served, int]]:
    """Yield the models that may answer, each with how many were named before it.

    They are the one that the request names, unless it serves nothing yet, and its fallbacks.
    Raises Refused where the model is not there.
    """
    names = [asked(call), *map(as_text, as_list(call.body.get("fallbacks")))]
    if _meant(call, names[0]) is None:
        raise unknown(names[0], task)
    for tried, name in enumerate(names):
        if served := find(call, name, task):
            yield served, tried


def first(call: Call, task: str) -> Served:
    """Return the first model that may answer. Raises Refused where there is none."""
    served = next((served for served, _ in answering(call, task)), None)
    if served is None:
        raise unknown(asked(call), task)
    return served


def labelled(call: Call, response: Response, served: Served, tried: int = 0) -> Response:
    """Say in the headers of an answer which deployment gave it."""
    response.headers["x-litellm-model-id"] = deployment_id(served, call.services.settings.seed)
    response.headers["x-litellm-model-name"] = f"{_PROVIDER}{served.name}"
    response.headers["x-litellm-model-group"] = served.name
    response.headers["x-litellm-attempted-retries"] = "0"
    response.headers["x-litellm-attempted-fallbacks"] = str(tried)
    return response


def proxied(handler: Handler) -> Handler:
    """Let a handler keep the request's time limit, and add the proxy's headers to what it gives.

    Refusals have those headers, too.
    """

    @functools.wraps(handler)
    async def answer(call: Call) -> Response:
        settings = call.services.settings
        given = call.headers.get("x-litellm-call-id")
        headers = {
            "x-litellm-call-id": str(given) if given else call.services.next_id(),
            "x-litellm-version": __version__,
            "x-litellm-key-spend": "0.0",
        }
        started = settings.clock()
        try:
            await _keep_limit(call)
            response = await handler(call)
        except Refused as refusal:
            raise replace(refusal, headers={**headers, **refusal.headers}) from None
        taken = (settings.clock() - started) * 1000
        headers["x-litellm-response-duration-ms"] = f"{max(taken, 0):.3f}"
        response.headers.update(headers)
        return response

    return answer


async def _keep_limit(call: Call) -> None:
    limits = [call.headers.get("x-litellm-timeout"), call.body.get("timeout")]
    limit = next((each for each in limits if isinstance(each, int | float)), None)
    if limit is not None and 0 < limit < LEAST_SECONDS:
        await call.services.settings.sleep(limit)
        raise Refused(Kind.TIMED_OUT, f"The model took longer than {limit} seconds.")

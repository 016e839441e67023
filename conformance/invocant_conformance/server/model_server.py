"""The server inside of a custom model's container, which the reference server plays as well.

It has one model, which takes every form of MLflow's scoring protocol.
"""

from collections.abc import Callable, Mapping
from typing import Final

from starlette.responses import Response

from .. import __version__
from ..json_values import JsonObject, as_list, as_object, as_text, dump
from . import scoring
from .errors import json_response, text_response
from .generation import generate
from .handlers import Call, Handlers
from .querying import (
    CHAT,
    COMPLETIONS,
    EMBEDDINGS,
    answer_chat,
    answer_completions,
    answer_embeddings,
)
from .served import SCORING, Served
from .traffic import Route

handlers = Handlers()

AGENT: Final = "responses"

_MODEL: Final = "model"
_SERVED: Final = Served(
    name=_MODEL,
    id=_MODEL,
    task=SCORING,
    hosted=False,
    created=0,
    routes=(Route(entity=_MODEL, percentage=100),),
)
_FORMS: Mapping[str, str] = {"messages": CHAT, "prompt": COMPLETIONS, "input": EMBEDDINGS}
"""The members that show the form of a language model's request."""


@handlers.handles("scoreModel")
async def score_model(call: Call) -> Response:
    """Answer rows with predictions, and what language models take as they do, unwrapped."""
    if not call.body.keys() & _FORMS.keys():
        rows = scoring.rows(call.checked_body(scoring.form_of(call.body)))
        return json_response({"predictions": scoring.predictions(rows, model=_MODEL)})
    form = _form(call.body)
    request = {**call.checked_body(form), "stream": False}
    return _ANSWERS[form](call, _SERVED, request)


@handlers.handles("pingModelServer")
async def ping_model_server(call: Call) -> Response:
    """Say that the model is loaded."""
    return text_response("\n")


@handlers.handles("getModelServerVersion")
async def get_model_server_version(call: Call) -> Response:
    """Tell the version of this project, in the place of MLflow's."""
    return text_response(__version__)


def _form(request: JsonObject) -> str:
    """Return the form of a language model's request; an input that is no text is an agent's."""
    form = next(form for member, form in _FORMS.items() if member in request)
    is_agents = any(isinstance(item, dict) for item in as_list(request.get("input")))
    return AGENT if form == EMBEDDINGS and is_agents else form


def _answer_agent(call: Call, served: Served, request: JsonObject) -> Response:
    """Answer as an agent does: with one message."""
    messages = [
        {"role": as_text(item.get("role")) or "user", "content": dump(item.get("content"))}
        for item in map(as_object, as_list(request.get("input")))
    ]
    said = generate(
        {"messages": messages}, model=served.name, seed=call.services.settings.seed
    ).answers[0]
    return json_response(
        {
            "object": "response",
            "output": [
                {
                    "type": "message",
                    "id": f"msg_{call.services.next_id()}",
                    "role": "assistant",
                    "status": "completed",
                    "content": [{"type": "output_text", "text": said.text}],
                }
            ],
        }
    )


_ANSWERS: Mapping[str, Callable[[Call, Served, JsonObject], Response]] = {
    CHAT: answer_chat,
    COMPLETIONS: answer_completions,
    EMBEDDINGS: answer_embeddings,
    AGENT: _answer_agent,
}
